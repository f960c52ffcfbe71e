"""Whatever a person writes comes out on paper as it was written, and a paper read again from Markdown is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samordner_tui.papers.paper.blocks import (
    Block,
    Box,
    Heading,
    Item,
    Line,
    Paper,
    Paragraph,
    Points,
    Rule,
    Span,
    Table,
    WriteOn,
    letters,
    lines_in,
)
from samordner_tui.papers.paper.filling import fill
from samordner_tui.papers.paper.markdown import markdown_of
from samordner_tui.papers.paper.plain import text_of
from samordner_tui.papers.paper.reading import read_blocks
from tests.papers.made_set import every_paper

MARKUP = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~0123456789 \n\tabxæøå—…»«"
REFERENCES = ("&amp;", "&lt;", "&copy;", "&#42;", "AT&T")
WRITTEN = st.one_of(
    st.text(),
    st.text(alphabet=MARKUP),
    st.lists(st.one_of(st.sampled_from(MARKUP), st.sampled_from(REFERENCES))).map("".join),
)
"""Any text, and texts that are thick with signs."""


def words(text: str) -> list[str]:
    """The letters of a text without what is between them, and without what no paper can show."""
    return "".join(one if one.isprintable() or one.isspace() else "" for one in text).split()


PLACES = ("{{ x | paragraphs }}",)
IN_ONE_LINE = (
    "{{ x }}",
    "# {{ x }}",
    "**{{ x }}**",
    "før {{ x }} efter",
    "> {{ x }}",
    "- {{ x }}",
    "- {{ x | cell }}",
    "1. {{ x | cell }}",
    "- [ ] {{ x | cell }}",
    "| a | b |\n|---|---|\n| {{ x | cell }} | c |",
    "| {{ x | cell }} | b |\n|---|---|\n| a | c |",
    "- **{{ x | cell }}**, {{ x | cell }}",
)


def told(markdown: str) -> list[str]:
    """The same of a paper."""
    return [word for line in lines_in(read_blocks(markdown)) for word in words(letters(line))]


@pytest.mark.parametrize("place", PLACES + IN_ONE_LINE)
@settings(max_examples=40, deadline=None)
@given(text=WRITTEN.filter(words))
def test_what_is_written_comes_out_as_it_was(place: str, text: str) -> None:
    plain = told(fill(place, {"x": "zq"}))
    expected = " ".join(plain).replace("zq", " ".join(words(text)))
    assert "".join(told(fill(place, {"x": text}))) == "".join(expected.split())


@pytest.mark.parametrize("place", IN_ONE_LINE)
@settings(max_examples=40, deadline=None)
@given(text=WRITTEN.filter(words))
def test_what_is_written_is_never_another_block(place: str, text: str) -> None:
    assert skeleton(read_blocks(fill(place, {"x": text}))) == skeleton(read_blocks(fill(place, {"x": "zq"})))


def skeleton(blocks: tuple[Block, ...]) -> list[object]:
    """Which blocks a paper has, without their letters."""
    return [_bones(one) for one in blocks]


def _bones(block: Block) -> object:
    match block:
        case Points(items=items, first=first):
            return ("points", first, [(one.box, skeleton(one.blocks)) for one in items])
        case Table(headings=headings, rows=rows):
            return ("table", len(headings), len(rows))
        case Box(blocks=inside):
            return ("box", skeleton(inside))
        case Heading(level=level):
            return ("heading", level)
        case _:
            return type(block).__name__


SPAN_TEXT = WRITTEN.map(lambda text: " ".join(words(text))).filter(bool)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """A line as it is read: one plain span, or plain and strong ones in turn with blanks between them."""
    text = draw(SPAN_TEXT)
    if not draw(st.booleans()):
        return (Span(text),)
    strong = draw(st.text(alphabet="abcæøå", min_size=1))
    return (Span(f"{text} "), Span(strong, "strong"), Span(f" {draw(SPAN_TEXT)}"))


WRITE_ON = st.builds(WriteOn, st.integers(1, 4))
PARAGRAPH = st.builds(Paragraph, lines())
POINT = st.builds(lambda line: Item((Paragraph(line),)), lines())
TICKED = st.builds(lambda line: Item((Paragraph(line),), box=True), lines())


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with its rows as long as its headings."""
    width = draw(st.integers(1, 4))
    row = st.tuples(*[st.one_of(st.just(()), lines())] * width)
    return Table(draw(row), tuple(draw(st.lists(row, max_size=3))))


BLOCK = st.one_of(
    PARAGRAPH,
    st.builds(Heading, st.integers(1, 3), lines()),
    st.builds(lambda items: Points(tuple(items)), st.lists(POINT, min_size=1, max_size=3)),
    st.builds(lambda items: Points(tuple(items)), st.lists(TICKED, min_size=1, max_size=3)),
    st.builds(lambda items, first: Points(tuple(items), first), st.lists(POINT, min_size=1), st.integers(1, 9)),
    tables(),
    st.builds(lambda inside: Box((inside,)), PARAGRAPH),
    st.just(Rule()),
)


@settings(deadline=None)
@given(block=BLOCK, then=PARAGRAPH, on=WRITE_ON)
@example(block=Rule(), then=Paragraph((Span("0)"),)), on=WriteOn(1))
def test_a_paper_as_markdown_is_read_as_the_same_paper(block: Block, then: Paragraph, on: WriteOn) -> None:
    paper = Paper("x", "da", "letter", (Heading(1, (Span("Brev"),)), block, then, on))
    assert read_blocks(markdown_of(paper)) == paper.blocks


@settings(deadline=None)
@given(block=BLOCK)
def test_any_paper_has_its_words_as_text(block: Block) -> None:
    paper = Paper("x", "da", "letter", (block,))
    for line in lines_in(paper.blocks):
        assert set("".join(words(letters(line))).casefold()) <= set(text_of(paper).casefold())


def test_every_paper_of_the_cases_is_read_again_from_its_markdown(tmp_path: Path) -> None:
    for one in every_paper(tmp_path / "arkiv"):
        again = read_blocks(markdown_of(one.paper))
        assert again == one.paper.blocks, one.called
