"""Finding people by asking, one question at a time, each remembering whom it brought up. Source: R27, R153 to R155.

What a question is about goes without saying in the answer: whoever is named on the father's side stands on that side.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Person, View
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.folding import folded
from samordner_tui.casework.network import add_person
from samordner_tui.casework.network_map import NetworkMap, read_network_map
from samordner_tui.casework.quick_add import Understood, understand
from samordner_tui.language import _
from samordner_tui.method.definition import Method, Prompt
from samordner_tui.method.terms import ContactView, PersonKind
from samordner_tui.refusals import Refused


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the names it has brought up in this case."""

    prompt: Prompt
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """Every question in its order, and the network as far as it is known."""

    asked: tuple[Asked, ...]
    network: NetworkMap

    @property
    def begins_at(self) -> int:
        """The first question that has brought nobody up yet."""
        return next((place for place, one in enumerate(self.asked) if not one.names), 0)


def read_conversation(session: Session, case_id: str, method: Method) -> Conversation:
    """The questions of a case, with those they have brought up."""
    people = Rows(session, case_id).all(Person)
    asked = (Asked(prompt, tuple(one.name for one in people if one.prompt == prompt.id)) for prompt in method.prompts)
    return Conversation(tuple(asked), read_network_map(session, case_id))


def answered(person: Understood, prompt: Prompt) -> Understood:
    """`person` with what goes without saying in an answer to the question. What was typed, and what follows, stands."""
    told = understand(f"{person.name}, {prompt.adds}") if prompt.adds else None
    if not isinstance(told, Understood):
        return person
    return replace(
        person,
        side=person.side or told.side,
        sector=person.sector or told.sector,
        ring=person.ring or told.ring,
        tie=person.tie or told.tie,
        household=told.household if person.household is None else person.household,
    )


def named(people: Iterable[Person], name: str) -> Person | None:
    """The person of that name, however it is spelt with å or aa, large or small."""
    return next((one for one in people if folded(one.name) == folded(name)), None)


def refuse_known(people: Iterable[Person], name: str) -> None:
    """Nobody is written down twice at the table.

    Raises:
        Refused: somebody of that name stands in the case.
    """
    if named(people, name) is not None:
        raise Refused(_("{name} står her allerede.").format(name=name))


def bring_up(session: Session, case_id: str, person: Understood, prompt: Prompt, today: date) -> str:
    """Write down somebody a question has brought up. Gives their id.

    Somebody who stands in the case already is not written twice: the question remembers that it brought them up.
    Whoever must not be there is what the child says, where there is one child: nothing is decided by it.

    Raises:
        Refused: another question has brought them up.
    """
    people = Rows(session, case_id).all(Person)
    known = named(people, person.name)
    if known is not None and known.prompt is None:
        change_field(session, Person, known.id, "prompt", prompt.id, today)
        return known.id
    refuse_known(people, person.name)
    person_id = add_person(session, case_id, answered(person, prompt), today, prompt=prompt.id)
    children = [one.id for one in people if one.kind is PersonKind.CHILD]
    if prompt.unwanted and len(children) == 1:
        no = ContactView.NO
        add(session, View, case_id, today, person_id=person_id, said_by_id=children[0], view=no, said_on=today)
    return person_id
