"""An evening in an archive, with a clock that the test moves, and the program open on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from textual.pilot import Pilot

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Authority, Case, Statement
from samordner_tui.archive.records.day import Conference as ConferenceRow
from samordner_tui.archive.records.network import Child, Person
from samordner_tui.casework import steps
from samordner_tui.casework.change import add
from samordner_tui.casework.clock import Now
from samordner_tui.casework.evening_marks import set_mark
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.stages import load_stages
from samordner_tui.method.definition import method
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.terms import (
    AuthorityKind,
    InvitationChoice,
    PersonKind,
    StageId,
    StatementKind,
)
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.day import DayScreen
from tests.workers import until_over

FIVE_O_CLOCK = datetime(2027, 1, 21, 16, 0, tzinfo=UTC)


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
            await until_over(one for one in self.app.workers if one.group in {"read", "write", "form"})
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


def seed(archive: Archive, number: str = "2027-03") -> tuple[str, str]:
    """Alma's case, an hour before nothing: everybody is on the list."""
    load_stages()
    today = FIVE_O_CLOCK.date()
    with archive.writing("Sagen") as session:
        case_id = add(session, Case, None, today, number=number, alias="Alma")
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
        steps.begin_information(session, evening.conference_id, now)
        set_mark(session, evening.conference_id, "wall:bottom_lines", now)
        steps.begin_private_time(session, evening.conference_id, now, method())
    evening.later(111)


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
