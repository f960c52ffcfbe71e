"""Papers of the set that draw something or are signed: the map, faces, rows to sign, and another language."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from samordner_tui.casework.views import Context
from samordner_tui.method import facts as f
from samordner_tui.method.readings import current
from samordner_tui.method.terms import InvitationChoice, StatementKind
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import drawn, in_language, sheets
from samordner_tui.papers.paper.blocks import Paper, Picture, Points, Table, letters
from samordner_tui.papers.paper.column_widths import widths
from samordner_tui.papers.paper.direction import direction_of
from samordner_tui.papers.paper.markdown import markdown_of
from samordner_tui.papers.paper.pdf import as_data, pdf_of
from samordner_tui.papers.paper.plain import text_of
from samordner_tui.papers.paper.reading import read_blocks
from samordner_tui.papers.paper.word import word_of
from tests.papers.cases import EVERYTHING_DONE, IN_PREPARATION, demo, in_case

ARABIC = """# خطة إميل

- إميل عند أمه كل أربعاء.
- Mads يأتي يوم الخميس.

| ماذا | من |
|---|---|
| زيارة | Line |
"""


def made(context: Context, paper: str) -> Paper:
    return drawn(context, sheets(context, paper_set().kind(paper))[0], "da")


def test_the_map_is_drawn_and_told_in_sentences_and_leaves_out_whoever_is_not_invited(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        paper = made(context, "network_map")
        away = [one.name for one in context.facts.people if one.invited is InvitationChoice.NOT_INVITED]
        there = [one.name for one in context.facts.people if one.invited is InvitationChoice.INVITE]
    (picture,) = (block for block in paper.blocks if isinstance(block, Picture))
    assert away
    assert all(name in picture.sentences for name in there)
    for name in away:
        assert name not in picture.sentences
        assert name not in paper.pictures["map"]
    assert "\\" not in picture.sentences
    assert "I midten: Alma." in text_of(paper)
    assert pdf_of(paper).startswith(b"%PDF")


def test_a_child_answers_by_faces_and_each_face_has_its_word(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        paper = made(context, "evaluation_child")
    rows = [block for block in paper.blocks if isinstance(block, Points)]
    assert rows
    for row in rows:
        assert [item.sign for item in row.items] == [f"face-{place}" for place in range(5)]
        assert all(item.box and item.blocks for item in row.items)
    assert "[ ] Slet ikke" in text_of(paper)
    assert read_blocks(markdown_of(paper)) == paper.blocks


@pytest.mark.parametrize("paper", ["consent_method", "consent_child_talk", "consent_sharing", "consent_photo"])
def test_each_custody_holder_has_a_row_to_sign(tmp_path: Path, paper: str) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        signed = [block for block in made(context, paper).blocks if isinstance(block, Table)][-1]
        names = {one.id: one.name for one in context.facts.people}
        holders = [names[one] for one in dict.fromkeys(custody.person_id for custody in context.facts.custodies)]
    assert holders
    assert [letters(row[0]) for row in signed.rows] == holders


def test_a_young_person_signs_too_and_nobody_known_gives_empty_rows(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        own = {one.person_id for one in context.facts.children}
        grown = tuple(replace(one, age=15) if one.id in own else one for one in context.facts.people)
        young = replace(context, facts=replace(context.facts, people=grown, custodies=()))
        assert [letters(row[0]) for row in last_table(made(young, "consent_method")).rows] == ["Alma"]
        nobody = replace(context, facts=replace(context.facts, custodies=()))
        assert [letters(row[0]) for row in last_table(made(nobody, "consent_method")).rows] == ["", ""]


def test_a_custody_holder_who_is_not_to_come_has_a_row_without_a_name(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        one = context.facts.custodies[0].person_id
        people = tuple(
            replace(person, invited=InvitationChoice.NOT_INVITED) if person.id == one else person
            for person in context.facts.people
        )
        without = replace(context, facts=replace(context.facts, people=people))
        before, after = (last_table(made(each, "consent_method")).rows for each in (context, without))
    assert len(after) == len(before)
    assert letters(after[0][0]) == ""


def last_table(paper: Paper) -> Table:
    return [block for block in paper.blocks if isinstance(block, Table)][-1]


def test_those_at_work_stand_on_the_childs_list_of_who_comes(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        text = text_of(made(context, "who_comes"))
        at_work = [one for one in context.facts.people if comes_for_work(one)]
    assert at_work
    assert all(one.name in text for one in at_work)


def comes_for_work(person: f.Person) -> bool:
    return person.kind == "professional" and person.invited is InvitationChoice.INVITE


def test_the_evaluation_asks_what_fits_the_conference(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as first, in_case(archive, "2026-19") as again:
        for paper in ("evaluation_child", "evaluation_family", "evaluation_network", "evaluation_professional"):
            assert text_of(made(first, paper)) != text_of(made(again, paper))


def test_a_translation_is_set_in_its_own_language_and_from_its_own_side() -> None:
    paper = in_language(paper_set().kind("plan"), ARABIC, "ar")
    assert (paper.language, paper.direction) == ("ar", "rtl")
    assert as_data(paper)["direction"] == "rtl"
    assert b"/Lang" in pdf_of(paper)
    document = Document(BytesIO(word_of(paper)))
    style = document.styles["Normal"].element.xml
    assert "w:bidi" in style
    assert 'w:val="ar"' in style


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Planen for Emil", "ltr"),
        ("", "ltr"),
        ("12. 3.", "ltr"),
        ("خطة إميل", "rtl"),
        ("התוכנית", "rtl"),
        ("خ Planen", "ltr"),
    ],
)
def test_a_text_is_read_from_the_side_most_of_its_letters_are(text: str, side: str) -> None:
    assert direction_of(text) == side


def test_a_short_column_gives_way_to_a_long_one_and_one_to_be_filled_in_never() -> None:
    def table(markdown: str) -> Table:
        (found,) = read_blocks(markdown)
        assert isinstance(found, Table)
        return found

    told = table("| | Mål | Svar |\n|---|---|---|\n| F1 | Et langt mål, som fylder en hel linje | endnu ikke |\n")
    assert widths(told)[0] == widths(told)[2] == 0
    plan = table(
        "| Hvad | Hvornår |\n|---|---|\n| Mads henter Emil til spejder og kører ham hjem | hver torsdag eftermiddag |\n"
    )
    assert widths(plan)[0] > 1.5 * widths(plan)[1]
    to_sign = table("| Navn | Dato | Underskrift |\n|---|---|---|\n| Et langt navn på en forælder | | |\n")
    assert 0 not in widths(to_sign)


def test_every_paper_has_a_template_in_both_languages_and_its_fields(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, IN_PREPARATION) as context:
        for kind in paper_set().papers:
            for sheet in sheets(context, kind)[:1]:
                assert drawn(context, sheet, "da").blocks
                assert drawn(context, sheet, "en").language == "en"


def test_the_wall_tells_nothing_that_the_family_has_not_heard(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        whole = text_of(made(context, "wall_sheets"))
        heard, *rest = current(context.facts, StatementKind.QUESTION)
        unheard = tuple(replace(one, known_to_family_on=None) for one in rest)
        others = tuple(one for one in context.facts.statements if one not in rest)
        facts = replace(context.facts, statements=(*others, *unheard))
        told = text_of(made(replace(context, facts=facts), "wall_sheets"))
        nothing = tuple(replace(one, known_to_family_on=None) for one in context.facts.statements)
        without = replace(context.facts, statements=nothing)
        (sheet,) = sheets(replace(context, facts=without), paper_set().kind("wall_sheets"))
    words = " ".join(told.split())
    assert heard.text in words
    assert all(one.text in " ".join(whole.split()) for one in rest)
    assert not any(one.text in words for one in rest)
    assert not sheet.is_ready


def test_a_table_without_headings_is_told_line_by_line() -> None:
    blocks = read_blocks("| | |\n|---|---|\n| Ordstyrer | Bent |\n| Referent | |\n")
    assert text_of(Paper("Køreplan", "da", "list", blocks)) == "Ordstyrer: Bent\nReferent:\n"
