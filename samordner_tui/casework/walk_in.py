"""Somebody who comes and is not on the list: welcome, and noted; somebody who is not invited is met outside, kindly.

Who is invited is decided by the child, the parents, the municipality or the person, never by the samordner in the
doorway. Source: R3, R155, design 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.attendance import Attendee, note_presence
from samordner_tui.casework.change import add, gone
from samordner_tui.casework.clock import Now
from samordner_tui.casework.evening import INFORMATION
from samordner_tui.casework.folding import folded
from samordner_tui.language import _
from samordner_tui.method.terms import Attendance, InvitationChoice, PersonKind, PresentAs
from samordner_tui.refusals import Refused


@dataclass(frozen=True)
class WalkIn:
    """Who came, as it is typed in the doorway."""

    name: str
    kind: PersonKind = PersonKind.PRIVATE
    relation: str | None = None


def let_in(session: Session, conference_id: str, who: WalkIn, now: Now) -> str:
    """Note that somebody came and is in trin 1; whoever is not known in the case yet is added. Gives the person's id.

    Raises:
        Refused: the name is that of somebody who is not invited.
    """
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    people = session.scalars(select(Person).where(Person.case_id == conference.case_id)).all()
    _refuse_not_invited(people, who.name)
    known = next((one.id for one in people if _same(one.name, who.name)), None)
    person_id = known or add(
        session, Person, conference.case_id, now.today, name=who.name, kind=who.kind, relation=who.relation
    )
    attendee = Attendee(PresentAs.PERSON, person_id)
    note_presence(session, conference_id, INFORMATION, attendee, Attendance.IN_ROOM, now.today)
    return person_id


def _refuse_not_invited(people: Sequence[Person], name: str) -> None:
    """A first name alone may be that of somebody else: then the whole name tells them apart."""
    for one in people:
        if one.invited is not InvitationChoice.NOT_INVITED:
            continue
        if _same(one.name, name):
            raise Refused(
                _(
                    "{name} er ikke inviteret. Tag venligt imod ude i gangen, og lad initiativtageren tale med {name}. "
                    "Barnet og familien bestemmer, ikke du."
                ).format(name=one.name)
            )
        if set(folded(name).split()) <= set(folded(one.name).split()):
            raise Refused(_("{name} er ikke inviteret. Er det en anden, så skriv hele navnet.").format(name=one.name))


def _same(first: str, second: str) -> bool:
    return folded(first).split() == folded(second).split()
