"""A Danish keyboard works: the Kitty protocol is never switched on, and what AltGr gives arrives as typed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.driver import driver_class, without_kitty
from samordner_tui.tui.widgets.line import LineInput
from tests.tui.world import running

ALTGR = "@{}[]~£$€|\\æøåÆØÅ"
ROOT = Path(__file__).parent.parent.parent
KITTY = re.compile(rb"\x1b\[[<>=][0-9;]*u")


@pytest.mark.parametrize("switch", ["\x1b[>1u", "\x1b[>25u", "\x1b[<u", "\x1b[=1;1u"])
def test_a_kitty_switch_is_not_written(switch: str) -> None:
    assert without_kitty(switch) == ""


def test_all_else_is_written_as_it_is() -> None:
    frame = "\x1b[?1049h\x1b[38;2;1;2;3mÅse\x1b[>1u"
    assert without_kitty("\x1b[?2004h") == "\x1b[?2004h"
    assert without_kitty(frame) == frame


def test_characters_of_a_danish_keyboard_come_through_the_parser() -> None:
    keys = [event for letter in ALTGR for event in XTermParser(debug=False).feed(letter)]
    assert "".join(event.character or "" for event in keys if isinstance(event, events.Key)) == ALTGR


async def test_they_can_be_typed_in_a_field(tmp_path: Path) -> None:
    app = SamordnerApp(tmp_path / "arkiv", config=tmp_path)
    async with running(app) as pilot:
        field = app.screen.query_one("#folder", LineInput)
        field.value = ""
        field.focus()
        for letter in ALTGR:
            for event in XTermParser(debug=False).feed(letter):
                assert isinstance(event, events.Key)
                app.post_message(event)
        await pilot.pause()
        assert field.value == ALTGR


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_program_writes_no_kitty_switch_to_the_terminal(tmp_path: Path) -> None:
    written = in_a_terminal(
        "from pathlib import Path\n"
        "from samordner_tui.tui.app import SamordnerApp\n"
        "class Program(SamordnerApp):\n"
        "    def on_ready(self): self.set_timer(0.3, self.exit)\n"
        f"Program(Path({str(tmp_path / 'arkiv')!r}), config=Path({str(tmp_path)!r})).run()\n"
    )
    assert b"\x1b[?1049h" in written
    assert not KITTY.search(written)
    assert b"\x1b]0;" not in written
    assert b"\x1b]2;" not in written


def in_a_terminal(code: str) -> bytes:
    """All that a Python program writes to a terminal of its own."""
    import pty

    main, other = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=other, stdout=other, stderr=other, env=terminal_environment()
    ) as program:
        return b"".join(chunks(main, other, program))


def chunks(main: int, other: int, program: subprocess.Popen[bytes]) -> list[bytes]:
    """What arrives until the program has ended."""
    import os
    import select

    found: list[bytes] = []
    while True:
        ready, _, _ = select.select([main], [], [], 0.1)
        if ready:
            found.append(os.read(main, 65536))
        elif program.poll() is not None:
            break
    os.close(other)
    os.close(main)
    return found


def terminal_environment() -> dict[str, str]:
    """A terminal as most have it."""
    import os

    return {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "PYTHONPATH": str(ROOT)}


def test_windows_has_its_own_driver_in_a_module_of_its_own() -> None:
    assert driver_class().__module__ == (
        "samordner_tui.tui.driver_windows" if sys.platform == "win32" else "samordner_tui.tui.driver_posix"
    )
