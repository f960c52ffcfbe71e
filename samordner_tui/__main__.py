"""The command `samordner`: without a command it opens the program, else it is the same without a screen."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

SELDOM = (50_000, 20, 50)
"""How often to look for garbage. What is imported stays to the end, and to look through it again and again while it is
being imported takes a fifth of the start."""


def main(line: list[str] | None = None) -> int:
    """Open the program, or hand the line to the commands. Neither imports what the other needs."""
    gc.set_threshold(*SELDOM)
    arguments = sys.argv[1:] if line is None else line
    folder = _folder_alone(arguments)
    if folder is not None or not arguments:
        from samordner_tui.tui.run import run

        return run(folder)
    from samordner_tui.cli import main as commands

    return commands(arguments)


def _folder_alone(arguments: list[str]) -> Path | None:
    """The folder where the line names nothing but that: `--archive PATH`, or `SAMORDNER_ARCHIVE` and no line at all."""
    match arguments:
        case []:
            named = os.environ.get("SAMORDNER_ARCHIVE", "")
        case ["--archive", named]:
            pass
        case [option] if option.startswith("--archive="):
            named = option.partition("=")[2]
        case _:
            named = ""
    return Path(named).expanduser() if named else None


if __name__ == "__main__":
    sys.exit(main())
