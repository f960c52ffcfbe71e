"""A picture set as a page: PDF that a screen reader can read, or PNG. Nothing is written to disk on the way.

Typst is handed bytes and gives bytes back; what a person wrote is data to it, never markup. It looks for nothing on the
network, for no package is asked for.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Final

from samordner_tui.language import SPEECH
from samordner_tui.papers.fonts import FAMILIES
from samordner_tui.papers.typst_file import Format, compiled
from samordner_tui.papers.unset_text import why_not_set
from samordner_tui.refusals import Refused
from samordner_tui.resources import paper_folder

_PAGE: Final = b"""
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.lang, font: json(bytes(sys.inputs.families)))
#set page(width: float(sys.inputs.across) * 1mm, height: float(sys.inputs.down) * 1mm, margin: 0mm)
#image(bytes(sys.inputs.svg), width: 100%, height: 100%, alt: sys.inputs.alt)
"""

_MOTIF: Final = b"""
#set page(width: auto, height: auto, margin: 0mm, fill: none)
#motif(sys.inputs.name, 30mm, rgb(sys.inputs.colour))
"""
_SIZE: Final = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is one picture: the picture, its size in millimetres, its title, and the same in sentences."""

    svg: str
    size: tuple[float, float]
    title: str
    sentences: str


def typeset(page: Page, as_format: Format) -> bytes:
    """The page as PDF (tagged, PDF/UA-1) or PNG.

    The letters come with the program, so that a page is the same everywhere; only where they lack one is it looked for
    among the fonts of the machine.

    Raises:
        Refused: it cannot be set; the sentence names the text that is to blame, and the letter that is in no font.
    """
    import typst

    for alone in (True, False):
        try:
            pdf = _compiled(page, "pdf", alone=alone)
            return pdf if as_format == "pdf" else _compiled(page, "png", alone=alone)
        except typst.TypstError as failure:
            said = str(failure)
    raise Refused(why_not_set(page.svg, said, partial(_can_be_set, page)))


def _can_be_set(page: Page, svg: str) -> bool:
    import typst

    try:
        _compiled(replace(page, svg=svg), "pdf", alone=False)
    except typst.TypstError:
        return False
    return True


def _compiled(page: Page, as_format: Format, *, alone: bool) -> bytes:
    inputs = {
        "svg": page.svg,
        "across": str(page.size[0]),
        "down": str(page.size[1]),
        "title": page.title,
        "alt": page.sentences,
        "lang": SPEECH.language,
        "families": json.dumps(FAMILIES),
    }
    return compiled(_PAGE, inputs, as_format, alone=alone)


def size_of(svg: str) -> tuple[float, float]:
    """Across and down, in the measure of the drawing.

    Raises:
        ValueError: it does not say.
    """
    found = _SIZE.search(svg)
    if found is None:
        message = "a drawing without a size"
        raise ValueError(message)
    return float(found[1]), float(found[2])


@cache
def motif(name: str, colour: str) -> bytes:
    """A small drawing as PNG, with nothing behind it."""
    source = (paper_folder() / "drawings.typ").read_bytes() + _MOTIF
    return compiled(source, {"name": name, "colour": colour}, "png", alone=True)
