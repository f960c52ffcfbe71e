"""The program is quit, or killed in the middle, in each trin: opened again it stands where it was, nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.verify import verify
from samordner_tui.casework.clock import elapsed, hours_and_minutes
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.silence import is_running
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.terms import LogKind, Outcome
from tests.tui.evening import FIVE_O_CLOCK, TheEvening

ROOT = Path(__file__).parent.parent.parent

EVENING = """
import asyncio
import os
import signal
import sys
from pathlib import Path

from samordner_tui.archive.file import Archive
from samordner_tui.method.terms import StageId
from tests.tui.evening import FIVE_O_CLOCK, TheEvening, begin, seed, walking

folder, trin, end = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
archive = Archive.create_training(folder, clock=lambda: FIVE_O_CLOCK)
evening = TheEvening(archive, *seed(archive))


async def play():
    if trin > 1:
        begin(evening)
    async with walking(evening, StageId.INFORMATION if trin == 1 else None) as walk:
        if trin == 1:
            await walk.press("b", "enter")
        elif trin == 2:
            await walk.press("k", "1", "3", "1", "p")
        else:
            await walk.press("f", "enter", "o", "enter")
            evening.later(5)
            await walk.press("a", "3", "enter", "tab", "tab", "tab")
            await walk.type("hun er i skole")
            await walk.press("enter", "enter")
        print(evening.case_id, flush=True)
        if end == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        await walk.pilot.press("ctrl+q")
        while walk.app.archive is not None:
            await walk.pilot.pause(0.05)


asyncio.run(play())
"""


def played(folder: Path, trin: int, end: str) -> tuple[Archive, str]:
    """The evening is played in a process of its own to a trin, and ends there; the archive is opened again."""
    done = subprocess.run(
        [sys.executable, "-c", EVENING, str(folder), str(trin), end],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == (-9 if end == "kill" else 0), done.stderr
    return Archive.open(folder, None, clock=lambda: FIVE_O_CLOCK), done.stdout.split()[-1]


def case_in(archive: Archive, case_id: str) -> CaseFacts:
    """The case as it stands."""
    with archive.reading() as session:
        return facts_of(session, case_id)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("end", ["quit", "kill"])
def test_trin_1_runs_on(tmp_path: Path, end: str) -> None:
    archive, case_id = played(tmp_path / "arkiv", 1, end)
    with archive:
        (step,) = case_in(archive, case_id).conferences[0].steps
        assert (step.number, step.started_at, step.ended_at) == (1, FIVE_O_CLOCK, None)
        assert verify(archive) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("end", ["quit", "kill"])
def test_the_clock_and_the_log_of_trin_2_run_on_and_the_family_is_still_alone(tmp_path: Path, end: str) -> None:
    archive, case_id = played(tmp_path / "arkiv", 2, end)
    with archive:
        evening = case_in(archive, case_id).conferences[0]
        step = evening.steps[-1]
        assert step.started_at is not None
        assert step.ended_at is None
        later = TheEvening(archive, case_id, evening.id, FIVE_O_CLOCK)
        later.later(130)
        assert hours_and_minutes(elapsed(step.started_at, later.moment)) == "2:10"
        assert [one.kind for one in evening.log_entries] == [LogKind.CALLED_IN, LogKind.PAUSE]
        with archive.reading() as session:
            assert is_running(session, case_id)
        assert verify(archive) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("end", ["quit", "kill"])
def test_the_answer_of_trin_3_stands_and_the_new_round_waits(tmp_path: Path, end: str) -> None:
    archive, case_id = played(tmp_path / "arkiv", 3, end)
    with archive:
        evening = case_in(archive, case_id).conferences[0]
        assert [(one.outcome, one.possible_if) for one in evening.decisions] == [(Outcome.RETURNED, "hun er i skole")]
        assert evening.plan_read_at is not None
        assert (evening.steps[-1].number, evening.steps[-1].round) in {(2, 2), (3, 1)}
        assert any((one.number, one.round, one.started_at) == (2, 2, None) for one in evening.steps)
        assert verify(archive) == ()
