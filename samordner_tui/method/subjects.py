"""Whom a task is done for, where it is done for one person at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from samordner_tui.method.facts import CaseFacts, Person
from samordner_tui.method.readings import child_name, invitees
from samordner_tui.method.terms import InvitationChoice


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody a task is done for. `facts` are the case as if there were nobody else the task could be about."""

    id: str
    who: str
    facts: CaseFacts


def children(facts: CaseFacts) -> Iterator[Subject]:
    """Every child of the case; a child that is not noted yet goes by the alias of the case."""
    for child in facts.children:
        yield Subject(child.id, child_name(facts, child), replace(facts, children=(child,)))
    if not facts.children:
        yield Subject("", facts.alias, facts)


def invited_people(facts: CaseFacts) -> Iterator[Subject]:
    """Every private person who is to be invited, with who they are to the child: `Inge (farmor)`."""
    at_home = tuple(_not_invited(person) for person in facts.people)
    for one in invitees(facts):
        who = f"{one.name} ({one.relation})" if one.relation else one.name
        place = facts.people.index(one)
        yield Subject(one.id, who, replace(facts, people=(*at_home[:place], one, *at_home[place + 1 :])))


def _not_invited(person: Person) -> Person:
    """`person` as if nothing were decided about inviting them."""
    undecided = InvitationChoice.UNDECIDED
    return person if person.invited is undecided else replace(person, invited=undecided)


SUBJECTS: Mapping[str, Callable[[CaseFacts], Iterator[Subject]]] = MappingProxyType(
    {"child": children, "invitee": invited_people}
)
"""Who is meant by `for_each` in the method file."""
