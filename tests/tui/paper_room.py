"""The program in the room of the papers, and what a test does there by keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from textual.pilot import Pilot

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.papers import PaperMade
from samordner_tui.exchange.demo import fill
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.dialogs.making import LeavingDialog
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.papers import PapersScreen
from samordner_tui.tui.widgets.line import LineInput
from tests.tui.world import TODAY, running, shown, training_archive, until

ALMA, SIBLINGS = "2027-03", "2027-01"


@dataclass
class Papers:
    """The program in the room of the papers."""

    app: SamordnerApp
    pilot: Pilot[None]
    archive: Archive
    out: Path

    @property
    def room(self) -> PapersScreen:
        """The room."""
        return next(one for one in self.app.screen_stack if isinstance(one, PapersScreen))

    async def point(self, kind: str) -> None:
        """Go down the list to the first paper of a kind."""
        await self.pilot.press("home")
        for _press in self.room.list.papers:
            pointed = self.room.list.pointed
            if pointed is not None and pointed.sheet.kind.id == kind:
                return
            await self.pilot.press("down")
        raise AssertionError(kind)

    async def seen(self, words: str) -> None:
        """Wait for words on the screen."""
        await until(self.pilot, lambda: words in shown(self.app))

    async def into_folder(self) -> None:
        """Answer which folder."""
        await until(self.pilot, lambda: isinstance(self.app.screen, AskDialog))
        self.app.screen.query_one(LineInput).value = str(self.out)
        await self.pilot.press("enter")

    def count_made(self, *, destroyed: bool = False) -> int:
        """Papers in the register, or those of them that are noted as destroyed."""
        with self.archive.reading() as session:
            days = session.scalars(select(PaperMade.destroyed_on)).all()
        return len([one for one in days if one is not None or not destroyed])

    async def pack(self, place: int) -> None:
        """Choose a pack by its place, as far as what is said before it leaves."""
        await self.pilot.press("p")
        await self.seen("Hvilken pakke?")
        await self.pilot.press(str(place))
        await self.seen("ikke krypteret")

    async def make_pdf(self, kind: str) -> None:
        """Make one paper, from the list to the file."""
        await self.point(kind)
        await self.pilot.press("g")
        await self.seen("Som hvad?")
        await self.pilot.press("1")
        await until(self.pilot, lambda: isinstance(self.app.screen, LeavingDialog))
        await self.pilot.press("enter")
        if self.app.paper_folder is None:
            await self.into_folder()
        await until(self.pilot, lambda: self.app.screen is self.room and bool(self.room.files))

    def files(self) -> list[str]:
        """What lies in the folder."""
        return sorted(path.name for path in self.out.iterdir())

    def made(self) -> list[str]:
        """What the register of papers holds."""
        with self.archive.reading() as session:
            return list(session.scalars(select(PaperMade.about)))

    def handed(self) -> dict[str, str]:
        """Who has got what, as the register says."""
        with self.archive.reading() as session:
            rows = session.execute(select(PaperMade.about, PaperMade.handed_to).where(PaperMade.handed_on.is_not(None)))
            return {about: to or "" for about, to in rows}

    def said(self) -> str:
        """The messages that are shown."""
        return "\n".join(one.message for one in self.app._notifications)


@asynccontextmanager
async def papers(
    folder: Path, number: str = SIBLINGS, size: tuple[int, int] = (80, 24), *, name: str = "Signe Holm"
) -> AsyncIterator[Papers]:
    """The room of a fictional case, opened by its key."""
    archive = training_archive(folder / "arkiv")
    fill(archive, TODAY)
    archive.set_setting("samordner_name", name or None)
    with archive.reading() as session:
        case_id = session.scalars(select(Case.id).where(Case.number == number)).one()
    out = folder / "ud"
    out.mkdir()
    app = SamordnerApp(archive=archive, today=TODAY, language="da", config=folder / "config")
    async with running(app, size) as pilot:
        app.open_case(case_id)
        await until(pilot, lambda: isinstance(app.screen, CaseScreen) and app.screen.shown is not None)
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, PapersScreen) and bool(app.screen.list.papers))
        yield Papers(app, pilot, archive, out)
