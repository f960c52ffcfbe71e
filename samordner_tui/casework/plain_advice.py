"""What is suggested to a text that a family will read, while it is written. Nothing is held back by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from samordner_tui.language import _
from samordner_tui.method.wording.plain_language import FAMILY, flagged, lix

MOST: Final = 3
"""Suggestions at a time; the next come when these are looked at."""
ENOUGH: Final = 120
"""Letters of a text at least before it is said to be heavy."""


def plain_advice(text: str) -> Sequence[str]:
    """Words that may be said easier, the first ones; and that the text is heavy, where it is."""
    found = [one.sentence for one in flagged(text)]
    if len(text) >= ENOUGH and lix(text) > FAMILY:
        found.append(_("Teksten er tung at læse. Prøv kortere sætninger og kortere ord."))
    return found[:MOST]
