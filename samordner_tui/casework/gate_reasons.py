"""Going on through a gate: what is missing is named, and the reason for each is kept. Source: design 5."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference
from samordner_tui.casework.change import gone
from samordner_tui.casework.facts import conference_numbered, facts_of
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.language import _
from samordner_tui.method.definition import Method
from samordner_tui.method.gates import Missing, gates
from samordner_tui.refusals import Refused


def pass_gate(session: Session, conference_id: str, gate: str, today: date, method: Method) -> None:
    """Go on, or ask for the reason for what is missing and has none.

    Raises:
        NeedsReason: it goes on once a reason is kept for each line.
    """
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    missing = missing_at(session, conference, gate, today, method)
    if missing:
        lines = "\n".join(f"○ {line.text}" for line in missing)
        sentence = _("Det mangler:\n{lines}\nSkriv hvorfor, så går I videre.").format(lines=lines)
        raise NeedsReason(sentence, tuple(f"gate:{gate}/{line.id}" for line in missing))


def missing_at(session: Session, conference: Conference, gate: str, today: date, method: Method) -> tuple[Missing, ...]:
    """What one gate of a conference lacks and nobody has given a reason for."""
    facts = facts_of(session, conference.case_id)
    shown = conference_numbered(facts, conference.number)
    found = next((one for one in gates(facts, shown, today, method) if one.name == gate), None)
    return () if found is None else tuple(line for line in found.missing if line.kept_reason is None)
