"""A field that names another record of the case: a person, a venue, a statement. A new one can be made on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual import work
from textual.message import Message

from samordner_tui.casework.fields import FieldSpec, record_named
from samordner_tui.casework.references import Reference
from samordner_tui.language import _
from samordner_tui.tui.widgets.fields.choice import ChoiceField
from samordner_tui.tui.widgets.option_lines import Option

NEW: Final = "+"
CAN_BE_MADE: Final = frozenset({"people", "venues", "suppliers", "authorities"})
"""Tables from which a new row can be made while it is being chosen."""


class ReferenceField(ChoiceField):
    """One row of another table."""

    @dataclass
    class NewWanted(Message):
        """A row that is not on the list is wanted."""

        field: ReferenceField
        table: str

    def __init__(self, spec: FieldSpec, references: Sequence[Reference], text: str = "") -> None:
        super().__init__(spec, options_of(references), text)

    def unanswered(self) -> str:
        """What stands there before one is chosen."""
        return _("ingen valgt")

    @work(group="choice")
    async def action_open_list(self) -> None:
        """Show all that can be named, and a way to make a new one."""
        table = self.spec.refers_to or ""
        listed = self._listed()
        if table in CAN_BE_MADE:
            kind = _(record_named(table).TITLE.danish).lower()
            listed.append(Option(NEW, _("Tilføj {kind} …").format(kind=kind)))
        picked = await self.app.push_screen_wait(self._list(listed))
        if picked == NEW:
            self.post_message(self.NewWanted(self, table))
        elif picked is not None:
            self._choose(picked, settled=True)

    def made(self, reference: Reference) -> None:
        """The new row was made: name it."""
        self.options_changed([*self.options, *options_of([reference])])
        self._choose(reference.id, settled=True)


def options_of(references: Sequence[Reference]) -> list[Option]:
    """The rows as they stand on the list."""
    return [Option(one.id, one.name, one.detail) for one in references]
