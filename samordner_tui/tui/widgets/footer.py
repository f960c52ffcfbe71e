"""The footer: the keys that act here, as whole entries; what there is no room for is in the palette.

It has one line, and two on a screen where much can be done with one row of a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

    def __init__(self, lines: int = 1) -> None:
        """So many lines high."""
        super().__init__()
        self.lines = lines
        self.styles.height = lines

    def on_mount(self) -> None:
        """Follow what has focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)
        self._bindings_changed(self.screen)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        """Gather the entries anew."""
        if self.is_attached and screen is self.screen and self.app.screen is screen:
            self.entries = gathered(screen)

    def shown_lines(self) -> tuple[tuple[Entry, ...], ...]:
        """The entries there is room for, by line."""
        return fitting(self.entries, self.content_size.width, self.lines)

    def shown_entries(self) -> tuple[Entry, ...]:
        """The same, one after the other."""
        return tuple(entry for line in self.shown_lines() for entry in line)

    def render(self) -> Content:
        """Keys in the accent colour, words beside them."""
        return Content("\n").join(
            Content(" " * GAP).join(Content.assemble((entry.shown, "bold $accent"), " ", entry.word) for entry in line)
            for line in self.shown_lines()
        )

    def on_click(self, event: events.Click) -> None:
        """Do what the entry under the mouse says."""
        left = 0
        column = event.x - self.gutter.left
        lines = self.shown_lines()
        for entry in lines[event.y] if event.y < len(lines) else ():
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


def fitting(entries: tuple[Entry, ...], width: int, lines: int = 1) -> tuple[tuple[Entry, ...], ...]:
    """As many whole entries as so many lines hold: the rightmost give way, and last those that stay."""
    kept = list(entries)
    while kept:
        broken = _broken(kept, width)
        if len(broken) <= lines and all(_width(line) <= width for line in broken):
            return broken
        dispensable = [entry for entry in kept if not entry.stays]
        kept.remove(dispensable[-1] if dispensable else kept[-1])
    return ()


def _broken(entries: Iterable[Entry], width: int) -> tuple[tuple[Entry, ...], ...]:
    """Entries in lines, each as full as it can be."""
    lines: list[list[Entry]] = []
    for entry in entries:
        if lines and _width([*lines[-1], entry]) <= width:
            lines[-1].append(entry)
        else:
            lines.append([entry])
    return tuple(map(tuple, lines))


def _width(line: Sequence[Entry]) -> int:
    return sum(entry.width for entry in line) + GAP * (len(line) - 1)
