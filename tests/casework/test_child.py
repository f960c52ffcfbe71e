"""The child and the parents: one child or several, each with its own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from samordner_tui.archive.records.network import Child, Contact, ContactPerson, Custody, Person
from samordner_tui.archive.records.practical import RoleHolder
from samordner_tui.casework import change, child, visits
from samordner_tui.casework.reasons import NeedsReason, keep_reason
from samordner_tui.method.terms import (
    Attendance,
    ChosenBy,
    ContactKind,
    ContactOutcome,
    PersonKind,
    RoleName,
    StageId,
)
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase


def test_a_case_without_a_child_asks_who_the_child_is(case: PreparedCase) -> None:
    assert case.asks(StageId.CHILD) == "Hvem er barnet, I mødes om?"


def test_adding_a_child_puts_it_among_the_people_too(case: PreparedCase) -> None:
    child_id = case.child("Alma", 11)
    (person,) = case.facts.people
    assert (person.name, person.age, person.kind, person.household) == ("Alma", 11, PersonKind.CHILD, True)
    assert [(one.id, one.person_id) for one in case.facts.children] == [(child_id, person.id)]


def test_a_child_needs_a_name(case: PreparedCase) -> None:
    with pytest.raises(Refused, match="fornavn"):
        child.add_child(case.session, case.case_id, "  ", TODAY)


def test_siblings_each_have_their_own_wishes_and_supporter(case: PreparedCase) -> None:
    noor, sami = case.child("Noor", 4), case.child("Sami", 15)
    karen = case.person("Karen")
    case.add(
        RoleHolder,
        conference_id=case.conference.id,
        role=RoleName.SUPPORTER,
        person_id=karen,
        child_id=sami,
        chosen_by=ChosenBy.CHILD,
    )
    rows = {row.id: row.cells for row in case.section(StageId.CHILD, "children").rows}
    assert rows[sami][3] == "● Karen"
    assert rows[noor][3] == "○ vælges"
    assert "Hvem vælger Noor til sin støtteperson?" in case.asks(StageId.CHILD)
    titles = [one.title for one in case.view(StageId.CHILD).sections]
    assert "Noor ønsker" in titles
    assert "Sami ønsker" in titles


def test_a_custody_holder_is_noted_for_every_child_once(case: PreparedCase) -> None:
    case.child("Noor", 4)
    case.child("Sami", 15)
    leila = case.person("Leila")
    assert len(child.add_custody_holder(case.session, case.case_id, leila, TODAY)) == 2
    assert child.add_custody_holder(case.session, case.case_id, leila, TODAY) == ()


def test_custody_stands_with_how_consent_stands(case: PreparedCase) -> None:
    case.child()
    mette = case.parent()
    assert case.section(StageId.CHILD, "custodies").rows[0].cells == ("Mette", "Alma", "○ spørg", "○ spørg")
    case.consent(mette)
    assert case.section(StageId.CHILD, "custodies").rows[0].cells == ("Mette", "Alma", "● ja", "● ja")


def test_how_the_child_takes_part_is_dated_and_no_longer_asked(case: PreparedCase) -> None:
    child_id = case.child("Noor", 2)
    assert "Hvordan vil Noor selv være med?" in case.asks(StageId.CHILD)
    case.set(Child, child_id, participation=Attendance.PART)
    assert case.facts.children[0].participation_chosen_on == TODAY
    assert "Hvordan vil Noor selv være med?" not in case.asks(StageId.CHILD)


def test_a_child_that_is_prepared_but_has_not_understood_is_talked_with_again(case: PreparedCase) -> None:
    child_id = case.child()
    case.set(Child, child_id, prepared_on=TODAY, understands=False)
    assert case.section(StageId.CHILD, "children").rows[0].cells[-1] == "◐ tal om det igen"


def test_the_talk_that_was_held_stands_with_its_day(case: PreparedCase) -> None:
    case.open_network()
    alma = case.facts.children[0].person_id
    talk = visits.plan_visit(case.session, case.case_id, [alma], TODAY, kind=ContactKind.CHILD_TALK)
    assert case.section(StageId.CHILD, "children").rows[0].cells[1] == "○ aftal tid"
    visits.record(case.session, talk, TODAY, {"outcome": ContactOutcome.MADE})
    assert case.section(StageId.CHILD, "children").rows[0].cells[1] == "● 10. jan."


def test_taking_the_child_off_the_list_of_people_takes_its_wishes_away_too(case: PreparedCase) -> None:
    case.child()
    change.remove(case.session, Person, case.facts.people[0].id, TODAY)
    case.session.expire_all()
    assert case.facts.children == ()


def test_a_child_and_its_custody_stand_once(case: PreparedCase) -> None:
    child_id = case.child()
    mette = case.parent()
    with pytest.raises(Refused, match="Barnet står her allerede"):
        case.add(Child, person_id=case.facts.children[0].person_id)
    with pytest.raises(Refused, match="Forældremyndigheden står her allerede"):
        case.add(Custody, person_id=mette, child_id=child_id)


def test_a_talk_that_is_agreed_says_when(case: PreparedCase) -> None:
    child_id = case.child("Noor", 4)
    person = next(one.person_id for one in case.facts.children if one.id == child_id)
    with pytest.raises(NeedsReason) as needs:
        case.add(Contact, kind=ContactKind.CHILD_TALK)
    for about in needs.value.about:
        keep_reason(case.session, case.case_id, about, "Det haster", TODAY)
    talk = case.add(Contact, kind=ContactKind.CHILD_TALK)
    case.add(ContactPerson, contact_id=talk, person_id=person)
    assert case.section(StageId.CHILD, "children").rows[0].cells[1] == "○ aftal tid"
    change.change_field(case.session, Contact, talk, "planned_at", datetime(2027, 1, 14, 16, tzinfo=UTC), TODAY)
    assert case.section(StageId.CHILD, "children").rows[0].cells[1] == "○ tors. 14. jan. kl. 17"
