"""The schema says what the reader takes: somebody who writes a case by hand needs nothing else."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import cast

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.exchange.case_file import import_case
from samordner_tui.exchange.models import file_model, row_model
from samordner_tui.exchange.schema import case_schema
from samordner_tui.exchange.schema_words import EXAMPLE
from samordner_tui.exchange.shape import CASE, columns, record_of, references, tables
from samordner_tui.method.definition import method
from samordner_tui.resources import case_files
from tests.conftest import TODAY

Node = dict[str, "Node"]
EVERY_TABLE = (CASE, *tables())


@pytest.fixture(scope="module")
def schema() -> Node:
    """The schema as it is printed."""
    return cast("Node", json.loads(json.dumps(case_schema(method()))))


def test_the_schema_has_every_table_and_column_of_the_reader(schema: Node) -> None:
    assert schema["properties"].keys() == file_model().model_fields.keys()
    for table in EVERY_TABLE:
        fields = row_model(record_of(table)).model_fields
        row = schema["$defs"][table]
        assert row["properties"].keys() == fields.keys()
        assert set(row["required"]) == {name for name, field in fields.items() if field.is_required()}


def test_every_column_says_what_it_is(schema: Node) -> None:
    for table in EVERY_TABLE:
        for name, column in schema["$defs"][table]["properties"].items():
            assert column.get("title") or column.get("description"), (table, name)


def test_every_choice_has_its_words(schema: Node) -> None:
    for table in EVERY_TABLE:
        for name, spec in columns(record_of(table)).items():
            column = schema["$defs"][table]["properties"][name]
            offered = cast("list[dict[str, str]]", column.get("oneOf") or column.get("items", {}).get("oneOf") or [])
            members: list[StrEnum] = list(spec.choices or ())
            assert [(one["const"], one["title"]) for one in offered] == [
                (member.value, method().label(member)) for member in members
            ]


def test_a_reference_names_its_table(schema: Node) -> None:
    for table in EVERY_TABLE:
        for name, spec in references(record_of(table)).items():
            assert f"»{spec.refers_to}«" in str(schema["$defs"][table]["properties"][name]["description"])


def test_the_example_can_be_imported(archive: Archive) -> None:
    assert import_case(archive, json.dumps(EXAMPLE).encode(), TODAY) == "2027-07"


@pytest.mark.parametrize("name", sorted(path.name for path in case_files().glob("*.json")))
def test_a_fictional_case_keeps_to_the_schema(schema: Node, name: str) -> None:
    file = json.loads((case_files() / name).read_bytes())
    for table in tables():
        for row in file.get(table, []):
            _keeps_to(schema["$defs"][table], row)
    _keeps_to(schema["$defs"][CASE], file[CASE])


def _keeps_to(definition: Node, row: dict[str, object]) -> None:
    properties = definition["properties"]
    assert row.keys() <= properties.keys()
    assert set(definition["required"]) <= row.keys()
    for name, value in row.items():
        column = cast("dict[str, object]", properties[name])
        if isinstance(value, str) and "pattern" in column:
            assert re.search(str(column["pattern"]), value), (name, value)
        if isinstance(value, str) and "maxLength" in column:
            assert len(value) <= cast("int", column["maxLength"])
        if "oneOf" in column:
            assert value in {one["const"] for one in cast("list[dict[str, str]]", column["oneOf"])}
