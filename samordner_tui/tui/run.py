"""Opening the program on the screen. Imported only when the screen is wanted."""

from __future__ import annotations

import logging
from pathlib import Path

from samordner_tui.tui import crash
from samordner_tui.tui.app import SamordnerApp


def run(folder: Path | None = None) -> int:
    """Open the program on the archive in `folder`, or the one opened last, and stay till it is closed.

    Returns:
        What the shell is told: 0, or 1 when the program failed.
    """
    logging.disable(logging.CRITICAL)
    crash.speak_calmly()
    app = SamordnerApp(folder)
    app.run()
    return app.return_code or 0
