"""Calendar files and contact cards without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say

CASE = "2027-03"
NOBODY = (b"Alma", b"Mette", b"Sofie", b"Karen")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for the files."""
    made = tmp_path / "papirer"
    made.mkdir()
    return made


def test_calendar_files_are_written_one_for_each_who_comes_and_name_nobody(demo: Path, say: Say, folder: Path) -> None:
    told = say("papers", CASE, "--to", str(folder), "--as", "ics", "--yes", "--json")
    written = sorted(folder.iterdir())
    assert told.code == 0
    assert len(written) > 10
    assert {one.suffix for one in written} == {".ics"}
    assert not any(name in one.read_bytes() for one in written for name in NOBODY)
    assert not any(b"LOCATION" in one.read_bytes() for one in written)


def test_the_place_stands_in_them_when_it_is_asked_for(demo: Path, say: Say, folder: Path) -> None:
    say("papers", CASE, "--to", str(folder), "--as", "ics", "--only", "calendar_conference", "--with-place", "--yes")
    assert all(b"LOCATION" in one.read_bytes() for one in folder.iterdir())


def test_contact_cards_are_one_file_and_hold_no_name(demo: Path, say: Say, folder: Path) -> None:
    told = say("papers", CASE, "--to", str(folder), "--as", "vcf", "--yes", "--json")
    (written,) = folder.iterdir()
    assert told.code == 0
    assert written.name == f"{CASE}-phone-cards.vcf"
    assert not any(name in written.read_bytes() for name in NOBODY)


def test_what_is_not_made_in_such_a_file_is_said(demo: Path, say: Say, folder: Path) -> None:
    told = say(
        *("papers", CASE, "--to", str(folder), "--yes", "--json", "--as", "ics", "--as", "txt"),
        *("--only", "door_sign", "--only", "calendar_visits"),
    )
    found: list[dict[str, object]] = told.json["not_made"]  # type: ignore[assignment]
    assert {(one["paper"], one["as"]): one["why"] for one in found} == {
        ("door_sign", "ics"): ["Laves ikke som .ics."],
        ("calendar_visits", "ics"): ["Der er intet at lave det af endnu."],
        ("calendar_visits", "txt"): ["Laves kun som .ics."],
    }
    assert [one.name for one in folder.iterdir()] == [f"{CASE}-door-sign.txt"]


def test_the_list_names_them_too(demo: Path, say: Say) -> None:
    told = say("papers", CASE, "--list")
    assert "calendar_deadlines: Dine frister til kalenderen – dig (.ics)" in told.out
