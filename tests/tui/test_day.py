"""The evening by keyboard: trin 1, a return, the approval, and the end of the case."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.widgets import TextArea

from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.day import Conference as ConferenceRow
from samordner_tui.archive.records.day import Plan
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import Invitation
from samordner_tui.casework.after import TALKS
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import (
    Answer,
    Attendance,
    BriefingKind,
    ConferenceState,
    ContactKind,
    Outcome,
    StageId,
)
from samordner_tui.tui.dialogs.fields import FieldsDialog
from samordner_tui.tui.dialogs.words import LineDialog
from samordner_tui.tui.palette import entries_for, matching
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.day import DayScreen
from samordner_tui.tui.widgets.clock import ElapsedClock
from samordner_tui.tui.widgets.way import Way
from tests.tui.evening import FIVE_O_CLOCK, TheEvening, Walk, begin, walking
from tests.workers import until_over


async def test_trin_1_begins_by_one_key_and_everybody_is_noted_by_one_key_each(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", "enter")
        walk.case.pane.list.point_at_section("attendance")  # type: ignore[union-attr]
        await walk.press("space", "down", "space")
    there = {one.person_id for one in evening.conference.presences if one.step == 1 and one.person_id}
    assert there == {one.id for one in evening.facts.people}
    assert evening.conference.steps[0].started_at == FIVE_O_CLOCK


async def test_a_time_of_day_can_be_typed(evening: TheEvening) -> None:
    evening.later(20)
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", *["backspace"] * 5)
        await walk.type("17.05")
        await walk.press("enter")
    assert evening.conference.steps[0].started_at == FIVE_O_CLOCK + timedelta(minutes=5)


def karen_says_yes(evening: TheEvening) -> str:
    """Karen's invitation, answered; gives who she is."""
    today = FIVE_O_CLOCK.date()
    karen = next(one.id for one in evening.facts.people if one.name == "Karen")
    said: dict[str, Value] = {"conference_id": evening.conference_id, "person_id": karen, "answer": Answer.YES}
    with evening.archive.writing("Svar", evening.case_id) as session:
        add(session, Invitation, evening.case_id, today, **said, attendance=Attendance.PHONE)
    return karen


async def test_those_who_said_yes_are_noted_by_one_key_before_the_family_is_alone(evening: TheEvening) -> None:
    karen = karen_says_yes(evening)
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", "enter", "f")
        assert "Ingen fra familien er noteret" in walk.text()
        assert "Karen" in walk.text()
        await walk.press("1")
        assert "Ingen fra familien er noteret" not in walk.text()
    noted = {(one.step, one.form) for one in evening.conference.presences if one.person_id == karen}
    assert noted == {(1, Attendance.PHONE)}


async def test_the_family_is_alone_also_where_nobody_is_noted(evening: TheEvening) -> None:
    karen = karen_says_yes(evening)
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", "enter", "f", "2")
        assert "Ingen fra familien er" in walk.text()
        assert "Hvornår gik I ud?" in walk.text()
    assert all(one.person_id != karen for one in evening.conference.presences)


@pytest.mark.parametrize("typed", ["20", "i aften"])
async def test_a_time_that_will_not_do_is_said_in_the_box_which_stays_and_keeps_the_keys(
    evening: TheEvening, typed: str
) -> None:
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", *["backspace"] * 5)
        await walk.type(typed)
        await walk.press("enter", "f")
        box = walk.app.screen
        assert isinstance(box, LineDialog)
        assert box.field.value == f"{typed}f"
        assert str(box.wrong.content) in {
            "Det tidspunkt er ikke kommet endnu.",
            "Skriv et klokkeslæt, for eksempel 17 eller 17.30.",
        }
    assert evening.conference.steps == ()


async def test_private_time_before_trin_1_is_refused_in_the_box(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", "enter", "f", *["backspace"] * 5)
        await walk.type("7.30")
        await walk.press("enter")
        box = walk.app.screen
        assert isinstance(box, LineDialog)
        assert str(box.wrong.content) == "Det tidspunkt er før det, der skete forud."
    assert evening.conference.steps[-1].number == 1


async def test_a_return_without_what_would_make_it_possible_stays_in_its_box(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("f", "enter", "o", "enter", "a", "3", "enter")
        await walk.press("tab", "tab", "tab", "enter")
        assert isinstance(walk.app.screen, FieldsDialog)
        assert "Det skal familien vide." in walk.text()
        await walk.type("hun er i skole")
        await walk.press("enter", "enter")
    assert [one.possible_if for one in evening.conference.decisions] == ["hun er i skole"]


async def test_what_lacks_is_named_and_with_a_reason_the_family_is_alone(evening: TheEvening) -> None:
    today = FIVE_O_CLOCK.date()
    read: dict[str, Value] = {"kind": BriefingKind.INITIATOR, "read_aloud_on": today}
    with evening.archive.writing("Oplæg", evening.case_id) as session:
        add(session, Briefing, evening.case_id, today, conference_id=evening.conference_id, **read)
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", "enter", "f", "enter")
        assert "Alle spørgsmål til oplæggene er besvaret" in walk.text()
        await walk.type("Det venter")
        await walk.press("enter")
        assert isinstance(walk.app.screen, DayScreen)
    assert {(one.about, one.reason) for one in evening.facts.notices} == {
        ("gate:private_time/questions_answered", "Det venter"),
        ("gate:private_time/bottom_lines_on_wall", "Det venter"),
    }


async def test_the_child_stands_in_a_talk_afterwards(evening: TheEvening) -> None:
    today = FIVE_O_CLOCK.date()
    with evening.archive.writing("Holdt", evening.case_id) as session:
        change_field(session, ConferenceRow, evening.conference_id, "state", ConferenceState.HELD, today)
        add(session, Plan, evening.case_id, today, conference_id=evening.conference_id, version=1)
    async with walking(evening, StageId.PLAN_OUT) as walk:
        stage = walk.case.pane
        assert stage is not None
        stage.list.focus()
        stage.list.point_at_section(TALKS)
        await walk.press("n")
        await until_over(walk.app.workers)
    child = evening.facts.children[0].person_id
    assert [(one.kind, one.people) for one in evening.facts.contacts] == [(ContactKind.AFTER_TALK, (child,))]


async def test_one_evening_is_played_to_the_second_round_and_the_approval(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("f", "enter")
        assert walk.case.stage is StageId.APPROVAL
        await walk.press("o", "enter")
        evening.later(5)
        await walk.press("a", "3", "enter", "tab", "tab", "tab")
        await walk.type("hun er i skole")
        await walk.press("enter", "enter")
        assert evening.conference.decisions[0].possible_if == "hun er i skole"
        evening.later(2)
        await walk.press("f", "enter")
        assert walk.day.query_one(ElapsedClock).value == "0:00"
        evening.later(12)
        await walk.press("f", "enter", "o", "enter")
        evening.later(3)
        await walk.press("a", "1", "tab", "tab", "tab", "enter")
        await walk.press("z")
        assert "Planen er ikke skrevet af endnu. Har du arket?" in walk.text()
        await walk.press("enter")
        await walk.type("Det aftales i morgen")
        await walk.press("enter")
    decisions = evening.conference.decisions
    assert [(one.round, one.outcome) for one in decisions] == [(1, Outcome.RETURNED), (2, Outcome.APPROVED)]
    assert evening.conference.state is ConferenceState.HELD


async def test_starts_ends_and_answers_are_not_undone(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("p", "ctrl+z", "ctrl+z", "ctrl+z")
        assert walk.day.is_current
    assert evening.conference.log_entries == ()
    assert len(evening.conference.steps) == 2


def test_words_that_were_undone_do_not_come_back_while_the_family_is_alone(evening: TheEvening) -> None:
    karen = next(one.id for one in evening.facts.people if one.name == "Karen")
    today = FIVE_O_CLOCK.date()
    with evening.archive.writing("Person", evening.case_id) as session:
        change_field(session, Person, karen, "relation", "noget der blev sagt", today)
    evening.archive.undo(evening.case_id)
    begin(evening)
    evening.archive.redo(evening.case_id)
    assert all(one.relation != "noget der blev sagt" for one in evening.facts.people)


async def test_the_sheet_is_typed_as_it_stands_and_cut_into_agreements(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("f", "enter", "p")
        area = walk.case.query(TextArea).first()
        area.text = "- Karen [følger] Alma\n- mormor hjælper mere"
        await walk.press("escape", "d")
        assert "mormor hjælper mere" in walk.text()
    plan = evening.conference.plans[0]
    assert plan.words == "- Karen [følger] Alma\n- mormor hjælper mere"
    assert [one.what for one in plan.items] == ["Karen [følger] Alma", "mormor hjælper mere"]


async def test_what_is_unclear_is_named_before_the_answer_and_approved_with_a_reason(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("f", "enter", "p")
        walk.case.query(TextArea).first().text = "- Karen følger Alma hver dag\n- mormor hjælper mere"
        await walk.press("escape", "d", "o", "enter", "a")
        assert "»mormor hjælper mere« Hvad sker der helt konkret?" in walk.text()
        await walk.press("1")
        assert "Hvorfor godkendes planen alligevel?" in walk.text()
        await walk.type("Hun er til fest")
        await walk.press("enter", "tab", "tab", "tab", "enter")
        assert "Birgit Holm" in walk.text()
    assert [one.outcome for one in evening.conference.decisions] == [Outcome.APPROVED]
    assert [one.unclear_reason for one in evening.conference.plans[0].items] == [None, "Hun er til fest"]


async def test_a_case_is_deleted_by_its_number_with_a_receipt_that_names_nobody(evening: TheEvening) -> None:
    async with walking(evening, StageId.CLOSING) as walk:
        await walk.press("x")
        await walk.type("forkert")
        await walk.press("enter")
        assert "Intet er slettet" in walk.text()
        await walk.press(*["backspace"] * len("forkert"))
        await walk.pilot.press(*"2027", "minus", *"03", "enter")
        await walk.pilot.pause(1)
        await walk.settle()
        seen = walk.text()
        assert "Kvittering" in seen
        receipt = seen[seen.index("Kvittering") :]
        assert "Slettet 21-01-2027." in receipt
        await walk.press("escape")
        assert not any(isinstance(one, CaseScreen) for one in walk.app.screen_stack)


async def test_the_same_plan_pasted_twice_gets_a_sentence_and_nothing_of_it_is_lost(evening: TheEvening) -> None:
    sheet = "Karen følger Alma til skole hver mandag.\nJonas henter hende om fredagen."
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("f", "enter", "p")
        area = walk.case.query(TextArea).first()
        area.text = f"{sheet}\n{sheet}"
        await walk.press("tab")
        assert "Planen står der to gange. Lad den stå én gang." in walk.text()
        assert area.text == f"{sheet}\n{sheet}"
    assert [one.words for one in evening.conference.plans] == [None]
    assert f"{sheet}\n{sheet}" in evening.archive.drafts(evening.case_id).values()


async def ready_with(walk: Walk, words: str) -> TextArea:
    """The family is ready, and `words` are typed in the plan, which is open."""
    await walk.press("f", "enter", "p")
    area = walk.case.query(TextArea).first()
    area.text = words
    return area


async def test_an_approved_plan_is_asked_about_when_it_is_changed_and_stands_where_no_reason_is_given(
    evening: TheEvening,
) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await ready_with(walk, "- Karen følger Alma til skole hver mandag")
        await walk.press("escape", "o", "enter", "a", "1", "tab", "tab", "tab", "enter")
        assert [one.outcome for one in evening.conference.decisions] == [Outcome.APPROVED]
        await walk.press("p")
        await walk.type("SNEGET IND ")
        await walk.press("escape")
        assert "Hvad var skrevet forkert af?" in walk.text()
        await walk.press("escape")
        assert [one.words for one in evening.conference.plans] == ["- Karen følger Alma til skole hver mandag"]
        await walk.press("p", "escape")
        await walk.type("Det stod der")
        await walk.press("enter")
    assert "SNEGET IND" in (evening.conference.plans[0].words or "")
    assert [one.reason for one in evening.facts.notices] == ["Det stod der"]


async def test_a_cpr_number_in_the_plan_gets_a_sentence_and_neither_it_nor_its_dots_are_kept(
    evening: TheEvening,
) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await ready_with(walk, "Farmor 010190-1234 henter")
        await walk.press("escape")
        said = [one.message for one in walk.app._notifications]
        assert said == ["»Familiens egne ord« er ikke gemt. Det ligner et CPR-nummer. Det må ikke gemmes her."]
        await walk.press("p")
        assert "Her stod et CPR-nummer, som ikke er gemt." in walk.text()
        assert "Farmor ••••••-•••• henter" in walk.text()
        await walk.press("escape", "b")
        assert isinstance(walk.app.screen, CaseScreen)
        assert [one.words for one in evening.conference.plans] == [None]
        await walk.press("p")
        walk.case.query(TextArea).first().text = "Farmor henter"
        await walk.press("escape")
    assert [one.words for one in evening.conference.plans] == ["Farmor henter"]


async def test_a_refused_name_that_comes_back_gives_way_to_what_is_typed(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", "enter", "i")
        await walk.pilot.press(*"Jonna", "space", *"010190", "minus", *"1234")
        await walk.press("tab", "escape", "i")
        assert "Jonna ••••••-••••" in walk.text()
        await walk.type("Jonna")
        await walk.press("tab", "tab", "enter")
    assert "Jonna" in {one.name for one in evening.facts.people}
    assert not any("•" in one.name for one in evening.facts.people)


async def test_the_key_that_takes_a_note_away_says_so(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION, (120, 40)) as walk:
        await walk.press("b", "enter")
        walk.case.pane.list.point_at_section("attendance")  # type: ignore[union-attr]
        await walk.settle()
        before = walk.text().splitlines()[-1]
        await walk.press("space")
        after = walk.text().splitlines()[-1]
        await walk.press("space")
        last = walk.text().splitlines()[-1]
    assert {"Er her" in before, "Er her" in last} != {"Er her" in after}
    assert ("Ikke her alligevel" in after) is not ("Ikke her alligevel" in before)


async def test_the_name_of_a_trin_goes_to_it_before_it_ends_it(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION) as walk:
        await walk.press("b", "enter")
        found = [one.title for one in matching(entries_for(walk.app.screen), "Trin 1")]
    assert found[0].startswith("Gå til Trin 1")
    assert "Slut trin 1" in found


async def test_the_keys_of_the_stage_work_from_the_columns_beside_it(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION, (120, 40)) as walk:
        await walk.press("v")
        assert isinstance(walk.case.focused, Way)
        assert "Begynd" in walk.text().splitlines()[-1]
        await walk.press("b", "enter")
        assert "Familien er alene" in walk.text().splitlines()[-1]
    assert [one.number for one in evening.conference.steps] == [1]
