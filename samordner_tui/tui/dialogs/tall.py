"""A box whose list is as high as the window allows, and scrolls by itself."""

from __future__ import annotations

from typing import TypeVar

from textual.widget import Widget

from samordner_tui.tui.screens.frame import Dialog

Answer = TypeVar("Answer")
SHARE = 0.94
"""Of the window that a box may take."""


class TallDialog(Dialog[Answer]):
    """A box around one list."""

    DEFAULT_CSS = """
    TallDialog {
        #dialog-body { overflow: hidden; }
    }
    """

    def the_list(self) -> Widget:
        """The list that gets what height there is."""
        raise NotImplementedError

    def lines_around(self) -> int:
        """Lines of the box that are not the list: its edges, title and keys."""
        return 7

    def on_resize(self) -> None:
        """The height of the window decides how much of the list is seen."""
        self.the_list().styles.max_height = max(3, int(self.size.height * SHARE) - self.lines_around())
