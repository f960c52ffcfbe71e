"""The receipt of a deleted case as a file."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Say


def test_a_case_is_deleted_and_its_receipt_lies_in_the_folder(demo: Path, say: Say, tmp_path: Path) -> None:
    told = say("case", "delete", "2027-03", "--yes", "--receipt", str(tmp_path))
    (written,) = tmp_path.glob("*.pdf")
    assert told.code == 0
    assert str(written) in told.out
    assert "2027-03" not in written.name
    assert written.read_bytes().startswith(b"%PDF")


def test_nothing_is_deleted_where_the_folder_for_the_receipt_is_not_there(demo: Path, say: Say, tmp_path: Path) -> None:
    told = say("case", "delete", "2027-03", "--yes", "--receipt", str(tmp_path / "ikke-her"))
    assert told.code != 0
    assert "Mappen findes ikke" in told.err
    assert "2027-03" in say("case", "list").out


def test_a_receipt_that_cannot_be_written_is_said_and_the_case_is_gone_all_the_same(
    demo: Path, say: Say, tmp_path: Path
) -> None:
    first = say("case", "delete", "2027-03", "--yes", "--receipt", str(tmp_path))
    second = say("case", "delete", "2027-01", "--yes", "--receipt", str(tmp_path))
    assert (first.code, second.code) == (0, 0)
    assert "Kvitteringen blev ikke til en fil: Filen er der allerede" in second.out
    assert "2027-01" not in say("case", "list").out


def test_a_person_that_is_deleted_gives_the_receipt_as_a_paper_too(demo: Path, say: Say, tmp_path: Path) -> None:
    people: list[dict[str, str]] = say("person", "list", "2027-03", "--json").json  # type: ignore[assignment]
    inge = next(one["id"] for one in people if one["name"] == "Inge")
    refused = say("person", "delete", "2027-03", inge, "--yes", "--receipt", str(tmp_path / "ikke-her"))
    assert refused.code == 2
    assert "Mappen findes ikke" in refused.err
    told = say("person", "delete", "2027-03", inge, "--yes", "--receipt", str(tmp_path))
    assert told.code == 0, told.err
    (made,) = tmp_path.glob("*-kvittering.pdf")
    assert f"Kvitteringen ligger i {made}." in told.out
    assert made.read_bytes().startswith(b"%PDF")
