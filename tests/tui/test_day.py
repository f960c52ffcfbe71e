"""The evening by keyboard: trin 1, the family's own time with its clock, a return, and the approval."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Authority, Case, Statement
from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.day import Conference as ConferenceRow
from samordner_tui.archive.records.day import Plan
from samordner_tui.archive.records.network import Child, Person
from samordner_tui.casework import steps
from samordner_tui.casework.after import TALKS
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.clock import Now
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.fields import Value
from samordner_tui.casework.reasons import keep_reason
from samordner_tui.casework.stages import load_stages
from samordner_tui.method.definition import method
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.terms import (
    AuthorityKind,
    BriefingKind,
    ConferenceState,
    ContactKind,
    InvitationChoice,
    LogAbout,
    LogKind,
    Outcome,
    PersonKind,
    StageId,
    StatementKind,
)
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.day import DayScreen
from samordner_tui.tui.screens.unlock import UnlockScreen
from samordner_tui.tui.widgets.clock import ElapsedClock
from samordner_tui.tui.widgets.day_log import DayLog
from samordner_tui.tui.widgets.private_clock import PrivateClock

FIVE_O_CLOCK = datetime(2027, 1, 21, 16, 0, tzinfo=UTC)
PASSPHRASE = "fire ænder krydser vejen"  # noqa: S105 - a fictional one


@dataclass
class TheEvening:
    """An archive with a case, and a clock that the test moves."""

    archive: Archive
    case_id: str
    conference_id: str
    moment: datetime = FIVE_O_CLOCK

    def clock(self) -> datetime:
        """The moment it is."""
        return self.moment

    def later(self, minutes: int) -> None:
        """Let time pass."""
        self.moment += timedelta(minutes=minutes)

    @property
    def facts(self) -> CaseFacts:
        """The case as it stands in the archive."""
        with self.archive.reading() as session:
            return facts_of(session, self.case_id)

    @property
    def conference(self) -> Conference:
        """The conference."""
        return self.facts.conferences[0]


@dataclass
class Walk:
    """The program open, and what a test does with it."""

    app: SamordnerApp
    pilot: Pilot[None]
    evening: TheEvening

    async def press(self, *keys: str) -> None:
        """Press keys, each after what the one before led to."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until what was written is read."""
        for _ in range(3):
            waited = [one for one in self.app.workers if one.group in {"read", "write", "form"}]
            if waited:
                await self.app.workers.wait_for_complete(waited)
            if self.app.archive is not None:
                self.app.archive.writer.drain()
            await self.pilot.pause()

    @property
    def day(self) -> DayScreen:
        """The screen of the family's own time."""
        assert isinstance(self.app.screen, DayScreen), self.app.screen
        return self.app.screen

    @property
    def case(self) -> CaseScreen:
        """The screen of the case."""
        assert isinstance(self.app.screen, CaseScreen), self.app.screen
        return self.app.screen

    def text(self) -> str:
        """Everything that is written on the screen."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in lines)


def seed(archive: Archive) -> tuple[str, str]:
    """Alma's case, an hour before nothing: everybody is on the list."""
    load_stages()
    today = FIVE_O_CLOCK.date()
    with archive.writing("Sagen") as session:
        case_id = add(session, Case, None, today, number="2027-03", alias="Alma")
        invited = {"invited": InvitationChoice.INVITE}
        alma = add(session, Person, case_id, today, name="Alma", kind=PersonKind.CHILD, age=11, **invited)
        add(session, Child, case_id, today, person_id=alma)
        add(session, Person, case_id, today, name="Karen", relation="mormor", **invited)
        for kind, name, phone in (
            (AuthorityKind.INITIATOR, "Birgit Holm", "12 34 56 78"),
            (AuthorityKind.LEADER, "Hanne Lund", "23 45 67 89"),
        ):
            add(session, Authority, case_id, today, kind=kind, name=name, phone=phone, may_approve=True)
        bottom_line = {"kind": StatementKind.BOTTOM_LINE, "text": "Alma skal i skole hver dag"}
        add(session, Statement, case_id, today, **bottom_line, known_to_family_on=today)
        conference_id = add(session, ConferenceRow, case_id, today, number=1, starts_at=FIVE_O_CLOCK)
    return case_id, conference_id


def begin(evening: TheEvening) -> None:
    """Trin 1 is over and private time began an hour and fifty-one minutes ago."""
    with evening.archive.writing("Trin 2", evening.case_id, kind="fixed") as session:
        now = Now(evening.moment, evening.archive.zone)
        about = "gate:private_time/questions_answered"
        keep_reason(session, evening.case_id, about, "Ingen oplæg", now.today, evening.conference_id)
        steps.begin_information(session, evening.conference_id, now)
        steps.begin_private_time(session, evening.conference_id, now, method())
    evening.later(111)


@pytest.fixture
def evening(tmp_path: Path) -> TheEvening:
    """A plain archive."""
    archive = Archive.create_training(tmp_path / "arkiv", clock=lambda: FIVE_O_CLOCK)
    return TheEvening(archive, *seed(archive))


@asynccontextmanager
async def walking(
    evening: TheEvening, stage: StageId | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Walk]:
    """The program open on the case."""
    app = SamordnerApp(archive=evening.archive, now=evening.clock)
    async with app.run_test(size=size) as pilot:
        walk = Walk(app, pilot, evening)
        app.open_case(evening.case_id, stage)
        await walk.settle()
        yield walk


# Trin 1


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
    assert [one.reason for one in evening.facts.notices] == ["Det venter"]


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
        await walk.app.workers.wait_for_complete()
    child = evening.facts.children[0].person_id
    assert [(one.kind, one.people) for one in evening.facts.contacts] == [(ContactKind.AFTER_TALK, (child,))]


# Trin 2


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_private_time_shows_the_clock_and_no_case_no_name_and_no_place_to_type(
    evening: TheEvening, size: tuple[int, int]
) -> None:
    begin(evening)
    async with walking(evening, size=size) as walk:
        assert walk.day.query_one(ElapsedClock).value == "1:51"
        seen = walk.text()
        for sentence in (
            "Familien og netværket lægger planen.",
            "Du og initiativtageren er i rummet ved siden af.",
            "Her skrives intet om, hvad familien siger.",
            "Kaldt ind",
            "Familien er klar",
            "Lederens nummer",
        ):
            assert sentence in seen
        for name in ("Alma", "Karen", "2027-03", "Birgit"):
            assert name not in seen
        assert not walk.day.query(Input)
        assert not walk.day.query(TextArea)


async def test_the_fixed_log_is_noted_by_keys_alone(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("k", "1", "1")
        evening.later(4)
        await walk.press("k", "p", "m", "b", "b", "u", "2")
        lines = [one.words for one in walk.day.query_one(DayLog).lines]
    log = evening.conference.log_entries
    assert [one.kind for one in log] == [
        LogKind.CALLED_IN,
        LogKind.PAUSE,
        LogKind.MEAL,
        LogKind.CHILD_WITHDRAWS,
        LogKind.CHILD_RETURNS,
        LogKind.STAYED,
    ]
    assert (log[0].about, log[0].minutes) == (LogAbout.MUNICIPAL_SUPPORT, 4)
    assert lines[0] == "kaldt ind · kommunens støtte · 4 min."


async def test_other_keys_do_nothing_while_the_family_is_alone(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("n", "h", "s", "v", "f2", "f8", "ctrl+p", "a", "1", "enter")
        assert walk.day.is_current
    assert evening.conference.log_entries == ()


async def test_a_field_left_while_the_family_is_alone_keeps_no_word_and_no_draft(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("escape", "enter")
        walk.case.go(StageId.NETWORK)
        await walk.settle()
        karen = next(one.id for one in evening.facts.people if one.name == "Karen")
        await walk.case.pane.open_row("people", karen, "relation")  # type: ignore[union-attr]
        await walk.type(" noget der blev sagt")
        await walk.press("tab", "escape")
    assert evening.archive.drafts(evening.case_id) == {}
    assert all("sagt" not in (one.relation or "") for one in evening.facts.people)


async def test_the_leaders_number_is_on_one_key(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("l")
        assert "Hanne Lund   23 45 67 89" in walk.text()
        await walk.press("escape")
        assert walk.day.is_current


async def test_going_elsewhere_asks_first_and_a_key_leads_back(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("escape", "escape")
        assert walk.day.is_current
        await walk.press("escape", "enter")
        assert walk.case.stage is StageId.PRIVATE_TIME
        assert walk.case.shown is not None
        assert walk.case.shown.view.sections == ()
        await walk.press("d")
        assert walk.day.is_current
    assert evening.conference.steps[-1].ended_at is None


async def test_a_clock_set_back_is_kept_and_shown_and_elapsed_time_is_not_negative(evening: TheEvening) -> None:
    begin(evening)
    async with walking(evening) as walk:
        evening.later(-200)
        await walk.pilot.pause(1.2)
        await walk.settle()
        assert walk.day.query_one(ElapsedClock).value == "0:00"
        assert "uret" in walk.text()
    assert LogKind.CLOCK_JUMPED in {one.kind for one in evening.conference.log_entries}


async def test_the_clock_goes_on_when_the_program_was_killed(evening: TheEvening, tmp_path: Path) -> None:
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("p")
    evening.archive.close()
    evening.later(10)
    evening.archive = Archive.open(tmp_path / "arkiv", None, clock=evening.clock)
    async with walking(evening) as walk:
        assert walk.day.query_one(ElapsedClock).value == "2:01"
        assert len(walk.day.query_one(DayLog).lines) == 1


async def test_locking_closes_the_archive_and_the_clock_stays_without_names(tmp_path: Path) -> None:
    archive, _code = Archive.create(tmp_path / "arkiv", PASSPHRASE, clock=lambda: FIVE_O_CLOCK)
    evening = TheEvening(archive, *seed(archive))
    begin(evening)
    async with walking(evening) as walk:
        await walk.press("ctrl+l")
        await walk.pilot.pause()
        assert walk.app.archive is None
        assert isinstance(walk.app.screen, UnlockScreen)
        assert walk.app.screen.query(PrivateClock)
        assert "Alma" not in walk.text()
        await walk.type(PASSPHRASE)
        await walk.press("enter")
        await walk.app.workers.wait_for_complete([one for one in walk.app.workers if one.group == "open"])
        await walk.settle()
        evening.archive = walk.app.open_archive
        assert walk.day.query_one(ElapsedClock).value == "1:51"


# Trin 3


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
        await walk.press("z", "enter")
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
