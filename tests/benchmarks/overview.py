"""`samordner` until the first rows of a training archive are drawn; enter is pressed at its door."""

from __future__ import annotations

import sys

from samordner_tui.__main__ import main
from tests.benchmarks.probe import is_drawn, press, when_shown, without_terminal
from tests.benchmarks.shown import first_row_is_drawn

if __name__ == "__main__":
    without_terminal()
    when_shown(first_row_is_drawn)
    when_shown(lambda screen: is_drawn(screen, "#secret"), press("enter"))
    main(["--archive", sys.argv[1]])
