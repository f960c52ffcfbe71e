"""PDF and PNG: readable aloud, the same everywhere, and a letter that is lacking is named, never left out."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from samordner_tui.language import SPEECH
from samordner_tui.method.definition import method
from samordner_tui.method.terms import Sector
from samordner_tui.papers import typst_file
from samordner_tui.papers.fonts import fonts
from samordner_tui.papers.network_map.paper import Paper
from samordner_tui.papers.network_map.printing import PrintedAs, printed
from samordner_tui.papers.network_map.svg import map_svg
from samordner_tui.papers.unset_text import why_not_set
from samordner_tui.refusals import Refused
from tests.papers.drawn_maps import large, person, sheet, small

NOWHERE = "\u0378"
"""A letter that no font has."""


@pytest.fixture
def no_other_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has none but ours."""
    ours = fonts(alone=True)
    monkeypatch.setattr(typst_file, "fonts", lambda *, alone: ours)


def inside(pdf: bytes) -> bytes:
    """Everything that stands in a PDF, unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    unpacked = []
    for one in packed:
        try:
            unpacked.append(zlib.decompress(one))
        except zlib.error:
            unpacked.append(one)
    return b"".join((pdf, *unpacked))


def said_as(text: str) -> bytes:
    """A text as a PDF writes it in its structure."""
    return text.encode("utf-16-be").hex().upper().encode()


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (842, 595)), (Paper.A3, (1191, 842))])
def test_the_pdf_has_the_size_of_its_paper_and_lies_down(paper: Paper, size: tuple[int, int]) -> None:
    pdf = inside(printed(sheet(small(), paper=paper), PrintedAs.PDF, method()))
    found = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert found is not None
    assert (round(float(found[1])), round(float(found[2]))) == size


def test_the_pdf_is_tagged_and_says_the_map_in_sentences() -> None:
    pdf = inside(printed(sheet(small()), PrintedAs.PDF, method()))
    assert b"/StructTreeRoot" in pdf
    assert b"pdfuaid:part>1<" in pdf
    assert b"/Lang(da)" in pdf
    assert b"/Alt" in pdf
    assert said_as("Karen Holm støtter Alma Sørensen") in pdf
    SPEECH.choose("en")
    english = inside(printed(sheet(small()), PrintedAs.PDF, method()))
    assert b"/Lang(en)" in english
    assert said_as("Network map, case 2027-03") in english or b"Network map, case 2027-03" in english


def test_the_same_map_gives_the_same_pdf() -> None:
    first, second = (printed(sheet(small()), PrintedAs.PDF, method()) for _time in range(2))
    assert first == second


def test_the_png_has_two_hundred_dots_an_inch() -> None:
    png = printed(sheet(small()), PrintedAs.PNG, method())
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (2339, 1654)


def test_sixty_people_with_their_ties_are_printed() -> None:
    assert printed(sheet(large()), PrintedAs.PDF, method()).startswith(b"%PDF")


@pytest.mark.parametrize("kind", [PrintedAs.PDF, PrintedAs.PNG])
def test_a_letter_that_no_font_has_is_named_and_nothing_is_printed(kind: PrintedAs) -> None:
    shown = replace(small(), people=(person(0, f"Kir{NOWHERE}", 1, Sector.MOTHERS_SIDE),))
    with pytest.raises(Refused, match=r"U\+0378"):
        printed(sheet(shown), kind, method())
    assert NOWHERE in printed(sheet(shown), PrintedAs.SVG, method()).decode()


@pytest.mark.usefixtures("no_other_fonts")
@pytest.mark.parametrize("kind", [PrintedAs.PDF, PrintedAs.PNG])
@pytest.mark.parametrize("name", ["বাংলা"])
def test_letters_that_join_as_no_font_can_are_refused_by_the_text_they_stand_in(name: str, kind: PrintedAs) -> None:
    shown = replace(large(), people=(*large().people, person(60, name, 1, Sector.MOTHERS_SIDE)))
    with pytest.raises(Refused) as refusal:
        printed(sheet(shown), kind, method())
    assert f"»{name}«" in str(refusal.value)
    assert "SVG" in str(refusal.value)
    assert "U+" not in str(refusal.value), "no sign was told, and none is named"
    assert "Karen" not in str(refusal.value)
    assert name in printed(sheet(shown), PrintedAs.SVG, method()).decode()


@pytest.mark.usefixtures("no_other_fonts")
@pytest.mark.parametrize(("name", "letter"), [("नमस्ते", "न"), ("தமிழ்", "த"), ("ትግርኛ", "ት"), ("王小明", "王")])
def test_of_an_alphabet_that_no_font_has_the_letter_is_told_and_the_name(name: str, letter: str) -> None:
    shown = replace(small(), people=(person(0, name, 1, Sector.MOTHERS_SIDE),))
    with pytest.raises(Refused, match=f"Tegnet »{letter}« .* i »{name}«"):
        printed(sheet(shown), PrintedAs.PDF, method())


@pytest.mark.usefixtures("no_other_fonts")
@pytest.mark.parametrize("name", ["Ida 🚂", "Freja 🌻", "👩‍👧"])
def test_a_name_with_a_small_picture_is_set(name: str) -> None:
    shown = replace(small(), people=(person(0, name, 1, Sector.MOTHERS_SIDE),))
    assert printed(sheet(shown), PrintedAs.PDF, method()).startswith(b"%PDF")


@pytest.mark.usefixtures("no_other_fonts")
@pytest.mark.parametrize(("name", "drawn"), [("مُحَمَّد", "محمد"), ("שָׁלוֹם", "שלום")])
def test_a_name_with_its_short_vowels_is_drawn_without_them_and_told_with_them(name: str, drawn: str) -> None:
    shown = sheet(replace(small(), people=(person(0, name, 1, Sector.MOTHERS_SIDE),)))
    assert printed(shown, PrintedAs.PDF, method()).startswith(b"%PDF")
    told, _desc, seen = map_svg(shown, method()).partition("</desc>")
    assert name in told
    assert f">{drawn}<" in seen


def test_of_a_letter_that_no_font_has_the_text_is_told_and_not_the_lines_in_which_it_stands_again() -> None:
    shown = replace(small(), hearts=(("alma", f"Alma{NOWHERE}"),))
    shown = replace(shown, drawn=replace(shown.drawn, whose=f"Alma{NOWHERE}"))
    with pytest.raises(Refused, match=f"i »Alma{NOWHERE}« findes"):
        printed(sheet(shown), PrintedAs.PDF, method())


def test_whatever_else_the_typesetter_says_is_told_with_a_way_out() -> None:
    assert "SVG" in why_not_set(map_svg(sheet(small()), method()), "something of its own", lambda _svg: True)


def test_names_of_other_alphabets_are_printed() -> None:
    shown = replace(small(), people=(person(0, "محمد Ψυχή Дмитрий", 1, Sector.MOTHERS_SIDE),))
    assert printed(sheet(shown), PrintedAs.PDF, method()).startswith(b"%PDF")


def test_what_a_person_wrote_is_never_read_as_markup_of_the_typesetter() -> None:
    shown = replace(small(), people=(person(0, '#read("/etc/hostname") $x$', 1, Sector.MOTHERS_SIDE),))
    assert printed(sheet(shown), PrintedAs.PDF, method()).startswith(b"%PDF")


def test_nothing_is_written_to_disk_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    before = {*tmp_path.rglob("*")}
    printed(sheet(small()), PrintedAs.PDF, method())
    assert {*tmp_path.rglob("*")} == before
