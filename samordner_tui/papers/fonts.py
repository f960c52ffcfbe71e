"""The fonts everything on paper is set in: Lato, and others for what Lato has not: Arabic, emoji, other alphabets.

Arabic has a font of its own, for DejaVu lacks letters of Urdu and Pashto, and a word in two fonts falls apart. So have
the small pictures that children write, in black and white; they stand before DejaVu, which has some of them alone and
would tear a picture apart that is joined of several.

They come with the program, so that a paper is the same everywhere. None of the typesetter's own is used: it would set
Hindi in letters meant for formulas.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from samordner_tui.papers.font_file import widths_in
from samordner_tui.resources import paper_folder

if TYPE_CHECKING:
    from typst import Fonts

FAMILIES: Final = ("Lato", "Noto Sans Arabic", "Noto Emoji", "DejaVu Sans")
"""In the order in which a letter is looked for."""


_FACES: Final = ("Lato-Regular", "NotoSansArabic-Regular", "NotoEmoji-Regular", "DejaVuSans")


@cache
def fonts(*, alone: bool) -> Fonts:
    """What the typesetter sets in: our own fonts; with those of the machine where they are not `alone`. Read once."""
    import typst

    return typst.Fonts(
        include_system_fonts=not alone, include_embedded_fonts=False, font_paths=[paper_folder() / "fonts"]
    )


@cache
def letter_widths(face: str) -> Mapping[int, float]:
    """The letters of one of our fonts, as in `Lato-Bold`, with the width of each. Read when something is measured."""
    return widths_in(paper_folder() / "fonts" / f"{face}.ttf")


def is_ours(letter: str) -> bool:
    """Whether one of our fonts has a letter."""
    return any(ord(letter) in letter_widths(face) for face in _FACES)
