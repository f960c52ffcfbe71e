"""The colour and the drawing a child wished for on its invitation, understood from its words in Danish or English.

What is not understood gives nothing, and nothing is guessed: what will stand there is said, and the samordner
can always draw the rest on the paper by hand.
Source: R32.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

COLOURS: Final[Mapping[str, str]] = {
    "red": "#a91d22",
    "orange": "#a34208",
    "yellow": "#7a5b00",
    "green": "#1f6a35",
    "turquoise": "#0b6570",
    "blue": "#1c4f9c",
    "purple": "#68309c",
    "pink": "#b0246b",
    "brown": "#6b4226",
    "black": "#1b1f23",
    "grey": "#55595d",
}
"""Each as it is printed: dark enough to be read, and yellow as the dark gold it is then."""

_COLOUR_WORDS: Final[Mapping[str, str]] = {
    "red": "rød rødt røde red",
    "orange": "orange orangegul",
    "yellow": "gul gult gule yellow guld gylden gyldne gold golden",
    "green": "grøn grønt grønne green",
    "turquoise": "turkis turquoise teal",
    "blue": "blå blåt blåe blue",
    "purple": "lilla violet purple lavendel lavender",
    "pink": "lyserød lyserødt lyserøde pink rosa",
    "brown": "brun brunt brune brown",
    "black": "sort sorte black",
    "grey": "grå gråt grey gray",
}
COLOUR_OF: Final = {word: colour for colour, words in _COLOUR_WORDS.items() for word in words.split()}
_SHADE: Final = re.compile(r"^(mørke|lyse|knald|mellem|himmel|græs|sol|neon|light|dark)")

_MOTIF_WORDS: Final[Mapping[str, str]] = {
    "ball": "bold bolde bolden boldene football footballs soccer ball balls",
    "star": "stjerne stjerner stjernen stjernerne star stars",
    "heart": "hjerte hjerter hjertet hjerterne heart hearts",
    "flower": "blomst blomster blomsten blomsterne solsikke solsikker flower flowers sunflower",
    "train": "tog toge toget togene train trains lokomotiv",
    "cat": "kat katte katten kattene killing killinger mis cat cats kitten kittens",
    "sun": "sol sole solen solskin sun sunshine",
    "moon": "måne måner månen moon moons",
    "dog": "hund hunde hunden hundene hvalp hvalpe dog dogs puppy puppies",
    "horse": "hest heste hesten hestene pony ponyer føl horse horses ponies foal",
    "unicorn": "enhjørning enhjørninger enhjørningen enhjørningerne unicorn unicorns",
    "butterfly": "sommerfugl sommerfugle sommerfuglen sommerfuglene butterfly butterflies",
}
MOTIF_OF: Final = {word: motif for motif, words in _MOTIF_WORDS.items() for word in words.split()}
MOTIFS: Final = tuple(_MOTIF_WORDS)
_ENDS_IN: Final = tuple(word for word in MOTIF_OF if word.startswith(("bold", "stjerne", "hjerte", "blomst")))
"""Words that others end in and mean the same: a `fodbold` is a ball."""
_NOT_WORDS: Final = "aldrig hade hader ikke ingen ingenting intet uden hate hates never no none not without"
_NOT: Final = frozenset(_NOT_WORDS.split())
_WANTED_WORDS: Final = "elsker foretrækker gerne hellere helst kun like likes love loves only prefer rather want"
_WANTED: Final = frozenset(_WANTED_WORDS.split())
"""Words that end what a `not` reaches within its part of the sentence."""


@dataclass(frozen=True, slots=True)
class Look:
    """How an invitation looks.

    Attributes:
        colour: as `#1c4f9c`; empty where none was understood.
        motif: the drawing, by its name; empty where none was.
    """

    colour: str = ""
    motif: str = ""


def look_of(wished: str | None) -> Look:
    """What was understood of a wish; the first colour and the first drawing count."""
    words = list(_wished_for(wished or ""))
    colour = next((found for word in words if (found := _colour(word))), "")
    motif = next((found for word in words if (found := _motif(word))), "")
    return Look(COLOURS.get(colour, ""), motif)


def _wished_for(text: str) -> Iterator[str]:
    """The words in small letters, without those that are said not to be."""
    for part in re.split(r"[,.;:!?]|\bmen\b|\bbut\b", text.casefold()):
        is_wanted = True
        for word in re.findall(r"[^\W\d_]+", part):
            is_wanted = (is_wanted or word in _WANTED) and word not in _NOT
            if is_wanted:
                yield word


def _colour(word: str) -> str:
    return COLOUR_OF.get(word) or COLOUR_OF.get(_SHADE.sub("", word), "")


def _motif(word: str) -> str:
    return MOTIF_OF.get(word) or next((MOTIF_OF[end] for end in _ENDS_IN if word.endswith(end)), "")
