"""Who of a case is named in a text that somebody typed: `Alma og hendes mor Mette Holm` names Alma and Mette.

A first name alone is enough where one person of the case has it. Nobody is guessed: where two have the name, or where a
name goes on as another's, it is nobody of the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from samordner_tui.casework.relations import meaning_of

_BETWEEN: Final = re.compile(r"[,;&+/()\n]|\b(?:og|samt|med|and|with)\b")
_AROUND: Final = " .:!?\"'»«"


def named_in(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of those who are named, in the order of the text.

    Args:
        text: as it was typed.
        names: of everybody in the case, by id.
    """
    parts = ([word.strip(_AROUND) for word in part.split()] for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(found for part in parts for found in _named([one for one in part if one], names)))


def _named(words: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    """Those who are named between two commas."""
    at = 0
    while at < len(words):
        person_id, length = _from(words, at, names)
        if person_id is not None:
            yield person_id
        at += length


def _from(words: Sequence[str], at: int, names: Mapping[str, str]) -> tuple[str | None, int]:
    """Who is named from a word on, if anybody, and in how many words: a whole name before a first name."""
    for length in range(len(words) - at, 0, -1):
        beside = [*words[:at][-1:], *words[at + length :][:1]]
        said = [word.casefold() for word in words[at : at + length]]
        begins = [one for one, name in names.items() if name.casefold().split()[:length] == said]
        whole = [one for one in begins if len(names[one].split()) == length]
        if begins and not any(_goes_on(word) for word in beside):
            found = whole or begins
            return (found[0] if len(found) == 1 else None), length
    return None, 1


def _goes_on(word: str) -> bool:
    """Whether a word beside a name is a part of it: `Bak`, and not `mormor` or `her`."""
    return word[0].isupper() and meaning_of(word) is None
