"""`samordner network map`: the same as the drawing, in sentences."""

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
