"""The program's way to the archive: reads in a thread, writes on the one writer thread, and a clock.

Nothing heavy is imported before the archive is opened: the first frame is painted while the rest waits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Literal, TypeVar

from textual.app import App

from samordner_tui.language import _
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

    from samordner_tui.archive.file import Archive
    from samordner_tui.method.definition import Method

Value = TypeVar("Value")
Severity = Literal["information", "warning", "error"]


def utc_now() -> datetime:
    """The clock on the wall."""
    return datetime.now(UTC)


class ArchiveAccess(App[None], inherit_bindings=False):
    """An app that has an archive, or has locked it."""

    def __init__(self, archive: Archive | None, now: Callable[[], datetime] | None) -> None:
        """Begin with `archive` open, or locked with None. `now` gives aware moments."""
        super().__init__()
        self.archive = archive
        self.utc_now = now or utc_now
        self.paper_folder: Path | None = None
        """Where papers are put, once it was asked for; forgotten when the program ends."""

    @property
    def open_archive(self) -> Archive:
        """The archive; a refusal when it is locked."""
        if self.archive is None:
            raise Refused(_("Arkivet er låst."))
        return self.archive

    @property
    def method(self) -> Method:
        """The method, read from its file on first use, in the words of the archive that is open."""
        from samordner_tui.method.definition import method

        return method() if self.archive is None else _in_words_of(self.archive)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which moments are shown."""
        from samordner_tui.method.zones import HOME_ZONE, zone_named

        return self.archive.zone if self.archive is not None else zone_named(HOME_ZONE)

    def now(self) -> datetime:
        """This moment, in the archive's zone."""
        return self.utc_now().astimezone(self.zone)

    def today(self) -> date:
        """The date where the archive is."""
        return self.now().date()

    async def read(self, function: Callable[[Session], Value]) -> Value:
        """What `function` reads, in a thread of its own. It gives back frozen values, never rows."""
        archive = self.open_archive

        def reading() -> Value:
            with archive.reading() as session:
                return function(session)

        return await asyncio.to_thread(reading)

    async def write(
        self, label: str, function: Callable[[Session], Value], case_id: str | None = None, *, kind: str = "edit"
    ) -> Value:
        """Carry out `function` as one step of the journal, after every write that came before it.

        The write is not given up when the caller is.

        Raises:
            Refused: with the sentence to show.
        """
        archive = self.open_archive

        def writing() -> Value:
            with archive.writing(label, case_id, kind=kind) as session:
                return function(session)

        written = archive.writer.submit(writing)
        value = await asyncio.shield(asyncio.wrap_future(written))
        self.refresh_case()
        return value

    def refresh_case(self) -> None:
        """Let every screen read the open case anew, down to one that covers those below until it is left."""
        for screen in reversed(self.screen_stack):
            refresh = getattr(screen, "refresh_case", None)
            if refresh is not None:
                refresh()
            if getattr(screen, "COVERS_THOSE_BELOW", False):
                return

    def say(self, sentence: str, *, severity: Severity = "information", seconds: float = 5) -> None:
        """Show a sentence for a while. It is never read as markup."""
        self.notify(sentence, severity=severity, timeout=seconds, markup=False)

    def say_alone(self, sentence: str, *, seconds: float = 8) -> None:
        """Show a sentence in place of those that are shown: what was said of the step before is over."""
        self.clear_notifications()
        self.say(sentence, seconds=seconds)

    def say_not_kept(self, sentence: str) -> None:
        """Say that what is being typed cannot be kept. Called on the writer thread."""
        self.say(sentence, severity="warning", seconds=12)

    @contextmanager
    def saying_refusals(self) -> Iterator[None]:
        """Show a refusal as a sentence, and go on."""
        try:
            yield
        except Refused as refusal:
            self.say(str(refusal), severity="warning", seconds=9)


def _in_words_of(archive: Archive) -> Method:
    """The method as an archive puts it. The same while its settings are the same."""
    from samordner_tui.archive.settings import MAP_SHAPE
    from samordner_tui.casework.map_shape import method_with

    return method_with(archive.setting(MAP_SHAPE))
