"""A bare Textual app with the records imported and mapped: what any start that reads waits for."""

from __future__ import annotations

import samordner_tui.archive.records  # noqa: F401 - what is measured
from tests.benchmarks.bare import Bare
from tests.benchmarks.probe import is_drawn, when_shown, without_terminal

if __name__ == "__main__":
    without_terminal()
    when_shown(lambda screen: is_drawn(screen, "#line"))
    Bare().run()
