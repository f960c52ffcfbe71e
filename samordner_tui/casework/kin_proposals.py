"""Kinship that the words of the network tell already: offered as one list, and written only when it is accepted.

The words are those of the child: `mormor` is the mother of `mor`, `moster` has the same parents as she. Where two are
called the same, or the case is about several children, the word does not say who is meant, and nothing is offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.family import Family, Kin, Line, Pair, ParentOf
from samordner_tui.casework.kin_rules import what_speaks_against
from samordner_tui.casework.kin_words import kin_word
from samordner_tui.casework.kinship import add_couple, add_parent, read_family
from samordner_tui.method.terms import CoupleState, ParentKind, Side

Words = tuple[str, ...]

MOTHER: Final[Words] = ("mor", "mother")
FATHER: Final[Words] = ("far", "father")

GRANDPARENTS: Final[dict[Words, Words]] = {MOTHER: ("mormor", "morfar"), FATHER: ("farmor", "farfar")}
AUNTS_AND_UNCLES: Final[dict[Words, Words]] = {MOTHER: ("moster", "morbror"), FATHER: ("faster", "farbror")}

SIBLINGS: Final = frozenset(
    ("bror", "søster", "storebror", "lillebror", "storesøster", "lillesøster", "brother", "sister")
)
HALF_SIBLINGS: Final = frozenset(("halvbror", "halvsøster", "half-brother", "half-sister"))

OTHER_PARENTS: Final = {
    **dict.fromkeys(("stedmor", "stedfar", "bonusmor", "bonusfar", "stepmother", "stepfather"), ParentKind.STEP),
    **dict.fromkeys(("plejemor", "plejefar", "foster mother", "foster father"), ParentKind.FOSTER),
    **dict.fromkeys(("adoptivmor", "adoptivfar"), ParentKind.ADOPTIVE),
}

PARTNERS: Final = {
    **dict.fromkeys(("kone", "mand", "hustru", "ægtefælle", "wife", "husband"), CoupleState.MARRIED),
    **dict.fromkeys(("samlever", "samboende"), CoupleState.TOGETHER),
    **dict.fromkeys(("tidligere samlever", "tidligere kæreste", "ekskæreste"), CoupleState.SEPARATED),
    **dict.fromkeys(("ekskone", "eksmand", "tidligere kone", "tidligere mand"), CoupleState.DIVORCED),
}
"""`mors kone`, `Mareks kone`: behind the name of whom it is."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the network tells of somebody: the word, and on whose side they are."""

    word: str
    side: Side | None = None


def read_proposals(session: Session, case_id: str) -> tuple[Family, tuple[Line, ...]]:
    """The family as it is written, and what can be offered to write."""
    family = read_family(session, case_id)
    sides = {one.id: one.side for one in session.query(Person).filter_by(case_id=case_id)}
    return family, proposals(family, sides)


def proposals(family: Family, sides: dict[str, Side | None]) -> tuple[Line, ...]:
    """Lines that the words tell, in the order they can be written; what stands already or cannot be is left out."""
    children = [one for one in family.people if one.is_child]
    name = children[0].name if len(children) == 1 else ""
    told = {one.id: Told(kin_word(one.relation, name), sides.get(one.id)) for one in family.people if not one.is_child}
    offered: list[Line] = []
    for line in _told(family, told, children[0] if len(children) == 1 else None):
        if what_speaks_against(family, line) is None and not _are_parent_and_child(family, line):
            family = family.with_line(line)
            offered.append(line)
    return tuple(offered)


def accept(session: Session, case_id: str, accepted: Sequence[Line], today: date) -> None:
    """Write what was accepted.

    Raises:
        Refused: something else has been written meanwhile that speaks against it.
    """
    for line in accepted:
        if isinstance(line, ParentOf):
            add_parent(session, case_id, line.parent, line.child, line.kind, today)
        else:
            add_couple(session, case_id, line.first, line.second, line.state, today)


def _are_parent_and_child(family: Family, line: Line) -> bool:
    """In whatever way: what somebody has written themselves is not doubted."""
    return isinstance(line, ParentOf) and any(one.parent == line.parent for one in family.parents_of(line.child))


def _told(family: Family, told: dict[str, Told], child: Kin | None) -> Iterator[Line]:
    parents = {words: _only(told, words) for words in (MOTHER, FATHER)}
    if child is not None:
        yield from (_line(parent, child.id) for parent in parents.values() if parent)
    for words, parent in parents.items():
        if parent:
            yield from _above_and_beside(told, words, parent)
    if child is not None:
        yield from _brothers_and_sisters(told, parents[MOTHER], parents[FATHER])
        for kin, one in told.items():
            if one.word in OTHER_PARENTS:
                yield _line(kin, child.id, OTHER_PARENTS[one.word])
    yield from _partners(family, told, parents[MOTHER], parents[FATHER])


def _above_and_beside(told: dict[str, Told], words: Words, parent: str) -> Iterator[Line]:
    """The parents of a parent, and the brothers and sisters who have the same."""
    grandparents = [one for word in GRANDPARENTS[words] if (one := _only(told, (word,)))]
    beside = [kin for kin, one in told.items() if one.word in AUNTS_AND_UNCLES[words]]
    for child in (parent, *beside):
        yield from (_line(grandparent, child) for grandparent in grandparents)


def _brothers_and_sisters(told: dict[str, Told], mother: str | None, father: str | None) -> Iterator[Line]:
    """With both parents, or with the one on whose side they are."""
    of_side = {Side.MOTHER: (mother,), Side.FATHER: (father,), Side.BOTH: (mother, father)}
    for kin, one in told.items():
        is_half = one.word in HALF_SIBLINGS and one.side is not Side.BOTH
        if (one.word in SIBLINGS or is_half) and one.side in of_side:
            yield from (_line(parent, kin) for parent in of_side[one.side] if parent)


def _partners(family: Family, told: dict[str, Told], mother: str | None, father: str | None) -> Iterator[Line]:
    """`mors kone`; `Mareks kone` where only one is called Marek."""
    owners = {"mors ": mother, "fars ": father}
    for one in family.people:
        same = [other.id for other in family.people if other.name.lower() == one.name.lower()]
        if len(same) == 1:
            owners[f"{one.name.lower()}s "] = one.id
    for kin, one_told in told.items():
        for owner, whose in owners.items():
            state = PARTNERS.get(one_told.word.removeprefix(owner)) if one_told.word.startswith(owner) else None
            if state is not None and whose is not None:
                yield Pair("", whose, kin, state)


def _only(told: dict[str, Told], words: Words) -> str | None:
    """The one who is called so; None where it is nobody or several."""
    found = [kin for kin, one in told.items() if one.word in words]
    return found[0] if len(found) == 1 else None


def _line(parent: str, child: str, kind: ParentKind = ParentKind.BIOLOGICAL) -> ParentOf:
    return ParentOf("", parent, child, kind)
