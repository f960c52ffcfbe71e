"""How wide a text is in print: what is reckoned from the font files, against what the typesetter measures."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import typst

from samordner_tui.papers.font_file import widths_in
from samordner_tui.papers.fonts import FAMILIES, fonts, is_ours
from samordner_tui.papers.network_map.printed_letters import printed_width
from samordner_tui.resources import paper_folder

DANISH = ("Karen Kjærgaard", "Anne-Marie Vestergaard-Madsen", "Åse Ørsted", "»Søn« 1234 & co.", "båndet er anspændt")
OTHERS = (
    "Łukasz Šimůnek Ğül",
    "Nguyễn Thị Hường",
    "Ittoqqortoormiit ĸujalleĸ",
    "AVATAR WAVE Työ fl ffi",
    "Їжак Ґудзик Дмитрий",
    "محمد العلي پژمان",
    "ٹیپو ہاشمی ڈھاکہ",
    "שלום Ψυχή გიორგი",
    "e\u0301\u00adx",
    "Ida 🌻🚂 👍🏽 👩\u200d👧",
)
MEASURED = b"""
#set text(font: json(bytes(sys.inputs.families)), size: 100pt)
#let wide(it) = measure(it).width.pt() / 100
#let texts = json(bytes(sys.inputs.texts))
#context [#metadata(texts.map(one => (wide[#one], wide(emph(one)), wide(strong(one))))) <widths>]
"""


@cache
def measured() -> dict[str, tuple[float, float, float]]:
    """Each text as the typesetter sets it: upright, slanted and bold."""
    texts = (*DANISH, *OTHERS)
    inputs = {"families": json.dumps(FAMILIES), "texts": json.dumps(texts)}
    said = typst.query(MEASURED, "<widths>", field="value", one=True, sys_inputs=inputs, font_paths=fonts(alone=True))
    return dict(zip(texts, map(tuple, json.loads(said)), strict=True))


@pytest.mark.parametrize("text", [*DANISH, *OTHERS])
def test_a_text_is_never_wider_than_it_is_told(text: str) -> None:
    upright, slanted, bold = measured()[text]
    assert max(upright, slanted) <= printed_width(text) + 0.001
    assert bold <= printed_width(text, bold=True) + 0.001


@pytest.mark.parametrize("text", DANISH)
def test_a_danish_text_is_told_hardly_wider_than_it_is(text: str) -> None:
    upright, _slanted, bold = measured()[text]
    assert printed_width(text) <= upright * 1.04
    assert printed_width(text, bold=True) <= bold * 1.04


@pytest.mark.parametrize("letter", "aæøåÅĸŁğАжمپשΨგ–…»’☐🚂🌻❤")
def test_the_letters_of_our_fonts_are_known(letter: str) -> None:
    assert is_ours(letter)


@pytest.mark.parametrize("letter", "नதት王\u0378")
def test_a_letter_that_our_fonts_lack_is_known_and_given_room(letter: str) -> None:
    assert not is_ours(letter)
    assert printed_width(letter) >= 0.75


def test_every_font_that_comes_with_the_program_can_be_read() -> None:
    files = sorted((paper_folder() / "fonts").glob("*.ttf"))
    assert len(files) >= 8
    for file in files:
        widths = widths_in(file)
        own = "🌻❤👍" if "Emoji" in file.name else ".,"
        assert {ord(letter) for letter in f"0123456789 {own}"} <= widths.keys()
        if "Arabic" not in file.name and "Emoji" not in file.name:
            assert {ord(letter) for letter in "abcæøåÆØÅ"} <= widths.keys()
            assert widths[ord("i")] < widths[ord("n")] < widths[ord("m")] < 1.3


def test_what_is_no_font_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(bytes(64))
    with pytest.raises(ValueError, match=r"x\.ttf"):
        widths_in(tmp_path / "x.ttf")
