"""A tall box whose list takes the keys that move, also while something is typed beside it."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType

from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import keys_of
from samordner_tui.tui.dialogs.tall import TallDialog
from samordner_tui.tui.widgets.line_list import LineList

Answer = TypeVar("Answer")


class LinesDialog(TallDialog[Answer]):
    """A box around lines that cannot have the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of((Back,)),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "accept", show=False),
    ]

    def the_list(self) -> LineList:
        """The lines."""
        raise NotImplementedError

    def action_move(self, by: int) -> None:
        """Up and down."""
        self.the_list().action_move(by)

    def action_page(self, by: int) -> None:
        """A page up or down."""
        self.the_list().action_page(by)

    def action_first(self) -> None:
        """To the top."""
        self.the_list().action_first()

    def action_last(self) -> None:
        """To the bottom."""
        self.the_list().action_last()

    def action_accept(self) -> None:
        """Answer."""
        raise NotImplementedError
