"""After the day by keyboard: yes to a task, the talk with the child, the time and what was laid out."""

from __future__ import annotations

from decimal import Decimal

from samordner_tui.archive.records.after import Expense, TimeEntry
from samordner_tui.archive.records.day import Conference as ConferenceRow
from samordner_tui.archive.records.day import Plan, PlanItem, Step
from samordner_tui.archive.records.network import Person
from samordner_tui.casework import decision, steps
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.clock import Now
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.task_agreements import TASKS
from samordner_tui.method.terms import ConferenceState, ContactKind, StageId
from tests.tui.evening import FIVE_O_CLOCK, TheEvening, begin, walking


def over(evening: TheEvening) -> None:
    """The evening lasted two hours and a half; Bo was not there and is given a task."""
    begin(evening)
    today = FIVE_O_CLOCK.date()
    with evening.archive.writing("Bo", evening.case_id, kind="fixed") as session:
        steps.end_private_time(session, evening.conference_id, Now(evening.moment, evening.archive.zone))
    evening.later(39)
    with evening.archive.writing("Planen", evening.case_id, kind="fixed") as session:
        now = Now(evening.moment, evening.archive.zone)
        add(session, Person, evening.case_id, today, name="Bo Lund", relation="farbror")
        plan = add(session, Plan, evening.case_id, today, conference_id=evening.conference_id, version=1)
        add(session, PlanItem, evening.case_id, today, plan_id=plan, what="Bo henter Alma hver fredag")
        decision.read_plan_aloud(session, evening.conference_id, now)
        change_field(session, ConferenceRow, evening.conference_id, "state", ConferenceState.HELD, today)


async def test_who_was_not_there_says_yes_by_two_keys(evening: TheEvening) -> None:
    over(evening)
    async with walking(evening, StageId.PLAN_OUT) as walk:
        assert "Bo Lund var der ikke." in walk.text()
        walk.case.pane.list.point_at_section(TASKS)  # type: ignore[union-attr]
        await walk.press("j")
        assert "Hvad siger Bo Lund til sin opgave?" in walk.text()
        await walk.press("1")
        assert "Bo Lund var der ikke." not in walk.text()
    ((agreement,),) = [one.agreements for one in evening.conference.plans[0].items]
    assert (agreement.agrees, agreement.answered_on) == (True, FIVE_O_CLOCK.date())


async def test_the_hours_that_are_left_stand_where_the_plan_is_sent(evening: TheEvening) -> None:
    over(evening)
    step = next(one for one in evening.conference.steps if one.number == 3)
    with evening.archive.writing("Slut", evening.case_id, kind="fixed") as session:
        change_field(session, Step, step.id, "ended_at", evening.moment, FIVE_O_CLOCK.date())
    evening.later(90)
    async with walking(evening, StageId.PLAN_OUT) as walk:
        assert "Der er 47 timer, til alle skal have planen." in walk.text()
        assert not walk.app.screen.query("#time-left.-late")
    evening.later(48 * 60)
    async with walking(evening, StageId.PLAN_OUT) as walk:
        assert "Fristen for at sende planen" in walk.text()
        assert walk.app.screen.query("#time-left.-late")


async def test_the_time_of_the_day_is_noted_by_its_key(evening: TheEvening) -> None:
    over(evening)
    async with walking(evening, StageId.PLAN_OUT) as walk:
        await walk.press("t", "tab", "tab", "tab", "enter")
    with evening.archive.reading() as session:
        (entry,) = Rows(session, evening.case_id).all(TimeEntry)
    assert (entry.minutes, entry.spent_on) == (111, FIVE_O_CLOCK.date())


async def test_the_time_of_the_day_is_opened_by_its_key_where_it_is_noted(evening: TheEvening) -> None:
    over(evening)
    async with walking(evening, StageId.PLAN_OUT) as walk:
        await walk.press("t", "tab", "tab", "tab", "enter")
        await walk.press("t", "tab", "tab", "tab", "enter", "escape")
    with evening.archive.reading() as session:
        assert len(Rows(session, evening.case_id).all(TimeEntry)) == 1


async def test_what_was_laid_out_is_noted_by_its_key(evening: TheEvening) -> None:
    over(evening)
    async with walking(evening, StageId.PLAN_OUT) as walk:
        await walk.press("k")
        await walk.type("Kage")
        await walk.press("tab")
        await walk.type("89")
        await walk.press("tab", "tab", "tab", "enter")
    with evening.archive.reading() as session:
        (expense,) = Rows(session, evening.case_id).all(Expense)
    assert (expense.what, expense.amount, expense.spent_on) == ("Kage", Decimal(89), FIVE_O_CLOCK.date())


async def test_the_talk_with_the_child_opens_by_one_key_and_is_not_made_twice(evening: TheEvening) -> None:
    over(evening)
    async with walking(evening, StageId.PLAN_OUT) as walk:
        await walk.press("b", "escape", "b", "escape")
    (talk,) = evening.facts.contacts
    assert (talk.kind, talk.people) == (ContactKind.AFTER_TALK, (evening.facts.children[0].person_id,))
