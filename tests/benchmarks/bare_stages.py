"""Changing stage in a bare app: the widgets of the case screen with contents that are ready before the key is pressed.

The argument is the folder of an archive of the demo. The seconds are one a stage.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from samordner_tui.archive.file import Archive
from samordner_tui.casework.case_frame import CaseShown, Moment, read_case
from samordner_tui.method.definition import Method, method
from samordner_tui.method.terms import StageId
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.theme import LOOKS
from samordner_tui.tui.widgets.cornerstones import Cornerstones, Stone
from samordner_tui.tui.widgets.footer import KeyFooter
from samordner_tui.tui.widgets.heading import Heading
from samordner_tui.tui.widgets.next_steps import NextStepsList
from samordner_tui.tui.widgets.stage_list import StageList
from samordner_tui.tui.widgets.titlebar import TitleBar
from samordner_tui.tui.widgets.way import Way
from tests.benchmarks.demo_archive import first_case
from tests.benchmarks.probe import SIZE, report
from tests.benchmarks.shown import is_listed
from tests.benchmarks.stages import there_and_back


class Pane(Vertical):
    """A heading and a list."""

    DEFAULT_CSS = """
    Pane { height: 1fr; padding: 0 0 0 2; .extra { height: auto; } }
    """

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading()
        self.list = StageList()

    def compose(self) -> ComposeResult:
        """As a stage without widgets of its own."""
        yield self.heading
        yield Vertical(classes="extra")
        yield self.list


class BareScreen(Screen[None]):
    """Hjørnesten, way, stage, next steps."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+pagedown", "go(1)"), Binding("ctrl+pageup", "go(-1)")]
    HORIZONTAL_BREAKPOINTS = CaseScreen.HORIZONTAL_BREAKPOINTS
    DEFAULT_CSS = CaseScreen.DEFAULT_CSS.replace("CaseBody", "BareScreen").replace("Stage {", "Pane {")

    def __init__(self, method: Method, today: date, contents: Mapping[StageId, CaseShown]) -> None:
        super().__init__()
        self.method = method
        self.today = today
        self.contents = contents
        self.stages = list(contents)
        self.panes: dict[StageId, Pane] = {}
        self.stage = self.stages[0]

    def compose(self) -> ComposeResult:
        """As the screen of a case."""
        yield TitleBar()
        yield Cornerstones()
        with Horizontal(id="case"):
            with Vertical(id="left"):
                yield Way(self.method)
            yield Vertical(id="middle")
            with Vertical(id="right"):
                yield NextStepsList(self.method, self.today)
        yield KeyFooter()

    def crumbs(self) -> tuple[str, ...]:
        """A title that stays."""
        return (self.title or "",)

    def aside(self) -> str:
        """Nothing to the right."""
        return ""

    async def on_mount(self) -> None:
        """The first stage."""
        await self.show()

    async def action_go(self, by: int) -> None:
        """The stage beside."""
        self.stage = self.stages[self.stages.index(self.stage) + by]
        await self.show()

    async def show(self) -> None:
        """Put the contents into the widgets."""
        shown = self.contents[self.stage]
        self.query_one(Cornerstones).stones = tuple(
            Stone(one.number, self.method.cornerstone(one.number).title.text, "", one.standing, one.reason)
            for one in shown.verdicts
        )
        self.query_one(Way).show(self.stage, shown.counts)
        self.query_one(NextStepsList).show(shown.next_steps, self.today)
        if self.stage not in self.panes:
            self.panes[self.stage] = Pane()
            await self.query_one("#middle").mount(self.panes[self.stage])
        for stage, pane in self.panes.items():
            pane.display = stage == self.stage
        pane = self.panes[self.stage]
        pane.heading.heading, pane.heading.summary = shown.view.title, shown.view.summary
        pane.list.show(shown.view)
        pane.list.focus()


class BareStages(App[None]):
    """One screen, with the looks of the program."""

    def __init__(self, screen: BareScreen) -> None:
        super().__init__()
        self.only = screen
        for look in LOOKS:
            self.register_theme(look.theme())
        self.theme = LOOKS[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """As the program."""
        return LOOKS[0].variables()

    async def on_mount(self) -> None:
        """Show it."""
        await self.push_screen(self.only)


def stage_drawn(screen: Screen[object]) -> StageId | None:
    """The stage that is drawn."""
    if not isinstance(screen, BareScreen) or screen.stage not in screen.panes:
        return None
    lists = (screen.query_one(Way), screen.query_one(NextStepsList), screen.panes[screen.stage].list)
    return screen.stage if all(is_listed(one) for one in lists) else None


def contents_of(folder: Path, today: date) -> dict[StageId, CaseShown]:
    """Every stage of the case of the demo, read."""
    with Archive.open(folder, None) as archive, archive.reading() as session:
        moment = Moment(method(), today, archive.zone)
        case_id = first_case(archive)
        return {one.id: read_case(session, case_id, None, one.id, moment) for one in method().stages}


async def measure(folder: Path) -> list[float]:
    """Go through every stage and back."""
    today = datetime.now(UTC).date()
    app = BareStages(BareScreen(method(), today, contents_of(folder, today)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1)
        return await there_and_back(pilot, stage_drawn)


if __name__ == "__main__":
    report(asyncio.run(measure(Path(sys.argv[1]))))
