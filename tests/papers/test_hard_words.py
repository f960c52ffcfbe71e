"""Bad input: whatever is typed stands on paper as it was typed, nothing of it acts, and what cannot be set is named."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.day import Plan, PlanItem
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.facts import case_by_number, facts_of
from samordner_tui.casework.stages import load_stages
from samordner_tui.casework.views import Context
from samordner_tui.exchange.demo import SERIES, put
from samordner_tui.language import Language
from samordner_tui.method.definition import method
from samordner_tui.method.terms import InvitationChoice, PersonKind
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import WRITERS, Sheet, drawn, sheets
from samordner_tui.papers.paper.blocks import Block, Heading, Item, Paper, Paragraph, Points, Span, letters, lines_in
from samordner_tui.papers.paper.plain import text_of
from samordner_tui.papers.unset_letters import lacking_letter
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import prepared_case
from tests.conftest import NOW, TODAY
from tests.papers.hard_words import ALPHABETS, LONG, MARKUP, NOWHERE, PICTURES, write
from tests.papers.made_set import enrich, sign
from tests.papers.test_text_stays_text import skeleton, words

Made = list[tuple[Sheet, Paper]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """A case with two conferences, a plan, bookings, briefings and decisions."""
    load_stages()
    with Archive.create_training(tmp_path_factory.mktemp("svaere") / "arkiv", clock=lambda: NOW) as opened:
        number = put(opened, SERIES, TODAY)
        with opened.writing("Sagen") as session:
            sign(session)
            enrich(session, case_by_number(session, number))
        yield opened


def made_with(archive: Archive, word: Callable[[int], str], language: Language = "da") -> Made:
    """Every paper of the case, when each of its fields holds a word."""
    with archive.writing("Ord") as session:
        case_id = session.query(Person.case_id).first()
        assert case_id is not None
        write(session, case_id[0], word)
    with archive.reading() as session:
        facts = facts_of(session, case_id[0])
        found: Made = []
        for conference in facts.conferences:
            found += made(Context(session, case_id[0], conference, facts, method(), TODAY, archive.zone), language)
        return found


def made(context: Context, language: Language = "da") -> Made:
    """Every paper that is ready; what is not says what it waits for."""
    found: Made = []
    for kind in paper_set().papers:
        for sheet in sheets(context, kind):
            if sheet.is_ready:
                found.append((sheet, drawn(context, sheet, language)))
            else:
                assert all(one.sentence for one in sheet.missing)
    return found


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("first", range(3))
def test_nothing_that_is_typed_changes_what_a_paper_is_built_of(
    archive: Archive, first: int, language: Language
) -> None:
    hard = MARKUP + ALPHABETS + PICTURES
    step = len(hard) // 3 + 1
    plain = made_with(archive, lambda place: f"ord{(place + first * step) % len(hard)}", language)
    typed = made_with(archive, lambda place: hard[(place + first * step) % len(hard)], language)
    assert len(plain) == len(typed) > 30
    for (sheet, one), (_same, other) in zip(plain, typed, strict=True):
        assert skeleton(other.blocks) == skeleton(one.blocks), sheet.kind.id


def test_markup_and_template_code_stand_as_they_were_typed(archive: Archive) -> None:
    told = ""
    for shift in range(0, len(MARKUP), 10):
        papers = made_with(archive, lambda place, first=shift: MARKUP[(place + first) % len(MARKUP)])  # type: ignore[misc]
        found = [words(letters(line)) for _sheet, paper in papers for line in lines_in(paper.blocks)]
        told += "".join("".join(line) for line in found)
        assert not any("49" in line for line in found)
    assert [text for text in MARKUP if "".join(words(text)) not in told] == []


def test_every_kind_of_paper_with_hard_words_is_set_as_pdf_and_as_word(archive: Archive) -> None:
    from docx import Document

    hard = MARKUP + ALPHABETS + PICTURES
    papers = made_with(archive, lambda place: hard[(place * 7) % len(hard)])
    for kind, paper in {sheet.kind.id: paper for sheet, paper in papers}.items():
        assert WRITERS["pdf"](paper).startswith(b"%PDF"), kind
        assert Document(BytesIO(WRITERS["docx"](paper))).paragraphs, kind


@pytest.mark.parametrize("text", PICTURES)
def test_a_picture_among_letters_is_set_and_stands_in_the_other_forms(text: str) -> None:
    paper = letter(f"Kære {text}")
    assert WRITERS["pdf"](paper).startswith(b"%PDF")
    assert text in WRITERS["txt"](paper).decode()


def test_a_letter_that_no_font_has_is_named_with_where_and_the_other_forms_are_made() -> None:
    paper = letter(f"Kære Kir{NOWHERE}")
    with pytest.raises(Refused, match=rf"Tegnet »{NOWHERE}« \(U\+0378\) i »Kære Kir{NOWHERE}« findes ikke"):
        WRITERS["pdf"](paper)
    for form in ("txt", "md", "docx"):
        assert WRITERS[form](paper)


def test_whatever_else_the_typesetter_says_is_told_with_a_way_out() -> None:
    assert "Lav det som Word eller tekst i stedet" in lacking_letter("something of its own", ["Kære Karen"])


def letter(*texts: str) -> Paper:
    """A letter of these paragraphs."""
    blocks: tuple[Block, ...] = (Heading(1, (Span("Brev"),)), *(Paragraph((Span(text),)) for text in texts))
    return Paper("Brev", "da", "letter", blocks)


def test_a_name_of_a_hundred_and_twenty_letters_without_a_blank_is_set() -> None:
    name = LONG.replace(" ", "")
    points = Points((Item((Paragraph((Span(name, "strong"),)),)),))
    for style in ("letter", "card", "sign", "large", "list"):
        paper = replace(letter(name), style=style, blocks=(Heading(1, (Span(name),)), points))
        assert WRITERS["pdf"](paper).startswith(b"%PDF")
        assert name.casefold() in "".join(text_of(paper).split()).casefold()


def test_sixty_people_and_a_plan_of_eighty_agreements_are_made(archive: Archive) -> None:
    with archive.writing("Mange") as session:
        case_id = session.query(Person.case_id).first()
        plan = session.query(Plan).first()
        assert case_id is not None
        assert plan is not None
        own = {"case_id": case_id[0], "noted_on": TODAY}
        for place in range(60):
            asked = {"kind": PersonKind.PRIVATE, "invited": InvitationChoice.INVITE}
            session.add(Person(**own, **asked, name=f"Gæst nummer{place}", relation="ven af familien"))
        for place in range(80):
            session.add(PlanItem(**own, plan_id=plan.id, position=place + 1, what=f"Aftale nummer{place} holdes"))
    papers = made_with(archive, lambda place: f"ord{place}")
    by_kind = {
        kind: [p for sheet, p in papers if sheet.kind.id == kind] for kind in ("name_cards", "who_comes", "plan")
    }
    invitations = [sheet for sheet, _paper in papers if sheet.kind.id == "invitation_plain"]
    assert len(invitations) >= 60
    for kind, own_papers in by_kind.items():
        longest = max(own_papers, key=lambda one: sum(1 for _line in lines_in(one.blocks)))
        assert sum(1 for _line in lines_in(longest.blocks)) >= 60, kind
        assert WRITERS["pdf"](longest).startswith(b"%PDF")
        assert WRITERS["docx"](longest).startswith(b"PK")


def test_without_a_day_a_conference_or_a_plan_a_paper_is_made_or_says_what_it_waits_for() -> None:
    case = prepared_case()
    contexts = [case.context(), replace(case.context(), conference=None)]
    for context in contexts:
        for language in ("da", "en"):
            papers = made(context, language)
            assert {"leaflet_family", "door_sign", "consent_method"} <= {sheet.kind.id for sheet, _paper in papers}
            for _sheet, paper in papers:
                assert text_of(paper)
    waits = {kind.id: sheets(contexts[0], kind) for kind in paper_set().papers}
    assert [one.sentence for one in waits["plan"][0].missing] == ["Planen er ikke skrevet af endnu."]


def test_a_word_file_of_hard_words_is_turned_to_pdf_by_libreoffice(archive: Archive, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here")
    papers = made_with(archive, lambda place: (MARKUP + ALPHABETS)[place % len(MARKUP)])
    files = []
    for number, (sheet, paper) in enumerate(one for one in papers if one[0].kind.word):
        files.append(tmp_path / f"{number}-{sheet.kind.id}.docx")
        files[-1].write_bytes(WRITERS["docx"](paper))
    subprocess.run(
        [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    assert {one.stem for one in tmp_path.glob("*.pdf")} == {one.stem for one in files}
