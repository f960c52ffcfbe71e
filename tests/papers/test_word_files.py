"""The letters a person will want to change, as Word files: real headings, lists and tables, in their own language."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml.ns import qn
from docx.shared import Mm

from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.look import MOTIFS
from samordner_tui.papers.making import WRITERS
from samordner_tui.papers.paper.blocks import Box, Heading, Paper, Paragraph, Picture, Span, Table, WriteOn, letters
from samordner_tui.papers.paper.word import word_of
from tests.papers.made_set import OnPaper, every_paper
from tests.papers.test_pdf_structure import every_block

WORD = [one.id for one in paper_set().papers if one.word]
EXPECTED = {"agreement", "invitation_child", "invitation_plain", "plan", "leaflet_family"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], OnPaper]:
    """The longest paper of each kind that is made as Word, in each language."""
    papers = every_paper(tmp_path_factory.mktemp("word") / "arkiv")
    longest_last = sorted((one for one in papers if one.kind.word), key=lambda one: len(one.paper.blocks))
    return {(one.kind.id, one.language): one for one in longest_last}


def test_the_letters_a_person_will_want_to_change_are_made_as_word() -> None:
    assert set(WORD) >= EXPECTED


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", WORD)
def test_a_word_file_has_real_headings_and_tables_with_a_row_that_is_said_again(
    made: dict[tuple[str, str], OnPaper], kind: str, language: str
) -> None:
    one = made[kind, language]
    document = Document(BytesIO(WRITERS["docx"](one.paper)))
    blocks = list(every_block(one.paper.blocks))
    styles = Counter(paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None)
    for level in (1, 2, 3):
        expected = sum(isinstance(block, Heading) and block.level == level for block in blocks)
        assert styles[f"Heading {level}"] == expected
    tables = [block for block in blocks if isinstance(block, Table)]
    headed = [any(map(letters, table.headings)) for table in tables]
    assert [len(table.rows) for table in document.tables] == [
        len(table.rows) + has for table, has in zip(tables, headed, strict=True)
    ]
    for drawn, has in zip(document.tables, headed, strict=True):
        assert (drawn.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None) == has


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_word_file_says_its_language_and_title_and_neither_who_wrote_it_nor_when(
    made: dict[tuple[str, str], OnPaper], language: str
) -> None:
    one = made["agreement", language]
    document = Document(BytesIO(WRITERS["docx"](one.paper)))
    marked = document.styles["Normal"].element.find(f"{qn('w:rPr')}/{qn('w:lang')}")
    assert marked is not None
    assert marked.get(qn("w:val")) == {"da": "da-DK", "en": "en-GB"}[language]
    about = document.core_properties
    assert about.title == one.paper.title
    assert about.language == language
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.created is not None
    assert about.created.year == 2000
    width = document.sections[0].page_width
    assert width is not None
    assert round(width.mm) == 210


def test_the_same_paper_gives_the_same_word_file(made: dict[tuple[str, str], OnPaper]) -> None:
    paper = made["invitation_plain", "da"].paper
    first, second = (Document(BytesIO(WRITERS["docx"](paper))) for _time in range(2))
    assert first.element.xml == second.element.xml


def test_the_map_is_a_picture_on_a_sheet_that_lies_down_and_says_its_sentences(
    made: dict[tuple[str, str], OnPaper],
) -> None:
    paper = made["network_map", "da"].paper
    (drawing,) = [block for block in paper.blocks if isinstance(block, Picture)]
    document = Document(BytesIO(WRITERS["docx"](paper)))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == drawing.sentences
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height > shape.height + Mm(24)
    assert shape.width > Mm(220)
    assert shape.width / shape.height == pytest.approx(297 / 210, rel=0.01)
    (image,) = [one.blob for one in document.part.package.image_parts]
    assert image.startswith(b"\x89PNG")


def test_a_letter_of_the_map_that_no_font_here_has_leaves_its_sentences_in_the_word_file() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210"><text x="9" y="9">\u0378</text></svg>'
    paper = Paper("Kort", "da", "map", (Picture("map", "I midten: \u0378."),), pictures={"map": svg})
    document = Document(BytesIO(WRITERS["docx"](paper)))
    assert len(document.inline_shapes) == 0
    assert [one.text for one in document.paragraphs] == ["I midten: \u0378."]


def test_the_drawing_a_child_wished_for_stands_in_its_invitation_and_a_screen_reader_passes_over_it() -> None:
    blocks = (Heading(1, (Span("Kom til møde"),)), Paragraph((Span("Kære Alma"),)))
    paper = Paper("Invitation", "da", "child", blocks, accent="#1c4f9c", motif="cat")
    document = Document(BytesIO(WRITERS["docx"](paper)))
    assert len(document.inline_shapes) == 8
    for shape in document.inline_shapes:
        assert shape._inline.docPr.get("descr") == ""
        assert "decorative" in shape._inline.xml
    assert len(list(document.part.package.image_parts)) == 1
    lines = document.element.body.sectPr.findall(f"{qn('w:pgBorders')}/*")
    assert [one.get(qn("w:color")) for one in lines] == ["1C4F9C"] * 4
    plain = Document(BytesIO(WRITERS["docx"](replace(paper, motif=""))))
    assert len(plain.inline_shapes) == 0
    assert plain.element.body.sectPr.find(qn("w:pgBorders")) is None


@pytest.mark.parametrize("motif", MOTIFS)
def test_nothing_is_written_to_disk_while_a_word_file_with_drawings_is_made(
    motif: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    before = {*tmp_path.rglob("*")}
    assert WRITERS["docx"](Paper("Invitation", "da", "child", (), motif=motif)).startswith(b"PK")
    assert {*tmp_path.rglob("*")} == before


def test_an_arabic_name_in_a_danish_letter_and_a_danish_one_in_an_arabic_are_each_read_their_own_way() -> None:
    line = (Span("Kære محمد علي, vi ses", "strong"),)
    danish = Paper("Brev", "da", "letter", (Paragraph(line),))
    (paragraph,) = Document(BytesIO(WRITERS["docx"](danish))).paragraphs
    assert paragraph.text == "Kære محمد علي, vi ses"
    assert [run.text for run in paragraph.runs if run.font.rtl] == ["محمد علي, "]
    assert all(run.font.cs_bold for run in paragraph.runs)
    arabic = replace(danish, language="ar", direction="rtl", blocks=(Paragraph((Span("عزيزتي Mette Holm أهلا"),)),))
    document = Document(BytesIO(WRITERS["docx"](arabic)))
    assert [run.text for run in document.paragraphs[0].runs if run.font.rtl is False] == ["Mette Holm "]
    normal = document.styles["Normal"].element
    assert [one.tag.split("}")[1] for one in normal.rPr][-4:] == ["sz", "szCs", "rtl", "lang"]
    order = [one.tag.split("}")[1] for one in normal.pPr]
    assert order.index("bidi") < order.index("spacing")
    assert normal.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar"


def test_a_table_in_word_has_columns_as_on_paper_no_empty_row_of_headings_and_room_to_write() -> None:
    name, said = (Span("Ordstyrer"),), (Span("Bente, som er barnets mormor og har sagt ja til at være det"),)
    facts = Table(((), ()), ((name, said), ((Span("Referent"),), (Span("Ole"),))))
    by_hand = Table(((Span("Navn"),), (Span("Dato"),), (Span("Underskrift"),)), (((Span("Line"),), (), ()),))
    paper = Paper("Brev", "da", "letter", (facts, by_hand))
    first, second = Document(BytesIO(WRITERS["docx"](paper))).tables
    assert [row.cells[0].text for row in first.rows] == ["Ordstyrer", "Referent"]
    assert first.columns[0].width is not None
    assert first.columns[1].width is not None
    assert first.columns[0].width * 3 < first.columns[1].width
    assert second.rows[0].height is None
    assert second.rows[1].height == pytest.approx(Mm(10), rel=0.01)


def test_the_first_column_of_a_table_stands_to_the_right_in_a_paper_read_from_the_right() -> None:
    table = Table(((Span("من"),), (Span("ماذا"),)), (((Span("محمد"),), (Span("يتصل"),)),))
    paper = Paper("خطة", "ar", "letter", (table,), direction="rtl")
    (drawn,) = Document(BytesIO(WRITERS["docx"](paper))).tables
    assert drawn.table_direction == WD_TABLE_DIRECTION.RTL


def test_libreoffice_opens_every_word_file_and_turns_it_to_pdf(
    made: dict[tuple[str, str], OnPaper], tmp_path: Path
) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here")
    for (kind, language), one in made.items():
        (tmp_path / f"{kind}-{language}.docx").write_bytes(WRITERS["docx"](one.paper))
    files = sorted(tmp_path.glob("*.docx"))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    words = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)]
    subprocess.run(words, check=True, capture_output=True, timeout=240)
    assert [one.stem for one in sorted(tmp_path.glob("*.pdf"))] == [one.stem for one in files]


def test_a_box_has_a_ground_and_a_line_beside_it_and_lines_to_write_on_are_lines() -> None:
    box, lines = Box((Paragraph((Span("Ring"),)),)), WriteOn(3)
    document = Document(BytesIO(word_of(Paper("Brev", "da", "letter", (Heading(1, (Span("Brev"),)), box, lines)))))
    told = [(one.style.name, one.text) for one in document.paragraphs if one.style is not None]
    assert told == [("Heading 1", "Brev"), ("Boks", "Ring"), *[("Skrivelinje", "")] * 3]
    drawn = document.styles["Boks"].element.pPr
    assert [child.tag.partition("}")[2] for child in drawn][:3] == ["keepLines", "pBdr", "shd"]
