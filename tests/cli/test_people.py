"""`samordner person`: who is in a case, and one of them deleted for good."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.network import Person
from tests.cli.conftest import Rows, Say, at_a_terminal


def test_a_person_is_listed_by_id_and_deleted_for_good_with_a_receipt(demo: Path, say: Say) -> None:
    people = cast("Rows", say("person", "list", "2027-03", "--json").json)
    assert list(people[0]) == ["id", "name", "relation", "kind"]
    inge = next(one for one in people if one["name"] == "Inge")
    assert f"{inge['id']}  Inge, farmor" in say("person", "list", "2027-03").out.splitlines()
    assert say("person", "delete", "2027-01", inge["id"], "--yes").code == 2, "she is of another case"
    before = say("archive", "backup", "--json").json["copy"]
    receipt = say("person", "delete", "2027-03", inge["id"], "--yes", "--json")
    assert receipt.code == 0
    assert (receipt.json["copies_rewritten"], receipt.json["databases_searched"]) == (1, 2)
    assert "Inge" not in [one["name"] for one in cast("Rows", say("person", "list", "2027-03", "--json").json)]
    with Archive.open(Path(str(before)), None, read_only=True) as copy, copy.reading() as session:
        assert session.get(Person, inge["id"]) is None


def test_what_goes_with_a_person_stands_in_the_question_and_the_child_is_refused(
    demo: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = cast("Rows", say("person", "list", "2027-03", "--json").json)
    inge, alma = (next(one["id"] for one in people if one["name"] == name) for name in ("Inge", "Alma"))
    refused = say("person", "delete", "2027-03", alma, "--yes")
    assert refused.code == 2
    assert "kan ikke slettes alene" in refused.err
    at_a_terminal(monkeypatch, "n\n")
    said = say("person", "delete", "2027-03", inge)
    assert said.code == 2
    assert "Her og i arkivets sikkerhedskopier slettes personen med:" in said.err
    assert "Slet Inge?" in said.err
    assert "Inge" in [one["name"] for one in cast("Rows", say("person", "list", "2027-03", "--json").json)]
