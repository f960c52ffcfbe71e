"""The series by keyboard: an honest end, what is taken again, what became of it, and an agreement through it all."""

from __future__ import annotations

from datetime import date

from samordner_tui.archive.records.day import Conference as ConferenceRow
from samordner_tui.archive.records.practical import RoleHolder
from samordner_tui.casework import plan_words, steps
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.clock import Now
from samordner_tui.casework.fields import Value
from samordner_tui.casework.follow_up import PROGRESS
from samordner_tui.casework.offered_again import OFFERED
from samordner_tui.casework.series import SERIES
from samordner_tui.method.terms import ConferenceKind, ConferenceState, ProgressState, RoleName, StageId, StopReason
from tests.tui.evening import FIVE_O_CLOCK, TheEvening, Walk, walking

DAY = FIVE_O_CLOCK.date()


def over(evening: TheEvening) -> None:
    """A plan without a meeting, with two agreements, a chair, and a day to meet again."""
    with evening.archive.writing("Plan", evening.case_id, kind="fixed") as session:
        karen = next(one.id for one in evening.facts.people if one.name == "Karen")
        role: dict[str, Value] = {"conference_id": evening.conference_id, "role": RoleName.CHAIR, "person_id": karen}
        add(session, RoleHolder, evening.case_id, DAY, **role)
        change_field(session, ConferenceRow, evening.conference_id, "follow_up_on", date(2027, 4, 15), DAY)
        steps.plan_without_meeting(session, evening.conference_id, Now(evening.moment, evening.archive.zone))
        plan = plan_words.type_plan(session, evening.conference_id, "- Karen følger Alma\n- Mor ringer", DAY)
        plan_words.cut_into_agreements(session, plan, DAY)


def point(walk: Walk, section: str) -> None:
    """The cursor on the first line of a section."""
    assert walk.case.pane is not None
    walk.case.pane.list.focus()
    walk.case.pane.list.point_at_section(section)


def cells(walk: Walk, section: str) -> list[str]:
    """Everything that stands in the lines of a section."""
    assert walk.case.pane is not None
    return [cell for row in walk.case.pane.list.rows_of(section) for cell in row.cells]


def said(walk: Walk) -> str:
    """What the program has said in the corner."""
    return " ".join(one.message for one in walk.app._notifications)


async def test_a_follow_up_before_the_first_conference_is_refused_with_a_sentence(evening: TheEvening) -> None:
    async with walking(evening, StageId.FOLLOW_UP) as walk:
        await walk.press("o")
        assert "Afslut rådslagningen" in said(walk)
    assert len(evening.facts.conferences) == 1


async def test_a_plan_without_a_meeting_is_said_with_its_reason(evening: TheEvening) -> None:
    async with walking(evening, StageId.FOLLOW_UP) as walk:
        await walk.press("p")
        assert "Hjørnesten 2 er så fraveget" in walk.text()
        await walk.press("enter")
        assert "Her skal stå noget" in walk.text()
        await walk.type("De blev enige")
        await walk.press("enter")
        assert "plan uden møde · De blev enige" in cells(walk, SERIES)
    assert evening.conference.state is ConferenceState.PLAN_WITHOUT_MEETING
    assert [one.reason for one in evening.facts.notices] == ["De blev enige"]


async def test_the_day_is_moved_with_a_reason_and_the_old_day_stays_as_moved(evening: TheEvening) -> None:
    async with walking(evening, StageId.FOLLOW_UP) as walk:
        await walk.press("m", *["backspace"] * 40)
        await walk.type("28/1 kl. 17")
        await walk.press("tab", "enter", "enter")
        await walk.type("Karen er syg")
        await walk.press("enter")
        assert "flyttet: Karen er syg" in cells(walk, SERIES)
    assert evening.conference.starts_at is not None
    assert evening.conference.starts_at.day == 28


async def test_a_day_out_of_order_is_refused_before_anything_else_is_asked(evening: TheEvening) -> None:
    with evening.archive.writing("Mødes igen", evening.case_id) as session:
        change_field(session, ConferenceRow, evening.conference_id, "follow_up_on", date(2027, 4, 15), DAY)
    async with walking(evening, StageId.FOLLOW_UP) as walk:
        await walk.press("m", *["backspace"] * 40)
        await walk.type("20/4 kl. 17")
        await walk.press("tab", "enter")
        assert "I har aftalt at mødes igen" in said(walk)
        assert "Det her følger med" not in walk.text()


async def test_a_follow_up_can_be_stopped_and_the_next_is_offered_the_same_again(evening: TheEvening) -> None:
    over(evening)
    async with walking(evening, StageId.FOLLOW_UP) as walk:
        await walk.press("o")
        point(walk, OFFERED)
        await walk.press("t")
        assert "● med igen" in cells(walk, OFFERED)
        walk.case.run_worker(walk.case.pane.run_action("stop_conference"))  # type: ignore[union-attr]
        await walk.settle()
        await walk.press("6")
        assert "stoppet · sygdom" in cells(walk, SERIES)
        await walk.press("o")
        point(walk, OFFERED)
        assert "● med igen" not in cells(walk, OFFERED)
    stopped = evening.facts.conferences[1]
    assert (stopped.state, stopped.stop_reason) == (ConferenceState.STOPPED, StopReason.ILLNESS)
    assert evening.facts.conferences[2].kind is ConferenceKind.FOLLOW_UP


async def test_what_became_of_it_and_the_childs_word_are_noted_and_the_agreement_goes_on(evening: TheEvening) -> None:
    over(evening)
    async with walking(evening, StageId.FOLLOW_UP) as walk:
        await walk.press("o")
        point(walk, PROGRESS)
        await walk.press("u", "2")
        await walk.type("Det er rart")
        await walk.press("tab", "enter")
        assert "◐ delvist gjort · »Det er rart«" in cells(walk, PROGRESS)
        await walk.press("p")
        await walk.type("Det samme")
        await walk.press("enter")
        point(walk, PROGRESS)
        await walk.press("k")
        assert "Karen følger Alma · ført videre" in cells(walk, PROGRESS)
        await walk.press("f")
        assert "Aftalens forløb" in walk.text()
        assert "sagt ved 2. rådslagning" in walk.text()
        await walk.press("escape")
    first, second = evening.facts.conferences
    assert [one.state for one in second.progress] == [ProgressState.PARTLY]
    assert [one.previous_id for one in second.plans[0].items] == [first.plans[0].items[0].id]
