"""Each paper as a PDF a screen reader can read: its language, title, headings, lists and tables; its own fonts; A4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Protocol, cast

import pytest

from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import WRITERS
from samordner_tui.papers.paper.blocks import Block, Box, Heading, Paper, Picture, Points, Table
from tests.papers.made_set import OnPaper, every_paper
from tests.papers.test_typesetting import inside

IDS = [one.id for one in paper_set().papers]
OURS = ("Lato", "DejaVu")
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
def pdfs(made: dict[tuple[str, str], OnPaper]) -> dict[str, bytes]:
    """Each kind in Danish, set once."""
    return {kind: WRITERS["pdf"](made[kind, "da"].paper) for kind in IDS}


@pytest.mark.parametrize("kind", IDS)
def test_a_paper_is_tagged_in_its_language_and_embeds_what_it_is_set_in(pdfs: dict[str, bytes], kind: str) -> None:
    pdf = inside(pdfs[kind])
    assert b"/StructTreeRoot" in pdf
    assert b"/Marked true" in pdf
    assert b"pdfuaid:part>1<" in pdf
    assert b"/Lang(da)" in pdf
    assert pdf.count(b"/FontDescriptor") > 0
    assert b"/URI" not in pdf
    assert b"/JavaScript" not in pdf


def test_an_english_paper_says_that_it_is_english(made: dict[tuple[str, str], OnPaper]) -> None:
    assert b"/Lang(en)" in inside(WRITERS["pdf"](made["leaflet_family", "en"].paper))


def test_the_same_paper_gives_the_same_pdf(made: dict[tuple[str, str], OnPaper], pdfs: dict[str, bytes]) -> None:
    assert WRITERS["pdf"](made["plan", "da"].paper) == pdfs["plan"]


@pytest.mark.parametrize("kind", IDS)
def test_headings_lists_tables_and_drawings_are_what_they_are_to_a_screen_reader(
    made: dict[tuple[str, str], OnPaper], pdfs: dict[str, bytes], kind: str
) -> None:
    pypdf = pytest.importorskip("pypdf", reason="the test extra is not whole")
    root = pypdf.PdfReader(BytesIO(pdfs[kind])).trailer["/Root"]
    nodes = list(tree(root["/StructTreeRoot"]))
    roles = Counter(str(node.get("/S")) for node in nodes)
    expected = expected_roles(made[kind, "da"].paper)
    assert {role: roles[role] for role in expected} == expected
    assert roles["/H1"] > 0
    assert all(node.get("/Alt") for node in nodes if node.get("/S") == "/Figure")


@pytest.mark.parametrize("kind", IDS)
def test_a_paper_is_a4_has_its_title_and_no_font_but_our_own(pdfs: dict[str, bytes], kind: str) -> None:
    pypdf = pytest.importorskip("pypdf", reason="the test extra is not whole")
    read = pypdf.PdfReader(BytesIO(pdfs[kind]))
    assert read.metadata.title == paper_set().kind(kind).title.da
    assert read.metadata.author is None
    assert read.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    for page in read.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) in A4
        for name, is_whole in set_in(page["/Resources"]):
            assert is_whole
            assert name.startswith(OURS)


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
