"""Noting at once those of the family who said yes, where nobody is noted when the family is to be alone.

Source: R3, R7, F6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.casework.attendance import STAYS_IN, Attendee, note_presence
from samordner_tui.casework.evening import INFORMATION
from samordner_tui.method import facts as f
from samordner_tui.method.readings import attendance_of, invitation_of, person
from samordner_tui.method.terms import Answer, Attendance, PresentAs


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who said yes, and the form they chose."""

    person_id: str
    name: str
    form: Attendance


def is_family_noted(facts: f.CaseFacts, conference: f.Conference) -> bool:
    """Whether anybody who stays when the professionals leave is noted in trin 1."""
    found = (person(facts, one.person_id) for one in conference.presences if one.step == INFORMATION)
    return any(one is not None and one.kind in STAYS_IN for one in found)


def who_said_yes(facts: f.CaseFacts, conference: f.Conference) -> tuple[Expected, ...]:
    """The children who have chosen how they take part, and everybody who stays and has said yes to the invitation."""
    return tuple(_who_said_yes(facts, conference))


def _who_said_yes(facts: f.CaseFacts, conference: f.Conference) -> Iterator[Expected]:
    chosen = {one.person_id: one.participation for one in facts.children}
    for one in facts.people:
        invitation = invitation_of(conference, one.id)
        form = chosen.get(one.id)
        if form is None and invitation is not None and invitation.answer is Answer.YES:
            form = attendance_of(conference, one) or Attendance.IN_ROOM
        if form is not None and one.kind in STAYS_IN:
            yield Expected(one.id, one.name, form)


def note_all(session: Session, conference_id: str, expected: tuple[Expected, ...], today: date) -> None:
    """Note each in trin 1, in the form they chose; private time carries them on."""
    for one in expected:
        who = Attendee(PresentAs.PERSON, one.person_id)
        note_presence(session, conference_id, INFORMATION, who, one.form, today)
