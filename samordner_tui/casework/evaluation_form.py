"""An evaluation as it is filled in at the laptop: a group, three marks, words. Nobody's name, and no time of day.

What is half filled in is a draft: outside the journal, and never shown to the next. Source: R101, R102, R127.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Evaluation
from samordner_tui.archive.records.base import Record
from samordner_tui.casework.change import Change, add, rules_of
from samordner_tui.casework.fields import Value
from samordner_tui.casework.known_names import known_names
from samordner_tui.casework.names_in_words import said_as
from samordner_tui.casework.relations import meaning_of
from samordner_tui.casework.results.shapes import MEASURES
from samordner_tui.language import _
from samordner_tui.method.cpr import mask
from samordner_tui.method.terms import Respondent
from samordner_tui.refusals import Refused

HIGHEST: Final = 4
"""The highest mark; the lowest is 0."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What one person has answered so far. A mark that is not given is None; so is a question that is passed by."""

    group: Respondent
    marks: tuple[int | None, ...] = ()
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is answered yet."""
        return all(mark is None for mark in self.marks) and not self.words.strip()

    def with_mark(self, place: int, mark: int | None) -> Filled:
        """The same, with the answer to one question; those between are passed by."""
        marks = [*self.marks, *([None] * (place + 1 - len(self.marks)))]
        marks[place] = mark
        return replace(self, marks=tuple(marks))

    def as_draft(self) -> str:
        """As it is kept until it is finished."""
        return json.dumps(asdict(self), ensure_ascii=False)


def from_draft(text: str) -> Filled | None:
    """What was half filled in when the program was cut off; None where that cannot be read."""
    try:
        read = json.loads(text)
        marks = tuple(one if one in range(HIGHEST + 1) else None for one in read["marks"])
        return Filled(Respondent(read["group"]), marks[: len(MEASURES)], str(read["words"]))
    except (ValueError, KeyError, TypeError):
        return None


def keep(session: Session, case_id: str, conference_id: str, filled: Filled, today: date) -> str | None:
    """Keep an answer, by its group alone. Gives its id; None where nothing was answered."""
    if filled.is_empty:
        return None
    marks = dict(zip(MEASURES, filled.marks, strict=False))
    words = filled.words.strip() or None
    values: dict[str, Value] = {"conference_id": conference_id, "group": filled.group, "answered_on": today}
    return add(session, Evaluation, case_id, today, **values, **marks, words=words)


def spared(session: Session, case_id: str, filled: Filled) -> Filled:
    """The same without what may not be kept: a dot for each digit of a CPR number, and dots for a name.

    For what was cut off halfway, where nobody is asked to write it again.
    """
    words = mask(filled.words)
    while (name := name_in(session, case_id, words)) is not None:
        words = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", "…", words)
    return replace(filled, words=words)


def name_in(session: Session, case_id: str, words: str) -> str | None:
    """The first name that is known in the case and stands in `words`, as it is written there."""
    for one in known_names(session, case_id, Evaluation):
        found = _said_of(one.name, words)
        if found is not None:
            return found
    return None


def _said_of(name: str, words: str) -> str | None:
    """What `words` call somebody by: the whole name, the first, or one after it that is written with a capital.

    Many surnames are ordinary words. A relation that stands where a name does, as in `Onkel Per`, is nobody's name.
    """
    first, *others = name.split() or [""]
    called = said_as(name, words) if meaning_of(name) is None else None
    if called is None and meaning_of(first) is None:
        called = said_as(first, words)
    named = (said_as(one, words) for one in others if one[0].isupper() and len(one.rstrip(".")) > 1)
    return called or next((one for one in named if one is not None and one[0].isupper()), None)


def refuse_names(session: Session, case_id: str, words: str) -> None:
    """No name is kept in an answer.

    Raises:
        Refused: somebody in the case is named.
    """
    name = name_in(session, case_id, words)
    if name is not None:
        raise Refused(_("Der står et navn: {name}. Skriv det uden navne, så ingen kan kendes.").format(name=name))


def no_name_in_a_new_answer(session: Session, row: Record, today: date) -> None:
    """An answer that is added names nobody."""
    if isinstance(row, Evaluation) and row.words:
        refuse_names(session, row.case_id, row.words)


def no_name_in_an_answer(change: Change) -> None:
    """Nor does one that is changed."""
    if isinstance(change.row, Evaluation) and change.field.name == "words" and isinstance(change.after, str):
        refuse_names(change.session, change.row.case_id, change.after)


rules_of(Evaluation).before_add.append(no_name_in_a_new_answer)
rules_of(Evaluation).before_change.append(no_name_in_an_answer)
