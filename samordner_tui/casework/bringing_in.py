"""What a file holds is brought into the network: all of it in one write, so that one undo takes it back.

Whoever resembles somebody is not brought in unless it is asked for; a tie of theirs then goes to the one they resemble.
Source: R95, case_systems.md 3.2.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import add_many
from samordner_tui.casework.facts import current_conference, facts_of
from samordner_tui.casework.incoming import Incoming, IncomingPerson, IncomingTie
from samordner_tui.casework.incoming_compared import in_the_middle, resembling
from samordner_tui.casework.person_values import person_values
from samordner_tui.casework.relations import informant_kind
from samordner_tui.casework.ties import Tied, tie_many
from samordner_tui.casework.under_way import UnderWay


def bring_in(
    session: Session,
    case_id: str,
    incoming: Incoming,
    today: date,
    *,
    taken: Collection[str],
    under_way: UnderWay | None = None,
) -> int:
    """Add those of `incoming` whose keys are `taken`, with their ties. Gives how many people were added.

    A pair that has a tie in the case keeps it, and a tie to a middle that is nobody in the case is left out.

    Raises:
        GivenUp: `under_way` was given up; the transaction is to be rolled back.
    """
    taken = frozenset(taken)
    coming = [one for one in incoming.people if one.key in taken]
    # Before anybody is added: one of those who come may have the name of the child.
    middle = in_the_middle(session, case_id, incoming)
    added = add_many(
        session, Person, case_id, today, [person_values(one.person, one.address) for one in coming], under_way
    )
    ids = {one.key: person_id for one, person_id in zip(coming, added, strict=True)}
    _expect_briefings(session, case_id, coming, ids, today)
    if incoming.ties:
        known = {**_stand_for(session, case_id, incoming), **ids, **middle}
        tie_many(session, case_id, _tied(incoming.ties, known), today)
    return len(added)


def _stand_for(session: Session, case_id: str, incoming: Incoming) -> dict[str, str]:
    """Those who were left out because they resemble somebody, and the id of the one who has their ties."""
    found: dict[str, str] = {}
    # Whoever was taken is in the case by now, so that the first of two in a file is found there.
    for key, double in resembling(session, case_id, incoming).items():
        person_id = double.other.key if double.is_there else found.get(double.other.key)
        if person_id is not None:
            found[key] = person_id
    return found


def _expect_briefings(
    session: Session, case_id: str, coming: Iterable[IncomingPerson], ids: Mapping[str, str], today: date
) -> None:
    """From an informatør a briefing is expected, as when they are typed on the line. Source: R78, R79."""
    informants = [one for one in coming if one.person.is_informant]
    conference = current_conference(facts_of(session, case_id)) if informants else None
    if conference is not None:
        expected = [
            {
                "conference_id": conference.id,
                "author_id": ids[one.key],
                "kind": informant_kind(one.person.relation),
            }
            for one in informants
        ]
        add_many(session, Briefing, case_id, today, expected)


def _tied(told: Iterable[IncomingTie], ids: Mapping[str, str]) -> Iterator[Tied]:
    """The ties whose both ends are in the case now."""
    for one in told:
        if one.first in ids and one.second in ids:
            yield Tied(ids[one.first], ids[one.second], one.quality, one.support)
