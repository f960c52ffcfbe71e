"""A folder that is typed is meant as the person means it, and what is wrong with it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from samordner_tui.tui.screens import folders
from samordner_tui.tui.screens.folders import documents, no_folder, typed_path


def test_a_folder_is_told_from_a_file_and_from_what_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "brev.txt"
    file.write_text("x", "utf-8")
    assert no_folder(f"  {tmp_path} ") == ""
    assert no_folder(str(file)).startswith("Det er en fil, ikke en mappe.")
    assert no_folder(str(tmp_path / "nej")).startswith("Mappen findes ikke.")
    assert no_folder("   ").startswith("Mappen findes ikke.")
    assert typed_path(" ~/x ") == Path.home() / "x"


def test_where_there_are_no_documents_the_home_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "user_documents_path", lambda: tmp_path)
    assert documents() == tmp_path
    monkeypatch.setattr(folders, "user_documents_path", lambda: tmp_path / "nej")
    assert documents() == Path.home()
