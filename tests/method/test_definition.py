"""The method file: complete, in both languages, and refused with file, key and expectation when it is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import BaseModel

from samordner_tui.language import SPEECH
from samordner_tui.method import terms, wording
from samordner_tui.method.definition import Method, MethodFileWrong, Said, load_method, method
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
UNASKED = {
    "milestones_asked",  # the list of all seventeen is there to be used, and does not press
    "private_time_undisturbed",  # hjørnesten 2 tells it
    "step_1_begun",  # the day begins with a key, not with a task
}
"""Predicates that no task and no gate asks for, and why."""


def refusal(folder: Path, text: str) -> MethodFileWrong:
    """What is said of a method file with this text."""
    path = folder / "wrong.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MethodFileWrong) as caught:
        load_method(path)
    return caught.value


def changed(old: str, new: str) -> str:
    """The method file with its first `old` put as `new`."""
    assert old in SOURCE
    return SOURCE.replace(old, new, 1)


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
    assert set(PREDICATES) - used == UNASKED


def test_entries_are_found_by_their_id(whole: Method) -> None:
    """One of each kind."""
    assert whole.task("visit_invitee").for_each == "invitee"
    assert whole.gate("ready").lines[0].who.da == "forældremyndighedsindehaverne"
    assert whole.deadline("ready").when[0].days == -3
    assert whole.step(2).name.da == "Familiens egen tid"
    assert whole.cornerstone(4).rows[0] == "R1"
    assert whole.running(3)[0].id == "read_plan"
    assert whole.label(VenueKind.TOWN_HALL) == "rådhus"


# What is wrong with a file is said with its place and what was expected.


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    """With file, line and key."""
    said = refusal(tmp_path, changed('id = "sign_secrecy"', 'id = "sign_secrecy"\nicon = "key"'))
    assert said.key == "tasks[3].icon"
    assert "ukendt" in said.expected
    assert said.line is not None
    assert SOURCE.splitlines()[said.line] == 'id = "sign_secrecy"'
    assert str(said) == (
        f"Metodefilen kan ikke bruges (wrong.toml, linje {said.line}). "
        "Ved »tasks[3].icon« ventes ingenting; nøglen er ukendt."
    )


@pytest.mark.parametrize(("half", "word"), [("da", "danske"), ("en", "engelske")])
def test_a_missing_half_of_a_text_is_refused(tmp_path: Path, half: str, word: str) -> None:
    """Both languages are always there."""
    other = 'en = "Venue"' if half == "da" else 'da = "Lokale"'
    said = refusal(tmp_path, changed('title = { da = "Lokale", en = "Venue" }', f"title = {{ {other} }}"))
    assert said.key == f"stages[3].title.{half}"
    assert word in said.expected


def test_an_empty_text_is_refused(tmp_path: Path) -> None:
    """A half that says nothing is no half."""
    said = refusal(tmp_path, changed('title = { da = "Lokale"', 'title = { da = ""'))
    assert said.key == "stages[3].title.da"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('done_when = "secrecy_declared"', 'done_when = "secrecy_decleared"', "tasks[3].done_when"),
        ('applies_when = "independence_answered"', 'applies_when = "indipendence"', "tasks[2].applies_when"),
        ('needs = "consent_of_young_person"', 'needs = "young_person"', "gates[0].lines[1].needs"),
    ],
)
def test_an_unknown_predicate_is_refused(tmp_path: Path, old: str, new: str, key: str) -> None:
    """In a task and in a gate."""
    said = refusal(tmp_path, changed(old, new))
    assert said.key == key
    assert new.split('"')[1] in said.expected


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('[[tasks]]\nid = "accept_assignment"\nstage = "assignment"', '[[tasks]]\nid = "a"\nstage = "start"', "stage"),
        (
            'who = "samordner"\ndone_when = "assignment_accepted"',
            'who = "me"\ndone_when = "assignment_accepted"',
            "who",
        ),
        ('due = "answer_assignment"', 'due = "soon"', "due"),
        ('due = "answer_assignment"', 'behind = "door"', "behind"),
        ('due = "answer_assignment"', 'for_each = "cousin"', "for_each"),
        ('due = "answer_assignment"', 'during = ["night"]', "during[0]"),
    ],
)
def test_a_reference_that_points_nowhere_is_refused(tmp_path: Path, old: str, new: str, key: str) -> None:
    """Stage, actor, deadline, gate, kind of person, phase."""
    assert refusal(tmp_path, changed(old, new)).key == f"tasks[0].{key}"


def test_a_stage_of_a_gate_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The place in the nested list is told too."""
    text = changed('needs = "safety_asked"\nstage = "assignment"', 'needs = "safety_asked"\nstage = "safety"')
    said = refusal(tmp_path, text)
    assert said.key == "gates[0].lines[2].stage"
    assert said.line is not None
    assert text.splitlines()[said.line] == 'id = "safety_asked"'


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('id = "sign_secrecy"', 'id = "accept_assignment"', "tasks[3].id"),
        ('id = "talk_consent"\nneeds', 'id = "consent"\nneeds', "gates[1].lines[1].id"),
        ('[[gates]]\nid = "ready"', '[[gates]]\nid = "network_contact"', "gates[1].id"),
        ('id = "frame_agreed"', 'id = "answer_assignment"', "schedule[1].id"),
        ('id = "at_night"', 'id = "lives_with"', "prompts[1].id"),
    ],
)
def test_an_id_that_stands_twice_is_refused(tmp_path: Path, old: str, new: str, key: str) -> None:
    """In every list whose entries others point at."""
    assert refusal(tmp_path, changed(old, new)).key == key


@pytest.mark.parametrize("row", ["R258", "R0", "R01", "76", "P33", "F25", "X1", ""])
def test_a_row_that_the_sources_do_not_have_is_refused(tmp_path: Path, row: str) -> None:
    """R1 to R257, P1 to P32, F1 to F24."""
    said = refusal(tmp_path, changed('rows = ["R96", "R97", "R216"]', f'rows = ["R96", "{row}"]'))
    assert said.key == "purpose.rows[1]"
    assert "R1 til R257" in said.expected


def test_an_entry_without_a_row_is_refused(tmp_path: Path) -> None:
    """Nothing stands in the method without its source."""
    assert refusal(tmp_path, changed('rows = ["R96", "R97", "R216"]', "rows = []")).key == "purpose.rows"
    assert refusal(tmp_path, changed('rows = ["R96", "R97", "R216"]\n', "")).key == "purpose.rows"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('passive = { da = "sovende", en = "dormant" }\n', "", "choices.tie.passive"),
        (
            'passive = { da = "sovende"',
            'asleep = { da = "s", en = "a" }\npassive = { da = "sovende"',
            "choices.tie.asleep",
        ),
        ("[choices.tie]", "[choices.ties]", "choices.tie.active"),
        ("[choices.tie]", "[choices.mood]\nglad = { da = 'a', en = 'b' }\n\n[choices.tie]", "choices.mood"),
    ],
)
def test_choices_and_enumerations_agree_both_ways(tmp_path: Path, old: str, new: str, key: str) -> None:
    """A member without a text, a text without a member, a list without an enumeration."""
    assert refusal(tmp_path, changed(old, new)).key == key


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("[[steps]]\nnumber = 1", "[[steps]]\nnumber = 2", "steps"),
        ("[[cornerstones]]\nnumber = 1", "[[cornerstones]]\nnumber = 5", "cornerstones"),
        ('[[stages]]\nid = "child"', '[[stages]]\nid = "assignment"', "stages"),
        ('kind = "first"\ngroup = "child"', 'kind = "first"\ngroup = "family"', "evaluations"),
        ('[[groups]]\nid = "day"', '[[groups]]\nid = "after"', "groups"),
        ("cornerstones = [1, 3, 5]", "cornerstones = [1, 3, 4, 5]", "steps[0].cornerstones"),
        ("steps = [3]", "steps = [2, 3]", "cornerstones[3].steps"),
    ],
)
def test_what_has_to_be_whole_is_whole(tmp_path: Path, old: str, new: str, key: str) -> None:
    """Trin, hjørnesten, stages, groups and evaluation forms; trin and hjørnesten name each other."""
    assert refusal(tmp_path, changed(old, new)).key == key


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('da = "Besøg {who}"', 'da = "Besøg dem"', "text.da"),
        ('en = "Visit {who}"', 'en = "Visit them"', "text.en"),
    ],
)
def test_the_place_of_a_person_is_in_both_halves(tmp_path: Path, old: str, new: str, key: str) -> None:
    """A task for one person at a time names the person."""
    place = [task.id for task in method().tasks].index("visit_invitee")
    assert refusal(tmp_path, changed(old, new)).key == f"tasks[{place}].{key}"


def test_a_person_has_no_place_in_a_task_for_all(tmp_path: Path) -> None:
    """Nobody would be named."""
    said = refusal(tmp_path, changed('da = "Skriv under på tavshedspligten"', 'da = "Skriv under, {who}"'))
    assert said.key == "tasks[3].text.da"


@pytest.mark.parametrize(
    ("new", "word"),
    [("value = 'fifteen'", "et tal"), ("value = []", "et tal")],
)
def test_a_figure_is_a_number(tmp_path: Path, new: str, word: str) -> None:
    """Not a word."""
    said = refusal(tmp_path, changed("value = 15", new))
    assert said.key == "figures.consents_from.value"
    assert said.expected == word
    assert said.line is not None


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ("number = 1\n", 'number = "one"\n', "steps[0].number", "en af: 1, 2, 3"),
        ("cornerstones = [1, 3, 5]", "cornerstones = 1", "steps[0].cornerstones", "en liste"),
        ("cornerstones = [1, 3, 5]", "cornerstones = ['a']", "steps[0].cornerstones[0]", "et helt tal"),
        ('name.da = "Velkomst og oplæg"', "name.da = 7", "steps[0].name.da", "en tekst"),
        ('id = "sign_secrecy"', 'id = "Sign secrecy"', "tasks[3].id", "et id af små bogstaver, tal og _"),
        ('title = { da = "Lokale", en = "Venue" }', 'title = "Lokale"', "stages[3].title", "en tabel"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(tmp_path: Path, old: str, new: str, key: str, expected: str) -> None:
    """With what was expected instead, in the language of the screen."""
    said = refusal(tmp_path, changed(old, new))
    assert (said.key, said.expected) == (key, expected)


def test_a_broken_file_is_refused_with_its_line(tmp_path: Path) -> None:
    """Not TOML at all."""
    said = refusal(tmp_path, changed("[figures]", "[figures"))
    assert said.line == SOURCE[: SOURCE.index("[figures]")].count("\n") + 1


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """Missing, or not text."""
    with pytest.raises(MethodFileWrong, match=r"nowhere\.toml"):
        load_method(tmp_path / "nowhere.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(MethodFileWrong, match=r"bytes\.toml"):
        load_method(tmp_path / "bytes.toml")
