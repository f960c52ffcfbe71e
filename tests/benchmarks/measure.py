"""Runs two programs in turn and compares their medians."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 9


@dataclass(frozen=True)
class Figure:
    """One process: what it measured itself, in seconds and mebibytes."""

    seconds: float
    mebibytes: float


@dataclass(frozen=True)
class Ratio:
    """Ours against theirs, and the bar it is held against."""

    name: str
    ours: float
    theirs: float
    bar: float

    @property
    def value(self) -> float:
        """How many times."""
        return self.ours / self.theirs

    def __str__(self) -> str:
        sign = "within" if self.value <= self.bar else "OVER"
        return f"{self.name:<58} {self.value:6.2f} times   bar {self.bar:4.1f}   {sign}"


def run_once(module: str, *arguments: str) -> Figure:
    """Run a probe in a new process; its last line says what it measured."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "TEXTUAL_ANIMATIONS": "none"},
    )
    found = json.loads(done.stdout.splitlines()[-1])
    return Figure(found["seconds"], found["mebibytes"])


def in_turn(first: Sequence[str], second: Sequence[str], rounds: int = ROUNDS) -> tuple[list[Figure], list[Figure]]:
    """Run two probes in turn, so that whatever else the machine does falls on both. The first round warms up."""
    pairs = [(run_once(*first), run_once(*second)) for _round in range(rounds + 1)][1:]
    return [one for one, _other in pairs], [other for _one, other in pairs]


def median_seconds(figures: Sequence[Figure]) -> float:
    """The middle of the seconds."""
    return statistics.median(one.seconds for one in figures)


def median_mebibytes(figures: Sequence[Figure]) -> float:
    """The middle of the mebibytes."""
    return statistics.median(one.mebibytes for one in figures)
