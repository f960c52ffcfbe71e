"""The keys of the day that are seldom needed: quiet, below the log, where the footer has no room for them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.screen import Screen

from samordner_tui.language import _
from samordner_tui.tui.commands import Command
from samordner_tui.tui.keys import shown_key
from samordner_tui.tui.widgets.footer import GAP, Entry, KeyFooter


class DayKeys(KeyFooter):
    """A second line of keys in the middle. A click on an entry is as good as the key."""

    DEFAULT_CSS = """
    DayKeys { dock: none; height: 1; padding: 0; background: $background; color: $muted; }
    """

    def __init__(self, commands: Sequence[type[Command]]) -> None:
        super().__init__()
        self.commands = tuple(commands)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        """What stands here is told by the screen, not gathered from what has focus."""
        self.gather()

    def gather(self) -> None:
        """The commands that can be carried out now."""
        possible = [one for one in self.commands if self.screen.check_action(one.id, ())]
        self.entries = tuple(Entry(one.key, shown_key(one.key), _(one.title), 0) for one in possible)

    def render(self) -> Content:
        """Quieter than the footer."""
        entries = [Content.assemble((one.shown, "$accent"), " ", one.word) for one in self.shown_entries()]
        return Content(" " * GAP).join(entries)
