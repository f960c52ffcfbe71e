"""What a stage shows, as frozen values: read in a worker, drawn on the screen or printed by a command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.terms import StageId, Standing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from samordner_tui.casework.fields import Value
    from samordner_tui.method.definition import Method


@dataclass(frozen=True)
class Context:
    """What a stage's view is made from: the case as facts, and a session to read what the rules do not need."""

    session: Session
    case_id: str
    conference: Conference | None
    facts: CaseFacts
    method: Method
    today: date
    zone: ZoneInfo


@dataclass(frozen=True)
class Column:
    """A column of a list. `width` is in cells; `drop_at` leaves it out where the list is narrower than that."""

    title: str
    width: int
    grow: bool = False
    drop_at: int = 0


@dataclass(frozen=True)
class Row:
    """One line of a list: which record it opens, and its cells.

    A line that is expected and not there yet (a consent nobody has asked for, a role nobody has) carries the values
    it begins with in `add_values`; opening it adds the record. Its `id` begins with `+` and is its own in the list.
    """

    id: str
    record: str
    cells: tuple[str, ...]
    mark: Standing | None = None
    dim: bool = False
    add_values: Mapping[str, Value] = field(default_factory=dict)
    field: str | None = None
    """The field that the form opens at."""
    jump: Jump | None = None
    """Where a line leads that opens no form of its own."""

    @property
    def is_expected(self) -> bool:
        """Whether the record is still to be added."""
        return self.id.startswith("+")


@dataclass(frozen=True)
class Section:
    """A part of a stage: a heading, a line about it, and rows that can be opened.

    `adds` names the record that `n` adds here, with `add_values` set on it. A section without columns shows its
    rows as sentences.
    """

    id: str
    title: str
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    note: str = ""
    empty: str = ""
    adds: str | None = None
    add_values: Mapping[str, Value] = field(default_factory=dict)
    add_title: str = ""
    """What is asked for when a row is added, where the record's own name says too little."""


@dataclass(frozen=True)
class Jump:
    """Where something is answered: a stage, and in it a section, a row and a field, as far as they are known."""

    stage: StageId
    section: str | None = None
    record: str | None = None
    row_id: str | None = None
    field: str | None = None
    adds: bool = False
    """Whether a row is added to the section, also where there are some already."""


@dataclass(frozen=True)
class Question:
    """An open question of a stage as a sentence, and where it is answered."""

    text: str
    jump: Jump
    rule: str = ""
    """The rule of the method that asks, by its name."""


@dataclass(frozen=True)
class StageView:
    """A stage as it is shown: open questions first, then what has been gathered."""

    stage: StageId
    title: str
    summary: str
    questions: tuple[Question, ...]
    sections: tuple[Section, ...]
