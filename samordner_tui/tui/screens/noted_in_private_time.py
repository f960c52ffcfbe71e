"""What can be noted while the family is alone: fixed choices, moments and minutes, never a word. Source: R10."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from enum import StrEnum
from typing import TypeVar

from sqlalchemy.orm import Session
from textual import work

from samordner_tui.casework import private_log, steps
from samordner_tui.casework.clock import Now
from samordner_tui.casework.day_shown import PrivateTimeShown
from samordner_tui.casework.private_log import UNCALLED
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import LogAbout, LogBy, LogKind, UncalledReason
from samordner_tui.tui.day_commands import CalledIn, LeadersNumber, OutAgain
from samordner_tui.tui.dialogs.leader import LeaderCard
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.dialogs.words import YesNoDialog
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.option_lines import Option

Kept = TypeVar("Kept")

A_FRAME = 0.1
"""Seconds in which a line is drawn; it is stored then at the latest."""

MINUTES = (2, 5, 10, 15, 20, 30)
"""How long somebody was inside, where it is noted afterwards."""


class NotedInPrivateTime(FrameScreen[bool]):
    """The commands of the family's own time."""

    case_id: str
    shown: PrivateTimeShown
    under_way = 0
    """What is being stored just now."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One key for in and out."""
        if action == CalledIn.id:
            return self.shown.inside is None
        if action == OutAgain.id:
            return self.shown.inside is not None
        if action == LeadersNumber.id:
            return self.shown.leader is not None
        return super().check_action(action, parameters)

    @work(group="action", exclusive=True)
    async def action_called_in(self) -> None:
        """By whom and about what, and whether it is now or was before."""
        called_by = await self._one_of(_("Kaldt ind af"), LogBy)
        if called_by is None:
            return
        about = await self._one_of(_("Kaldt ind om"), LogAbout)
        if about is None:
            return
        durations = [Option("", _("Vi går ind nu. Tryk k, når I er ude igen."))]
        durations += [Option(str(one), _("{count} min. lige før").format(count=one)) for one in MINUTES]
        minutes = await self.app.push_screen_wait(NumberedDialog(_("Hvor længe?"), durations))
        if minutes is not None:
            self._write_called_in(LogBy(called_by), LogAbout(about), int(minutes) if minutes else None)

    def action_out_again(self) -> None:
        """The minutes are those that have passed."""
        conference_id, now = self.shown.conference_id, self._now()
        self._write(_("Ude igen"), lambda session: private_log.all_came_out(session, conference_id, now))

    def action_note_pause(self) -> None:
        """A pause."""
        self._note(LogKind.PAUSE)

    def action_note_meal(self) -> None:
        """A meal."""
        self._note(LogKind.MEAL)

    def action_child_moves(self) -> None:
        """Out, or in again."""
        self._note(LogKind.CHILD_RETURNS if self.shown.child_is_away else LogKind.CHILD_WITHDRAWS)

    @work(group="action", exclusive=True)
    async def action_came_uncalled(self) -> None:
        """A professional is in the room: kept at once, then the reason as a fixed choice."""
        text = _("Hjørnesten 2 er fraveget. Uret går videre.")
        kind = await self._one_of(_("En fagperson"), UNCALLED, text)
        if kind is None:
            return
        conference_id, now, noted = self.shown.conference_id, self._now(), LogKind(kind)
        entry_id = await self._kept(
            self.program.method.label(noted),
            lambda session: private_log.note(session, conference_id, noted, now),
        )
        if entry_id is None:
            return
        text = _("Vælg det, der passer bedst. Ord kan skrives, når familiens egen tid er slut.")
        reason = await self._one_of(_("Hvorfor?"), UncalledReason, text, begins_nowhere=True)
        if reason is not None:
            chosen = UncalledReason(reason)
            await self._kept(
                _("Grund valgt"), lambda session: private_log.give_reason(session, entry_id, chosen, self._now())
            )

    def action_leaders_number(self) -> None:
        """A card with the number, to be read at arm's length."""
        if self.shown.leader is not None:
            self.app.push_screen(LeaderCard(self.shown.leader))

    @work(group="action", exclusive=True)
    async def action_family_ready(self) -> None:
        """Private time ends, when it is meant."""
        text = _("Familiens egen tid slutter nu, og I går ind og hører planen.")
        if not await self.app.push_screen_wait(YesNoDialog(_("Er familien klar?"), text, yes=_("Familien er klar"))):
            return
        conference_id, now = self.shown.conference_id, self._now()
        with self.program.saying_refusals():
            await self.program.write(
                _("Familiens egen tid sluttede"),
                lambda session: steps.end_private_time(session, conference_id, now),
                self.case_id,
                kind="fixed",
            )

    @work(group="action", exclusive=True)
    async def action_back(self) -> None:
        """Going elsewhere asks first; the time runs on."""
        text = _("Familiens egen tid løber videre. Intet kan skrives i sagen, før den er slut.")
        if await self.app.push_screen_wait(
            YesNoDialog(_("Vil du forlade dagen?"), text, yes=_("Forlad"), no=_("Bliv"))
        ):
            self.dismiss(False)

    def _now(self) -> Now:
        return Now(self.program.now(), self.program.zone)

    async def _one_of(
        self, title: str, members: Iterable[StrEnum], text: str = "", *, begins_nowhere: bool = False
    ) -> str | None:
        options = [Option(one, self.program.method.label(one)) for one in members]
        return await self.app.push_screen_wait(NumberedDialog(title, options, text=text, begins_nowhere=begins_nowhere))

    def _note(self, kind: LogKind) -> None:
        conference_id, now = self.shown.conference_id, self._now()
        self.show_at_once(f.LogEntry("", now.said(None, self.shown.started_at), kind))
        self._write(
            self.program.method.label(kind), lambda session: private_log.note(session, conference_id, kind, now)
        )

    def _write_called_in(self, called_by: LogBy, about: LogAbout, minutes: int | None) -> None:
        conference_id, now = self.shown.conference_id, self._now()
        at = now.said(None, self.shown.started_at)
        self.show_at_once(f.LogEntry("", at, LogKind.CALLED_IN, about, minutes, called_by))
        self._write(
            self.program.method.label(LogKind.CALLED_IN),
            lambda session: private_log.note(
                session, conference_id, LogKind.CALLED_IN, now, called_by=called_by, about=about, minutes=minutes
            ),
        )

    @work(group="write")
    async def _write(self, label: str, function: Callable[[Session], object]) -> None:
        # The line is drawn first: storing it takes the processor from the frame that shows it.
        is_drawn = asyncio.Event()
        self.call_after_refresh(is_drawn.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(is_drawn.wait(), A_FRAME)
        await self._kept(label, function)

    async def leave(self) -> None:
        """What was noted a moment ago is kept before the door is shut."""
        for one in [one for one in self.workers if one.node is self and one.group == "write"]:
            await one.wait()

    async def _kept(self, label: str, function: Callable[[Session], Kept]) -> Kept | None:
        """Store it; where that is refused it is said, and there is nothing to go on with."""
        self.under_way += 1
        try:
            with self.program.saying_refusals():
                return await self.program.write(label, function, self.case_id)
            return None
        finally:
            self.under_way -= 1
            self.refresh_case()

    def show_at_once(self, entry: f.LogEntry) -> None:
        """The line stands there as the key is pressed, and is read from the archive when it is kept."""
        raise NotImplementedError

    def refresh_case(self) -> None:
        """Read the log anew."""
        raise NotImplementedError
