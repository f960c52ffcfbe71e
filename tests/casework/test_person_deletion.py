"""Who can be deleted for good, and what is said of it before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from samordner_tui.archive.records.network import Child, Contact, ContactPerson, Person
from samordner_tui.archive.refusals import NothingThere
from samordner_tui.casework import steps
from samordner_tui.casework.person_deletion import (
    PersonGoing,
    going_with,
    person_of,
    said_before,
    stands_for_a_person,
)
from samordner_tui.casework.views import Row
from samordner_tui.method.terms import ContactKind
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, EveningCase, evening_case


@pytest.fixture
def case() -> EveningCase:
    """A case on its evening."""
    return evening_case()


def somebody(case: EveningCase) -> Person:
    """The grandmother of the case."""
    return case.session.scalars(select(Person).where(Person.name == "Karen")).one()


def test_what_goes_with_a_person_is_counted_with_the_visits_that_were_theirs_alone(case: EveningCase) -> None:
    person = somebody(case)
    before = going_with(case.session, case.case_id, person.id)
    visit = Contact(case_id=case.case_id, kind=ContactKind.NETWORK_VISIT, noted_on=EVENING)
    case.session.add(visit)
    case.session.flush()
    case.session.add(ContactPerson(case_id=case.case_id, contact_id=visit.id, person_id=person.id))
    case.session.flush()
    after = going_with(case.session, case.case_id, person.id)
    assert after.name == person.name
    assert after.visits == before.visits + 1
    assert after.rows == before.rows + 2


def test_the_child_cannot_be_deleted_alone(case: EveningCase) -> None:
    child = case.session.scalars(select(Child.person_id)).first()
    with pytest.raises(Refused, match="kan ikke slettes alene"):
        going_with(case.session, case.case_id, str(child))


def test_nobody_is_deleted_while_the_family_is_alone(case: EveningCase) -> None:
    steps.begin_information(case.session, case.conference_id, case.now)
    case.session.commit()
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    with pytest.raises(Refused, match="egen tid"):
        going_with(case.session, case.case_id, somebody(case).id)


def test_a_person_of_another_case_is_not_there(case: EveningCase) -> None:
    with pytest.raises(NothingThere):
        going_with(case.session, "en anden", somebody(case).id)


def test_the_row_of_a_child_stands_for_its_person(case: EveningCase) -> None:
    child = case.session.scalars(select(Child)).first()
    assert child is not None
    assert person_of(case.session, "children", child.id) == child.person_id
    assert stands_for_a_person(Row(child.id, "children", ()))
    assert not stands_for_a_person(Row("1", "contacts", ()))
    assert not stands_for_a_person(None)


def test_what_there_is_none_of_is_not_said_and_one_is_said_as_one() -> None:
    going = PersonGoing("Inge", visits=1, answers=0, roles=1, invitations=0, presences=1, rows=1, changes=1, exports=0)
    said = list(said_before(going, copies_elsewhere=False))
    assert said[1:5] == ["1 besøg eller samtale", "1 rolle", "til stede 1 gang", "i alt 1 linje"]
    assert not any(line.startswith("0") for line in said)
    assert said[-1].startswith("Besøg, hvor andre var med")
    outside = list(said_before(replace(going, in_calendars=True), copies_elsewhere=False))
    assert outside[-1] == "Det, du har lagt i kalendere, skal du selv slette dér."
    with_copies = list(said_before(going, copies_elsewhere=True))
    assert with_copies[-1] == "Kopier, du selv har lagt andre steder, skal du selv slette."
