"""The method file: complete, in both languages, and in step with the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import pytest
from pydantic import BaseModel

from samordner_tui.language import SPEECH
from samordner_tui.method import terms, wording
from samordner_tui.method.definition import Method, Said, method
from samordner_tui.method.facts import Ages
from samordner_tui.method.predicates import PREDICATES
from samordner_tui.method.predicates.briefings import MOST_WORDS
from samordner_tui.method.predicates.catering import USUAL_PRICE
from samordner_tui.method.predicates.safety import DAYS_BEFORE
from samordner_tui.method.predicates.statements import FEWEST_QUESTIONS, MOST_QUESTIONS
from samordner_tui.method.terms import ConferenceKind, Respondent, Side, StageId, VenueKind
from samordner_tui.resources import method_file
from tests.method.cases import MILESTONES

SOURCE = method_file().read_text(encoding="utf-8")


def all_said(shape: object) -> Iterator[Said]:
    """Every text of the method."""
    if isinstance(shape, Said):
        yield shape
    elif isinstance(shape, BaseModel):
        for name in type(shape).model_fields:
            yield from all_said(getattr(shape, name))
    elif isinstance(shape, dict):
        for value in shape.values():
            yield from all_said(value)
    elif isinstance(shape, tuple):
        for value in shape:
            yield from all_said(value)


@pytest.fixture(name="whole")
def _whole() -> Method:
    return method()


def test_the_method_is_loaded_once() -> None:
    """Reading it takes a while; nobody waits twice."""
    assert method() is method()


def test_the_way_has_its_sixteen_stages_in_order(whole: Method) -> None:
    """As in the picture of the case."""
    assert [stage.id for stage in whole.stages] == list(StageId)
    assert [stage.title.da for stage in whole.stages if stage.group == "preparation"] == [
        "Opgaven og samtykke",
        "Barnet og forældrene",
        "Netværket",
        "Lokale",
        "Forplejning",
        "Oplæg",
        "Roller",
        "Invitationer",
        "Klar til dagen",
    ]
    assert [stage.step for stage in whole.stages if stage.group == "day"] == [1, 2, 3]


def test_the_five_cornerstones_have_the_names_of_the_picture(whole: Method) -> None:
    """Short enough for the line above the case."""
    assert [stone.title.da for stone in whole.cornerstones] == [
        "Netværket",
        "Familiens plan",
        "Samordner",
        "Vedtages straks",
        "Barnet er med",
    ]


def test_the_seventeen_milestones_are_asked_about(whole: Method) -> None:
    """R112 to R128, one each, under the ids that the case keeps the answers by."""
    rows = {row for milestone in whole.milestones for row in milestone.rows}
    assert {f"R{number}" for number in range(112, 129)} <= rows
    assert tuple(milestone.id for milestone in whole.milestones) == MILESTONES


def test_every_choice_has_a_text(whole: Method) -> None:
    """Every member of every enumeration, in both languages."""
    for found in vars(terms).values():
        if isinstance(found, type) and issubclass(found, StrEnum) and found is not StrEnum:
            for member in found:
                assert whole.label(member)


def test_a_text_is_said_in_the_language_in_use(whole: Method) -> None:
    """Danish to begin with."""
    assert whole.label(Side.MOTHER) == "mors side"
    SPEECH.choose("en")
    try:
        assert whole.label(Side.MOTHER) == "mother's side"
        assert str(whole.stage(StageId.VENUE).title) == "Venue"
        assert whole.label(StageId.VENUE) == "Venue"
    finally:
        SPEECH.choose("da")


def test_every_text_is_clean(whole: Method) -> None:
    """Danish quotes, no double spaces, no line broken inside a paragraph, the two halves alike in what is filled in."""
    for said in all_said(whole):
        for text in (said.da, said.en):
            assert text == text.strip()
            assert "  " not in text
            assert '"' not in text
            assert not re.search(r"(?<!\n)\n(?!\n)", text), text
        assert "&" not in said.da
        assert set(re.findall(r"\{\w+\}", said.da)) == set(re.findall(r"\{\w+\}", said.en))


def test_a_label_is_short(whole: Method) -> None:
    """It stands in a field or a column."""
    assert all(len(said.da) <= 50 for texts in whole.choices.values() for said in texts.values())


def test_figures_agree_with_the_rules_that_rest_on_them(whole: Method) -> None:
    """A rule is pure and reads no file; its numbers are those of the method all the same."""
    figures = whole.figures
    assert figures.consents_from.whole == Ages().consents_from
    assert figures.small_child_under.whole == Ages().small_child_under
    assert figures.words_per_minute.whole == wording.WORDS_PER_MINUTE
    assert figures.price_per_cover.value == USUAL_PRICE
    assert figures.briefing_minutes.whole * figures.words_per_minute.whole == MOST_WORDS
    assert (figures.fewest_questions.whole, figures.most_questions.whole) == (FEWEST_QUESTIONS, MOST_QUESTIONS)
    assert figures.notice_hours_ready.whole == DAYS_BEFORE * 24 == -whole.deadline("ready").when[0].days * 24
    assert figures.plan_out_hours.whole == whole.deadline("plan_out").when[0].days * 24


def test_questions_have_the_columns_that_keep_their_answers(whole: Method) -> None:
    """Safety, the self-check of a briefing, and the three marks of an evaluation."""
    assert [check.id for check in whole.safety_questions] == ["violence", "sexual_abuse", "honour", "court_order"]
    assert [check.id for check in whole.briefing_checks] == ["is_short", "is_appreciative", "is_positive"]
    for kind in ConferenceKind:
        for group in Respondent:
            form = whole.evaluation(kind, group)
            assert [question.id for question in form.questions] == [
                "felt_involved",
                "measures_agreed",
                "effect_on_child",
            ]


def test_every_predicate_is_used(whole: Method) -> None:
    """A rule that no task and no gate asks for would change nothing."""
    used = {task.done_when for task in whole.tasks} | {task.applies_when for task in whole.tasks}
    used |= {line.needs for gate in whole.gates for line in gate.lines}
    assert set(PREDICATES) - used == set()


def test_entries_are_found_by_their_id(whole: Method) -> None:
    """One of each kind."""
    assert whole.task("visit_invitee").for_each == "invitee"
    assert whole.gate("ready").lines[0].who.da == "forældremyndighedsindehaverne"
    assert whole.deadline("ready").when[0].days == -3
    assert whole.step(2).name.da == "Familiens egen tid"
    assert whole.cornerstone(4).rows[0] == "R1"
    assert whole.running(3)[0].id == "read_plan"
    assert whole.label(VenueKind.TOWN_HALL) == "rådhus"
