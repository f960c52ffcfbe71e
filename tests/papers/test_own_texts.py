"""A translation is marked when its paper changes; a template of one's own is checked before it is used."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.papers import PaperTranslation
from samordner_tui.archive.retention import delete_person
from samordner_tui.casework.change import change_field
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.papers.bundle import bundle
from samordner_tui.papers.fields.all import FIELDS
from samordner_tui.papers.making import written
from samordner_tui.papers.own_templates import checked, forget_template, keep_template
from samordner_tui.papers.room import PaperState, read_room, source_print
from samordner_tui.papers.state_words import state_in_words
from samordner_tui.papers.translations import Translated, keep_translation
from samordner_tui.refusals import Refused
from tests.conftest import NOW, TODAY
from tests.papers.demo_cases import SIBLINGS, case_id_of, paper, papers_of, room_of

ARABIC = "# دعوة\n\nأهلا وسهلا."
KIND = "invitation_plain"


def translate(archive: Archive, text: str = ARABIC, language: str = "ar") -> str:
    """Paste a translation of the first plain invitation in; gives whom it is for."""
    case_id = case_id_of(archive, SIBLINGS)
    with papers_of(archive, SIBLINGS) as context:
        one = paper(read_room(context), KIND)
        pasted = Translated(language, text, source_print(context, one.sheet))
    with archive.writing("Oversættelse", case_id) as session:
        keep_translation(session, case_id, one.about, one.sheet.to.id, pasted, TODAY)
    return one.sheet.to.id


def test_a_translation_stands_beside_its_paper_and_is_made_in_its_language(cases: Archive) -> None:
    translate(cases)
    with papers_of(cases, SIBLINGS) as context:
        danish, arabic = (paper(read_room(context), KIND, place) for place in (0, 1))
        assert danish.sheet.translated is None
        assert arabic.title == f"{danish.title} (arabisk)"
        assert arabic.state is PaperState.READY
        made = bundle(context, [arabic.sheet], "da", "txt", UnderWay()).made
    assert made[0].name.endswith("-ar.txt")
    assert "أهلا" in made[0].content.decode()
    assert made[0].making.language == "ar"


def test_a_translation_is_marked_when_its_paper_changes(cases: Archive) -> None:
    person = translate(cases)
    with cases.writing("Et andet navn", case_id_of(cases, SIBLINGS)) as session:
        change_field(session, Person, person, "name", "Birthe Marie", TODAY)
    one = next(one for one in room_of(cases, SIBLINGS).papers if one.sheet.translated is not None)
    assert one.state is PaperState.SOURCE_CHANGED
    assert "få det oversat igen" in state_in_words(one, cases.zone, TODAY + timedelta(days=1))
    assert not one.sheet.is_ready
    with papers_of(cases, SIBLINGS) as context:
        assert bundle(context, [one.sheet], "da", "txt", UnderWay()).made == ()


def test_a_translation_pasted_in_again_takes_the_place_of_the_first_and_goes_with_its_person(cases: Archive) -> None:
    person = translate(cases)
    translate(cases, "# دعوة")
    with cases.reading() as session:
        assert session.scalars(select(PaperTranslation.text)).all() == ["# دعوة"]
    delete_person(cases, person, NOW)
    with cases.reading() as session:
        assert session.scalars(select(PaperTranslation)).all() == []


@pytest.mark.parametrize(("text", "why"), [("   ", "ingen tekst"), ("Se 011217-1234", "CPR")])
def test_a_translation_that_may_not_be_kept_is_refused(cases: Archive, text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        translate(cases, text)


def test_a_template_of_ones_own_is_used_and_given_up_again(cases: Archive, tmp_path: Path) -> None:
    own = "# Velkommen, {{ name }}\n\nVi ses."
    with cases.keeping() as session:
        keep_template(session, KIND, "da", own, TODAY)
    with papers_of(cases, SIBLINGS) as context:
        one = paper(read_room(context), KIND)
        assert written(context, one.sheet, "da").startswith("# Velkommen, ")
        assert not written(context, one.sheet, "en").startswith("# Velkommen, ")
    with cases.keeping() as session:
        forget_template(session, KIND, "da")
    with papers_of(cases, SIBLINGS) as context:
        assert not written(context, one.sheet, "da").startswith("# Velkommen, ")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{{ concern }} og {{ phone }}", "»concern«, som papiret ikke kender. Det kender:"),
        ("{% for one in %}", "linje 1"),
        ("{{ name.__class__.__mro__ }}", "bruger skabelonen ».__mro__«"),
        ("Se 011217-1234", "CPR"),
        ("", "ingen tekst"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_why(cases: Archive, text: str, why: str) -> None:
    with papers_of(cases, SIBLINGS) as context:
        one = paper(read_room(context), KIND)
        fields = FIELDS[KIND](context, one.sheet.to)
    with pytest.raises(Refused, match=why):
        checked(text, fields)
