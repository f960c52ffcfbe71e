"""The settings, drawn from one list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import set_cell_size
from textual import on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samordner_tui.language import _
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.screens.archive_care import care_rows
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.screens.map_settings import map_rows
from samordner_tui.tui.screens.setting_row import SettingRow
from samordner_tui.tui.screens.settings_list import ages_rows, rows_for

TITLE_WIDTH = 36


class SettingsScreen(FrameScreen[None]):
    """One line a setting; below, what the chosen one does."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back,)
    BINDINGS = keys_of(OFFERS)
    SHOWN_BY = "settings"
    DEFAULT_CSS = """
    SettingsScreen {
        #body { padding: 1 2; }
        OptionList {
            height: auto; max-height: 1fr; border: none; padding: 0; background: $background;
            scrollbar-size-vertical: 1;
            & > .option-list--option { padding: 0 1; }
            & > .option-list--option-highlighted { background: $cursor-quiet; color: $foreground; }
            &:focus { border: none; background-tint: 0%; }
            &:focus > .option-list--option-highlighted { background: $cursor; color: $foreground; }
        }
        #explained { margin: 1 1; color: $muted; max-width: 76; height: auto; }
    }
    """

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self._rows: tuple[SettingRow, ...] = ()

    def compose_body(self) -> Iterable[Widget]:
        """The list, and what the chosen line does."""
        yield OptionList(markup=False)
        yield Static("", id="explained")

    def crumbs(self) -> tuple[str, ...]:
        """We are in the settings."""
        return (_("Indstillinger"),)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Stil dig på en linje, og tryk enter for at ændre den. "
            "Tasterne ændres i filen keys.toml i mappen med programmets indstillinger."
        )

    def on_mount(self) -> None:
        """Show the settings as they are."""
        self.refresh_case()

    def refresh_case(self) -> None:
        """Show them anew; the cursor stays."""
        if self.program.archive is None:
            return
        self._rows = (
            *rows_for(self.program),
            *care_rows(self.program),
            *map_rows(self.program),
            *ages_rows(self.program),
        )
        options = self.query_one(OptionList)
        place = options.highlighted or 0
        options.clear_options()
        options.add_options([Option(line(row)) for row in self._rows])
        options.highlighted = min(place, len(self._rows) - 1)

    def action_back(self) -> None:
        """Back to where we came from."""
        self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the line does."""
        self.query_one("#explained", Static).update(Content(self._rows[event.option_index].help))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        """Change it."""
        self._change(self._rows[event.option_index])

    @work(exclusive=True, group="setting")
    async def _change(self, row: SettingRow) -> None:
        """Carry the change out, and show what it became."""
        with self.program.saying_refusals():
            await row.choose()
        if self.is_attached:
            self.refresh_case()


def line(row: SettingRow) -> Content:
    """Title, then what it is now."""
    return Content.assemble(set_cell_size(row.title, TITLE_WIDTH), (row.shown, "$accent"))
