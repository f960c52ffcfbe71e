"""The looks: every text can be read on every ground, and no colour is named elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import samordner_tui.tui
from samordner_tui.tui.theme import KONTRAST, LOOKS, PAIRS, Look
from tests.contrast import LEAST, contrast

LEAST_IN_KONTRAST = 7.0
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|\brgb\(")


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
