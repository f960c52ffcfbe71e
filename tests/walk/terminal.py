"""A real terminal: tmux on a socket of its own, read by looking at it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

PATIENCE = 40
SHELL = shutil.which("sh") or "/bin/sh"
LOOK_AGAIN = 0.05
"""Seconds between two looks at the screen; nothing waits a fixed time."""

AT_REST = 4
"""Looks in a row that must find the cursor in the same place."""


class Terminal:
    """One window of tmux, with a program in it."""

    def __init__(self, socket: Path, home: Path) -> None:
        self.socket = socket
        self.home = home

    def tmux(self, *words: str) -> str:
        """Call tmux, and give back what it says."""
        done = subprocess.run(
            ["tmux", "-S", str(self.socket), *words], capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout

    def run(self, command: str, more: Mapping[str, str] | None = None) -> None:
        """Type a command at the shell of the window."""
        set_here = "".join(f"{name}={value} " for name, value in (more or {}).items())
        self.press_text(f"{set_here}{command}")
        self.press("Enter")

    def press(self, *keys: str) -> None:
        """Press keys by the names tmux gives them."""
        self.tmux("send-keys", *keys)

    def next_field(self, tabs: int = 1) -> None:
        """Press tab till a field of text has the cursor, and look for it: keys follow faster here than a hand types."""
        before = self.resting_line
        self.press(*["Tab"] * tabs)
        end = monotonic() + PATIENCE
        while self.resting_line == before:
            assert monotonic() < end, f"the cursor stays\n{self.screen}"

    @property
    def resting_line(self) -> str:
        """The line the cursor rests on: while a screen is being drawn it is anywhere."""
        seen: list[str] = []
        end = monotonic() + PATIENCE
        while len(seen) < AT_REST or len(set(seen[-AT_REST:])) > 1:
            assert monotonic() < end, f"the cursor does not rest\n{self.screen}"
            sleep(LOOK_AGAIN)
            seen.append(self.tmux("display-message", "-p", "#{cursor_x} #{cursor_y}"))
        return seen[-1].split()[1]

    def press_text(self, text: str) -> None:
        """Type a text as it is."""
        self.tmux("send-keys", "-l", text)

    def begin_again(self) -> None:
        """Another shell in the window, in place of one whose program was killed in the middle of a screen."""
        self.tmux("respawn-pane", "-k", SHELL)
        self.run("PS1='rea''dy> '; clear")
        self.sees("ready>")

    @property
    def screen(self) -> str:
        """What the window shows."""
        return self.tmux("capture-pane", "-p")

    @property
    def title(self) -> str:
        """What the window is called."""
        return self.tmux("display-message", "-p", "#{pane_title} #{window_name}")

    @property
    def program_ids(self) -> list[int]:
        """The processes that the shell of the window has started."""
        shell = self.tmux("display-message", "-p", "#{pane_pid}").strip()
        done = subprocess.run(["pgrep", "-P", shell], capture_output=True, text=True, check=False, timeout=30)
        return [int(line) for line in done.stdout.split()]

    def sees(self, *texts: str) -> str:
        """Look until every text is shown."""
        end = monotonic() + PATIENCE
        while True:
            screen = self.screen
            if all(text in screen for text in texts):
                return screen
            assert monotonic() < end, f"waited in vain for {texts}\n{screen}"
            sleep(LOOK_AGAIN)


@contextmanager
def terminal(folder: Path, home: Path) -> Iterator[Terminal]:
    """A window of 100 by 30 with a shell, a home of its own, and nothing of the person's own settings."""
    environment = {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "TMPDIR": str(folder / "temporary"),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(Path(__file__).parent.parent.parent),
        "TERM": "xterm-256color",
        "TEXTUAL_ANIMATIONS": "none",
        "PATH": f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}",
    }
    (folder / "temporary").mkdir()
    window = Terminal(folder / "s", home)
    subprocess.run(
        ["tmux", "-S", str(window.socket), "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", SHELL],
        env=environment,
        check=True,
        timeout=30,
    )
    try:
        window.run("PS1='rea''dy> '; clear")
        window.sees("ready>")
        yield window
    finally:
        window.tmux("kill-server")
