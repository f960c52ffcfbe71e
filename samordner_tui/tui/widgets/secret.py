"""A field for a passphrase: hidden, and shown while the person wants to see it."""

from __future__ import annotations

from textual.widgets import Input


class SecretInput(Input):
    """What is typed is dots until it is asked for."""

    DEFAULT_CSS = """
    SecretInput {
        border: none;
        height: 1;
        padding: 0 1;
        background: $field;
        border-left: outer $rule;
        &:focus { border-left: outer $accent; background: $field; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Begin hidden."""
        super().__init__(password=True, id=id, select_on_focus=False)

    def show_or_hide(self) -> None:
        """Turn dots into letters, and back."""
        self.password = not self.password
        self.refresh()
