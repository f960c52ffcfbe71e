"""A field for a passphrase: hidden, and shown while the person wants to see it."""

from __future__ import annotations

from samordner_tui.tui.widgets.line import LineInput


class SecretInput(LineInput):
    """What is typed is dots until it is asked for."""

    def __init__(self, *, id: str | None = None, hidden: bool = True) -> None:  # noqa: A002 - Textual's own name for it
        """Begin hidden."""
        super().__init__(password=hidden, id=id, select_on_focus=False)

    def show_or_hide(self) -> None:
        """Turn dots into letters, and back."""
        self.password = not self.password
