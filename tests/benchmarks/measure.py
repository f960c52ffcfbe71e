"""Runs two programs in turn and compares their medians."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.probe import BEGAN

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 9
MOST_SECONDS = 300


@dataclass(frozen=True)
class Figure:
    """One process: what it measured itself, in seconds and mebibytes."""

    seconds: tuple[float, ...]
    mebibytes: float


@dataclass(frozen=True)
class Ratio:
    """Ours against theirs, and the bar it is held against; without one it only tells what another is to be read by."""

    name: str
    ours: float
    theirs: float
    bar: float | None = None
    unit: str = "ms"

    @property
    def value(self) -> float:
        """How many times."""
        return self.ours / self.theirs

    @property
    def is_within(self) -> bool:
        """Whether it holds the bar."""
        return self.bar is None or self.value <= self.bar

    def __str__(self) -> str:
        figures = f"{self.ours:8.2f} / {self.theirs:7.2f} {self.unit:<3}"
        against = "no bar" if self.bar is None else f"bar {self.bar:4.1f}   {'within' if self.is_within else 'OVER'}"
        return f"{self.name:<52} {figures} {self.value:6.2f} times   {against}"


class Bench:
    """A home of its own for one run: archives, settings and compiled modules, all gone when it ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SAMORDNER"))},
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "SAMORDNER_CONFIG": str(folder / "config"),
            "TEXTUAL_ANIMATIONS": "none",
        }

    def archive(self, kind: str, *arguments: str) -> str:
        """Make an archive in a process of its own; gives its folder."""
        place = str(self.folder / "-".join((kind, *arguments)))
        self._python("archives", kind, place, *arguments)
        return place

    def run_once(self, module: str, *arguments: str) -> Figure:
        """Run a probe in a new process; its last line says what it measured."""
        found = json.loads(self._python(module, *arguments).splitlines()[-1])
        return Figure(tuple(found["seconds"]), found["mebibytes"])

    def in_turn(
        self, first: Sequence[str], second: Sequence[str], rounds: int = ROUNDS
    ) -> tuple[list[Figure], list[Figure]]:
        """Run two probes in turn, so that whatever else the machine does falls on both. The first round warms up."""
        pairs = [(self.run_once(*first), self.run_once(*second)) for _round in range(rounds + 1)][1:]
        return [one for one, _other in pairs], [other for _one, other in pairs]

    def _python(self, module: str, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=MOST_SECONDS,
            env={**self.environment, BEGAN: str(time.monotonic())},
        )
        return done.stdout


def milliseconds(figures: Sequence[Figure]) -> float:
    """The middle of the times."""
    return 1000 * statistics.median(second for one in figures for second in one.seconds)


def mebibytes(figures: Sequence[Figure]) -> float:
    """The middle of the memory."""
    return statistics.median(one.mebibytes for one in figures)
