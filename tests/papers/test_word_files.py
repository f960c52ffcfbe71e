"""The letters a person will want to change, as Word files: real headings, lists and tables, in their own language."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import WRITERS
from samordner_tui.papers.paper.blocks import Heading, Table
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
    assert [len(table.rows) for table in document.tables] == [len(table.rows) + 1 for table in tables]
    for table in document.tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


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
