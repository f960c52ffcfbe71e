"""The way and the next steps as boxes, where the window is too narrow to show them beside the stage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from samordner_tui.language import _
from samordner_tui.method.terms import StageId
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.tall import TallDialog
from samordner_tui.tui.stage_commands import SetAside
from samordner_tui.tui.widgets.line_list import LineList
from samordner_tui.tui.widgets.next_steps import FIRST_KEY, NextStepsList
from samordner_tui.tui.widgets.way import Way


class WayDialog(TallDialog[StageId]):
    """The way. Answers with the stage chosen."""

    WIDTH: ClassVar[int] = 44
    DEFAULT_CSS = """
    WayDialog {
        Way { height: auto; background: $card; }
    }
    """

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way

    def the_list(self) -> Widget:
        """The way."""
        return self.way

    def dialog_title(self) -> str:
        """The heading."""
        return _("Vejen gennem sagen")

    def compose_body(self) -> Iterable[Widget]:
        """The way."""
        yield self.way

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("↑ ↓ Flyt    enter Gå dertil    esc Tilbage")

    def on_mount(self) -> None:
        """The arrows move."""
        self.way.focus()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.dismiss(self.way.stages[event.item])


class StepsDialog(TallDialog[int]):
    """The next steps. Answers with the place of the step chosen; below zero when it is to be set aside."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back, SetAside)
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(OFFERS),
        *(Binding(str(FIRST_KEY + place), f"card({place})", show=False) for place in range(3)),
    ]
    DEFAULT_CSS = """
    StepsDialog {
        NextStepsList { height: auto; background: $card; }
    }
    """

    def __init__(self, steps: NextStepsList) -> None:
        super().__init__()
        self.list = steps

    def dialog_title(self) -> str:
        """The heading."""
        return _("Næste skridt")

    def the_list(self) -> Widget:
        """The cards."""
        return self.list

    def compose_body(self) -> Iterable[Widget]:
        """The cards."""
        yield self.list

    def keys_line(self) -> str:
        """The keys that act here."""
        return _("↑ ↓ Flyt    enter Gå dertil    l Læg til side    esc Tilbage")

    def on_mount(self) -> None:
        """The arrows move."""
        self.list.focus()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.dismiss(event.item)

    def action_card(self, place: int) -> None:
        """Go where the card with this number says."""
        if place < len(self.list.steps):
            self.dismiss(place)

    def action_set_aside(self) -> None:
        """Set the step under the cursor aside."""
        if self.list.chosen is not None:
            self.dismiss(-1 - self.list.cursor)
