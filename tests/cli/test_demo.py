"""The demo opens the program on fictional cases, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from samordner_tui.casework.overview import page
from samordner_tui.tui.app import SamordnerApp
from tests.cli.conftest import Say


def test_the_demo_is_an_open_archive_that_is_gone_afterwards(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[Path, bool, list[str]]] = []

    def look_instead(app: SamordnerApp) -> None:
        archive = app.archive
        assert archive is not None
        with archive.reading() as session:
            numbers = [line.number for line in page(session, "", 0, 10)]
        seen.append((archive.folder, archive.training, sorted(numbers)))

    monkeypatch.setattr(SamordnerApp, "run", look_instead)
    monkeypatch.setattr("signal.signal", lambda *_arguments: None)
    assert say("demo").code == 0
    ((folder, training, numbers),) = seen
    assert training
    assert numbers == ["2026-19", "2027-01", "2027-03"]
    assert not folder.exists()
