"""`results`: figures across cases, with nothing in them that points to a person or a case."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import cast

import pytest

from samordner_tui.archive.file import Archive
from tests.casework.result_cases import lay_out
from tests.cli.conftest import Rows, Said, Say
from tests.conftest import NOW


@pytest.fixture
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with the cases that are counted by hand."""
    folder = tmp_path / "kendt"
    with Archive.create_training(folder, clock=lambda: NOW) as archive:
        lay_out(archive)
    monkeypatch.setenv("SAMORDNER_ARCHIVE", str(folder))
    return folder


def lines(said: Said, table: str) -> dict[object, object]:
    """The figures of a table by line."""
    tables = cast("Rows", said.json["tables"])
    found = next(one for one in tables if one["id"] == table)
    return {line["id"]: line["figure"] for line in cast("Rows", found["lines"]) if line["figure"]}


def test_the_figures_as_json_are_those_counted_by_hand(known: Path, say: Say) -> None:
    said = say("results", "--json")
    assert said.code == 0, said.err
    assert list(said.json)[:4] == ["from", "to", "municipality", "fewest_cases"]
    assert lines(said, "participants") == {
        "total": 101,
        "private": 70,
        "child": 16,
        "professional": 10,
        "helper": 5,
    }
    assert lines(said, "lead_time") == {"median": 41.5}


def test_a_period_and_a_municipality_are_asked_for_on_the_line(known: Path, say: Say) -> None:
    said = say("results", "--municipality", "sundby", "--from", "2026-01-01", "--to", "2026-12-31", "--json")
    assert (said.json["from"], said.json["to"], said.json["municipality"]) == ("2026-01-01", "2026-12-31", "sundby")
    assert lines(said, "cases") == {"total": 11, "held": 6, "under_way": 5}


def test_nothing_in_json_or_table_points_to_a_case_or_a_person(known: Path, say: Say, tmp_path: Path) -> None:
    """No number of a case, no alias, no name, no day of a single case; the days asked for are the only ones."""
    file = tmp_path / "resultater.csv"
    out = say("results", "--csv", file, "--json").out
    assert json.loads(out)["tables"]
    for text in (out, file.read_text("utf-8-sig")):
        assert not re.search(r"R-\d|Sag \d|Person|Karen|\d{4}-\d\d-\d\d", text)


def test_the_table_opens_in_a_danish_spreadsheet(known: Path, say: Say, tmp_path: Path) -> None:
    file = tmp_path / "resultater.csv"
    said = say("results", "--csv", file)
    assert "Af 120 aftalte timer er 110 brugt." in said.out
    rows = file.read_text("utf-8-sig").splitlines()
    assert rows[0] == "table;line;figure;unit;held_back;table_words;line_words"
    assert "lead_time;median;41,5;days;;Fra opgaven kom til første rådslagning;den midterste sag" in rows


def test_the_measures_of_the_method_are_counted_where_they_are_asked_for(known: Path, say: Say) -> None:
    assert not any(
        str(one["id"]).startswith("fidelity_") for one in cast("Rows", say("results", "--json").json["tables"])
    )
    assert lines(say("results", "--fidelity", "--json"), "fidelity_F24") == {"total": 22, "met": 6, "not": 16}
    out = say("results", "--fidelity").out
    assert "F24 I mødes igen: 6 af 22" in out
    assert "F6 Flere fra netværket end fagpersoner: 16 af 16" in out


def test_a_file_that_is_there_is_not_written_over_unasked(known: Path, say: Say, tmp_path: Path) -> None:
    file = tmp_path / "resultater.csv"
    file.write_text("mit", "utf-8")
    refused = say("results", "--csv", file)
    assert (refused.code, file.read_text("utf-8")) == (2, "mit")
    assert "allerede" in refused.err
    assert say("results", "--csv", file, "--overwrite").code == 0
    assert file.read_text("utf-8-sig").startswith("table;")


def test_three_cases_are_too_few_to_tell_anything_of(demo: Path, say: Say) -> None:
    assert say("results", "--json").json["tables"] == []
    assert "færre end fem sager" in say("results").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--from", "i går"), "ikke en dag"),
        (("--from", "2027-01-02", "--to", "2027-01-01"), "før den første"),
        (("--municipality", "Havneby"), "færre end fem sager"),
    ],
)
def test_what_cannot_be_answered_is_a_sentence(known: Path, say: Say, words: tuple[str, ...], sentence: str) -> None:
    said = say("results", *words)
    assert said.code == 2
    assert sentence in said.err
