"""`samordner network import`: what each row becomes, kept or only said."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from samordner_tui.cli import NOT_CARRIED_OUT
from tests.cli.conftest import Rows, Say

TABLE = "Navn;Relation;Mobil;Ring\nGerda Lund;fars faster;20 11 22 33;2\nKaren;mormor;;1\n;nabo;;\nVillads;ven;=1+1;\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of four rows: one can be taken, one resembles Karen, two are refused."""
    file = tmp_path / "netvaerk.csv"
    file.write_text(TABLE, "utf-8-sig")
    return file


def people(say: Say) -> list[object]:
    said = say("person", "list", "2027-03", "--json")
    return [one["name"] for one in cast("Rows", said.json)]


@pytest.mark.usefixtures("demo")
def test_a_dry_run_says_what_each_row_becomes_and_keeps_nothing(table: Path, say: Say) -> None:
    before = people(say)
    said = say("network", "import", "2027-03", table, "--dry-run")
    assert said.code == 0
    assert said.out.splitlines() == [
        "linje 2: Gerda Lund · fars faster · ring 2 · fars side · 20 11 22 33",
        "linje 3: Karen · mormor · ring 1 · mors side – springes over, ligner Karen, som er i sagen (samme navn)",
        "linje 4: hentes ikke: Her er intet navn.",
        "linje 5: hentes ikke: Telefon: Et telefonnummer har kun tal, mellemrum og tegnene + ( ) / . -",
        "",
        "1 person kan hentes ind. Intet er gemt.",
    ]
    assert people(say) == before


@pytest.mark.usefixtures("demo")
def test_people_are_brought_in_once_and_the_second_time_they_are_doubles(table: Path, say: Say) -> None:
    before = people(say)
    first = say("network", "import", "2027-03", table, "--json").json
    assert (first["added"], first["kept"]) == (1, True)
    gerda, karen = cast("Rows", first["people"])
    assert (gerda["line"], gerda["name"], gerda["ring"], gerda["resembles"]) == (2, "Gerda Lund", 2, None)
    assert karen["resembles"] == "ligner Karen, som er i sagen (samme navn)"
    assert [one["line"] for one in cast("Rows", first["refused"])] == [4, 5]
    assert people(say) == [*before, "Gerda Lund"]
    assert say("network", "import", "2027-03", table).out.splitlines()[-1] == "0 personer er hentet ind."
    assert people(say) == [*before, "Gerda Lund"]


@pytest.mark.usefixtures("demo")
def test_a_file_or_a_case_that_is_not_there_is_said_and_nothing_is_changed(
    table: Path, tmp_path: Path, say: Say
) -> None:
    assert say("network", "import", "2027-03", tmp_path / "ingen.csv").err == "Filen kan ikke læses.\n"
    missing = say("network", "import", "1999-01", table)
    assert (missing.code, missing.out) == (NOT_CARRIED_OUT, "")
    assert "1999-01" in missing.err


NETWORK = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    '<key id="n" for="node" attr.name="name" attr.type="string"/><graph>'
    '<node id="a"><data key="n">Gerda Lund</data></node><node id="b"><data key="n">Villads Bang</data></node>'
    '<node id="c"/><node id="d"><data key="n">Karen</data></node>'
    '<edge source="a" target="b"/><edge source="a" target="x"/></graph></graphml>'
)


@pytest.mark.usefixtures("demo")
def test_every_row_of_a_file_is_answered_also_where_all_of_them_stand_on_one_line(tmp_path: Path, say: Say) -> None:
    file = tmp_path / "netvaerk.graphml"
    file.write_text(NETWORK, "utf-8")
    assert say("network", "import", "2027-03", file, "--dry-run").out.splitlines() == [
        "linje 1: Gerda Lund",
        "linje 1: Villads Bang",
        "linje 1: Karen – springes over, ligner Karen, som er i sagen (samme navn)",
        "linje 1: hentes ikke: Her er intet navn.",
        "linje 1: hentes ikke: Båndet går til en, der ikke er med.",
        "linje 1: Gerda Lund og Villads Bang: båndet er almindeligt",
        "",
        "2 personer kan hentes ind. Intet er gemt.",
    ]


@pytest.mark.usefixtures("demo")
def test_a_network_brought_in_again_says_of_every_tie_that_the_one_in_the_case_stays(tmp_path: Path, say: Say) -> None:
    out = tmp_path / "ud"
    out.mkdir()
    say("network", "export", "2027-03", "--to", out, "--as", "csv", "--yes")
    before = say("network", "map", "2027-03", "--json").json
    ties = cast("Rows", say("network", "import", "2027-03", next(out.iterdir()), "--json").json["ties"])
    assert ties
    assert all(str(one["what"]).endswith("de to har et bånd i sagen, og det bliver stående") for one in ties)
    assert say("network", "map", "2027-03", "--json").json == before


def test_the_help_names_every_kind_of_file_that_is_taken(say: Say) -> None:
    words = " ".join(say("network", "import", "--help").out.split())
    assert "et vCard, en CSV-fil eller et netværk, der er gemt som GraphML eller som tabeller i en zip" in words
