"""The driver for Windows, with the Kitty protocol off. Imported on Windows alone."""

from __future__ import annotations

from textual.drivers.windows_driver import WindowsDriver

from samordner_tui.tui.driver import without_kitty


class PlainWindowsDriver(WindowsDriver):
    """Writes all that Textual's driver writes but the Kitty switches."""

    def write(self, data: str) -> None:
        """Write to the terminal."""
        super().write(without_kitty(data))
