"""The driver for Linux and macOS, with the Kitty protocol off."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver

from samordner_tui.tui.driver import without_kitty


class PlainPosixDriver(LinuxDriver):
    """Writes all that Textual's driver writes but the Kitty switches."""

    def write(self, data: str) -> None:
        """Write to the terminal."""
        super().write(without_kitty(data))
