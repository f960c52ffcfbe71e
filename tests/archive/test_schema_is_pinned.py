"""The tables of a version of the file never change: whoever changes a record writes an upgrade for it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.schema import SCHEMA_VERSION

PINNED = Path(__file__).parent / f"schema_{SCHEMA_VERSION}.sql"


def schema() -> str:
    """Every table and index as SQL, in the order of their names."""
    dialect = sqlite.dialect()
    made: list[CreateTable | CreateIndex] = []
    for table in sorted(Record.metadata.tables.values(), key=lambda table: table.name):
        made.append(CreateTable(table))
        made.extend(CreateIndex(index) for index in sorted(table.indexes, key=lambda index: str(index.name)))
    statements = [str(one.compile(dialect=dialect)).strip() for one in made]
    lines = (line.strip() for line in ";\n".join(statements).splitlines())
    return "\n".join(line for line in lines if line) + ";\n"


def test_the_tables_are_those_of_this_version_of_the_file() -> None:
    assert schema() == PINNED.read_text("utf-8"), "a record has changed: raise SCHEMA_VERSION and write an upgrade"
