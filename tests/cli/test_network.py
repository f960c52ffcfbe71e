"""`samordner network map` and `tree`: the same as the drawings, in sentences."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from tests.cli.conftest import Rows, Say

DRAWN = frozenset("│─┼╱╲●○→") | {chr(0x2800 + dots) for dots in range(256)}


@pytest.mark.usefixtures("demo")
def test_the_map_is_said_ring_by_ring_with_no_drawing(say: Say) -> None:
    said = say("network", "map", "2027-03")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "I midten: Alma"
    first = lines.index("Ring 1, helt tæt på")
    assert lines[first + 1] == "mors side: Bertil (Almas bror på 4 år), Mette (mor), Karen (mormor)"
    assert "Karen: kontakten er levende" in lines
    assert "Karen og Alma støtter hinanden, båndet er stærkt" in lines
    assert not DRAWN & set(said.out)


def test_the_map_as_json_has_ring_and_sector_of_everybody(demo: Path, say: Say) -> None:
    assert demo.is_dir()
    found = say("network", "map", "2027-03", "--json").json
    assert (found["case"], found["heart"], found["rings"]) == ("2027-03", "Alma", 3)
    karen = next(one for one in cast("Rows", found["people"]) if one["name"] == "Karen")
    assert (karen["ring"], karen["sector"], karen["tie"]) == (1, "mothers_side", "active")


@pytest.mark.usefixtures("demo")
def test_the_family_tree_is_said_generation_for_generation_with_no_drawing(say: Say) -> None:
    said = say("network", "tree", "2027-03")
    assert said.code == 0
    assert said.out.splitlines() == [
        "Karen, mormor. Ved siden af: Per, morfar (gift).",
        "  Mette, mor, bio. Ved siden af: Jonas, far (gået fra hinanden i 2020).",
        "    Alma, barnet, 11 år, kvinde eller pige, bio.",
        "  Mette. Ved siden af: Kim, mors tidligere kæreste, mand eller dreng (gået fra hinanden).",
        "  Mette uden en anden forælder her:",
        "    Bertil, Almas bror på 4 år, bio.",
        "  Sofie, moster, bio.",
        "Inge, farmor.",
        "  Lars, farbror, bio.",
        "  Jonas, bio, står ved siden af Mette.",
        "",
        "4 er ikke i træet: Amir, Nadia, Tove og Ulla",
    ]
    assert not DRAWN & set(said.out)


@pytest.mark.usefixtures("demo")
def test_the_family_tree_as_json_has_everybody_once_in_full(say: Say) -> None:
    found = say("network", "tree", "2027-01", "--json").json
    rows = cast("list[dict[str, Rows]]", found["rows"])
    full = [one["name"] for row in rows for one in row["people"] if one["standing"] == "full"]
    assert sorted(cast("list[str]", full)) == [
        *("Agnieszka", "Bent", "Freja", "Halina", "Kasia", "Lis", "Marek", "Noah", "Rikke", "Robert", "Thomas"),
    ]
    (freja,) = [row for row in rows if row["people"][0]["name"] == "Freja"]
    assert [one["kind"] for one in freja["child_of"]] == ["biological", "biological"]
    assert len(cast("Rows", found["left_out"])) == 6


@pytest.mark.usefixtures("demo")
def test_a_case_without_kinship_says_so_and_names_everybody(say: Say) -> None:
    lines = say("network", "tree", "2026-19").out.splitlines()
    assert lines[0] == "Der er ikke skrevet slægtskab i sagen endnu."
    assert lines[-1].startswith("13 er ikke i træet: Emil, Birthe")
