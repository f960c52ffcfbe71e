"""The looks: every text can be read on every ground, and no colour is named elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color

import samordner_tui.tui
from samordner_tui.tui.theme import KONTRAST, LOOKS, PAIRS, Look

LEAST = 4.5
LEAST_IN_KONTRAST = 7.0
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|\brgb\(")


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


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_can_be_read_on_every_ground(look: Look, text: str, ground: str) -> None:
    least = LEAST_IN_KONTRAST if look.name == KONTRAST else LEAST
    assert contrast(look.colour(text), look.colour(ground)) >= least


def test_colours_are_named_in_the_theme_alone() -> None:
    folder = Path(samordner_tui.tui.__file__).parent
    named = [
        path.name for path in folder.rglob("*.py") if path.name != "theme.py" and COLOUR.search(path.read_text("utf-8"))
    ]
    assert named == []
