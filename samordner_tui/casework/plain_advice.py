"""What is suggested to a text that a child or a family will read, while it is written. Nothing is held back by it.

Which texts that are stands on their columns, as `ReadBy`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, Literal

from samordner_tui.casework.fields import FieldSpec
from samordner_tui.language import _
from samordner_tui.method.wording.plain_language import CHILD, FAMILY, flagged, lix

Advice = Callable[[str], Sequence[str]]
"""Suggestions to a text, a sentence each."""
Reader = Literal["child", "family"]

HEAVIEST: Final[Mapping[Reader, int]] = {"child": CHILD, "family": FAMILY}
"""The highest LIX of a text, by who reads it."""
MOST: Final = 3
"""Suggestions at a time; the next come when these are looked at."""
ENOUGH: Final = 120
"""Letters of a text at least before it is said to be heavy."""


def advice_to(spec: FieldSpec) -> Advice | None:
    """What is suggested while a field is written; nothing for one that no child and no family reads."""
    return None if spec.read_by is None else partial(plain_advice, reader=spec.read_by)


def plain_advice(text: str, reader: Reader = "family", most: int = MOST) -> Sequence[str]:
    """Words that may be said easier, the first ones; and that the text is heavy for its reader, where it is."""
    found = [one.sentence for one in flagged(text)]
    if is_heavy(text, reader):
        found.append(_("Teksten er tung at læse. Prøv kortere sætninger og kortere ord."))
    return found[:most]


def is_heavy(text: str, reader: Reader) -> bool:
    """Whether it is long enough to be told so, and heavier than its reader can be asked to read. A list is not."""
    has_sentences = any(sign in text for sign in ".!?")
    return has_sentences and len(text) >= ENOUGH and lix(text) > HEAVIEST[reader]
