"""What of a child's wish for its invitation will be drawn, said while it is written and before the paper leaves.

A child that wished for a dinosaur is not given a star without a word. Source: R32.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from samordner_tui.language import _, said
from samordner_tui.method.wording import listed
from samordner_tui.papers.look import COLOURS, look_of

COLOUR_NAMES: Final[Mapping[str, str]] = {
    "red": said("rød"),
    "orange": said("orange"),
    "yellow": said("gul"),
    "green": said("grøn"),
    "turquoise": said("turkis"),
    "blue": said("blå"),
    "purple": said("lilla"),
    "pink": said("lyserød"),
    "brown": said("brun"),
    "black": said("sort"),
    "grey": said("grå"),
}
DRAWING_NAMES: Final[Mapping[str, str]] = {
    "ball": said("bold"),
    "star": said("stjerne"),
    "heart": said("hjerte"),
    "flower": said("blomst"),
    "train": said("tog"),
    "cat": said("kat"),
    "dog": said("hund"),
    "horse": said("hest"),
    "unicorn": said("enhjørning"),
    "butterfly": said("sommerfugl"),
    "sun": said("sol"),
    "moon": said("måne"),
}
_NAME_OF: Final = {printed: name for name, printed in COLOURS.items()}


def look_told(wished: str) -> tuple[str, ...]:
    """What will stand on the invitation of a wish, and what there is where no drawing was understood; none of none."""
    if not wished.strip():
        return ()
    look = look_of(wished)
    colour = _(COLOUR_NAMES[_NAME_OF[look.colour]]) if look.colour else ""
    drawing = _(DRAWING_NAMES[look.motif]) if look.motif else ""
    gets = _gets(colour, drawing).format(colour=colour, drawing=drawing)
    return (f"{gets} {_the_rest(drawing)}",)


def _gets(colour: str, drawing: str) -> str:
    if drawing:
        return (
            _("Invitationen får farven {colour} og en tegning: {drawing}.")
            if colour
            else _("Invitationen får en tegning: {drawing}.")
        )
    return _("Invitationen får farven {colour} og ingen tegning.") if colour else _("Invitationen får ingen tegning.")


def _the_rest(drawing: str) -> str:
    if drawing:
        return _("Er der mere, så tegn det i hånden.")
    drawings = listed([_(one) for one in DRAWING_NAMES.values()])
    return _("Programmet kan tegne {drawings}. Alt andet kan I tegne i hånden.").format(drawings=drawings)
