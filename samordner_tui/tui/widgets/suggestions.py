"""Plainer words, suggested below the field where a text for a child or the family is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.content import Content
from textual.widgets import Static

from samordner_tui.archive.records.practical import Wording
from samordner_tui.casework.plain_advice import Advice, advice_to
from samordner_tui.language import _, said
from samordner_tui.papers.look_told import look_told
from samordner_tui.tui.widgets.fields.row import FieldRow

A_SUGGESTION: Final = said("Forslag: {sentence}")
AS_IT_IS: Final = "{sentence}"
DRAWN: Final = (Wording, "style")
"""The field from whose words the child's invitation is drawn."""


class Suggestions(Static):
    """What is suggested to a text, or told of it, while it is written; nothing is held back by it."""

    DEFAULT_CSS = """
    Suggestions { color: $muted; height: auto; padding-left: 2; }
    """

    def __init__(self, advice: Advice, row: FieldRow, told_as: str) -> None:
        super().__init__()
        self.advice = advice
        self.row = row
        self.told_as = told_as
        self.look_again()

    def look_again(self) -> None:
        """Say what is suggested to the text as it stands now."""
        found = self.advice(self.row.text)
        self.display = bool(found) and self.row.display
        self.update(Content("\n".join(_(self.told_as).format(sentence=one) for one in found)))


def suggestions_below(rows: Iterable[FieldRow]) -> dict[str, Suggestions]:
    """A place below each field that a child or the family reads, and below the wish for a drawing, by its name."""
    found: dict[str, Suggestions] = {}
    for row in rows:
        if (row.spec.record, row.spec.name) == DRAWN:
            found[row.spec.name] = Suggestions(look_told, row, AS_IT_IS)
        elif (advice := advice_to(row.spec)) is not None:
            found[row.spec.name] = Suggestions(advice, row, A_SUGGESTION)
    return found
