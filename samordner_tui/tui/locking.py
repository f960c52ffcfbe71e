"""The door: opening the archive, locking it by key or when idle, and leaving the program with everything saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rich.text import Text
from textual import events, work
from textual.screen import Screen

from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui import idle, preferences
from samordner_tui.tui.deleting import Deleting
from samordner_tui.tui.unwritten import keepers_of, said_of_unwritten, tell_at_the_door

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from samordner_tui.archive.file import Archive
    from samordner_tui.method.terms import StageId

Place: TypeAlias = "tuple[str, StageId | None]"
"""A case and the stage it stands at."""

ARCHIVE_FILE = "archive.db"
KEY_FILE = "archive.key"
COPY_AFTER = 3.0
"""Seconds after opening that the copy of the day begins, when the first screens are there."""


class Locking(Deleting, inherit_bindings=False):
    """An app that can be locked and opened again."""

    folder: Path
    config: Path
    preferences: preferences.Preferences
    key_problems: tuple[str, ...]

    def __init__(self, archive: Archive | None, now: Callable[[], datetime] | None) -> None:
        """Begin with `archive` open, or locked."""
        super().__init__(archive, now)
        self.idle = idle.IdleWatch()
        self._place_to_return_to: Place | None = None
        self.left_at: dict[str, StageId] = {}
        """The place each case was left at, while the program runs."""
        self._leaving = asyncio.Lock()
        self.closing = asyncio.Lock()
        """Held while an archive is being closed; it cannot be opened again before."""
        self.copying = asyncio.Lock()
        """Held while a backup is being made: two at once would be in each other's way."""

    def door(self, since: datetime | None = None) -> Screen[None]:
        """The screen before all others: the unlock screen, or the first steps where there is no archive yet.

        Args:
            since: when a private time began that still runs; its clock is shown while the archive is locked.
        """
        from samordner_tui.tui.screens.unlock import UnlockScreen

        if self.archive is None and not (self.folder / ARCHIVE_FILE).exists() and not (self.folder / KEY_FILE).exists():
            from samordner_tui.tui.screens.first_run import FirstRunScreen

            return FirstRunScreen(self.folder)
        return UnlockScreen(self.folder, since)

    async def on_mount(self) -> None:
        """Go in where the archive is open already, and watch for idleness."""
        if self.archive is not None:
            await self._go_in(self.archive)
        else:
            await self.push_screen(self.door())
        for problem in self.key_problems:
            self.say(problem, severity="warning", seconds=12)
        self.set_interval(idle.LOOK_EVERY, self._look_at_the_clock)

    async def on_event(self, event: events.Event) -> None:
        """Notice that somebody is there."""
        if isinstance(event, events.InputEvent):
            self.idle.touch()
        await super().on_event(event)

    async def enter(self, archive: Archive) -> None:
        """Go in with an archive that has just been opened: to the case open at the lock, or the one that is held now.

        Where the family is alone it is always its clock.
        """
        await self._go_in(archive)
        place, self._place_to_return_to = self._place_to_return_to, None
        place = await self.read(partial(place_to_open, place=place, moment=self.now()))
        if place is not None:
            self.open_case(*place)

    async def _go_in(self, archive: Archive) -> None:
        """To the overview of an archive that is open."""
        from samordner_tui.tui.screens.overview import OverviewScreen

        self.archive = archive
        self.folder = archive.folder
        self.idle.minutes = idle.minutes_from(archive.setting(idle.SETTING, str(idle.MINUTES_TO_BEGIN_WITH)))
        self.idle.touch()
        self.set_class(archive.training, "-training")
        if not archive.training:
            self.prefer(folder=str(archive.folder))
        await self.push_screen(OverviewScreen())
        self._say_after_opening(archive)

    def _say_after_opening(self, archive: Archive) -> None:
        """Make the copy of the day in the background, and remind of a recovery code that was never written down."""
        if archive.training or archive.read_only:
            return
        if archive.setting("recovery_code_confirmed") != "yes":
            self.say(
                _("Din gendannelseskode er ikke skrevet af. Lav en ny i Indstillinger (f2)."),
                severity="warning",
                seconds=15,
            )
        self._copy_of_the_day(archive)

    @work(exclusive=True, group="copy-of-the-day")
    async def _copy_of_the_day(self, archive: Archive) -> None:
        """A backup when a day has gone since the last."""
        from samordner_tui.archive.backup import back_up, is_due

        await asyncio.sleep(COPY_AFTER)
        if self.archive is not archive:
            return
        with self.saying_refusals():
            async with self.copying:
                if await asyncio.to_thread(is_due, archive, self.utc_now()):
                    await asyncio.to_thread(back_up, archive, self.utc_now())

    def open_case(self, case_id: str, stage: StageId | None = None) -> None:
        """Show a case; the program's own class knows how."""
        raise NotImplementedError

    @property
    def case_id(self) -> str | None:
        """The open case: that of the topmost screen which has one."""
        for screen in reversed(self.screen_stack):
            case_id = getattr(screen, "case_id", None)
            if isinstance(case_id, str):
                return case_id
        return None

    def _place(self) -> Place | None:
        """The open case, and the stage it stands at."""
        for screen in reversed(self.screen_stack):
            case_id = getattr(screen, "case_id", None)
            if isinstance(case_id, str):
                return case_id, getattr(screen, "stage", None)
        return None

    def prefer(self, **changes: str) -> None:
        """Keep a choice about the program itself."""
        changed = replace(self.preferences, **changes)  # type: ignore[arg-type]
        if changed != self.preferences:
            self.preferences = changed
            preferences.save(self.config, changed)

    async def leave_fields(self) -> None:
        """Let every screen save what is being typed, the topmost first. One at a time: two saves never cross."""
        async with self._leaving:
            for screen in reversed(self.screen_stack):
                leave = getattr(screen, "leave", None)
                if leave is not None:
                    await leave()

    async def lock_now(self) -> None:
        """Save, wait for the writer, drop the screens, stand at the door, and close the archive."""
        async with self.closing:
            archive = self.archive
            if archive is None:
                return
            self.say_that_it_is_finished_first(_("Sletningen gøres færdig først. Så låses arkivet."))
            await self.leave_fields()
            await asyncio.to_thread(archive.writer.drain)
            self._place_to_return_to = self._place()
            since = next((moment for screen in reversed(self.screen_stack) if (moment := _running_since(screen))), None)
            keepers = keepers_of(self.screen_stack)
            self.archive = None
            door = await self._stand_at_the_door(since)
            self.show_receipt_left()
            problem = await self._shut(archive)
            tell_at_the_door(door, keepers)
            if problem is not None:
                self.say(str(problem), severity="warning", seconds=12)

    async def _shut(self, archive: Archive) -> Refused | None:
        """Close the archive, which makes a copy. Gives why there is none, if one could not be made."""
        async with self.copying:
            return await asyncio.to_thread(archive.close)

    async def _stand_at_the_door(self, since: datetime | None = None) -> Screen[None]:
        """Drop every screen and show the door."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        self.clear_notifications()
        if self.clipboard:
            # At the door it could be pasted and read by whoever sits there.
            self.copy_to_clipboard("")
        door = self.door(since)
        await self.push_screen(door)
        return door

    @work(group="lock")
    async def restore_copy(self, copy: Path, secret: str) -> None:
        """Lock, bring the copy in the folder `copy` back, and say at the door how it went."""
        from samordner_tui.archive.restore import restore

        await self.lock_now()
        self.say(_("Kopien hentes …"))
        with self.saying_refusals():
            await asyncio.to_thread(restore, copy, self.folder, secret, self.utc_now())
            self.say(_("Kopien er hentet. Arkivet, som det var før, ligger som en kopi for sig."), seconds=12)

    async def go_to_door_of(self, folder: Path) -> None:
        """Stand at the door of the archive in another folder."""
        self.folder = folder
        await self._stand_at_the_door()

    async def close_program(self) -> None:
        """Save, lock and leave. What could not be written or copied is said on the terminal."""
        async with self.closing:
            archive = self.archive
            self.say_that_it_is_finished_first(_("Sletningen gøres færdig først. Så lukkes programmet."))
            await self.leave_fields()
            keepers = keepers_of(self.screen_stack)
            self.archive = None
            problem = await self._shut(archive) if archive is not None else None
        said = (*self.receipt_left(), said_of_unwritten(keepers), str(problem or ""))
        lines = [line for line in said if line]
        self.exit(message=Text("\n".join(lines)) if lines else None)

    def _look_at_the_clock(self) -> None:
        """Lock when nobody has been there for a while, unless a screen asks to wait."""
        archive = self.archive
        if archive is None or archive.training or self.closing.locked() or not self.idle.is_due():
            return
        if any(getattr(screen, "idle_lock_waits", bool)() for screen in self.screen_stack):
            return
        self.run_worker(self.lock_now(), group="lock")


def place_to_open(session: Session, place: Place | None, moment: datetime) -> Place | None:
    """Where to go after the door: `place`, or the one conference that is held now; the clock where a family is alone.

    None is the list of cases; two conferences that are held at once stand on top of it.
    """
    from samordner_tui.casework.going_on import going_on

    held = {one.case_id: one for one in going_on(session, moment)}
    if place is None and len(held) == 1:
        place = next((one.case_id, one.stage) for one in held.values())
    if place is None or not is_there(session, place[0]):
        return None
    case_id = place[0]
    return (case_id, held[case_id].stage) if case_id in held and held[case_id].is_alone else place


def is_there(session: Session, case_id: str) -> bool:
    """Whether a case is still there: it may have been deleted, or be younger than the copy that was brought back."""
    from samordner_tui.archive.records.assignment import Case

    return session.get(Case, case_id) is not None


def _running_since(screen: Screen[object]) -> datetime | None:
    """When the private time began that `screen` shows the clock of."""
    clock = getattr(screen, "clock_while_locked", None)
    moment = clock() if callable(clock) else None
    return moment if isinstance(moment, datetime) else None
