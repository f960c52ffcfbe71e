"""What is noted from the prompter: what hangs on the wall, and that the professionals have left.

Source: R10, R33, F16.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from samordner_tui.casework.attendance import Attendee, turn_left
from samordner_tui.casework.case_frame import chosen_conference
from samordner_tui.casework.clock import Now
from samordner_tui.casework.evening import INFORMATION
from samordner_tui.casework.evening_marks import mark_of, set_mark
from samordner_tui.casework.facts import facts_of
from samordner_tui.method import facts as f
from samordner_tui.method.attendance import still_here
from samordner_tui.method.predicates.information import WALL
from samordner_tui.method.readings import current
from samordner_tui.method.terms import PresentAs

QUESTIONS, HANG, LEAVE = "questions", "the_questions", "informants_leave"
"""The points of the køreplan at which something is noted."""


def is_noted(facts: f.CaseFacts, conference: f.Conference, point: str) -> bool | None:
    """Whether what is noted at a point is noted; None where there is nothing to note."""
    if point == QUESTIONS and conference.briefings:
        return conference.questions_answered is True
    if point == HANG and any(current(facts, kind) for kind in WALL):
        return not _not_hung(facts, conference)
    if point == LEAVE and still_here(facts, conference):
        return False
    return None


def hang_on_wall(session: Session, case_id: str, conference_id: str, now: Now) -> None:
    """Everything that is to hang on the wall hangs there."""
    facts = facts_of(session, case_id)
    conference = chosen_conference(facts, conference_id)
    for about in _not_hung(facts, conference) if conference is not None else ():
        set_mark(session, conference_id, about, now)


def let_leave(session: Session, case_id: str, conference_id: str, now: Now) -> None:
    """Every professional who is still here leaves now."""
    facts = facts_of(session, case_id)
    conference = chosen_conference(facts, conference_id)
    for person_id in still_here(facts, conference) if conference is not None else ():
        turn_left(session, conference_id, INFORMATION, Attendee(PresentAs.PERSON, person_id), now)


def _not_hung(facts: f.CaseFacts, conference: f.Conference) -> tuple[str, ...]:
    return tuple(about for kind, about in WALL.items() if current(facts, kind) and mark_of(conference, about) is None)
