"""How a conference stands by the measures of the method, and what the samordner remarks on them.

A remark stands beside a mark and never changes it. Source: domain.md 6.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.day import Conference
from samordner_tui.casework import change
from samordner_tui.casework.facts import Rows, facts_of
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.definition import Method
from samordner_tui.method.fidelity import MEASURES, Mark, about, marks, remarks
from samordner_tui.method.terms import NoticeKind
from samordner_tui.refusals import Refused


@dataclass(frozen=True, slots=True)
class Marked:
    """A measure with its mark, and the remark on it; an empty text where there is none."""

    mark: Mark
    title: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Fidelity:
    """The measures of one conference, and which conference it is."""

    case: str
    conference: int
    measures: tuple[Marked, ...]


def fidelity(facts: f.CaseFacts, conference: f.Conference, today: date, method: Method) -> Fidelity:
    """Every measure at a conference, in the order of the method."""
    remarked = remarks(facts, conference)
    measures = tuple(
        Marked(mark, method.measure(mark.id).title.text, remarked.get(mark.id, ""))
        for mark in marks(facts, conference, today, method)
    )
    return Fidelity(f"{facts.number} {facts.alias}", conference.number, measures)


def read_fidelity(session: Session, case_id: str, conference_id: str, today: date, method: Method) -> Fidelity:
    """Every measure at a conference that is kept.

    Raises:
        Refused: the conference is not there any longer.
    """
    facts = facts_of(session, case_id)
    conference = next((one for one in facts.conferences if one.id == conference_id), None)
    if conference is None:
        raise Refused(_("Rådslagningen er her ikke længere."))
    return fidelity(facts, conference, today, method)


def write_remark(session: Session, conference_id: str, measure: str, text: str, today: date) -> str:
    """Keep a remark on a measure at a conference; it takes the place of an earlier one. Gives its id.

    Raises:
        Refused: there is no such conference or measure, or nothing is written.
    """
    case_id = _case_of(session, conference_id, measure)
    words = text.strip()
    if not words:
        raise Refused(_("Her skal stå noget."))
    kept = _remark(session, case_id, conference_id, measure)
    if kept is not None:
        change.change_fields(session, Notice, kept.id, {"reason": words, "given_on": today}, today)
        return kept.id
    return change.add(
        session,
        Notice,
        case_id,
        today,
        conference_id=conference_id,
        kind=NoticeKind.REMARK,
        about=about(measure, conference_id),
        reason=words,
        given_on=today,
    )


def remove_remark(session: Session, conference_id: str, measure: str, today: date) -> None:
    """Take the remark on a measure away again.

    Raises:
        Refused: there is no such conference or measure.
    """
    kept = _remark(session, _case_of(session, conference_id, measure), conference_id, measure)
    if kept is not None:
        change.remove(session, Notice, kept.id, today)


def _case_of(session: Session, conference_id: str, measure: str) -> str:
    conference = session.get(Conference, conference_id)
    if conference is None or measure not in MEASURES:
        raise Refused(change.gone())
    return conference.case_id


def _remark(session: Session, case_id: str, conference_id: str, measure: str) -> Notice | None:
    named = about(measure, conference_id)
    notices = Rows(session, case_id).all(Notice)
    return next((one for one in notices if one.kind is NoticeKind.REMARK and one.about == named), None)
