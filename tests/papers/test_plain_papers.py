"""Every paper that a child or a family reads is light enough also when the facts of a case stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case, Statement
from samordner_tui.archive.records.day import Conference, Decision
from samordner_tui.casework.change import add
from samordner_tui.casework.fields import Value
from samordner_tui.casework.plain_advice import HEAVIEST
from samordner_tui.casework.views import Context
from samordner_tui.language import Language
from samordner_tui.method.terms import Outcome, StatementKind
from samordner_tui.method.wording.plain_language import flagged, lix
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import Sheet, drawn, sheets
from samordner_tui.papers.paper.blocks import letters, lines_in
from samordner_tui.papers.plain_words import reader_of
from tests.conftest import NOW, TODAY
from tests.papers.cases import demo, in_case

THEIR_OWN_WORDS = frozenset({"plan", "plan_child", "briefing_aloud", "return_slip", "wall_sheets"})
"""Where the family, an informatør or the initiativtager speaks; what they say is theirs."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The fictional cases; in one of them the plan was sent back once, on the question that was asked."""
    with demo(tmp_path_factory.mktemp("papers")) as opened:
        with opened.writing("Svaret") as session:
            asked = session.scalars(select(Statement).where(Statement.kind == StatementKind.QUESTION)).first()
            assert asked is not None
            evening = session.scalars(select(Conference).where(Conference.case_id == asked.case_id)).first()
            assert evening is not None
            returned: dict[str, Value] = {
                "conference_id": evening.id,
                "outcome": Outcome.RETURNED,
                "decided_at": NOW,
                "rests_on_id": asked.id,
                "possible_if": "I skriver, hvem der henter Alma om fredagen.",
            }
            add(session, Decision, asked.case_id, TODAY, **returned)
        yield opened


def contexts(archive: Archive) -> Iterator[Context]:
    with archive.reading() as session:
        numbers = list(session.scalars(select(Case.number)))
    for number in numbers:
        with in_case(archive, number) as context:
            yield from (replace(context, conference=one) for one in context.facts.conferences)


def read_by_them(archive: Archive, language: Language) -> Iterator[tuple[str, Sheet, str]]:
    """What it is called, the paper and its text, of every one that is ready and that a child or a family reads."""
    for context in contexts(archive):
        for kind in paper_set().papers:
            if reader_of(kind) is not None:
                for sheet in sheets(context, kind):
                    if sheet.is_ready:
                        lines = lines_in(drawn(context, sheet, language).blocks)
                        text = "\n".join(letters(line) for line in lines)
                        yield f"{context.facts.number} {kind.id} {sheet.number}", sheet, text


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_paper_of_the_fictional_cases_is_as_light_as_its_reader_needs(
    archive: Archive, language: Language
) -> None:
    made = list(read_by_them(archive, language))
    heavy = {
        name: round(lix(text), 1)
        for name, sheet, text in made
        if (reader := reader_of(sheet.kind)) is not None and lix(text) > HEAVIEST[reader]
    }
    assert heavy == {}
    assert {one.id for one in paper_set().papers if reader_of(one) is not None} == {
        sheet.kind.id for _name, sheet, _text in made
    }


def test_no_paper_of_the_fictional_cases_says_it_with_blame_jargon_or_passive(archive: Archive) -> None:
    found = {
        name: [one.words for one in flagged(text)]
        for name, sheet, text in read_by_them(archive, "da")
        if sheet.kind.id not in THEIR_OWN_WORDS and flagged(text)
    }
    assert found == {}
