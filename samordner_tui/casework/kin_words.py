"""What the everyday word for a relation tells of kinship: who is meant, and whether it is a man or a woman.

`mormor` is a woman and the mother of the mother; `mor til Frejas veninde` is a woman and no kin of the child's.
"""

from __future__ import annotations

import re
from typing import Final

from samordner_tui.method.terms import Gender

WOMEN: Final = frozenset(
    "moster faster tante kusine niece hustru pige aunt wife girl girlfriend".split()  # noqa: SIM905 - reads best
)
MEN: Final = frozenset(
    "onkel fætter nevø mand ægtemand dreng uncle nephew husband boy boyfriend".split()  # noqa: SIM905 - reads best
)
WOMEN_ENDING: Final = ("mor", "søster", "datter", "kone", "mother", "sister", "daughter", "veninde")
"""Danish and English put words together: `stedmor`, `storesøster`, `grandmother`."""
MEN_ENDING: Final = ("far", "bror", "søn", "father", "brother")

_WORD: Final = re.compile(r"[^\W\d_]+")
_SOMEBODY_ELSE: Final = re.compile(r"[,;(]|\b(?:til|for|hos|fra|af|i|på|og|to|of|and|at|in)\b")
"""What stands behind these tells of somebody else, or of something else."""
_AGE: Final = re.compile(r"\s+på \d+ år$")


def gender_told_by(relation: str | None) -> Gender | None:
    """Man or woman, where the word for the relation says it; None where it does not."""
    head = _SOMEBODY_ELSE.split((relation or "").lower(), maxsplit=1)[0]
    for word in _WORD.findall(head):
        if word in WOMEN or word.endswith(WOMEN_ENDING):
            return Gender.WOMAN
        if word in MEN or word.endswith(MEN_ENDING):
            return Gender.MAN
    return None


def kin_word(relation: str | None, child: str = "") -> str:
    """The word by which somebody is kin of the child: `mor` of `mor, kaldes Aga`, `bror` of `Almas bror på 4 år`.

    Args:
        relation: as it was written.
        child: the name of the child, whose `Almas` is taken away.
    """
    word = " ".join((relation or "").lower().split(",", maxsplit=1)[0].split())
    return _AGE.sub("", word).removeprefix(f"{child.lower()}s ") if child else _AGE.sub("", word)
