"""The row of each case in the overview, made anew after the case has changed.

A trigger marks the row stale in the transaction that changes the case. It is made from the same facts and rules as the
case screen, right after the change and before any overview is read. What is computed anew must be what stands there.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Authority, Engagement, Statement
from samordner_tui.archive.records.base import OfCase
from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.keeping import CaseSummary
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.casework.deletion_due import overdue_deletion, said_of
from samordner_tui.casework.facts import Rows, current_conference, facts_of
from samordner_tui.casework.folding import folded
from samordner_tui.language import _
from samordner_tui.method.cornerstones import verdicts
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.next_steps import next_steps
from samordner_tui.method.readings import phase
from samordner_tui.method.terms import Phase

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive
    from samordner_tui.method.definition import Method

BATCH: Final = 40
"""Cases in one transaction, so that nobody waits long for a turn to write."""

GROUPS: Final = {Phase.BEFORE: "preparation", Phase.DAY: "day", Phase.AFTER: "after"}

SEARCHED: Final[tuple[tuple[type[OfCase], tuple[str, ...]], ...]] = (
    (Person, ("name", "relation")),
    (Engagement, ("municipality", "contact_person")),
    (Authority, ("name",)),
    (Contact, ("place", "note")),
    (Statement, ("text",)),
    (Briefing, ("subject",)),
)
"""What the search of the overview reads of a case beside its number and alias: names and notes, nothing hidden."""


def refresh_stale(archive: Archive, today: date, method: Method) -> int:
    """Make every stale row anew. Gives how many."""
    return _refresh(archive, today, method, CaseSummary.stale.is_(True))


def refresh_outdated(archive: Archive, today: date, method: Method, most: int = BATCH) -> int:
    """Make some rows anew that were made on an earlier day: deadlines pass without anything being changed.

    Of a closed case only what is left to do can be late: its deletion.
    """
    of_another_day = or_(CaseSummary.computed_on.is_(None), CaseSummary.computed_on != today)
    can_change = or_(CaseSummary.closed.is_(False), CaseSummary.next_due < today)
    return _refresh(archive, today, method, of_another_day & can_change, most)


def weigh_all_anew(archive: Archive) -> None:
    """Make every row stale: something the rules work with has changed for all cases."""
    with archive.keeping() as session:
        session.execute(update(CaseSummary).values(stale=True))


def _refresh(
    archive: Archive, today: date, method: Method, wanted: ColumnElement[bool], most: int | None = None
) -> int:
    with archive.reading() as session:
        ids = list(session.scalars(select(CaseSummary.case_id).where(wanted).limit(most)))
    for first in range(0, len(ids), BATCH):
        with archive.keeping() as session:
            for case_id in ids[first : first + BATCH]:
                summary = session.get(CaseSummary, case_id)
                if summary is not None:
                    make(session, summary, today, method)
    return len(ids)


def make(session: Session, summary: CaseSummary, today: date, method: Method) -> None:
    """Make one row from the case as it stands."""
    facts = facts_of(session, summary.case_id)
    conference = current_conference(facts)
    steps = next_steps(facts, conference, today, method)
    summary.number, summary.alias = facts.number, facts.alias
    too_late = overdue_deletion(steps)
    summary.state = state_of(facts, conference, method)
    # A closed case that should have been deleted is not laid away: it stands among those that wait for something.
    summary.closed = facts.closed_on is not None and too_late is None
    summary.conference_number = conference.number if conference else None
    summary.conference_at = conference.starts_at if conference else None
    summary.verdicts = ",".join(verdict.standing for verdict in verdicts(facts, conference, today))
    first = too_late or next(iter(steps), None)
    summary.next_step = said_of(too_late, today) if too_late else first.text if first else None
    summary.next_due = first.due if first else None
    summary.search_text = search_text(session, facts, summary.case_id)
    summary.computed_on = today
    summary.stale = False


def state_of(facts: CaseFacts, conference: Conference | None, method: Method) -> str:
    """How far a case is, in a word: the part of the way it is on."""
    if facts.closed_on is not None:
        return _("Lukket")
    group = GROUPS[phase(conference) if conference is not None else Phase.BEFORE]
    return next(one.title.text for one in method.groups if one.id == group)


def search_text(session: Session, facts: CaseFacts, case_id: str) -> str:
    """Every word of a case that the overview finds it by, folded."""
    rows = Rows(session, case_id)
    words = [facts.number, facts.alias]
    for record, names in SEARCHED:
        words.extend(str(getattr(row, name) or "") for row in rows.all(record) for name in names)
    return folded(" ".join(word for word in words if word))
