"""A case deleted for good: what goes with it, and what is said before. Source: domain.md 5.4."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samordner_tui.archive.case_tree import case_tables
from samordner_tui.archive.records.assignment import Case
from samordner_tui.casework.deletion_words import (
    counted,
    exports_outside,
    lies_in_calendars,
    out_of_reach,
    refuse_while_alone,
)
from samordner_tui.language import _, ngettext


@dataclass(frozen=True)
class CaseGoing:
    """What goes when a case is deleted, counted by kind. Nobody is named."""

    number: str
    is_closed: bool
    people: int
    contacts: int
    conferences: int
    rows: int
    exports: int
    in_calendars: bool = False
    """Whether a calendar file was made of the case."""


def going_with(session: Session, case_id: str) -> CaseGoing:
    """What deleting the case would take away.

    Raises:
        Refused: its family is alone.
    """
    refuse_while_alone(session, case_id)
    case = session.get(Case, case_id)
    counts = {
        table.name: session.scalar(select(func.count()).select_from(table).where(table.c.case_id == case_id)) or 0
        for table in case_tables()
    }
    return CaseGoing(
        number=case.number if case is not None else "",
        is_closed=case is not None and case.closed_on is not None,
        people=counts["people"],
        contacts=counts["contacts"],
        conferences=counts["conferences"],
        rows=sum(counts.values()) + 1,
        exports=exports_outside(session, case_id),
        in_calendars=lies_in_calendars(session, case_id),
    )


def said_before(going: CaseGoing, *, copies_elsewhere: bool) -> Iterator[str]:
    """What goes and what stays, a line each."""
    if not going.is_closed:
        yield _("Sagen er ikke lukket. Se under »Afslut og slet«, hvad der mangler.")
    yield _("Her og i arkivets sikkerhedskopier slettes:")
    yield from counted(
        (
            (going.people, ngettext("{count} person", "{count} personer", going.people)),
            (going.contacts, ngettext("{count} besøg eller samtale", "{count} besøg og samtaler", going.contacts)),
            (going.conferences, ngettext("{count} rådslagning", "{count} rådslagninger", going.conferences)),
            (going.rows, ngettext("i alt {count} linje", "i alt {count} linjer", going.rows)),
        )
    )
    yield _("Hele sagens historik slettes også.")
    yield _("Tilbage bliver en linje med tal, som ikke peger på nogen.")
    yield from out_of_reach(going.exports, copies_elsewhere=copies_elsewhere, in_calendars=going.in_calendars)
