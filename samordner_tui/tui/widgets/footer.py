"""The footer: the keys that act here, as whole entries; what there is no room for is in the palette."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from samordner_tui.language import _
from samordner_tui.tui.commands import REGISTRY
from samordner_tui.tui.keys import shown_key

GAP = 2
USUAL_PLACE = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """One key and its word."""

    key: str
    shown: str
    word: str
    place: int
    stays: bool = False

    @property
    def width(self) -> int:
        """Cells that the entry takes."""
        return cell_len(self.shown) + 1 + cell_len(self.word)


class KeyFooter(Widget):
    """One line of keys. A click on an entry is as good as the key."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $bar;
        color: $foreground;
    }
    """
    entries: reactive[tuple[Entry, ...]] = reactive(())

    def on_mount(self) -> None:
        """Follow what has focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)
        self._bindings_changed(self.screen)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        """Gather the entries anew."""
        if self.is_attached and screen is self.screen and self.app.screen is screen:
            self.entries = gathered(screen)

    def shown_entries(self) -> tuple[Entry, ...]:
        """The entries there is room for."""
        return fitting(self.entries, self.content_size.width)

    def render(self) -> Content:
        """Keys in the accent colour, words beside them."""
        pieces = [Content.assemble((entry.shown, "bold $accent"), " ", entry.word) for entry in self.shown_entries()]
        return Content(" " * GAP).join(pieces)

    def on_click(self, event: events.Click) -> None:
        """Do what the entry under the mouse says."""
        left = 0
        column = event.x - self.gutter.left
        for entry in self.shown_entries():
            if left <= column < left + entry.width:
                self.app.simulate_key(entry.key)
                return
            left += entry.width + GAP


def gathered(screen: Screen[object]) -> tuple[Entry, ...]:
    """One entry for each command that acts on `screen` now and has a word for the footer, in the order to show them."""
    entries: dict[str, Entry] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.show and active.enabled and binding.action not in entries:
            command = REGISTRY.get(binding.id or "")
            place = command.footer_place if command else USUAL_PLACE
            stays = command is not None and command.footer_stays
            entries[binding.action] = Entry(binding.key, shown_key(binding.key), _(binding.description), place, stays)
    return tuple(sorted(entries.values(), key=lambda entry: entry.place))


def fitting(entries: tuple[Entry, ...], width: int) -> tuple[Entry, ...]:
    """As many whole entries as `width` holds: the rightmost give way, and last those that stay."""
    kept = list(entries)
    while kept and sum(entry.width for entry in kept) + GAP * (len(kept) - 1) > width:
        dispensable = [entry for entry in kept if not entry.stays]
        kept.remove(dispensable[-1] if dispensable else kept[-1])
    return tuple(kept)
