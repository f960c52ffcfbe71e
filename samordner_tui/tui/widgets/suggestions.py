"""Plainer words, suggested below the field where a text for a child or the family is written."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import Static

from samordner_tui.casework.plain_advice import Advice, advice_to
from samordner_tui.language import _
from samordner_tui.tui.widgets.fields.row import FieldRow


class Suggestions(Static):
    """What is suggested to a text while it is written; nothing is held back by it."""

    DEFAULT_CSS = """
    Suggestions { color: $muted; height: auto; padding-left: 2; }
    """

    def __init__(self, advice: Advice, row: FieldRow) -> None:
        super().__init__()
        self.advice = advice
        self.row = row
        self.look_again()

    def look_again(self) -> None:
        """Say what is suggested to the text as it stands now."""
        found = self.advice(self.row.text)
        self.display = bool(found) and self.row.display
        self.update(Content("\n".join(_("Forslag: {sentence}").format(sentence=one) for one in found)))


def suggestions_below(rows: Iterable[FieldRow]) -> dict[str, Suggestions]:
    """A place for suggestions below each field that a child or the family reads, by the field's name."""
    advised = ((row, advice_to(row.spec)) for row in rows)
    return {row.spec.name: Suggestions(advice, row) for row, advice in advised if advice is not None}
