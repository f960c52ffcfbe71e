"""Text folded for search: case and accents do not matter, and å is aa."""

from __future__ import annotations

import pytest

from samordner_tui.casework.folding import folded


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Åse Ørsted", "AASE ørsted"),
        ("Ångström", "aangstrom"),
        ("É", "e"),
        ("Kaae", "KÅE"),
        ("A\u030ase", "Åse"),
    ],
)
def test_these_are_found_by_each_other(text: str, same: str) -> None:
    assert folded(text) == folded(same)


def test_ae_and_oe_are_letters_of_their_own() -> None:
    assert folded("Ærø") == "ærø"
    assert folded("Ærø") != folded("Aeroe")
