"""What a file would bring in, held against the case: who resembles whom, who is in the middle, which ties stand.

A tie to somebody in the middle who is nobody in the case is refused; a pair that has a tie in the case keeps it.
Source: R147, R151, case_systems.md 3.2.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Child, NetworkTie, Person
from samordner_tui.casework.alike import people_to_compare
from samordner_tui.casework.doubles import Double, Likeness, Somebody, compared_name, doubles
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.incoming import Incoming, IncomingTie, InTheMiddle, RefusedRow
from samordner_tui.casework.ties import sentence
from samordner_tui.language import _

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method


@dataclass(frozen=True)
class Compared:
    """What a file would bring into a case.

    Attributes:
        incoming: what can be taken; ties to a middle that is nobody in the case are refused.
        alike: those who resemble somebody, by key.
        middle: who in the case stands in the middle, by what the file calls them: the id and the name.
        tied: the pairs of ids that have a tie in the case.
    """

    incoming: Incoming
    alike: Mapping[str, Double]
    middle: Mapping[str, tuple[str, str]]
    tied: frozenset[frozenset[str]]

    def stands(self, one: IncomingTie, taken: Collection[str]) -> bool:
        """Whether the two have a tie in the case, which stays as it is when those of the keys `taken` come along."""
        first, second = self._there(one.first, taken), self._there(one.second, taken)
        return first is not None and second is not None and frozenset((first, second)) in self.tied

    def _there(self, key: str, taken: Collection[str]) -> str | None:
        """Who in the case has the ties of a key, by id; None for whoever is new."""
        if key in self.middle:
            return self.middle[key][0]
        while key in self.alike and key not in taken:
            double = self.alike[key]
            key = double.other.key
            if double.is_there:
                return key
        return None


def compare(session: Session, case_id: str, incoming: Incoming) -> Compared:
    """Hold what a file would bring in against the case."""
    names = {one.id: one.name for one in Rows(session, case_id).all(Person)}
    middle = {
        key: (person_id, names[person_id]) for key, person_id in in_the_middle(session, case_id, incoming).items()
    }
    unknown = {one.key: one for one in incoming.middle if one.key not in middle}
    taken: list[IncomingTie] = []
    refused = list(incoming.refused)
    for tie in incoming.ties:
        of = unknown.get(tie.first) or unknown.get(tie.second)
        if of is None:
            taken.append(tie)
        else:
            refused.append(RefusedRow(tie.place, _nobody(of)))
    refused.sort(key=lambda one: one.place)
    tied = frozenset(frozenset((one.first_id, one.second_id)) for one in Rows(session, case_id).all(NetworkTie))
    incoming = replace(incoming, ties=tuple(taken), refused=tuple(refused))
    return Compared(incoming, resembling(session, case_id, incoming), middle, tied)


def resembling(session: Session, case_id: str, incoming: Incoming) -> dict[str, Double]:
    """Those a file tells of who resemble somebody in the case, or somebody before them in the file; by key."""
    coming = [
        Somebody(one.key, one.person.name, one.person.phone, one.person.email, one.person.relation)
        for one in incoming.people
    ]
    return doubles(coming, people_to_compare(session, case_id))


def in_the_middle(session: Session, case_id: str, incoming: Incoming) -> dict[str, str]:
    """Who in the case each in the middle of a file is: the id by the key. Whoever is nobody there is left out."""
    if not incoming.middle:
        return {}
    people = {one.id: one.name for one in Rows(session, case_id).all(Person)}
    children = [one.person_id for one in Rows(session, case_id).all(Child)]
    is_alone = len(incoming.middle) == 1
    found = ((one.key, _who(one, people, children, is_alone=is_alone)) for one in incoming.middle)
    return {key: person_id for key, person_id in found if person_id is not None}


def _who(one: InTheMiddle, people: Mapping[str, str], children: Collection[str], *, is_alone: bool) -> str | None:
    """Somebody by the id they have here, or a child by name, or the only child where only one is in the middle."""
    if one.key in people:
        return one.key
    named = {person_id for person_id, name in people.items() if compared_name(name) == compared_name(one.name)}
    # Two children of one name cannot be told apart, and a grown-up with a map of their own is not the child.
    fitting = (named.intersection(children) or named) if named else children if is_alone else ()
    found = next(iter(fitting), None)
    return found if len(fitting) == 1 and found in children else None


def _nobody(one: InTheMiddle) -> str:
    if not one.name:
        return _("Filen siger ikke, hvilket barn der står i midten af kortet. Tegn båndet bagefter.")
    return _("{name} står i midten af kortet i filen og er ikke et barn i sagen. Tegn båndet bagefter.").format(
        name=one.name
    )


def resembles_words(double: Double) -> str:
    """`ligner Karen, som er i sagen (samme telefon)`."""
    shared = {
        Likeness.NAME: _("samme navn"),
        Likeness.PHONE: _("samme telefon"),
        Likeness.EMAIL: _("samme e-mail"),
    }[double.likeness]
    if double.is_there:
        return _("ligner {name}, som er i sagen ({shared})").format(name=double.other.name, shared=shared)
    return _("ligner {name} tidligere i filen ({shared})").format(name=double.other.name, shared=shared)


def tie_words(compared: Compared, taken: Collection[str], method: Method) -> Iterator[tuple[int, str]]:
    """Each tie that a file tells of, as a sentence, with the line it stands on; and where another one stays."""
    names = {one.key: one.person.name for one in compared.incoming.people}
    names |= {key: name for key, (_id, name) in compared.middle.items()}
    for one in compared.incoming.ties:
        said = sentence(names[one.first], names[one.second], one.quality, one.support, method)
        if compared.stands(one, taken):
            said += " – " + _("de to har et bånd i sagen, og det bliver stående")
        yield one.place, said
