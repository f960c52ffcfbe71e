"""Who took part in each trin: private people, helpers, professionals, and the two who always come.

Source: R3, R4, R240, domain.md 2.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference, Presence
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import add, change_field, gone, remove
from samordner_tui.casework.clock import Now
from samordner_tui.casework.silence import PRIVATE_TIME
from samordner_tui.language import _
from samordner_tui.method.terms import Attendance, PersonKind, PresentAs
from samordner_tui.refusals import Refused

HOSTS = (PresentAs.SAMORDNER, PresentAs.INITIATOR)
STAYS_IN = frozenset({PersonKind.CHILD, PersonKind.PRIVATE, PersonKind.HELPER})
"""Who stays when the professionals leave."""


@dataclass(frozen=True)
class Attendee:
    """Somebody who can be in the room: a person of the case, the samordner or the initiativtager."""

    present_as: PresentAs
    person_id: str | None = None


def note_presence(
    session: Session, conference_id: str, step: int, who: Attendee, form: Attendance | None, today: date
) -> None:
    """Note how somebody took part in a trin; None takes the note away."""
    row = _presence(session, conference_id, step, who)
    if form is None:
        if row is not None:
            remove(session, Presence, row.id, today)
    elif row is None:
        _add(session, conference_id, step, who, form, today)
    else:
        change_field(session, Presence, row.id, "form", form, today)


def turn_left(session: Session, conference_id: str, step: int, who: Attendee, now: Now) -> None:
    """Note that somebody who was in a trin left just now, or take the note back. Source: R10, F16."""
    row = _presence(session, conference_id, step, who)
    if row is None:
        raise Refused(_("Notér først, at personen er her."))
    left_at = now.said(None) if row.left_at is None else None
    change_field(session, Presence, row.id, "left_at", left_at, now.today)


def is_just_in_the_room(session: Session, conference_id: str, step: int, who: Attendee) -> bool:
    """Whether somebody is noted in the room in a trin, and nothing more is."""
    row = _presence(session, conference_id, step, who)
    return row is not None and row.form is Attendance.IN_ROOM and row.left_at is None


def carry_on(session: Session, conference_id: str, before: int, step: int, today: date) -> None:
    """Those who were in the room stay when the next trin begins.

    Private time begins without the professionals; after it the samordner and the initiativtager are back.
    """
    for row in _presences(session, conference_id, before):
        who = Attendee(row.present_as, row.person_id)
        if _stays(session, row) and _presence(session, conference_id, step, who) is None:
            _add(session, conference_id, step, who, row.form, today)
    if step != PRIVATE_TIME:
        for host in HOSTS:
            if _presence(session, conference_id, step, Attendee(host)) is None:
                _add(session, conference_id, step, Attendee(host), Attendance.IN_ROOM, today)


def _stays(session: Session, row: Presence) -> bool:
    person = session.get(Person, row.person_id) if row.person_id else None
    return person is not None and person.kind in STAYS_IN


def _presences(session: Session, conference_id: str, step: int) -> list[Presence]:
    query = select(Presence).where(Presence.conference_id == conference_id, Presence.step == step)
    return list(session.scalars(query))


def _presence(session: Session, conference_id: str, step: int, who: Attendee) -> Presence | None:
    return next(
        (
            one
            for one in _presences(session, conference_id, step)
            if (one.present_as, one.person_id) == (who.present_as, who.person_id)
        ),
        None,
    )


def _add(session: Session, conference_id: str, step: int, who: Attendee, form: Attendance, today: date) -> None:
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    add(
        session,
        Presence,
        conference.case_id,
        today,
        conference_id=conference_id,
        step=step,
        present_as=who.present_as,
        person_id=who.person_id,
        form=form,
    )
