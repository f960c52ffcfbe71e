"""The program in a real terminal: what no pilot sees."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pytest

from tests.walk.terminal import Terminal, terminal

PASSPHRASE = "fire små gule ænder"  # noqa: S105 - a fictional one
SAMORDNER = f"{sys.executable} -m samordner_tui"
TYPED = "Åse Ørsted @{}[]~ [red]x"


@pytest.fixture
def window(own_home: Path) -> Iterator[Terminal]:
    """A window, where there is tmux."""
    if shutil.which("tmux") is None:
        if os.environ.get("SAMORDNER_TMUX") == "required":
            pytest.fail("tmux is required here and is not installed")
        pytest.skip("needs tmux")
    # A socket has a short path, which the folder of a test has not.
    with TemporaryDirectory(prefix="w") as folder, terminal(Path(folder), own_home) as opened:
        yield opened


def first_run(window: Terminal) -> None:
    """From a machine that never had the program to the overview."""
    window.run(SAMORDNER)
    window.sees("Velkommen til Samordner")
    window.press("Enter")
    window.sees("Vælg en adgangskode")
    window.press_text(PASSPHRASE)
    window.sees("•" * len(PASSPHRASE))
    window.next_field()
    window.press_text(PASSPHRASE)
    window.press("Enter")
    code = window.sees("Din gendannelseskode", "Koden vises")
    groups = re.findall(r"\b[0-9A-Z]{4}\b", code)
    assert len(groups) == 8
    window.press("Enter")
    asked = re.findall(r"([1-8])\. gruppe", window.sees(". gruppe"))
    first, second = (groups[int(place) - 1].lower() for place in asked)
    window.press_text(first)
    window.next_field()
    window.press_text(second)
    window.press("Enter")
    window.sees("Her er plads til din første sag")


def new_case(window: Terminal) -> None:
    """A case, open at its first stage."""
    window.press("n")
    window.sees("Sagens nummer")
    window.next_field()
    window.press_text("Solsikke")
    window.press("Enter")
    window.sees("Opgaven og samtykke")


def unlock(window: Terminal) -> None:
    """Through the door, and into the case."""
    window.run(SAMORDNER)
    window.sees("Arkivet er låst")
    window.press_text(PASSPHRASE)
    window.press("Enter")
    window.sees("Solsikke")
    window.press("Enter")
    window.sees("Opgaven og samtykke")


def test_what_is_typed_and_left_stands_there_again(window: Terminal) -> None:
    first_run(window)
    new_case(window)
    assert "Solsikke" not in window.title
    window.press("2")
    window.sees("Aftalen med kommunen")
    window.next_field(tabs=4)
    window.press_text(TYPED)
    window.press("Tab")
    window.sees(TYPED, "‹ ikke svaret ›")
    window.press("C-q")
    window.sees("ready>")
    assert TYPED not in window.screen, "nothing of the case stays in the terminal"
    unlock(window)
    window.sees(TYPED)
    assert "Åse" not in window.title


def test_a_kill_while_typing_loses_only_the_last_moment(window: Terminal) -> None:
    first_run(window)
    new_case(window)
    window.press("2")
    window.sees("Aftalen med kommunen")
    window.next_field(tabs=4)
    window.press_text(TYPED)
    window.sees(TYPED)
    window.press_text("y")
    window.press("F1")
    window.sees("Hjælp", "Opgaven og samtykke", "↑ ↓ Rul")
    for process in window.program_ids:
        os.kill(process, signal.SIGKILL)
    window.begin_again()
    unlock(window)
    window.press("2")
    window.sees(TYPED)


def test_the_demo_leaves_nothing_behind(window: Terminal) -> None:
    temporary = window.socket.parent / "temporary"
    window.run(f"{SAMORDNER} demo")
    window.sees("ØVELSE")
    assert list(temporary.iterdir()) != []
    window.press("C-q")
    window.sees("ready>")
    window.run("echo o''ver")
    window.sees("over")
    assert list(temporary.iterdir()) == []


CRASHING = """
from pathlib import Path

from samordner_tui.tui.app import SamordnerApp


class Crashing(SamordnerApp):
    def on_key(self) -> None:
        secret = "Hemmelige Åse"
        raise RuntimeError(secret)
"""


def test_a_crash_says_a_calm_sentence_and_no_secret(window: Terminal) -> None:
    script = window.socket.parent / "crashing.py"
    script.write_text(dedent(CRASHING) + "\n\nCrashing(Path(__file__).parent / 'arkiv').run()\n", encoding="utf-8")
    window.run(f"{sys.executable} {script}")
    window.sees("Velkommen til Samordner")
    window.press("x")
    screen = window.sees("ready>")
    assert "Hemmelige" not in screen
    assert "Åse" not in screen
    assert "Traceback" not in screen
