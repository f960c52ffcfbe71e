"""A plain archive for fictional people, and cases written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from tests.conftest import NOW


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty training archive."""
    with Archive.create_training(tmp_path / "arkiv", clock=lambda: NOW) as made:
        yield made
