"""The letters people write: which papers set, which the machine lends them, and what is said where no font has them."""

from __future__ import annotations

from io import BytesIO
from typing import cast

import pypdf
import pytest
from docx import Document

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import change_field
from samordner_tui.method.terms import PersonKind
from samordner_tui.papers import typst_file
from samordner_tui.papers.borrowed_letters import borrowed_in
from samordner_tui.papers.fonts import fonts
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.leaving import leaving, told
from samordner_tui.papers.making import WRITERS, in_language, sheets
from samordner_tui.papers.paper.blocks import Paper, Picture
from samordner_tui.refusals import Refused
from tests.conftest import TODAY
from tests.papers.demo_cases import ALMA, case_id_of, papers_of
from tests.papers.hard_words import NOWHERE
from tests.papers.test_pdf_structure import Node, set_in

OURS = {
    "arabic": "محمد العلي",
    "vowelled": "مُحَمَّد",
    "farsi": "پژمان گچی",
    "urdu": "ٹیپو ہاشمی ڈھاکہ",
    "pashto": "پښتو ژبه ټول",
    "hebrew": "שָׁלוֹם",
    "somali": "Xaawo Cabdi",
    "greenlandic": "Aĸĸaluk Ittoqqortoormiit",
    "polish": "Łukasz Żółć",
    "turkish": "Gülşen Yılmaz İpek",
    "ukrainian": "Їжак Ґудзик",
    "vietnamese": "Nguyễn Thị Hường",
    "kurdish": "Şêrko Ciwanê",
    "georgian": "გიორგი",
    "emoji": "Ida 🌻 🚂 😀 ❤️",
    "joined": "👩‍👧‍👦 🤷🏽‍♀️ 👍🏽 🏳️‍🌈 🇩🇰",
}
OTHERS = {
    "thai": ("สมชาย", "ส"),
    "hindi": ("नीता", "न"),
    "tamil": ("தமிழ்", "த"),
    "tigrinya": ("ትግርኛ", "ት"),
    "chinese": ("王小明", "王"),
}


@pytest.fixture
def no_other_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has none but ours."""
    ours = fonts(alone=True)
    monkeypatch.setattr(typst_file, "fonts", lambda *, alone: ours)


def letter(name: str) -> str:
    """A translation with a name in it, as it is pasted in."""
    return f"# Brev\n\nKære {name}, du er inviteret.\n\n> **{name}**\n"


@pytest.mark.usefixtures("no_other_fonts")
@pytest.mark.parametrize("name", OURS.values(), ids=OURS)
def test_an_alphabet_of_our_own_fonts_is_set_without_any_other_and_nothing_is_said(name: str) -> None:
    assert list(borrowed_in([letter(name), f"# {name}\n\n{name} {name}"]).told()) == []
    for text in (letter(name), f"# {name}\n\n{name} {name}"):
        paper = in_language(paper_set().kind("invitation_plain"), text, "da")
        assert WRITERS["pdf"](paper).startswith(b"%PDF")


@pytest.mark.parametrize("name", ["arabic", "vowelled", "farsi", "urdu", "pashto"])
def test_an_arabic_word_is_set_in_one_font_so_that_its_letters_join(name: str) -> None:
    paper = in_language(paper_set().kind("invitation_plain"), f"# Brev\n\n{OURS[name]}\n", "da")
    (page,) = pypdf.PdfReader(BytesIO(WRITERS["pdf"](paper))).pages
    assert {font for font, _whole in set_in(cast("Node", page["/Resources"]))} <= {
        "Lato-Black",
        "Lato-Regular",
        "NotoSansArabic-Regular",
    }


@pytest.mark.parametrize("picture", ["👩‍👧‍👦", "🤷🏽‍♀️", "❤️", "🇩🇰"])
def test_a_picture_that_is_joined_of_several_is_set_in_one_font_so_that_it_stays_one(picture: str) -> None:
    paper = in_language(paper_set().kind("invitation_plain"), f"# Brev\n\n{picture}\n", "da")
    (page,) = pypdf.PdfReader(BytesIO(WRITERS["pdf"](paper))).pages
    assert {font for font, _whole in set_in(cast("Node", page["/Resources"]))} == {"Lato-Black", "NotoEmoji-Regular"}


@pytest.mark.usefixtures("no_other_fonts")
@pytest.mark.parametrize(("name", "lacking"), OTHERS.values(), ids=OTHERS)
def test_of_another_alphabet_the_letter_and_its_place_are_told_before_the_paper_leaves_and_when_it_cannot(
    name: str, lacking: str
) -> None:
    (head, line, *_more) = borrowed_in([letter(name)]).told()
    assert head == "Nogle tegn findes ikke i papirernes egne skrifttyper:"
    assert f"»{lacking}« (U+" in line
    assert f"i »Kære {name}, du er inviteret.«: findes ikke i nogen skrifttype her." in line
    paper = in_language(paper_set().kind("invitation_plain"), letter(name), "da")
    with pytest.raises(Refused, match=f"Tegnet »{lacking}« .* i »Kære {name}"):
        WRITERS["pdf"](paper)
    assert name in Document(BytesIO(WRITERS["docx"](paper))).paragraphs[1].text
    assert name in WRITERS["txt"](paper).decode()


def test_a_letter_the_machine_has_a_font_for_is_set_in_it_and_told_to_be_looked_at() -> None:
    name = "王小明"
    borrowed = borrowed_in([letter(name)])
    (one,) = borrowed.named
    if not one.is_found:
        pytest.skip("this machine has no font for it")
    assert "hentes fra maskinens skrifttyper" in one.told()
    assert WRITERS["pdf"](in_language(paper_set().kind("invitation_plain"), letter(name), "da")).startswith(b"%PDF")


@pytest.mark.usefixtures("no_other_fonts")
def test_of_many_letters_one_of_each_alphabet_is_told_and_the_rest_are_counted() -> None:
    texts = [letter(name) for name, _letter in OTHERS.values()] + ["नमस्ते दुनिया आप कैसे हैं"]
    borrowed = borrowed_in(texts)
    assert [one.letter for one in borrowed.named] == ["ส", "न", "த", "ት"]
    assert list(borrowed.told())[-1].startswith("og ")
    assert borrowed.more > 0


@pytest.mark.usefixtures("no_other_fonts")
def test_the_place_is_told_around_the_letter_where_the_text_is_long() -> None:
    text = f"{'først ' * 30}Kir{NOWHERE} {'sidst ' * 30}"
    (one,) = borrowed_in([text]).named
    assert NOWHERE in one.place
    assert one.place.startswith("…")
    assert one.place.endswith("…")
    assert len(one.place) == 60


@pytest.mark.parametrize("unseen", ["\u200d", "\u00ad", "\u202e", "\ufe0f", "\u00a0", "\t"])
def test_signs_that_are_never_drawn_are_no_letters_that_are_lacking(unseen: str) -> None:
    assert borrowed_in([f"Kære Ka{unseen}ren"]).named == ()


@pytest.mark.usefixtures("no_other_fonts")
def test_a_drawing_with_letters_that_join_as_no_font_can_is_refused_by_its_text() -> None:
    texts = ("<text>Karen</text>", "<text>বাংলা</text>", "<text>Per</text>")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210">{"".join(texts)}</svg>'
    paper = Paper("Kort", "da", "map", (Picture("map", "I midten: Alma."),), pictures={"map": svg})
    with pytest.raises(Refused, match="Tegnene i »বাংলা« kan ikke sættes rigtigt"):
        WRITERS["pdf"](paper)


@pytest.mark.usefixtures("no_other_fonts")
def test_what_is_said_before_papers_leave_names_the_letter_for_pdf_and_not_for_word(cases: Archive) -> None:
    case_id = case_id_of(cases, ALMA)
    with cases.writing("Et navn", case_id) as session:
        child = session.query(Person).filter_by(case_id=case_id, kind=PersonKind.CHILD).first()
        assert child is not None
        change_field(session, Person, child.id, "name", "நிலா", TODAY)
    with papers_of(cases, ALMA) as context:
        papers = sheets(context, paper_set().kind("invitation_child")) + sheets(
            context, paper_set().kind("network_map")
        )
        said = "\n".join(told(leaving(context, papers, "da", "pdf")))
        of_word = "\n".join(told(leaving(context, papers, "da", "docx")))
    assert "»ந« (U+0BA8)" in said
    assert "நிலா" in said
    assert "U+0BA8" not in of_word
