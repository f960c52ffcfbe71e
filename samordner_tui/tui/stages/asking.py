"""How a stage asks, reads and writes. Each question is awaited and answers with a value, or with nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.orm import Session
from textual.screen import Screen
from textual.widget import Widget

from samordner_tui.archive.drafts import drafts_of
from samordner_tui.archive.records.base import Record
from samordner_tui.casework.fields import Value, field_of, fields_of, table_of
from samordner_tui.casework.form_view import references_of
from samordner_tui.casework.reasons import NeedsReason, keep_reason
from samordner_tui.casework.references import Reference
from samordner_tui.refusals import Refused
from samordner_tui.tui.dialogs.fields import Answers, Asked, FieldsDialog
from samordner_tui.tui.dialogs.pick import PickDialog, PickSeveralDialog
from samordner_tui.tui.dialogs.words import LineDialog, YesNoDialog
from samordner_tui.tui.drafting import drafting_of, named_after
from samordner_tui.tui.screens.frame import InProgram
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method
    from samordner_tui.tui.saving import Keeper

T = TypeVar("T")


class Asking(InProgram, Widget):
    """A widget of an open case that can ask, read and write."""

    @property
    def today(self) -> date:
        """The day it is."""
        return self.program.today()

    @property
    def method(self) -> Method:
        """What the method says."""
        return self.program.method

    @property
    def case_id(self) -> str:
        """The open case."""
        raise NotImplementedError

    @property
    def conference_id(self) -> str | None:
        """The conference that is shown."""
        raise NotImplementedError

    @property
    def keeper(self) -> Keeper:
        """Keeps what is typed in the case."""
        raise NotImplementedError

    async def make_on_the_way(self, table: str) -> Reference | None:
        """Make a row that is to be chosen in a field, asking for what it cannot be without."""
        raise NotImplementedError

    async def read(self, function: Callable[[Session], T]) -> T:
        """What `function` reads, in a thread. It gives back frozen values, never rows."""
        return await self.program.read(function)

    async def write(self, label: str, function: Callable[[Session], T], *, fixed: bool = False) -> T:
        """Carry out `function` as one step of the journal; `fixed` for what is never undone.

        Where a rule needs a reason for departing from the method, it is asked for and kept in the same step.

        Raises:
            Refused: with the sentence to show.
        """
        try:
            value = await self._write(label, function, "fixed" if fixed else "edit")
        except Refused:
            self.keeper.answers_refused()
            raise
        self.keeper.answers_written()
        return value

    async def _write(self, label: str, function: Callable[[Session], T], kind: str) -> T:
        try:
            return await self.program.write(label, function, self.case_id, kind=kind)
        except NeedsReason as needs:
            reason = await self.ask_reason(needs.title, str(needs))
            if reason is None:
                raise
            departing = needs

        def with_reason(session: Session) -> T:
            self.keep_reasons(session, departing, reason)
            return function(session)

        return await self.program.write(label, with_reason, self.case_id, kind=kind)

    def keep_reasons(self, session: Session, needs: NeedsReason, reason: str) -> None:
        """Keep the reason for everything that departs. Called on the writer thread."""
        conference_id, today = self.conference_id, self.program.today()
        for about in needs.about:
            keep_reason(session, self.case_id, about, reason, today, conference_id)

    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self.program.say(sentence)

    async def ask(self, dialog: Screen[T]) -> T | None:
        """Show a box, or a screen over this one, and wait for its answer."""
        return await self.app.push_screen_wait(dialog)

    async def ask_text(
        self,
        title: str,
        label: str = "",
        text: str = "",
        help: str = "",  # noqa: A002 - reads best
        *,
        draft: str = "",
    ) -> str | None:
        """Ask for one line; `draft` names the draft of what is typed, where the box opens again with it."""
        drafting = await drafting_of(self.program, self.keeper, draft) if draft else None
        return await self.ask(LineDialog(title, label=label, text=text, help=help, drafting=drafting))

    async def ask_reason(self, title: str, text: str) -> str | None:
        """Ask why the method is departed from; `text` says what departs."""
        return await self.ask_text(title, text, draft=named_after(title, text))

    async def ask_choice(
        self, title: str, options: Sequence[Option], *, text: str = "", chosen: str = ""
    ) -> str | None:
        """Ask for one of several."""
        return await self.ask(PickDialog(title, options, [chosen], text=text))

    async def ask_several(
        self, title: str, options: Sequence[Option], chosen: Iterable[str] = (), *, text: str = ""
    ) -> tuple[str, ...] | None:
        """Ask for none, one or several."""
        return await self.ask(PickSeveralDialog(title, options, chosen, text=text))

    async def ask_yes_no(self, title: str, text: str, *, yes: str = "", no: str = "") -> bool:
        """Ask for a yes; escape is a no."""
        answer: bool | None = await self.ask(YesNoDialog(title, text, yes=yes, no=no))
        return answer is True

    async def ask_fields(
        self,
        title: str,
        record: type[Record],
        names: Sequence[str] | Mapping[str, str],
        *,
        values: Mapping[str, Value] | None = None,
        row_id: str | None = None,
        text: str = "",
        draft: str = "",
        offers_names: bool = True,
    ) -> Answers | None:
        """Ask for some fields of a record, checked as in its form.

        Args:
            title: the heading.
            record: what the fields belong to.
            names: the fields, in the order they are asked; in a mapping those without which there is no answer have
                the sentence that is said where they are empty.
            values: what stands in them to begin with.
            row_id: the row whose values stand in them to begin with.
            text: a sentence about what is asked.
            draft: names the drafts of what is typed, where the box opens again with it after escape.
            offers_names: whether the names that stand in the case already are offered where a name is asked for.
        """

        def reading(session: Session) -> Asked:
            row = session.get(record, row_id) if row_id else None
            present = {name: getattr(row, name) for name in fields_of(record)} if row is not None else {}
            drafts = drafts_of(session, self.case_id) if draft else {}
            table = table_of(record).name
            return Asked(
                specs=[field_of(record, name) for name in names],
                values={**present, **(values or {})},
                references=references_of(session, record, self.case_id, names=offers_names),
                drafts={name: typed for (one, of, name), typed in drafts.items() if (one, of) == (table, draft)},
                row_id=draft,
                needed={name: said for name, said in names.items() if said} if isinstance(names, Mapping) else {},
            )

        asked = await self.read(reading)
        make = self.make_on_the_way
        return await self.ask(FieldsDialog(title, asked, self.keeper, self.program.method, make=make, text=text))
