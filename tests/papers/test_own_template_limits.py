"""A template chooses and repeats, and no more: whatever else is in it is named, and nothing runs on or falls over."""

from __future__ import annotations

import contextlib
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samordner_tui.archive.file import Archive
from samordner_tui.language import Language
from samordner_tui.papers.kinds import paper_set, template
from samordner_tui.papers.leaving import leaving
from samordner_tui.papers.making import WRITERS, PaperFormat, drawn, in_language
from samordner_tui.papers.own_templates import keep_template
from samordner_tui.papers.paper.blocks import Heading, Picture, letters, lines_in
from samordner_tui.papers.paper.filling import asked_for, fill
from samordner_tui.papers.paper.plain import text_of
from samordner_tui.papers.room import PaperState, read_room
from samordner_tui.papers.template_check import tried
from samordner_tui.papers.translations import Translated
from samordner_tui.refusals import Refused
from tests.conftest import TODAY
from tests.papers.demo_cases import ALMA, SIBLINGS, paper, papers_of
from tests.papers.test_own_texts import translate

FIELDS = {"name": "Karen", "signers": ["a", "b"], "count": 2, "many": ["x"] * 900, "empty": [], "row": [{"a": "*Bo*"}]}
KIND = "invitation_plain"
LANGUAGES: tuple[Language, ...] = ("da", "en")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("{{ 1/0 }}", 1, "/"),
        ('\n{{ "{a}".format() }}', 2, r"\( \)"),
        ('{{ name.encode("zz") }}', 1, r"\( \)"),
        ("{{ 2.0**9999 }}", 1, r"\*\*"),
        ('{{ "x" * 20000000000 }}', 1, r"\*"),
        ("{{ 1 % 0 }}", 1, "%"),
        ("\n\n{% macro a() %}{{ a() }}{% endmacro %}", 3, "macro"),
        ("{% set a = name %}", 1, "set"),
        ('{% include "x" %}', 1, "include"),
        ('{% import "x" as y %}', 1, "import"),
        ("{% extends name %}", 1, "extends"),
        ("{{ signers[9] }}", 1, r"\[ \]"),
        ("{{ name.upper }}", 1, r"\.upper"),
        ("{{ name | nofilter }}", 1, r"\| nofilter"),
        ("{{ many | each }}", 1, r"\| each"),
        ('{% for a in "xxxx" %}{% endfor %}', 1, "for"),
        ("{% for a in many recursive %}{% endfor %}", 1, "for"),
        ("{% autoescape true %}{% endautoescape %}", 1, "autoescape"),
        ("{{ name" + " ~ name" * 40 + " }}", 1, "~"),
    ],
)
def test_what_a_template_may_not_be_is_named_with_its_line(text: str, line: int, what: str) -> None:
    for reading in (asked_for, lambda text: fill(text, FIELDS)):
        with pytest.raises(Refused, match=rf"^I linje {line} bruger skabelonen »{what}«\."):
            reading(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n{% for a in name %}{% endfor %}", r"i linje 2: der kan kun gentages over en liste\."),
        ("{% for a in many %}{% for b in many %}{% endfor %}{% endfor %}", "gentaget mere end 20000 gange"),
        (
            "{% for a in many %}" + "{% for b in empty %}{% endfor %}" * 100 + "{% endfor %}",
            "gentaget mere end 20000 gange",
        ),
        ("{% for a in many %}" + "x" * 2000 + "{% endfor %}", "længere end 300000 tegn"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "for meget står inde i hinanden"),
        ("{% for a in many %}" * 30 + "{% endfor %}" * 30, "for meget står inde i hinanden"),
        ("\n{{ count < name }}", r"i linje 2: en værdi kan ikke bruges sådan\."),
        ("{% for one in row %}{{ one.items }}{% endfor %}", "i linje 1: der står noget, der ikke er et felt"),
        ("{% for one in row %}{{ one.b }}{% endfor %}", "et felt »b«, der ikke er der"),
    ],
)
def test_a_template_that_goes_on_too_long_or_asks_in_vain_is_refused_at_once(text: str, why: str) -> None:
    began = time.monotonic()
    with pytest.raises(Refused, match=why):
        fill(text, FIELDS)
    assert time.monotonic() - began < 5


@settings(max_examples=200, deadline=None)
@given(
    inside=st.lists(
        st.sampled_from(["name", "count", "row", "loop", "1", "'{a}'", "0", "(", ")", "[", "]", "{{", "}}", "{%", "%}"])
        | st.sampled_from(["for x in", "endfor", "if", "endif", ".", "|", "opening", "paragraphs", "length", "/", "~"]),
        max_size=12,
    )
)
def test_whatever_stands_in_a_template_it_is_filled_in_or_refused(inside: list[str]) -> None:
    for text in ("{{ " + " ".join(inside) + " }}", " ".join(inside)):
        with contextlib.suppress(Refused):
            assert isinstance(fill(text, FIELDS), str)


@pytest.mark.parametrize("name", ["paragraphs", "cell", "opening", "length"])
@pytest.mark.parametrize("value", [None, 0, -2, 1.5, "", "a**b", ["a**b", 2], [], {"a": "a**b"}, True])
def test_every_filter_takes_any_value(name: str, value: object) -> None:
    assert "**" not in fill("{{ x | " + name + " }}", {"x": value})


def test_a_list_in_a_field_is_words_too_and_no_markup() -> None:
    assert fill("{{ x }}", {"x": ["*a*", "# b"]}) == r"\*a\*\, \# b"


@pytest.mark.parametrize("language", ["da", "en"])
def test_our_own_templates_are_what_a_template_may_be(language: Language) -> None:
    assert all(asked_for(template(kind.id, language)) is not None for kind in paper_set().papers)


WITH_WHAT_IS_NOT_THERE = (
    "# Brev\n\n![foto af *huset*](foto)\n",
    "# Brev\n\n![](foto)\n",
    "# Brev\n\n> ![kort](kort)\n",
    "- [ ] ![](face-99) ja\n",
    "- [ ] ![](face-x) ja\n",
    "- [ ] ![x](zebra) ja\n",
    "#\n\ntekst\n",
    "## Kun det andet\n",
    "# Brev\n\n### Et trin for langt nede\n",
    "> ## I en kasse\n\n# Brev\n",
    "- ### På en liste\n- ##### Og igen\n",
    "# a\x0cb\x00c\n",
)


@pytest.mark.parametrize("text", WITH_WHAT_IS_NOT_THERE)
@pytest.mark.parametrize("as_format", WRITERS)
@pytest.mark.parametrize("kind", [KIND, "network_map"])
def test_a_paper_is_made_whatever_its_text_names(text: str, as_format: PaperFormat, kind: str) -> None:
    assert WRITERS[as_format](in_language(paper_set().kind(kind), text, "tr"))


def test_a_drawing_that_is_not_there_is_its_words_and_a_sign_that_is_not_there_is_none() -> None:
    kind = paper_set().kind(KIND)
    assert "foto af huset" in text_of(in_language(kind, WITH_WHAT_IS_NOT_THERE[0], "tr"))
    assert in_language(kind, "![](foto)", "tr").blocks == ()
    assert in_language(kind, "#", "tr").blocks == ()
    assert "zebra" not in str(in_language(kind, "- [ ] ![x](zebra) ja", "tr").blocks)
    assert "face-4" in str(in_language(kind, "- [ ] ![](face-4) ja", "tr").blocks)
    drawn = in_language(paper_set().kind("network_map"), "![kort](map)", "da", {"map": "<svg/>"})
    assert drawn.blocks == (Picture("map", "kort"),)


def test_headings_begin_with_the_title_and_leave_no_level_out() -> None:
    paper = in_language(paper_set().kind(KIND), "### a\n\n> #### b\n\n- ###### c\n\n## d\n\n# e\n", "tr")
    assert [letters(line) for line in lines_in(paper.blocks)] == ["a", "b", "c", "d", "e"]
    assert re.findall(r"level=(\d)", str(paper.blocks)) == ["1", "2", "3", "2", "1"]
    assert isinstance(paper.blocks[0], Heading)


def test_a_translation_with_a_drawing_becomes_every_kind_of_file(cases: Archive) -> None:
    translate(cases, "# Davet\n\n![foto](foto)", "tr")
    with papers_of(cases, SIBLINGS) as context:
        sheet = next(one.sheet for one in read_room(context).papers if one.sheet.translated is not None)
        assert isinstance(sheet.translated, Translated)
        for write in WRITERS.values():
            assert write(drawn(context, sheet, "da"))


def test_a_template_is_set_as_a_file_before_it_is_used(cases: Archive) -> None:
    with papers_of(cases, SIBLINGS) as context:
        sheet = paper(read_room(context), KIND).sheet
        tried(context, sheet, "# Hej {{ name }}\n\n![kort](kort)", "da")
        with pytest.raises(Refused, match="findes ikke i nogen skrifttype"):
            tried(context, sheet, "# Hej \U000f0000 {{ name }}", "da")


def test_a_template_from_before_that_may_not_be_used_keeps_no_room_closed(cases: Archive) -> None:
    with cases.keeping() as session:
        keep_template(session, KIND, "da", "# {{ 1/0 }}", TODAY)
    with papers_of(cases, ALMA) as context:
        assert paper(read_room(context), KIND).state is PaperState.READY


def test_what_is_said_before_papers_leave_is_said_though_one_cannot_be_filled_in(cases: Archive) -> None:
    with cases.keeping() as session:
        keep_template(session, KIND, "en", "# {{ nothing_here }}", TODAY)
        keep_template(session, KIND, "da", "# {{ nothing_here }}", TODAY)
    with papers_of(cases, SIBLINGS) as context:
        sheets = [one.sheet for one in read_room(context).papers if one.sheet.kind.id in {KIND, "leaflet_family"}]
        for language in LANGUAGES:
            kinds = leaving(context, sheets, language, "pdf").kinds
            assert {kind.id for kind, _count in kinds} == {KIND, "leaflet_family"}
