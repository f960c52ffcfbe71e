"""What a case file may hold: its tables and their columns, read from the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from samordner_tui.archive.records import CASE_RECORDS, SHARED_RECORDS
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.casework.fields import FieldSpec, fields_of, table_of

FORMAT = "samordner-case"
VERSION = 5
CASE = "case"
"""The key of the case itself in a file, which has one case and therefore no list of them."""

LARGEST_FILE = 20_000_000
"""Bytes. A case of thirty people fills some 200,000."""


@cache
def shared_tables() -> Mapping[str, type[Record]]:
    """The tables that cases share, by name."""
    return _by_table(SHARED_RECORDS)


@cache
def case_tables() -> Mapping[str, type[Record]]:
    """The tables of a case by name, each after those it points to."""
    return _by_table(CASE_RECORDS)


@cache
def tables() -> Mapping[str, type[Record]]:
    """The tables of a file by name, in their order: what cases share stands first."""
    return MappingProxyType({**shared_tables(), **case_tables()})


def _by_table(records: Iterable[type]) -> Mapping[str, type[Record]]:
    mapped = [record for record in records if issubclass(record, Record)]
    return MappingProxyType({table_of(record).name: record for record in mapped})


def record_of(table: str) -> type[Record]:
    """The record of a table of the file, or the case itself for `case`."""
    return Case if table == CASE else tables()[table]


@cache
def columns(record: type[Record]) -> Mapping[str, FieldSpec]:
    """The columns of a row in a file, by name. A row's `id` stands apart, and its case is understood."""
    shared = set(OfCase.__annotations__)
    fields = {name: spec for name, spec in fields_of(record).items() if name not in {"id", "case_id"}}
    own_first = sorted(fields, key=lambda name: name in shared)
    return MappingProxyType({name: fields[name] for name in own_first})


@cache
def references(record: type[Record]) -> Mapping[str, FieldSpec]:
    """The columns of `record` that name a row of another table of the file, or of its own."""
    known = tables()
    return MappingProxyType({name: spec for name, spec in columns(record).items() if spec.refers_to in known})
