"""The room says when calendar files and cards were made, and when what they told is another now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Engagement
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.archive.records.practical import Invitation
from samordner_tui.casework import moving
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.papers import register_papers
from samordner_tui.method.terms import Answer, ContactOutcome, InvitationChoice
from samordner_tui.papers.bundle import destroyed_by
from samordner_tui.papers.device_files import device_files
from samordner_tui.papers.device_standing import DeviceStanding, device_standings
from samordner_tui.papers.for_devices import DEVICE_KINDS
from tests.conftest import NOW, TODAY
from tests.papers.demo_cases import ALMA, case_id_of, papers_of

MADE = NOW
AGREED = datetime(2027, 1, 12, 16, tzinfo=UTC)


@pytest.fixture
def cases(cases: Archive) -> Archive:
    """The fictional cases; one visit is agreed in Alma's."""

    def agree(session: Session, case_id: str) -> None:
        add(session, Contact, case_id, TODAY, planned_at=AGREED)

    write(cases, agree)
    return cases


def make(archive: Archive, kind: str) -> None:
    with papers_of(archive, ALMA) as context:
        files = device_files(context, kind, "da", MADE)
        conference = None if context.conference is None else context.conference.id
        last = destroyed_by(context)
    assert files
    with archive.writing("Kalender", case_id_of(archive, ALMA)) as session:
        making = [one.making for one in files]
        register_papers(session, case_id_of(archive, ALMA), conference, making, MADE, TODAY, last)


def standing(archive: Archive, kind: str) -> DeviceStanding:
    with papers_of(archive, ALMA) as context:
        return next(one for one in device_standings(context) if one.kind == kind)


def write(archive: Archive, change: Callable[[Session, str], None]) -> None:
    case_id = case_id_of(archive, ALMA)
    with archive.writing("Ændring", case_id) as session:
        change(session, case_id)


def first(session: Session, record: type[Conference | Person | Contact | Engagement | Invitation], case_id: str) -> str:
    return session.scalars(select(record.id).where(record.case_id == case_id)).first() or ""


def move(session: Session, case_id: str) -> None:
    row = session.get(Conference, first(session, Conference, case_id))
    assert row is not None
    assert row.starts_at is not None
    moving.move(session, row.id, row.starts_at + timedelta(days=7), TODAY)


def uninvite(session: Session, case_id: str) -> None:
    found = session.scalars(select(Person).where(Person.case_id == case_id, Person.name == "Karen")).one()
    change_field(session, Person, found.id, "invited", InvitationChoice.NOT_INVITED, TODAY)


def decline(session: Session, case_id: str) -> None:
    person = session.scalars(select(Person.id).where(Person.case_id == case_id, Person.name == "Karen")).one()
    evening = first(session, Conference, case_id)
    add(session, Invitation, case_id, TODAY, conference_id=evening, person_id=person, answer=Answer.NO)


def agree_on_a_visit(session: Session, case_id: str) -> None:
    add(session, Contact, case_id, TODAY, planned_at=datetime(2027, 1, 15, 15, tzinfo=UTC))


def put_off_the_visit(session: Session, case_id: str) -> None:
    change_field(session, Contact, the_visit(session, case_id).id, "planned_at", AGREED + timedelta(days=2), TODAY)


def call_off_the_visit(session: Session, case_id: str) -> None:
    change_field(session, Contact, the_visit(session, case_id).id, "outcome", ContactOutcome.CALLED_OFF, TODAY)


def the_visit(session: Session, case_id: str) -> Contact:
    return session.scalars(select(Contact).where(Contact.case_id == case_id, Contact.planned_at == AGREED)).one()


def give_a_number(session: Session, case_id: str) -> None:
    found = session.scalars(select(Person).where(Person.case_id == case_id, Person.name == "Karen")).one()
    change_field(session, Person, found.id, "phone", "20 30 40 51", TODAY)


def rename(session: Session, case_id: str) -> None:
    found = session.scalars(select(Person).where(Person.case_id == case_id, Person.name == "Amir")).one()
    change_field(session, Person, found.id, "relation", "træner", TODAY)


@pytest.mark.parametrize("kind", list(DEVICE_KINDS))
def test_files_that_were_made_say_when_and_stay_so_while_nothing_they_tell_changes(cases: Archive, kind: str) -> None:
    assert standing(cases, kind) == DeviceStanding(kind)
    make(cases, kind)
    write(cases, rename)
    assert standing(cases, kind) == DeviceStanding(kind, MADE)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("calendar_conference", move),
        ("calendar_conference", uninvite),
        ("calendar_conference", decline),
        ("calendar_visits", agree_on_a_visit),
        ("calendar_visits", put_off_the_visit),
        ("calendar_visits", call_off_the_visit),
        ("calendar_deadlines", move),
        ("phone_cards", give_a_number),
    ],
)
def test_they_are_marked_once_what_they_told_is_another_and_no_longer_when_they_are_made_again(
    cases: Archive, kind: str, change: Callable[[Session, str], None]
) -> None:
    make(cases, kind)
    write(cases, change)
    assert standing(cases, kind).has_changed
    make(cases, kind)
    assert not standing(cases, kind).has_changed


def test_a_visit_that_was_held_is_no_change(cases: Archive) -> None:
    def held(session: Session, case_id: str) -> None:
        visit = the_visit(session, case_id).id
        change_field(session, Contact, visit, "planned_at", NOW - timedelta(hours=2), TODAY)

    def done(session: Session, case_id: str) -> None:
        query = select(Contact.id).where(Contact.case_id == case_id, Contact.planned_at == NOW - timedelta(hours=2))
        change_field(session, Contact, session.scalars(query).one(), "outcome", ContactOutcome.MADE, TODAY)

    write(cases, held)
    make(cases, "calendar_visits")
    write(cases, done)
    assert not standing(cases, "calendar_visits").has_changed
