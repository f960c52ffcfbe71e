"""What a file would bring into the network of a case: shown before anything is kept, each row taken or refused."""

from __future__ import annotations

from dataclasses import dataclass

from samordner_tui.casework.quick_add import Understood
from samordner_tui.method.terms import Support, TieQuality


@dataclass(frozen=True, slots=True)
class InTheMiddle:
    """Whoever stands in the middle of the map in a file: a child, whom the file knows by a key and a name.

    The name is empty where the file says none.
    """

    key: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class IncomingPerson:
    """Somebody a file tells of.

    Attributes:
        place: the line of the file where they begin; 1 is the first.
        key: what the file calls them, so that its ties can name them.
        person: what was understood of them.
        address: where they live, when the file says it.
    """

    place: int
    key: str
    person: Understood
    address: str | None = None


@dataclass(frozen=True, slots=True)
class IncomingTie:
    """A tie a file tells of; `first` and `second` are keys, of people or of those in the middle."""

    place: int
    first: str
    second: str
    quality: TieQuality
    support: Support | None = None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken, and why, in a sentence for the person at the keyboard."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """Everything a file would bring in, in the order it stands there."""

    people: tuple[IncomingPerson, ...]
    ties: tuple[IncomingTie, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    middle: tuple[InTheMiddle, ...] = ()
