"""Departing from the method is allowed, never hidden: what is missing is named, the reason kept. Source: design 5."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.day import Conference
from samordner_tui.casework.change import add, change_field, gone
from samordner_tui.casework.facts import conference_numbered, facts_of
from samordner_tui.language import _
from samordner_tui.method.definition import Method
from samordner_tui.method.gates import Missing, gates
from samordner_tui.method.terms import NoticeKind
from samordner_tui.refusals import Refused


def missing_at(session: Session, conference_id: str, gate: str, today: date, method: Method) -> tuple[Missing, ...]:
    """What one gate of a conference lacks and nobody has given a reason for."""
    conference = _conference(session, conference_id)
    facts = facts_of(session, conference.case_id)
    shown = conference_numbered(facts, conference.number)
    found = next((one for one in gates(facts, shown, today, method) if one.name == gate), None)
    return () if found is None else tuple(line for line in found.missing if line.kept_reason is None)


def pass_gate(
    session: Session, conference_id: str, gate: str, reasons: Mapping[str, str], today: date, method: Method
) -> None:
    """Keep the reasons given, and refuse to go on while something is missing without one."""
    keep_reasons(session, conference_id, gate, reasons, today)
    missing = missing_at(session, conference_id, gate, today, method)
    if missing:
        raise Refused(_("Det mangler: {lines}. Skriv hvorfor, så går I videre.").format(lines=_as_one(missing)))


def keep_reasons(session: Session, conference_id: str, gate: str, reasons: Mapping[str, str], today: date) -> None:
    """Keep why one goes on without a line of a gate. `reasons` are by the id of the line."""
    for line, reason in reasons.items():
        keep_reason(session, conference_id, f"gate:{gate}/{line}", reason, today)


def keep_reason(session: Session, conference_id: str, about: str, reason: str, today: date) -> None:
    """Keep the reason for one departure; a new reason for the same takes the place of the old."""
    conference = _conference(session, conference_id)
    known = session.scalar(select(Notice).where(Notice.conference_id == conference_id, Notice.about == about))
    if known is not None:
        change_field(session, Notice, known.id, "reason", reason, today)
        return
    add(
        session,
        Notice,
        conference.case_id,
        today,
        conference_id=conference_id,
        kind=NoticeKind.DEPARTURE,
        about=about,
        reason=reason,
        given_on=today,
    )


def _as_one(missing: tuple[Missing, ...]) -> str:
    return "; ".join(line.text for line in missing)


def _conference(session: Session, conference_id: str) -> Conference:
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    return conference
