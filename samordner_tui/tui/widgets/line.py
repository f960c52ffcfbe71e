"""A field of one line: a mark to the left tells where the cursor is, and nothing else is drawn around it."""

from __future__ import annotations

from textual.widgets import Input


class LineInput(Input):
    """An input without a box."""

    DEFAULT_CSS = """
    LineInput {
        border: none;
        border-left: outer $rule;
        height: 1;
        padding: 0 1;
        background: $field;
        background-tint: 0%;
        &:focus { border: none; border-left: outer $accent; background: $field; background-tint: 0%; }
        & > .input--placeholder { color: $muted; }
    }
    """
