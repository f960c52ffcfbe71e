"""What is typed is kept: the one way from a field to the archive.

`Keeper.keep` is called from the screen and hands the value to the writer thread before it gives back, so that nothing
that closes a field, a screen or the program afterwards can lose it. What cannot be kept yet is a draft. A CPR number is
never handed over, not even as a draft; one that is only begun waits in the field until it is left.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, Protocol

from samordner_tui.archive.drafts import Field, clear_draft
from samordner_tui.archive.records.after import ClearedNumber
from samordner_tui.archive.refusals import ArchiveClosed
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.entry import Clock, Entered, Problem, parse
from samordner_tui.casework.fields import FieldSpec, Value
from samordner_tui.language import _
from samordner_tui.method.cpr import find_cpr, mask
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from samordner_tui.archive.file import Archive

Told = Callable[[Refused | None], None]
"""Told from the writer thread how it went: nothing when the value is kept, else the refusal."""

BOXES: Final = "boxes"
"""Stands in a draft for the table, where what is typed belongs to a box."""


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field of one row."""

    spec: FieldSpec
    row_id: str

    @property
    def key(self) -> tuple[str, str, str]:
        """How a draft names it."""
        return (self.spec.table, self.row_id, self.spec.name)


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """A line in a box, which is no field of any row: a reason, the number of a case that is not there yet."""

    box: str
    line: str

    @property
    def key(self) -> tuple[str, str, str]:
        """How a draft names it."""
        return (BOXES, self.box, self.line)


Place = FieldPlace | BoxPlace


class Keeping(Protocol):
    """Where a field hands what is typed in it. A form keeps at once; a question before something is added does not."""

    def check(self, spec: FieldSpec, text: str, begins: datetime | None = None) -> Entered | Problem:
        """The value of what was typed, or what is wrong with it; `begins` is when that begins whose end is typed."""

    def keep(self, place: FieldPlace, text: str, value: Value, told: Told) -> None:
        """Keep a value."""

    def keep_draft(self, place: FieldPlace, text: str) -> None:
        """Keep what was typed as a draft."""

    def forget_draft(self, place: FieldPlace) -> None:
        """Forget the draft of a field."""

    def clear_numbers(self, text: str) -> None:
        """Take note that the numbers in `text` are not CPR numbers."""


class Keeper:
    """Keeps the fields of one case in its archive."""

    def __init__(
        self,
        archive: Archive,
        case_id: str | None,
        today: Callable[[], date],
        kept: Callable[[], object],
        failed: Callable[[str], object],
    ) -> None:
        """Begin.

        Args:
            archive: where it is kept.
            case_id: the case it is typed in; None for what is typed before there is one.
            today: the day it is.
            kept: called on the writer thread after each value that was kept.
            failed: called on the writer thread with a sentence, when what no field waits for cannot be written. Said
                once, and again only when something has been written in between.
        """
        self.archive = archive
        self.case_id = case_id
        self._today = today
        self.cleared: frozenset[str] = frozenset()
        self._kept = kept
        self._failed = failed
        self._has_failed = False
        self.unwritten: dict[Field, str] = {}
        """Where what was typed stands in no file, not even as a draft, and why. Changed on the writer thread."""
        self._answered: set[Place] = set()
        self._under_way: set[Future[None]] = set()

    @property
    def clock(self) -> Clock:
        """What a date is read against: a case can stay open past midnight."""
        return Clock(self._today(), self.archive.zone)

    def check(self, spec: FieldSpec, text: str, begins: datetime | None = None) -> Entered | Problem:
        """The value of what was typed, or what is wrong with it; `begins` is when that begins whose end is typed."""
        return parse(spec, text, replace(self.clock, begins=begins), cleared=self.cleared)

    def keep(self, place: FieldPlace, text: str, value: Value, told: Told) -> None:
        """Keep `value`, typed as `text`. Where a rule refuses, the text is kept as a draft."""
        spec = place.spec

        def change(session: Session) -> None:
            change_field(session, spec.record, place.row_id, spec.name, value, self.clock.today)

        self.carry_out(change, place, text, told)

    def carry_out(self, change: Callable[[Session], None], place: FieldPlace, text: str, told: Told) -> None:
        """Keep by `change` what was typed as `text`, in one step of the journal, and forget its draft."""

        def writing() -> None:
            refusal = self._written(change, place, text)
            # The field is told first: a read that `kept` brings about begins after the field has heard of it.
            told(refusal)
            if refusal is None:
                self._stands_in_the_file(place)
                self._kept()

        self._submit(writing)

    def keep_draft(self, place: Place, text: str) -> None:
        """Keep what was typed as a draft, with a dot for each digit of a CPR number."""
        safe = mask(text) if self._held_back(text) else text

        self._submit(lambda: self._write_draft(place, safe))

    def forget_draft(self, place: Place) -> None:
        """Forget the draft of a field."""
        self._submit(lambda: self._forget(place))

    def answered(self, place: Place) -> None:
        """What was typed there has been answered with. Its draft stays until the answer is written."""
        self._answered.add(place)

    def answers_written(self) -> None:
        """The answers are written: their drafts are forgotten."""
        for place in self._answered:
            self.forget_draft(place)
        self._answered.clear()

    def answers_refused(self) -> None:
        """The answers were not written: their drafts stay, and the boxes open again with them."""
        self._answered.clear()

    def clear_numbers(self, text: str) -> None:
        """Take note that the numbers in `text` are not CPR numbers."""
        numbers = {span.number for span in find_cpr(text)} - self.cleared
        self.cleared |= numbers

        def writing() -> None:
            with self.archive.writing(ClearedNumber.TITLE.danish, self.case_id) as session:
                for number in sorted(numbers):
                    add(session, ClearedNumber, self.case_id, self.clock.today, number=number)

        if numbers:
            self._submit(writing)

    async def settled(self) -> None:
        """Wait until everything handed over is kept."""
        waiting = [asyncio.wrap_future(future) for future in self._under_way]
        await asyncio.gather(*waiting, return_exceptions=True)

    def _held_back(self, text: str) -> bool:
        return any(span.number not in self.cleared for span in find_cpr(text))

    def _written(self, change: Callable[[Session], None], place: FieldPlace, text: str) -> Refused | None:
        """Write a field and forget its draft, in one transaction. Gives why it could not be written."""
        try:
            with self.archive.writing(place.spec.label, self.case_id) as session:
                change(session)
                clear_draft(session, place.key)
        except Refused as refusal:
            return self._kept_as_draft(place, text, refusal)
        except Exception:  # noqa: BLE001 - on this thread nobody else would hear of it, and the field would think it kept
            return self._kept_as_draft(place, text, Refused(_("Det kunne ikke gemmes. Det, du skrev, står her endnu.")))
        return None

    def _kept_as_draft(self, place: FieldPlace, text: str, refusal: Refused) -> Refused:
        with contextlib.suppress(Exception):
            self._write_draft(place, text)
        return refusal

    def _write_draft(self, place: Place, text: str) -> None:
        """Called on the writer thread."""
        try:
            self.archive.save_draft(*place.key, self.case_id, text)
        except Exception as error:
            self.unwritten[place.key] = str(error) if isinstance(error, Refused) else ""
            raise
        self._stands_in_the_file(place)

    def _forget(self, place: Place) -> None:
        self.unwritten.pop(place.key, None)
        self.archive.clear_draft(*place.key)

    def _stands_in_the_file(self, place: Place) -> None:
        self.unwritten.pop(place.key, None)
        self._has_failed = False

    def _submit(self, work: Callable[[], None]) -> None:
        """Hand work to the writer. An archive that is closed has been drained first: nothing was left to keep."""
        with contextlib.suppress(ArchiveClosed):
            future = self.archive.writer.submit(work)
            self._under_way.add(future)
            future.add_done_callback(self._done)

    def _done(self, future: Future[None]) -> None:
        """Called on the writer thread: say it when nothing came of the work."""
        self._under_way.discard(future)
        error = future.exception()
        if error is not None and not self._has_failed:
            self._has_failed = True
            self._failed(_not_written(error))


def _not_written(error: BaseException) -> str:
    """What is said when a draft could not be written, with the way on where it is known."""
    calm = _("Det, du skriver lige nu, kan ikke gemmes. Det står i feltet endnu: luk ikke programmet.")
    return f"{calm} {error}" if isinstance(error, Refused) else calm
