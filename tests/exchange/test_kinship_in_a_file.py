"""Kinship in a case file: written as it was read, also where an old file runs in a circle."""

from __future__ import annotations

import json

from samordner_tui.archive.file import Archive
from samordner_tui.casework.facts import case_by_number
from samordner_tui.casework.family_tree import Tree, family_tree
from samordner_tui.casework.kinship import read_family
from samordner_tui.exchange.case_file import export_case, import_case
from samordner_tui.method.terms import ParentKind
from tests.conftest import TODAY
from tests.exchange.hand_written import as_file, small


def tree_of(archive: Archive, number: str) -> Tree:
    with archive.reading() as session:
        return family_tree(read_family(session, case_by_number(session, number)))


def test_a_placement_and_a_couple_come_back_with_their_dates(archive: Archive) -> None:
    case = small()
    case["people"] += [{"id": "birthe", "name": "Birthe"}, {"id": "ole", "name": "Ole"}, {"id": "emil", "name": "Emil"}]
    placed = {"child_id": "emil", "kind": "foster", "since": "2019-03-01", "until": "2021-06-01"}
    case["parentages"] = [{"parent_id": "birthe", **placed}, {"parent_id": "ole", **placed}]
    case["couples"] = [{"first_id": "birthe", "second_id": "ole", "state": "married", "since": "2001-08-04"}]
    import_case(archive, as_file(case), TODAY)
    first = json.loads(export_case(archive, "2027-07", TODAY))
    assert [row["kind"] for row in first["parentages"]] == ["foster", "foster"]
    import_case(archive, json.dumps(first).encode(), TODAY, number="2027-08")
    again = json.loads(export_case(archive, "2027-08", TODAY))
    assert (again["parentages"], again["couples"]) == (first["parentages"], first["couples"])
    rows = tree_of(archive, "2027-08").rows
    assert [[one.kin.name for one in row.cells] for row in rows] == [["Birthe", "Ole"], ["Emil"]]
    assert {way.kind for way in rows[1].ways} == {ParentKind.FOSTER}


def test_a_file_that_makes_somebody_their_own_grandparent_is_read_and_drawn(archive: Archive) -> None:
    case = small()
    case["people"] += [{"id": "inge", "name": "Inge"}, {"id": "jonas", "name": "Jonas"}]
    case["parentages"] = [
        {"parent_id": "inge", "child_id": "jonas"},
        {"parent_id": "jonas", "child_id": "inge"},
        {"parent_id": "inge", "child_id": "jonas"},
        {"parent_id": "inge", "child_id": "inge"},
    ]
    import_case(archive, as_file(case), TODAY)
    tree = tree_of(archive, "2027-07")
    assert [[one.kin.name for one in row.cells] for row in tree.rows] == [["Inge"], ["Jonas"], ["Inge"]]
