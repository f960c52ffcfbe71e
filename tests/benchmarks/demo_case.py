"""`samordner demo` until its first case is drawn, ready to act on; enter is pressed on the first row."""

from __future__ import annotations

from samordner_tui.__main__ import main
from tests.benchmarks.probe import press, when_shown, without_terminal
from tests.benchmarks.shown import case_is_drawn, first_row_is_drawn

if __name__ == "__main__":
    without_terminal()
    when_shown(case_is_drawn)
    when_shown(first_row_is_drawn, press("enter"))
    main(["demo"])
