"""Adding and removing rows: what a row cannot be without is asked for first."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on

from samordner_tui.archive.records.base import OfCase
from samordner_tui.casework.change import add, remove
from samordner_tui.casework.fields import Value, adapter_of, fields_of, record_named
from samordner_tui.casework.references import Reference, reference
from samordner_tui.casework.views import Row
from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.stages.carrying_out import action
from samordner_tui.tui.stages.forming import OpensForms
from samordner_tui.tui.widgets.fields.reference import ReferenceField


class AddsRows(OpensForms):
    """A list whose rows can be added and removed."""

    async def add_row(
        self, table: str, values: Mapping[str, Value], field: str | None = None, *, draft: str = "", title: str = ""
    ) -> str | None:
        """Add a row, asking first for what it cannot be without, and open its form. Gives its id."""
        added = await self.make_row(table, values, draft=draft, title=title)
        if added is not None:
            await self.open_row(table, added, field)
        return added

    async def make_row(
        self, table: str, values: Mapping[str, Value], *, draft: str = "", title: str = ""
    ) -> str | None:
        """Add a row, asking first for what it cannot be without. Gives its id."""
        record = record_named(table)
        specs = fields_of(record)
        given = {name: adapter_of(specs[name]).validate_python(value) for name, value in values.items()}
        if "conference_id" in specs and self.conference_id is not None:
            given.setdefault("conference_id", self.conference_id)
        if "conference_id" in specs and "conference_id" not in given and specs["conference_id"].required:
            raise Refused(_("Der er ingen rådslagning endnu. Læg den først."))
        lacking = [name for name, spec in specs.items() if spec.required and not spec.kept and name not in given]
        if lacking:
            answers = await self.ask_fields(title or _(record.TITLE.danish), record, lacking, draft=draft)
            if answers is None:
                return None
            given.update(answers)
        today, case_id = self.today, self.case_id if issubclass(record, OfCase) else None
        return await self.write(record.TITLE.danish, lambda session: add(session, record, case_id, today, **given))

    @on(ReferenceField.NewWanted)
    def _new_wanted(self, event: ReferenceField.NewWanted) -> None:
        event.stop()
        self._make_reference(event.field, event.table)

    @action
    async def _make_reference(self, field: ReferenceField, table: str) -> None:
        found = await self.make_on_the_way(table)
        if found is not None:
            field.made(found)

    async def make_on_the_way(self, table: str) -> Reference | None:
        """Make a row that is to be chosen in a field, asking for what it cannot be without. A refusal is said."""
        with self.program.saying_refusals():
            added = await self.make_row(table, {})
            if added is not None:
                return await self.read(lambda session: reference(session, table, added))
        return None

    async def remove_row(self, row: Row) -> None:
        """Take a row away, when the person means it."""
        record, row_id, today = record_named(row.record), row.id, self.today
        name = _(record.TITLE.danish)
        what = f"{name}: {row.cells[0]}" if row.cells and row.cells[0] else name
        text = _("{what}\n\nDet, der hører til, fjernes også. Du kan fortryde med ctrl+z.").format(what=what)
        if not await self.ask_yes_no(_("Skal linjen fjernes?"), text, yes=_("Fjern"), no=_("Behold")):
            return
        await self.close_form()
        await self.write(record.TITLE.danish, lambda session: remove(session, record, row_id, today))
        self.list.focus()
