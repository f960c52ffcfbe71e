"""A fictional case with a word of its own in every field that holds text, so that each is known again on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.base import Record
from samordner_tui.casework.fields import FieldKind, FieldSpec, fields_of
from samordner_tui.exchange.shape import tables

NO_WORDS = {
    ("cases", "number"),  # stands on papers and in file names by intent
    ("evening_marks", "about"),
    ("notices", "about"),
    ("milestones", "milestone"),
    ("cleared_numbers", "number"),
    ("people", "prompt"),
}
"""Names of things in the method, and the number of the case: nobody wrote them."""

BREAKS = re.compile(r"[\s\u00ad\u2010\\|>-]+")
"""What comes between the letters of a word where a line is broken, or where a sign is set apart."""

ONLY_WHERE_WRITTEN = {("briefings", "left_out_reason"), ("plan_items", "declined_because")}
"""What changes which paper is made, or what it says, by being filled in at all."""


@dataclass(frozen=True)
class Planted:
    """A word, and the field it stands in."""

    word: str
    table: str
    column: str
    row_id: str

    @property
    def field(self) -> str:
        """`people.name`."""
        return f"{self.table}.{self.column}"


class Words:
    """Every word that was planted, found again in a text."""

    def __init__(self, planted: Mapping[str, Planted]) -> None:
        self.planted = planted
        self._by_letters = {word.casefold(): one for word, one in planted.items()}
        longest_first = sorted(map(re.escape, self._by_letters), key=len, reverse=True)
        self._any = re.compile("|".join(longest_first))

    def in_text(self, text: str) -> frozenset[Planted]:
        """What stands in a text, also in capitals, or broken over two lines."""
        letters = BREAKS.sub("", text.casefold())
        return frozenset(self._by_letters[found] for found in self._any.findall(letters))


def plant(session: Session, case_id: str) -> Words:
    """Put a word of its own into every text field of a case, and of the venues and suppliers it uses."""
    planted = dict(_plant(session, case_id))
    session.flush()
    return Words({one.word: one for one in planted.values()})


def _plant(session: Session, case_id: str) -> Iterator[tuple[str, Planted]]:
    numbers: dict[tuple[str, str], int] = {}
    for row, spec in every_field(session, case_id):
        number = numbers[spec.table, spec.name] = numbers.get((spec.table, spec.name), -1) + 1
        word = _word(spec, spec.table, number)
        setattr(row, spec.name, f"{word}@fjord.dk" if spec.name == "email" else word)
        yield word, Planted(word, spec.table, spec.name, str(getattr(row, "id", "")))


def every_field(session: Session, case_id: str) -> Iterator[tuple[Record, FieldSpec]]:
    """Every field of a case that holds text, row by row, and of the venues and suppliers it uses."""
    every: dict[str, type[Record]] = {"cases": Case, **tables()}
    for table, record in every.items():
        for row in _rows(session, record, case_id):
            for spec in fields_of(record).values():
                if _holds_words(table, spec, getattr(row, spec.name)):
                    yield row, spec


def _rows(session: Session, record: type[Record], case_id: str) -> list[Record]:
    """The rows of the case; of what cases share, every row."""
    own = "id" if record is Case else "case_id"
    return [one for one in session.scalars(select(record)) if getattr(one, own, case_id) == case_id]


def _holds_words(table: str, spec: FieldSpec, value: object) -> bool:
    if spec.kind not in {FieldKind.TEXT, FieldKind.LINES} or spec.kept or (table, spec.name) in NO_WORDS:
        return False
    return bool(value) or (table, spec.name) not in ONLY_WHERE_WRITTEN


_numbers: dict[tuple[str, str], int] = {}


def _word(spec: FieldSpec, table: str, number: int) -> str:
    """`zqPeopleName4zq`; a telephone number of figures alone."""
    if spec.name.endswith("phone"):
        place = _numbers.setdefault((table, spec.name), len(_numbers) + 1)
        return f"99{place:02}{number:04}"
    spoken = "".join(part.capitalize() for part in f"{table}_{spec.name}".split("_"))
    return f"zq{spoken}{number}zq"
