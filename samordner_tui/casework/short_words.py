"""Short words on the line for a new person: `mm1` is mother's mother in the first ring, `nms2` a neighbour of hers.

Somebody with relation, side and ring takes at most six keys beyond the name, enter among them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from samordner_tui.language import SPEECH
from samordner_tui.method.terms import Side

RELATIONS: Final[dict[str, tuple[str, str]]] = {
    "m": ("mor", "mother"),
    "f": ("far", "father"),
    "mm": ("mormor", "mormor"),
    "mf": ("morfar", "morfar"),
    "fm": ("farmor", "farmor"),
    "ff": ("farfar", "farfar"),
    "mo": ("moster", "moster"),
    "mb": ("morbror", "morbror"),
    "fa": ("faster", "faster"),
    "fb": ("farbror", "farbror"),
    "b": ("bror", "brother"),
    "s": ("søster", "sister"),
    "k": ("kusine", "cousin"),
    "æ": ("fætter", "cousin"),
    "v": ("ven", "friend"),
    "vi": ("veninde", "friend"),
    "n": ("nabo", "neighbour"),
    "l": ("lærer", "teacher"),
    "p": ("pædagog", "pædagog"),
    "t": ("træner", "coach"),
}
"""Each with the word it stands for in Danish and English; what English has no one word for keeps the Danish one."""

SIDES: Final = {"ms": Side.MOTHER, "fs": Side.FATHER}

_SHORT: Final = re.compile(
    rf"(?P<relation>{'|'.join(sorted(RELATIONS, key=len, reverse=True))})?(?P<side>ms|fs)?(?P<ring>[1-5])?"
)


@dataclass(frozen=True, slots=True)
class Short:
    """What a short word stands for; None of what it does not say."""

    relation: str | None
    side: Side | None
    ring: int | None


def spelt_out(part: str) -> Short | None:
    """What a part of the line stands for, if it is a short word. A digit alone is a ring, and no short word."""
    word = part.lower()
    found = _SHORT.fullmatch(word)
    if found is None or not (found["relation"] or found["side"]):
        return None
    danish, english = RELATIONS[found["relation"]] if found["relation"] else (None, None)
    return Short(
        danish if SPEECH.language == "da" else english,
        SIDES[found["side"]] if found["side"] else None,
        int(found["ring"]) if found["ring"] else None,
    )


def all_short_words() -> str:
    """Every short word with what it stands for, on one line: `m mor · f far · …`."""
    place = 0 if SPEECH.language == "da" else 1
    return " · ".join(f"{short} {words[place]}" for short, words in RELATIONS.items())
