"""The line for a new person: what is understood is shown before it is added."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.assignment import Authority, SafetyRound
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.entry import Problem
from samordner_tui.casework.form_view import references_of
from samordner_tui.casework.known_names import lines_to_add
from samordner_tui.casework.network import add_person
from samordner_tui.casework.quick_add import Understood, preview, understand
from samordner_tui.method.definition import method
from samordner_tui.method.terms import (
    AuthorityKind,
    BriefingKind,
    HelperKind,
    PersonKind,
    SafetyOccasion,
    Sector,
    Side,
    Tie,
)
from tests.casework.prepared_case import TODAY, PreparedCase


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        (
            "Inge, farmor, 1, fars side",
            Understood("Inge", relation="farmor", side=Side.FATHER, sector=Sector.FATHERS_SIDE, ring=1),
        ),
        ("Karen, mormor", Understood("Karen", relation="mormor", side=Side.MOTHER, sector=Sector.MOTHERS_SIDE)),
        (
            "Nadia, mors veninde, 2",
            Understood("Nadia", relation="mors veninde", side=Side.MOTHER, sector=Sector.FRIENDS_LEISURE, ring=2),
        ),
        (
            "Amir, fodboldtræner, ring 2",
            Understood("Amir", relation="fodboldtræner", side=Side.NONE, sector=Sector.FRIENDS_LEISURE, ring=2),
        ),
        (
            "Ulla, klasselærer, 3",
            Understood("Ulla", PersonKind.PROFESSIONAL, relation="klasselærer", sector=Sector.SCHOOL_WORK, ring=3),
        ),
        (
            "Amina, tolk",
            Understood("Amina", PersonKind.HELPER, relation="tolk", helper_kind=HelperKind.INTERPRETER),
        ),
        (
            "Sami, lillebror, 4 år, bor hjemme",
            Understood("Sami", relation="lillebror", side=Side.BOTH, age=4, household=True),
        ),
        ("Ole, leder", Understood("Ole", PersonKind.PROFESSIONAL, relation="leder", sector=Sector.PROFESSIONALS)),
        (
            "Maja, mor, i hjemmet",
            Understood("Maja", relation="mor", side=Side.MOTHER, sector=Sector.MOTHERS_SIDE, household=True),
        ),
        (
            "Tove, nabo, 3, passiv, 20 30 40 50",
            Understood(
                "Tove",
                relation="nabo",
                side=Side.NONE,
                sector=Sector.FRIENDS_LEISURE,
                ring=3,
                tie=Tie.PASSIVE,
                phone="20 30 40 50",
            ),
        ),
        (
            "Per, onkel til far, 2, mors side, tove@brev.dk",
            Understood(
                "Per",
                relation="onkel til far",
                side=Side.MOTHER,
                sector=Sector.MOTHERS_SIDE,
                ring=2,
                email="tove@brev.dk",
            ),
        ),
        (
            "Bo, ven, kat",
            Understood("Bo", relation="ven", side=Side.NONE, sector=Sector.FRIENDS_LEISURE, extra=("kat",)),
        ),
        ("Bo", Understood("Bo")),
        (
            "Lone, lærer, informatør",
            Understood(
                "Lone",
                PersonKind.PROFESSIONAL,
                relation="lærer",
                sector=Sector.SCHOOL_WORK,
                kind_is_said=True,
                is_informant=True,
            ),
        ),
        (
            "Gerd, informatør",
            Understood(
                "Gerd",
                PersonKind.PROFESSIONAL,
                relation="informatør",
                sector=Sector.PROFESSIONALS,
                kind_is_said=True,
                is_informant=True,
            ),
        ),
        (
            "Pia, støtte, fagperson",
            Understood(
                "Pia", PersonKind.PROFESSIONAL, relation="støtte", sector=Sector.PROFESSIONALS, kind_is_said=True
            ),
        ),
        (
            "Ole, leder af koret, familie",
            Understood("Ole", PersonKind.PRIVATE, relation="leder af koret", kind_is_said=True),
        ),
    ],
)
def test_a_line_is_understood(typed: str, understood: Understood) -> None:
    assert understand(typed) == understood


def test_nothing_typed_is_nobody() -> None:
    assert understand("") is None
    assert understand(" , farmor") is None


def test_a_cpr_number_is_held_back_on_the_line_too() -> None:
    found = understand("Inge, 010190-1234")
    assert isinstance(found, Problem)
    assert found.is_cpr


def test_a_name_longer_than_the_field_gets_a_sentence() -> None:
    assert isinstance(understand("I" * 121), Problem)


def test_what_is_understood_is_shown_before_it_is_added() -> None:
    person = understand("Inge, farmor, 1, fars side, 71 år")
    assert isinstance(person, Understood)
    shown = preview(person, method().label)
    assert shown.startswith("Inge · farmor · 71 år · ring 1")
    assert "forstod ikke" not in shown


def test_what_is_not_understood_is_said() -> None:
    person = understand("Bo, ven, kat")
    assert isinstance(person, Understood)
    assert preview(person, method().label).endswith("(forstod ikke: kat)")


@pytest.mark.parametrize("typed", ["Pia, støtte", "Bo, kat, ring 2"])
def test_a_word_that_is_not_known_is_taken_for_family_and_asked_about(typed: str) -> None:
    person = understand(typed)
    assert isinstance(person, Understood)
    assert "familie og netværk?" in preview(person, method().label)


@pytest.mark.parametrize(
    "typed", ["Pia", "Pia, nabo", "Pia, onkel, mors side", "Pia, støtte, fagperson", "Bo, x, familie"]
)
def test_what_is_known_or_said_is_not_asked_about(typed: str) -> None:
    person = understand(typed)
    assert isinstance(person, Understood)
    assert "?" not in preview(person, method().label)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Lone, klasselærer, informatør", BriefingKind.INFORMANT_CHILD),
        ("Vibe, børnelæge, informatør", BriefingKind.INFORMANT_SUBJECT),
        ("Gerd, informatør", BriefingKind.INFORMANT_CHILD),
    ],
)
def test_a_briefing_is_expected_from_an_informant(typed: str, kind: BriefingKind, case: PreparedCase) -> None:
    person = understand(typed)
    assert isinstance(person, Understood)
    assert "holder oplæg" in preview(person, method().label)
    person_id = add_person(case.session, case.case_id, person, TODAY)
    (briefing,) = case.facts.conferences[0].briefings
    assert (briefing.author_id, briefing.kind) == (person_id, kind)


def test_whoever_is_named_in_the_case_is_offered_to_the_network_once(case: PreparedCase) -> None:
    session, case_id = case.session, case.case_id
    case.add(SafetyRound, occasion=SafetyOccasion.BEFORE_CONTACT, answered_by="Birgit Holm")
    case.add(Authority, kind=AuthorityKind.INITIATOR, name="Birgit Holm", title="sagsbehandler")
    case.add(Authority, kind=AuthorityKind.LEADER, name="Ole Lund", title="distriktschef")
    assert lines_to_add(session, case_id) == ("Birgit Holm, sagsbehandler", "Ole Lund, distriktschef, fagperson")
    for line in lines_to_add(session, case_id):
        person = understand(line)
        assert isinstance(person, Understood)
        assert person.kind is PersonKind.PROFESSIONAL
        add_person(session, case_id, person, TODAY)
    assert lines_to_add(session, case_id) == ()


def test_a_field_for_a_name_offers_those_that_are_known(case: PreparedCase) -> None:
    case.add(Authority, kind=AuthorityKind.LEADER, name="Ole Lund")
    case.add(Person, name="Inge")
    offered = references_of(case.session, SafetyRound, case.case_id)
    assert [one.name for one in offered["answered_by"]] == ["Ole Lund", "Inge"]
    assert [one.name for one in references_of(case.session, Person, case.case_id)["name"]] == ["Ole Lund"]


def test_the_person_is_added_as_understood(case: PreparedCase) -> None:
    person = understand("Inge, farmor, 1")
    assert isinstance(person, Understood)
    person_id = add_person(case.session, case.case_id, person, TODAY)
    (added,) = case.facts.people
    assert (added.id, added.name, added.relation, added.ring, added.side) == (
        person_id,
        "Inge",
        "farmor",
        1,
        Side.FATHER,
    )
    assert added.noted_on == TODAY


def test_of_a_parent_it_is_asked_whether_they_live_with_the_child() -> None:
    typed = {"Maja, mor": None, "Maja, mor, hjemme": True, "Bo, far, bor ikke hjemme": False, "Inge, farmor": False}
    for line, household in typed.items():
        person = understand(line)
        assert isinstance(person, Understood)
        assert person.lives_with_child is household, line
