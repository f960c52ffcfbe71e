"""What a field that points to another record offers: the rows it may name, and what each is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Milestone
from samordner_tui.archive.records.assignment import Authority, Consent, Statement
from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.day import Arrival, Conference, EveningMark, Plan, PlanItem, Presence
from samordner_tui.archive.records.network import Child, Contact, ContactPerson, Custody, Person
from samordner_tui.archive.records.practical import Invitation, RoleHolder, Supplier, Venue, Wording
from samordner_tui.casework.fields import record_named, table_of
from samordner_tui.language import _
from samordner_tui.method.definition import method
from samordner_tui.method.terms import BriefingKind, InvitationChoice, PersonKind, PresentAs, StatementKind
from samordner_tui.method.wording import listed

GROWN_UP: Final = 18
"""Years."""

FIRST_WORDS: Final = 60
"""Cells of a longer text that name it in a list."""


@dataclass(frozen=True)
class Reference:
    """A row that can be chosen. `detail` tells it from another of the same name."""

    id: str
    name: str
    detail: str = ""


Namer = Callable[[Session, Record], tuple[str, str]]


def references_to(session: Session, table: str, case_id: str | None) -> tuple[Reference, ...]:
    """The rows of `table` that a field of this case may name, in the order they were added."""
    record = record_named(table)
    query = select(record).order_by(text("rowid"))
    if issubclass(record, OfCase):
        query = query.where(record.case_id == case_id)
    rows = [row for row in session.scalars(query) if not _is_past(session, row)]
    return tuple(_reference(session, table, row) for row in rows)


def reference(session: Session, table: str, row_id: str) -> Reference | None:
    """One row by its id, or None where it is no longer there or rows of its kind have no name."""
    if table not in NAMERS:
        return None
    row = session.get(record_named(table), row_id)
    return None if row is None else _reference(session, table, row)


def _reference(session: Session, table: str, row: Record) -> Reference:
    name, detail = NAMERS[table](session, row)
    return Reference(str(getattr(row, "id", "")), name, detail)


def may_be_named(session: Session, record: type[Record], field: str, row_id: str) -> bool:
    """Whether a field may name a row at all.

    A child of the case holds no custody, and no role on the day. A grown-up of the network watches over the plan. An
    agreement answers a question, never a worry or a strength.
    """
    if record is PlanItem and field == "answers_id":
        statement = session.get(Statement, row_id)
        return statement is not None and statement.kind is StatementKind.QUESTION
    if record is Conference and field == "guardian_id":
        return _may_watch(session.get(Person, row_id))
    if record not in {Custody, RoleHolder} or field != "person_id":
        return True
    return session.scalar(select(Child.id).where(Child.person_id == row_id)) is None


def _may_watch(person: Person | None) -> bool:
    """Whether somebody may be chosen to watch over the plan: private, grown up, and not one who is not invited."""
    if person is None or person.kind is not PersonKind.PRIVATE:
        return False
    return (person.age is None or person.age >= GROWN_UP) and person.invited is not InvitationChoice.NOT_INVITED


def _is_past(session: Session, row: Record) -> bool:
    """Whether a statement has been withdrawn or has a newer version."""
    if not isinstance(row, Statement):
        return False
    newer = select(Statement.id).where(Statement.replaces_id == row.id)
    return row.withdrawn_on is not None or session.scalar(newer) is not None


def _person(session: Session, row: Record) -> tuple[str, str]:
    return (row.name, row.relation or "") if isinstance(row, Person) else ("", "")


def _child(session: Session, row: Record) -> tuple[str, str]:
    person = session.get(Person, row.person_id) if isinstance(row, Child) else None
    return (person.name if person else "", "")


def _named(session: Session, row: Record) -> tuple[str, str]:
    return (row.name, row.address or "") if isinstance(row, (Venue, Supplier)) else ("", "")


def _authority(session: Session, row: Record) -> tuple[str, str]:
    return (row.name, row.title or "") if isinstance(row, Authority) else ("", "")


def _conference(session: Session, row: Record) -> tuple[str, str]:
    number = row.number if isinstance(row, Conference) else 0
    return _("{number}. rådslagning").format(number=number), ""


def _plan(session: Session, row: Record) -> tuple[str, str]:
    return _("Version {version}").format(version=row.version if isinstance(row, Plan) else 0), ""


def _briefing(session: Session, row: Record) -> tuple[str, str]:
    if not isinstance(row, Briefing):
        return "", ""
    author = session.get(Person, row.author_id) if row.author_id else None
    if author is None:
        return (_("Initiativtagerens oplæg") if row.kind is BriefingKind.INITIATOR else ""), row.subject or ""
    return author.name, row.subject or ""


def _contact(session: Session, row: Record) -> tuple[str, str]:
    """Whom it was with."""
    if not isinstance(row, Contact):
        return "", ""
    with_whom = select(Person.name).join(ContactPerson).where(ContactPerson.contact_id == row.id)
    return listed(list(session.scalars(with_whom.order_by(Person.name)))), ""


def _of_person(session: Session, row: Record) -> tuple[str, str]:
    """Whom a consent, a role or an invitation is about."""
    person = session.get(Person, getattr(row, "person_id", None) or "")
    return (person.name if person else "", "")


def _attending(session: Session, row: Record) -> tuple[str, str]:
    """Who comes or was there: somebody from the list, or one of the two who host and answer."""
    if isinstance(row, (Arrival, Presence)) and row.present_as is not PresentAs.PERSON:
        return method().label(row.present_as), ""
    return _of_person(session, row)


def _mark(_session: Session, row: Record) -> tuple[str, str]:
    """What of the evening is in place, as the list of it says."""
    about = row.about if isinstance(row, EveningMark) else ""
    lines = ((one.about, one.text.text) for one in method().setup)
    points = ((f"prompt:{one.id}", one.text.text) for one in method().running_order)
    return dict((*lines, *points)).get(about, ""), ""


def _milestone(session: Session, row: Record) -> tuple[str, str]:
    known = (one.title.text for one in method().milestones if isinstance(row, Milestone) and one.id == row.milestone)
    return next(known, ""), ""


def _first_words(session: Session, row: Record) -> tuple[str, str]:
    whole = str(getattr(row, "text", None) or getattr(row, "what", None) or "").split()
    words = ""
    for word in whole:
        if len(words) + len(word) > FIRST_WORDS:
            return f"{words} …", ""
        words = f"{words} {word}".strip()
    return words, ""


NAMERS: Final[dict[str, Namer]] = {
    table_of(record).name: namer
    for record, namer in (
        (Person, _person),
        (Child, _child),
        (Venue, _named),
        (Supplier, _named),
        (Authority, _authority),
        (Conference, _conference),
        (Plan, _plan),
        (PlanItem, _first_words),
        (Statement, _first_words),
        (Wording, _first_words),
        (Briefing, _briefing),
        (Contact, _contact),
        (Consent, _of_person),
        (RoleHolder, _of_person),
        (Invitation, _of_person),
        (Arrival, _attending),
        (Presence, _attending),
        (EveningMark, _mark),
        (Milestone, _milestone),
    )
}
"""How a row of each table is called: its name, and what tells it from another."""
