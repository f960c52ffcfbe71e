"""Terminal drivers that leave the Kitty keyboard protocol off.

With the protocol on, Windows Terminal sends AltGr and a key as alt and the key, and a Danish keyboard loses
`@ { } [ ] ~ £ $ €`. Textual's Windows driver always switches it on; so the switch is left out, on every system alike.
"""

from __future__ import annotations

import re
import sys

from textual.driver import Driver

KITTY_SWITCH = re.compile(r"\x1b\[[<>=][0-9;]*u")
"""Push, pop and set of the protocol's flags."""


def without_kitty(data: str) -> str:
    """`data` without what switches the protocol on or off. Only short control texts hold it, never a drawn frame."""
    return KITTY_SWITCH.sub("", data) if len(data) < 16 else data


def driver_class() -> type[Driver]:
    """The driver for this system."""
    if sys.platform == "win32":
        from samordner_tui.tui.driver_windows import PlainWindowsDriver

        return PlainWindowsDriver
    from samordner_tui.tui.driver_posix import PlainPosixDriver

    return PlainPosixDriver
