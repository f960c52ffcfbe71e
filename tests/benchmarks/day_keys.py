"""Every key of the family's own time, from the press until what it leads to is drawn.

The argument is the folder of an archive of the demo, or `bare` and that folder: then the same widgets stand in a bare
app, with contents that are ready before the key is pressed. The seconds are those of `PRESSED`, in their order, round
after round.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, Final

from sqlalchemy import select
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.day import Conference, Step
from samordner_tui.casework import steps
from samordner_tui.casework.clock import Now
from samordner_tui.casework.day_shown import PrivateTimeShown, ToCallForApproval, read_private_time
from samordner_tui.casework.private_log import UNCALLED
from samordner_tui.casework.reasons import NeedsReason, keep_reason
from samordner_tui.casework.stages import load_stages
from samordner_tui.method.definition import method
from samordner_tui.method.terms import LogAbout, LogBy, StageId
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.app_commands import Help, Lock, Quit, SomethingSerious, Undo
from samordner_tui.tui.commands import Command
from samordner_tui.tui.dialogs.leader import LeaderCard
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.dialogs.words import YesNoDialog
from samordner_tui.tui.screens.day import DayScreen
from samordner_tui.tui.screens.frame import Dialog
from samordner_tui.tui.screens.help import HelpDialog, HelpPage, HelpRow
from samordner_tui.tui.screens.noted_in_private_time import MINUTES
from samordner_tui.tui.theme import LOOKS
from samordner_tui.tui.widgets.clock import ElapsedClock
from samordner_tui.tui.widgets.day_keys import DayKeys
from samordner_tui.tui.widgets.day_log import DayLog, LogLine
from samordner_tui.tui.widgets.footer import KeyFooter
from samordner_tui.tui.widgets.option_lines import Option
from samordner_tui.tui.widgets.step_line import StepLine, steps_of
from samordner_tui.tui.widgets.titlebar import TitleBar
from tests.benchmarks.demo_archive import first_case
from tests.benchmarks.probe import SIZE, report
from tests.benchmarks.stages import Frames

BACK: Final = "escape"
PRESSED: Final = (
    ("k", "k, called in by whom"),
    ("1", "k 1, about what"),
    ("2", "k 1 2, how long"),
    ("3", "k 1 2 3, it stands in the log"),
    ("u", "u, a professional"),
    (BACK, "back from u"),
    ("f", "f, is the family ready"),
    (BACK, "back from f"),
    ("l", "l, the leader's number"),
    (BACK, "back from l"),
    (BACK, "escape, leave the day?"),
    (BACK, "back from escape"),
    ("f1", "f1, help"),
    (BACK, "back from f1"),
    ("p", "p, a pause is noted"),
    ("m", "m, a meal is noted"),
    ("b", "b, the child withdraws"),
)
"""Each key, and what it does."""
ROUNDS: Final = 4
BREATH: Final = 0.2
"""Seconds between two keys, in which what was begun is finished."""
TICK: Final = 1 / 60
NONE: Final = ("", "", 0)
"""Nothing that can be told apart is drawn yet."""
HELP: Final = (
    "Familien er alene. Du og initiativtageren er tæt på og går kun ind, når familien kalder, og går igen. " * 2
)
PHASES: Final = 10
"""Keys fall evenly between two ticks of the screen, as a hand presses them."""


def state(screen: Screen[object]) -> tuple[str, str, int]:
    """What can be told apart of what is drawn: the box on top, or the lines of the log."""
    if isinstance(screen, Dialog):
        drawn = all(one.region.area > 0 for one in screen.query("#dialog"))
        return (type(screen).__name__, screen.dialog_title(), 0) if drawn else ("", "", 0)
    logs = [one for one in screen.query(DayLog) if not logs_wait(one)]
    return (type(screen).__name__, "", len(logs[0].lines)) if logs else ("", "", 0)


def logs_wait(log: DayLog) -> bool:
    """Whether a log holds lines that have no place yet."""
    return bool(log.lines) and log.region.height < min(len(log.lines), DayLog.ROOM)


async def every_key(pilot: Pilot[None]) -> list[float]:
    """The seconds of every key, round after round."""
    frames, taken = Frames(), []
    for number in range(ROUNDS * len(PRESSED)):
        here = state(pilot.app.screen)
        key = PRESSED[number % len(PRESSED)][0]
        taken.append(await frames.until(pilot.app, key, away_from(here)))
        await asyncio.sleep(BREATH + TICK * (number % PHASES) / PHASES)
    return taken


def away_from(here: tuple[str, str, int]) -> Callable[[Screen[object]], bool]:
    """That something else is drawn."""
    return lambda screen: state(screen) not in {here, NONE}


def leave_alone(archive: Archive, case_id: str) -> None:
    """The family of the demo is alone: what stands of its evening is taken away first."""
    load_stages()
    now = Now(datetime.now(UTC) - timedelta(minutes=40), archive.zone)
    with archive.writing("Aftenen", case_id, kind="fixed") as session:
        conference_id = session.scalars(select(Conference.id).order_by(Conference.number)).first()
        assert conference_id is not None
        for step in session.scalars(select(Step).where(Step.case_id == case_id)):
            session.delete(step)
        session.flush()
        steps.begin_information(session, conference_id, now)
        try:
            steps.begin_private_time(session, conference_id, now, method())
        except NeedsReason as needs:
            for about in needs.about:
                keep_reason(session, case_id, about, "Familien ville begynde", now.today, conference_id)
            steps.begin_private_time(session, conference_id, now, method())


class BareDay(Screen[None]):
    """The widgets of the day, and the boxes that its keys open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"open('{key}')") for key in ("k", "u", "f", "l", BACK, "f1")),
        *(Binding(key, "note") for key in ("p", "m", "b")),
    ]
    DEFAULT_CSS = DayScreen.DEFAULT_CSS.replace("DayScreen", "BareDay") + "BareDay { #body { height: 1fr; } }"

    def __init__(self, shown: PrivateTimeShown) -> None:
        super().__init__()
        self.shown = shown
        self.lines: list[LogLine] = []
        offered: tuple[type[Command], ...] = (*DayScreen.OFFERS, Help, SomethingSerious, Undo, Lock, Quit)
        self.page = HelpPage((HELP + HELP,), tuple(HelpRow(one.key, one.title, one.help()) for one in offered))

    def compose(self) -> ComposeResult:
        """As the day."""
        yield TitleBar()
        with Vertical(id="body"):
            yield StepLine()
            with Vertical(id="middle"):
                yield ElapsedClock(
                    self.shown.started_at, self.shown.last_seen, lambda: datetime.now(UTC), is_wall_clock=True
                )
                yield Static(Content("Familien og netværket lægger planen."), id="first")
                yield Static(Content("Du og initiativtageren er i rummet ved siden af."))
                yield Static(Content("Her skrives intet om, hvad familien siger."))
                with Center(id="log"):
                    yield DayLog()
            yield DayKeys(())
        yield KeyFooter()

    def on_mount(self) -> None:
        """The line of the trin."""
        self.query_one(StepLine).steps = steps_of(method(), runs=2)

    def crumbs(self) -> tuple[str, ...]:
        """A title that stays."""
        return ("Dagen",)

    def aside(self) -> str:
        """The time that was when it began."""
        return "18.35"

    def action_open(self, key: str) -> None:
        """The boxes of a key, one after the other."""
        self.run_worker(self.boxes(key), exclusive=True)

    async def boxes(self, key: str) -> None:
        """The same boxes with the same choices."""
        if key == "k":
            durations = [Option(str(one), f"{one} min. lige før") for one in (0, *MINUTES)]
            for title, options in (
                ("Kaldt ind af", options_of(LogBy)),
                ("Kaldt ind om", options_of(LogAbout)),
                ("Hvor længe?", durations),
            ):
                if await self.app.push_screen_wait(NumberedDialog(title, options)) is None:
                    return
            self.action_note()
        elif key == "u":
            text = "Hjørnesten 2 er fraveget. Uret går videre."
            await self.app.push_screen_wait(NumberedDialog("En fagperson", options_of(UNCALLED), text=text))
        elif key == "l":
            await self.app.push_screen_wait(LeaderCard(self.shown.leader or ToCallForApproval("Palle", "12 34 56 78")))
        elif key == "f1":
            await self.app.push_screen_wait(HelpDialog(self.page))
        else:
            title = "Er familien klar?" if key == "f" else "Vil du forlade dagen?"
            text = "Familiens egen tid slutter nu, og I går ind og hører planen."
            await self.app.push_screen_wait(YesNoDialog(title, text, yes="Familien er klar", no="Bliv"))

    def action_note(self) -> None:
        """A line that was ready."""
        self.lines.append(LogLine("18.35", "pause"))
        self.query_one(DayLog).show(self.lines)


def options_of(members: Iterable[StrEnum]) -> list[Option]:
    """The choices of a box."""
    return [Option(one, method().label(one)) for one in members]


class Bare(App[None]):
    """One screen, with the looks of the program."""

    def __init__(self, only: BareDay) -> None:
        super().__init__()
        self.only = only
        for look in LOOKS:
            self.register_theme(look.theme())
        self.theme = LOOKS[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """As the program."""
        return LOOKS[0].variables()

    async def on_mount(self) -> None:
        """Show it."""
        await self.push_screen(self.only)


async def measure(folder: Path) -> list[float]:
    """The program on the day."""
    with Archive.open(folder, None) as archive:
        case_id = first_case(archive)
        leave_alone(archive, case_id)
        app = SamordnerApp(archive=archive)
        async with app.run_test(size=SIZE) as pilot:
            app.open_case(case_id, StageId.PRIVATE_TIME)
            while not isinstance(app.screen, DayScreen):
                await pilot.pause(0.1)
            await pilot.pause(1)
            return await every_key(pilot)


async def measure_bare(folder: Path) -> list[float]:
    """The same widgets."""
    with Archive.open(folder, None) as archive, archive.reading() as session:
        shown = read_private_time(session, first_case(archive))
    assert shown is not None
    app = Bare(BareDay(shown))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1)
        return await every_key(pilot)


if __name__ == "__main__":
    *which, folder = sys.argv[1:]
    report(asyncio.run((measure_bare if which else measure)(Path(folder))))
