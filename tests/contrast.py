"""How much a colour stands out from its ground. Source: WCAG 2.2, 1.4.3 and relative luminance."""

from __future__ import annotations

from textual.color import Color

LEAST = 4.5
"""So much at least, that it can be read."""


def contrast(text: str, ground: str) -> float:
    """The ratio of WCAG 2."""
    one, other = (luminance(Color.parse(colour)) for colour in (text, ground))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def luminance(colour: Color) -> float:
    """The relative luminance of WCAG 2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
