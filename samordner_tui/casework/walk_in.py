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
from samordner_tui.casework.fields import Value
from samordner_tui.casework.folding import folded
from samordner_tui.casework.names_in_words import may_be_the_same
from samordner_tui.language import _
from samordner_tui.method.terms import Attendance, InvitationChoice, PersonKind, PresentAs
from samordner_tui.refusals import Refused


@dataclass(frozen=True)
class WalkIn:
    """Who came, as it is typed in the doorway, and what was answered where the name may be that of somebody known."""

    name: str
    kind: PersonKind = PersonKind.PRIVATE
    relation: str | None = None
    known_id: str | None = None
    is_somebody_else: bool = False


def who_it_may_be(session: Session, conference_id: str, name: str) -> tuple[str, ...]:
    """Those of the case a name may be of, by id, where it is nobody's whole name: a person says whether it is they.

    A part of the name of somebody who is not invited is no question: the whole name tells them apart.
    """
    people = _people(session, _conference(session, conference_id))
    if any(_same(one.name, name) for one in people):
        return ()
    return tuple(one.id for one in people if may_be_the_same(one.name, name) and not _is_less_of_a_name(name, one))


def let_in(session: Session, conference_id: str, who: WalkIn, now: Now) -> str:
    """Note that somebody came and is in trin 1; whoever is not known in the case yet is added. Gives the person's id.

    Raises:
        Refused: the name is that of somebody who is not invited, or may be that of somebody known and nobody has said.
    """
    conference = _conference(session, conference_id)
    people = _people(session, conference)
    known = next((one for one in people if one.id == who.known_id or _same(one.name, who.name)), None)
    if known is None:
        _refuse_unclear(people, who)
    elif known.invited is InvitationChoice.NOT_INVITED:
        raise Refused(
            _(
                "{name} er ikke inviteret. Tag venligt imod ude i gangen, og lad initiativtageren tale med {name}. "
                "Barnet og familien bestemmer, ikke du."
            ).format(name=known.name)
        )
    person_id = known.id if known is not None else _add(session, conference.case_id, who, now)
    attendee = Attendee(PresentAs.PERSON, person_id)
    note_presence(session, conference_id, INFORMATION, attendee, Attendance.IN_ROOM, now.today)
    return person_id


def _add(session: Session, case_id: str, who: WalkIn, now: Now) -> str:
    """Add somebody new; whether they live with the child nobody has said in a doorway."""
    values: dict[str, Value] = {"name": who.name, "kind": who.kind, "relation": who.relation}
    if who.kind is PersonKind.PRIVATE:
        values["household"] = None
    return add(session, Person, case_id, now.today, **values)


def _refuse_unclear(people: Sequence[Person], who: WalkIn) -> None:
    """A name that may be that of somebody known is asked about; less than the name of somebody not invited stops."""
    for one in people:
        if _is_less_of_a_name(who.name, one):
            raise Refused(_("{name} er ikke inviteret. Er det en anden, så skriv hele navnet.").format(name=one.name))
    alike = [one.name for one in people if may_be_the_same(one.name, who.name)]
    if alike and not who.is_somebody_else:
        raise Refused(_("Er det {name}, eller er det en anden?").format(name=alike[0]))


def _is_less_of_a_name(name: str, one: Person) -> bool:
    """Whether a name is only a part of that of somebody who is not invited."""
    is_part = set(folded(name).split()) < set(folded(one.name).split())
    return one.invited is InvitationChoice.NOT_INVITED and is_part


def _conference(session: Session, conference_id: str) -> Conference:
    conference = session.get(Conference, conference_id)
    if conference is None:
        raise Refused(gone())
    return conference


def _people(session: Session, conference: Conference) -> Sequence[Person]:
    return session.scalars(select(Person).where(Person.case_id == conference.case_id)).all()


def _same(first: str, second: str) -> bool:
    return folded(first).split() == folded(second).split()
