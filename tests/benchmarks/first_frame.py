"""`samordner` until the unlock screen is drawn; the argument is the folder of an encrypted archive."""

from __future__ import annotations

import sys

from samordner_tui.__main__ import main
from tests.benchmarks.probe import is_drawn, when_shown, without_terminal

if __name__ == "__main__":
    without_terminal()
    when_shown(lambda screen: is_drawn(screen, "#secret"))
    main(["--archive", sys.argv[1]])
