"""A training archive with the three fictional cases, opened by somebody with a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.exchange.demo import fill
from tests.conftest import NOW, TODAY


@pytest.fixture
def cases(tmp_path: Path) -> Iterator[Archive]:
    """The fictional cases; the samordner is Signe Holm."""
    with Archive.create_training(tmp_path / "arkiv", clock=lambda: NOW) as archive:
        fill(archive, TODAY)
        archive.set_setting("samordner_name", "Signe Holm")
        archive.set_setting("samordner_phone", "55 51 30 30")
        yield archive
