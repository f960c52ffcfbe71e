"""The program without a screen: commands for scripts and for whoever prefers them, a file a noun, loaded when called.

Nothing heavy is imported before a command runs, so that `samordner --help` answers at once.
"""

from __future__ import annotations

from collections.abc import Sequence

FOUND_WANTING = 1
"""A hjørnesten is departed from, or an archive is not whole."""

NOT_CARRIED_OUT = 2
"""The call could not be carried out; the sentence stands on stderr."""


def main(arguments: Sequence[str]) -> int:
    """Carry out one line of commands.

    Returns:
        0, 1 for what is found wanting, or 2 for a call that cannot be carried out.
    """
    from samordner_tui.cli.edge import carry_out

    return carry_out(list(arguments))


__all__ = ["FOUND_WANTING", "NOT_CARRIED_OUT", "main"]
