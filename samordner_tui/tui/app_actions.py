"""What the keys of every screen do."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from samordner_tui.language import SPEECH, _
from samordner_tui.tui.app_commands import Guest, Help, History, Lock, Palette, Redo, Settings, SomethingSerious, Undo
from samordner_tui.tui.locking import Locking

if TYPE_CHECKING:
    from samordner_tui.method.terms import StageId

Shown = TypeVar("Shown")

NEEDS_ARCHIVE = {command.id for command in (Lock, SomethingSerious, Guest, Settings)}
NEEDS_CASE = {command.id for command in (Undo, Redo)}
NOT_OVER_A_DIALOG = {command.id for command in (Palette, Guest, Settings, History)}
ONE_AT_A_TIME = {command.id for command in (Help, SomethingSerious)}


class AppActions(Locking, inherit_bindings=False):
    """An app whose keys work."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what is impossible here."""
        if not super().check_action(action, parameters):
            return False
        screen = self.screen
        if any(action not in only for only in self._held_to()):
            return False
        if action in NEEDS_ARCHIVE:
            possible = self.archive is not None
        elif action in NEEDS_CASE:
            possible = self.archive is not None and self.case_id is not None
        else:
            possible = True
        if action in NOT_OVER_A_DIALOG:
            possible = possible and not screen.is_modal
        return possible and not (action in ONE_AT_A_TIME and getattr(screen, "SHOWN_BY", "") == action)

    def _held_to(self) -> Iterator[frozenset[str]]:
        """What alone may be done here; a screen that a guest sees holds everything above it to its own."""
        for screen in self.screen_stack:
            only: frozenset[str] | None = getattr(screen, "ONLY_COMMANDS", None)
            if only is not None and (screen is self.screen or getattr(screen, "HOLDS_ALL_ABOVE", False)):
                yield only

    def open_case(self, case_id: str, stage: StageId | str | None = None) -> None:
        """Show a case, at `stage` or where it was left; the first time where its next step is."""
        from samordner_tui.method.terms import StageId
        from samordner_tui.tui.screens.case import CaseScreen

        wanted = StageId(stage) if stage is not None else self.left_at.get(case_id)
        self.push_screen(CaseScreen(case_id, wanted))

    async def show_over(self, screen: Screen[Shown]) -> None:
        """Put a screen on top, after what is being typed below it has been saved."""
        await self.leave_fields()
        await self.push_screen(screen)

    async def action_help(self) -> None:
        """Help for what has focus."""
        from samordner_tui.tui.screens.help import HelpDialog, help_for

        await self.push_screen(HelpDialog(help_for(self.screen)))

    async def action_palette(self) -> None:
        """Everything by name."""
        from samordner_tui.tui.palette import PaletteDialog

        await self.show_over(PaletteDialog(self.screen))

    async def action_undo(self) -> None:
        """Undo the latest step in the open case."""
        await self._step_in_journal(back=True)

    async def action_redo(self) -> None:
        """Do again what was undone."""
        await self._step_in_journal(back=False)

    async def _step_in_journal(self, *, back: bool) -> None:
        """One step back or forth in the open case, after what is being typed has been saved."""
        with self.saying_refusals():
            await self.leave_fields()
            archive, case_id = self.open_archive, self.case_id
            step = archive.undo if back else archive.redo
            # On the writer thread, which is joined before the archive locks.
            label = await asyncio.shield(asyncio.wrap_future(archive.writer.submit(lambda: step(case_id))))
            if label is None:
                self.say(_("Der er ikke mere at fortryde.") if back else _("Der er ikke noget at gøre om."))
                return
            self.refresh_case()
            sentence = _("Fortrudt: {what}") if back else _("Gjort om: {what}")
            self.say(sentence.format(what=_(label)))

    async def action_something_serious(self) -> None:
        """What to do now, whom to call, what to note."""
        from samordner_tui.tui.screens.serious import SeriousDialog

        await self.show_over(SeriousDialog(self.case_id))

    async def action_guest(self) -> None:
        """The child's network alone."""
        if self.case_id is not None:
            self.run_worker(self._enter_guest_with_a_map(self.case_id), group="guest")
        else:
            self.say(_("Gæstevisningen viser et barns netværk ved køkkenbordet. Åbn barnets sag, og tryk igen."))

    async def _enter_guest_with_a_map(self, case_id: str) -> None:
        """Show the map that is open; where the case has several, the one that is chosen."""
        from samordner_tui.casework.map_views import views
        from samordner_tui.tui.dialogs.pick import PickDialog
        from samordner_tui.tui.widgets.option_lines import Option

        today = self.today()
        maps = [one for one in await self.read(lambda session: views(session, case_id, today)) if not one.is_frozen]
        map_id: str | None = getattr(self.screen, "map_id", None)
        if map_id is None and len(maps) > 1:
            options = [Option(one.map_id, one.title, one.told) for one in maps]
            map_id = await self.push_screen_wait(PickDialog(_("Hvis kort skal I se på?"), options))
            if map_id is None:
                return
        is_open = any(one.map_id == map_id for one in maps)
        await self.enter_guest(case_id, map_id if map_id is not None and is_open else "")

    async def enter_guest(self, case_id: str, map_id: str = "") -> None:
        """Show the child's network and nothing else, until the passphrase ends it."""
        from samordner_tui.tui.screens.guest import GuestScreen

        await self.show_over(GuestScreen(case_id, map_id))

    async def action_settings(self) -> None:
        """How the program is to be."""
        from samordner_tui.tui.screens.settings import SettingsScreen

        await self.show_over(SettingsScreen())

    async def show_history(self, case_id: str | None) -> None:
        """What has been changed, in a case or outside the cases."""
        from samordner_tui.tui.screens.history import HistoryScreen

        await self.show_over(HistoryScreen(case_id))

    def action_lock(self) -> None:
        """Lock the archive."""
        self.run_worker(self.lock_now(), group="lock")

    async def action_quit(self) -> None:
        """Save and leave."""
        self.run_worker(self.close_program(), group="lock")

    def action_copy_marked(self) -> None:
        """Nothing is marked: the key copies, it does not close the program."""
        self.say(_("Markér noget tekst, så kopierer ctrl+c den. Du lukker programmet med ctrl+q."))

    def choose_theme(self, name: str) -> None:
        """Take a look into use, and keep it."""
        self.prefer(theme=name)
        self.theme = name

    async def choose_language(self, language: str) -> None:
        """Speak another language from now on. Every screen is drawn anew."""
        self.prefer(language=language)
        SPEECH.choose("en" if language == "en" else "da")
        await self.leave_fields()
        for screen in self.screen_stack:
            await screen.recompose()
        if self.archive is not None:
            self.refresh_case()
        self.screen.refresh_bindings()
