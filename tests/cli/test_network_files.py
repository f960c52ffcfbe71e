"""`samordner network export`, `compare` and `map`: a map as files, two maps held together, and maps by number."""

from __future__ import annotations

import json
import stat
import sys
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.records.network import Person
from samordner_tui.casework import assignment
from samordner_tui.casework.child import add_child
from samordner_tui.casework.facts import case_by_number
from samordner_tui.casework.map_moves import Move, move_on_map
from samordner_tui.casework.map_views import freeze
from samordner_tui.casework.network_map import read_network_map
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.graph import read_graphml
from samordner_tui.exchange.incoming_file import read_file
from tests.cli.conftest import Rows, Say, at_a_terminal
from tests.conftest import NOW, TODAY

ALL = ("--as", "svg", "--as", "pdf", "--as", "png", "--as", "graphml", "--as", "csv")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "ud"
    folder.mkdir()
    return folder


def registered(demo: Path) -> list[tuple[str, str]]:
    """What the register of exports holds."""
    with Archive.open(demo, None, read_only=True) as archive, archive.reading() as session:
        return [(one.what, str(one.destroy_by)) for one in session.scalars(select(Export).order_by(Export.what))]


def test_a_map_is_saved_as_every_kind_of_file_its_owners_alone_and_each_registered(
    demo: Path, say: Say, out: Path
) -> None:
    said = say("network", "export", "2027-03", "--to", out, *ALL, "--yes", "--json")
    assert said.code == 0, said.err
    files = {path.name: path for path in out.iterdir()}
    beginning = "2027-03_2027-01-10_netvaerkskort."
    tables = ("_ego.csv", "_attributeList_person.csv", "_edgeList_tie.csv")
    assert set(files) == {
        *(beginning + ending for ending in ("svg", "pdf", "png", "graphml")),
        *(beginning[:-1] + ending for ending in tables),
    }
    assert {str(path) for path in files.values()} == set(cast("list[str]", said.json["files"]))
    assert said.json["destroy_by"] == "2027-02-09"
    assert b"Karen" in files[f"{beginning}svg"].read_bytes()
    assert files[f"{beginning}pdf"].read_bytes().startswith(b"%PDF")
    assert files[f"{beginning}png"].read_bytes().startswith(b"\x89PNG")
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in files.values()} == {0o600}
    kinds = ("csv", "graphml", "pdf", "png", "svg")
    assert registered(demo) == [(f"network_map_{kind}", "2027-02-09") for kind in kinds]


def test_the_data_of_a_published_case_comes_back_equal(demo: Path, say: Say, out: Path) -> None:
    say("network", "export", "2027-03", "--to", out, "--as", "graphml", "--as", "csv", "--yes")
    with Archive.open(demo, None, read_only=True) as archive, archive.reading() as session:
        shown = read_network_map(session, case_by_number(session, "2027-03"))
    graph = read_graphml(next(out.glob("*.graphml")).read_bytes(), UnderWay())
    tables = read_file(next(out.glob("*_edgeList_tie.csv")), UnderWay())
    for incoming in (graph, tables):
        assert [(one.key, one.person.name) for one in incoming.people] == [(one.id, one.name) for one in shown.people]
        assert len(incoming.ties) == len(shown.ties)


@pytest.mark.parametrize("kind", ["graphml", "csv"])
def test_what_was_saved_is_brought_into_another_case_and_stands_there_the_same(
    demo: Path, say: Say, out: Path, kind: str
) -> None:
    say("network", "export", "2027-03", "--to", out, "--as", kind, "--yes")
    with Archive.open(demo, None) as archive, archive.writing("Ny sag") as session:
        other = assignment.open_case(session, "2027-44", "Alma", TODAY)
        add_child(session, other, "Alma", TODAY, age=11)
    done = say("network", "import", "2027-44", next(out.iterdir()))
    assert done.code == 0, done.err
    assert said_of(say, "2027-44") == said_of(say, "2027-03")


def said_of(say: Say, case: str) -> tuple[list[tuple[object, ...]], set[tuple[object, ...]]]:
    """Everybody on the map of a case, and the ties by names."""
    found = say("network", "map", case, "--json").json
    people = cast("Rows", found["people"])
    names = {one["id"]: one["name"] for one in people}
    ties: set[tuple[object, ...]] = {
        (names.get(one["first"], "barnet"), names.get(one["second"], "barnet"), one["quality"], one["support"])
        for one in cast("Rows", found["ties"])
    }
    return [tuple(one[name] for name in ("name", "relation", "ring", "sector", "tie")) for one in people], ties


def test_the_meeting_version_says_less_and_is_never_data(demo: Path, say: Say, out: Path) -> None:
    assert say("network", "export", "2027-03", "--to", out, "--as", "svg", "--meeting", "--yes").code == 0
    (file,) = out.iterdir()
    assert file.name == "2027-03_2027-01-10_netvaerkskort-moede.svg"
    text = file.read_text("utf-8")
    assert "Karen" in text
    assert "anspændt" not in text
    assert "mormor" not in text
    refused = say("network", "export", "2027-03", "--to", out, "--as", "graphml", "--meeting", "--yes")
    assert (refused.code, len(list(out.iterdir()))) == (2, 1)
    assert "papir" in refused.err
    assert demo.is_dir()


def test_nothing_is_written_over_and_a3_is_larger(demo: Path, say: Say, out: Path) -> None:
    line = ("network", "export", "2027-03", "--to", out, "--as", "svg", "--yes")
    assert [say(*line).code, say(*line, "--paper", "a3").code] == [0, 0]
    first = (out / "2027-03_2027-01-10_netvaerkskort.svg").read_text("utf-8")
    second = (out / "2027-03_2027-01-10_netvaerkskort_2.svg").read_text("utf-8")
    assert 'width="297mm"' in first
    assert 'width="420mm"' in second
    assert demo.is_dir()


def test_it_is_asked_first_and_a_no_writes_nothing(
    demo: Path, say: Say, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ("network", "export", "2027-03", "--to", out, "--as", "pdf")
    assert "--yes" in say(*line).err
    at_a_terminal(monkeypatch, "n\n")
    said = say(*line)
    assert said.code == 2
    assert "ikke krypteret" in said.err
    assert list(out.iterdir()) == []
    assert registered(demo) == []


def test_a_disk_that_is_full_half_way_leaves_no_file(
    demo: Path, say: Say, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samordner_tui.exchange.own_file.os.fsync", _full)
    said = say("network", "export", "2027-03", "--to", out, "--as", "svg", "--as", "graphml", "--yes")
    assert said.code == 2
    assert "plads" in said.err
    assert list(out.iterdir()) == []
    assert demo.is_dir()


def _full(_number: int) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    "line",
    [
        ("export", "2027-03", "--to", "findes-ikke", "--as", "svg", "--yes"),
        ("export", "findes-ikke", "--to", ".", "--as", "svg", "--yes"),
        ("export", "2027-03", "--to", ".", "--as", "gif", "--yes"),
        ("export", "2027-03", "--to", ".", "--yes"),
        ("export", "2027-03", "--to", ".", "--as", "svg", "--map", "7", "--yes"),
        ("compare", "2027-03"),
        ("compare", "2027-03", "1"),
        ("compare", "2027-03", "1", "9"),
        ("map", "2027-03", "--map", "0"),
    ],
)
def test_what_cannot_be_done_gives_2_and_a_sentence(
    demo: Path, say: Say, line: tuple[str, ...], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(out)
    said = say("network", *line)
    assert (said.code, said.out) == (2, "")
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert "fejl i programmet" not in said.err
    assert list(out.iterdir()) == []
    assert demo.is_dir()


@pytest.fixture
def two_maps(demo: Path) -> Path:
    """The map of the case is kept as it was, and then Karen moves out."""
    with Archive.open(demo, None, clock=lambda: NOW) as archive:
        with archive.reading() as session:
            case_id = case_by_number(session, "2027-03")
            karen = session.scalars(select(Person.id).where(Person.case_id == case_id, Person.name == "Karen")).one()
        with archive.writing("Kort", case_id) as session:
            freeze(session, case_id, "", "Alma", TODAY)
        with archive.writing("Flyt", case_id) as session:
            move_on_map(session, case_id, "", karen, Move(out=1), TODAY + timedelta(days=1))
    return demo


@pytest.mark.usefixtures("two_maps")
def test_the_map_kept_last_is_held_against_the_one_now(say: Say) -> None:
    said = say("network", "compare", "2027-03")
    assert said.code == 0
    assert "Rykket længere ud (1): Karen (ring 1 til 2)" in said.out
    found = say("network", "compare", "2027-03", "2", "1", "--json").json
    (moved,) = cast("Rows", found["farther"])
    assert (moved["name"], moved["ring"]) == ("Karen", [1, 2])
    assert found["nearer"] == []
    turned = say("network", "compare", "2027-03", "1", "2", "--json").json
    assert [one["name"] for one in cast("Rows", turned["nearer"])] == ["Karen"]


@pytest.mark.usefixtures("two_maps")
def test_maps_have_numbers_and_each_is_shown_as_it_was(say: Say) -> None:
    listed = say("network", "map", "2027-03", "--list")
    assert [line[:3] for line in listed.out.splitlines()] == ["1  ", "2  "]
    assert "sammen med Alma" in listed.out
    (now, kept) = cast("Rows", say("network", "map", "2027-03", "--list", "--json").json["maps"])
    assert (now["number"], now["frozen"], kept["number"], kept["frozen"]) == (1, False, 2, True)
    rings = []
    for number in ("1", "2"):
        people = cast("Rows", say("network", "map", "2027-03", "--map", number, "--json").json["people"])
        rings.append(next(one["ring"] for one in people if one["name"] == "Karen"))
    assert rings == [2, 1]


@pytest.mark.usefixtures("two_maps")
def test_a_map_that_is_kept_is_saved_with_its_own_day_and_company(say: Say, out: Path) -> None:
    assert say("network", "export", "2027-03", "--to", out, "--as", "svg", "--map", "2", "--yes").code == 0
    text = next(out.iterdir()).read_text("utf-8")
    assert "Tegnet sammen med: Alma" in text
    assert "Dato: søndag 10. januar 2027" in text


def test_a_readable_map_shows_on_the_list_of_what_left_in_words(demo: Path, say: Say, out: Path) -> None:
    from samordner_tui.casework.exported import in_words

    say("network", "export", "2027-03", "--to", out, "--as", "pdf", "--yes")
    assert [in_words(what) for what, _day in registered(demo)] == ["netværkskort som PDF"]
    assert json.dumps(in_words("unknown")) == '"unknown"'
