"""Each paper as a PDF a screen reader can read: its language, title, headings, lists and tables; its own fonts; A4."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Protocol, cast

import pypdf
import pytest

from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import WRITERS, in_language
from samordner_tui.papers.paper.blocks import Block, Box, Heading, Paper, Picture, Points, Table
from tests.papers.made_set import LANGUAGES, OnPaper, every_paper
from tests.papers.test_typesetting import inside

IDS = [one.id for one in paper_set().papers]
OURS = ("Lato", "NotoSansArabic", "NotoEmoji", "DejaVu")
A4 = {(595, 842), (842, 595)}


class Node(Protocol):
    """A dictionary of a PDF."""

    def get(self, name: str, default: object = None) -> object:
        """What stands there."""

    def get_object(self) -> object:
        """What a reference points to."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], OnPaper]:
    """The longest paper of each kind in each language."""
    found: dict[tuple[str, str], OnPaper] = {}
    papers = every_paper(tmp_path_factory.mktemp("pdf") / "arkiv")
    for one in sorted(papers, key=lambda one: len(one.paper.blocks)):
        found[one.kind.id, one.language] = one
    return found


@pytest.fixture(scope="module")
def pdfs(made: dict[tuple[str, str], OnPaper]) -> dict[tuple[str, str], bytes]:
    """Each kind in each language, set once."""
    return {(kind, language): WRITERS["pdf"](made[kind, language].paper) for kind in IDS for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", IDS)
def test_a_paper_is_tagged_in_its_language_and_embeds_what_it_is_set_in(
    pdfs: dict[tuple[str, str], bytes], kind: str, language: str
) -> None:
    pdf = inside(pdfs[kind, language])
    assert b"/StructTreeRoot" in pdf
    assert b"/Marked true" in pdf
    assert b"pdfuaid:part>1<" in pdf
    assert f"/Lang({language})".encode() in pdf
    assert pdf.count(b"/FontDescriptor") > 0
    assert b"/URI" not in pdf
    assert b"/JavaScript" not in pdf


@pytest.mark.parametrize("language", ["ar", "pl", "pt-BR"])
def test_a_translation_says_its_language_and_its_headings(language: str) -> None:
    paper = in_language(paper_set().kind("plan"), "# Plan\n\n## A\n\nA\n\n| A | B |\n|---|---|\n| 1 | 2 |\n", language)
    pdf = WRITERS["pdf"](paper)
    assert f"/Lang({language.partition('-')[0]})".encode() in inside(pdf)
    roles = [str(node.get("/S")) for node in structure(pdf)]
    assert [role for role in roles if role in {"/H1", "/H2", "/TH", "/TD"}] == [
        "/H1",
        "/H2",
        "/TH",
        "/TH",
        "/TD",
        "/TD",
    ]


def test_the_same_paper_gives_the_same_pdf(
    made: dict[tuple[str, str], OnPaper], pdfs: dict[tuple[str, str], bytes]
) -> None:
    assert WRITERS["pdf"](made["plan", "da"].paper) == pdfs["plan", "da"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", IDS)
def test_headings_lists_tables_and_drawings_are_what_they_are_to_a_screen_reader(
    made: dict[tuple[str, str], OnPaper], pdfs: dict[tuple[str, str], bytes], kind: str, language: str
) -> None:
    nodes = structure(pdfs[kind, language])
    roles = Counter(str(node.get("/S")) for node in nodes)
    expected = expected_roles(made[kind, language].paper)
    assert {role: roles[role] for role in expected} == expected
    assert all(node.get("/Alt") for node in nodes if node.get("/S") == "/Figure")
    levels = [int(str(node.get("/S"))[2:]) for node in nodes if re.fullmatch(r"/H\d", str(node.get("/S")))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), "a level is left out"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", IDS)
def test_a_paper_is_a4_has_its_title_and_no_font_but_our_own(
    pdfs: dict[tuple[str, str], bytes], kind: str, language: str
) -> None:
    read = pypdf.PdfReader(BytesIO(pdfs[kind, language]))
    title = paper_set().kind(kind).title
    assert read.metadata is not None
    assert read.metadata.title == (title.da if language == "da" else title.en)
    assert read.metadata.author is None
    root = cast("dict[str, dict[str, object]]", read.trailer["/Root"])
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    for page in read.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) in A4
        for name, is_whole in set_in(cast("Node", page["/Resources"])):
            assert is_whole
            assert name.startswith(OURS)


def structure(pdf: bytes) -> list[Node]:
    """Every element of a PDF, in the order it is read."""
    root = cast("dict[str, object]", pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"])
    return list(tree(root["/StructTreeRoot"]))


def set_in(resources: Node) -> Iterator[tuple[str, bool]]:
    """The fonts of a page and of the drawings on it, and whether each lies in the file."""
    fonts, drawings = (cast("dict[str, Node]", resources.get(name) or {}) for name in ("/Font", "/XObject"))
    for font in fonts.values():
        held = cast("dict[str, list[Node]]", font.get_object())
        drawn = cast("dict[str, Node]", held["/DescendantFonts"][0].get_object())
        described = cast("dict[str, object]", drawn["/FontDescriptor"].get_object())
        yield (
            str(described["/FontName"]).split("+")[1],
            bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(described)),
        )
    for drawing in drawings.values():
        inner = cast("Node", drawing.get_object()).get("/Resources")
        if inner is not None:
            yield from set_in(cast("Node", cast("Node", inner).get_object()))


def tree(node: object) -> Iterator[Node]:
    """Every element of the structure, in the order it is read."""
    found = cast("Node", node)
    plain = found.get_object() if hasattr(found, "get_object") else found
    if not hasattr(plain, "get"):
        return
    held = cast("Node", plain)
    if held.get("/S") is not None:
        yield held
    inner = held.get("/K")
    for one in inner if isinstance(inner, list) else [inner]:
        yield from tree(one)


def expected_roles(paper: Paper) -> dict[str, int]:
    """How many of each element the blocks of a paper give."""
    blocks = list(every_block(paper.blocks))
    tables = [one for one in blocks if isinstance(one, Table)]
    # Answers with a drawing each stand beside each other: a row of words, and no list.
    lists = [one for one in blocks if isinstance(one, Points) and not any(item.sign for item in one.items)]
    headings = Counter(f"/H{one.level}" for one in blocks if isinstance(one, Heading))
    return {
        **headings,
        "/Table": len(tables),
        "/TH": sum(len(one.headings) for one in tables),
        "/L": len(lists),
        "/LI": sum(len(one.items) for one in lists),
        "/Figure": sum(isinstance(one, Picture) for one in blocks),
    }


def every_block(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a paper, and those inside them."""
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from every_block(block.blocks)
        if isinstance(block, Points):
            for item in block.items:
                yield from every_block(item.blocks)
