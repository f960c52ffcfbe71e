"""The line for a new person: what is understood is shown before it is added."""

from __future__ import annotations

import pytest

from samordner_tui.casework.entry import Problem
from samordner_tui.casework.network import add_person
from samordner_tui.casework.quick_add import Understood, preview, understand
from samordner_tui.method.definition import method
from samordner_tui.method.terms import HelperKind, PersonKind, Sector, Side, Tie
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
