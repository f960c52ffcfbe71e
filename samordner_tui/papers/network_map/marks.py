"""The pieces a map on paper is made of, as SVG: every text escaped, every length in millimetres."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from samordner_tui.method.signs import kept_in_xml
from samordner_tui.papers.network_map.tie_paths import Path

INK: Final = "#1f2d33"
QUIET: Final = "#66757c"
"""4.5 to 1 and more on every ground used here."""
RULE: Final = "#c3cdd1"
TENSE: Final = "#9c3d27"
WHITE: Final = "#ffffff"
RINGS: Final = ("#e9f1f0", "#f1f6f5", "#f7faf9", "#fafcfb", "#fcfdfd")
"""The ground of the rings, the nearest first."""
_SHORT_VOWELS: Final = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]")

Values = Mapping[str, str | float]


def number(value: float) -> str:
    """A length to a hundredth of a millimetre."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def element(name: str, values: Values, inside: str = "") -> str:
    """One element; `inside` is SVG already."""
    said = "".join(
        f" {key}={quoteattr(value if isinstance(value, str) else number(value))}" for key, value in values.items()
    )
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def written(text: str) -> str:
    """A text as it may stand in an element. Signs that XML cannot hold are left out."""
    return escape(kept_in_xml(text))


def drawn(text: str) -> str:
    """A text as it is drawn: without the signs for short vowels, which names in Arabic and Hebrew do well without.

    A drawing cannot be set with them so that it can be read aloud; what is told of it in sentences keeps them.
    """
    return written(_SHORT_VOWELS.sub("", text))


def words(text: str, across: float, down: float, size: float, **more: str | float) -> str:
    """A line of text that begins at a place."""
    values = {key.replace("_", "-"): value for key, value in more.items()}
    return element("text", {"x": across, "y": down, "font-size": size, **values}, drawn(text))


def line(path: Path, width: float, colour: str = QUIET, **more: str | float) -> str:
    """A line over the sheet."""
    values = {key.replace("_", "-"): value for key, value in more.items()}
    way = "M" + "L".join(f"{number(across)} {number(down)}" for across, down in path)
    return element("path", {"d": way, "fill": "none", "stroke": colour, "stroke-width": width, **values})
