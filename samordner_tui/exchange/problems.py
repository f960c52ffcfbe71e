"""What is wrong in a case file, each with its place, and the refusal of the whole."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samordner_tui.casework.limits import sentence_for
from samordner_tui.language import _, ngettext
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MOST_SHOWN = 20
LONGEST_KEY_SHOWN = 40
OWN_WORDS = "samordner"
"""The type of an error whose sentence was written where it was found."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `place` is the way to it in the file: `people[3].phone`."""

    place: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class CaseFileWrong(Refused):
    """The file is refused whole. Its sentence names every problem, and nothing that the file holds."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(_told(self.problems))


def _told(problems: tuple[Problem, ...]) -> str:
    lines = [_("Sagsfilen kan ikke bruges, og intet er hentet ind.")]
    lines += [f"  {problem}" for problem in problems[:MOST_SHOWN]]
    more = len(problems) - MOST_SHOWN
    if more > 0:
        lines.append("  " + ngettext("og {count} fejl mere", "og {count} fejl mere", more).format(count=more))
    return "\n".join(lines)


def place_of(steps: Iterable[str | int]) -> str:
    """`("people", 3, "phone")` as `people[3].phone`. Rows are counted from 0."""
    place = ""
    for step in steps:
        key = step if isinstance(step, int) else shown_key(step)
        place += f"[{key}]" if isinstance(key, int) else f".{key}" if place else key
    return place


def shown_key(key: str) -> str:
    """A key of the file as it may be shown: one that is no word could hold anything, and is not repeated."""
    return key if key.isidentifier() and len(key) <= LONGEST_KEY_SHOWN else "…"


def problem_of(error: ErrorDetails, known_keys: Callable[[tuple[str | int, ...]], Iterable[str]]) -> Problem:
    """One pydantic error as a problem. `known_keys` gives the keys that an object at a place may have."""
    where = error["loc"]
    if error["type"] == "extra_forbidden":
        return Problem(place_of(where), _unknown_key(str(where[-1]), known_keys(where[:-1])))
    say = SENTENCES.get(error["type"])
    context = error.get("ctx", {})
    return Problem(place_of(where), say(context) if say is not None else sentence_for(error))


def _unknown_key(key: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(key, list(known), n=1)
    if near:
        return _("Den nøgle kendes ikke. Mente du »{key}«?").format(key=near[0])
    return _("Den nøgle kendes ikke.")


def _expected(limits: Mapping[str, object]) -> str:
    return _("Her skal stå {expected}.").format(expected=limits["expected"])


SENTENCES: dict[str, Callable[[Mapping[str, object]], str]] = {
    OWN_WORDS: lambda limits: str(limits["sentence"]),
    "missing": lambda limits: _("Det mangler."),
    "string_type": lambda limits: _("Her skal stå en tekst."),
    "bool_type": lambda limits: _("Her skal stå true eller false."),
    "int_type": lambda limits: _("Her skal stå et helt tal."),
    "int_parsing": lambda limits: _("Her skal stå et helt tal."),
    "list_type": lambda limits: _("Her skal stå en liste."),
    "tuple_type": lambda limits: _("Her skal stå en liste."),
    "model_type": lambda limits: _("Her skal stå et objekt med nøgler."),
    "model_attributes_type": lambda limits: _("Her skal stå et objekt med nøgler."),
    "literal_error": _expected,
}
