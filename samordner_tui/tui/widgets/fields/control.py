"""What every field widget can do: say what is typed in it, show another text, and tell when it is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from textual.message import Message
from textual.widget import Widget


@dataclass
class Typed(Message):
    """Something was typed or chosen. `settled` is True for a choice made from a list, which is kept at once."""

    widget: Widget
    settled: bool = False


@runtime_checkable
class Control(Protocol):
    """A widget in which a value is typed or chosen."""

    @property
    def text(self) -> str:
        """What is typed, as `casework.entry` reads it."""

    def show(self, text: str) -> None:
        """Put another text there. It counts as shown, not as typed."""

    def forget_typing(self) -> None:
        """The field is left: what was typed can no longer be taken back letter by letter."""
