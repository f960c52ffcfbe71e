"""Forms as data: an ordered list of fields in groups; one renderer draws them, one validator checks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from samordner_tui.archive.records.base import Record
from samordner_tui.casework.fields import Value, table_of

Condition = Callable[[Mapping[str, Value]], bool]


@dataclass(frozen=True)
class Group:
    """Some fields under a heading (Danish, translated when it is shown), shown when `shown_when` holds for the row."""

    title: str
    fields: tuple[str, ...]
    shown_when: Condition | None = None


@dataclass(frozen=True)
class Form:
    """The fields of one record in the order they are asked."""

    record: type[Record]
    groups: tuple[Group, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field of the form in order."""
        return tuple(name for group in self.groups for name in group.fields)

    def with_more(self, other: Form) -> Form:
        """This form with the groups of another on the same record, less what is asked already."""
        asked = self.fields
        more = (
            replace(group, fields=tuple(name for name in group.fields if name not in asked)) for group in other.groups
        )
        groups = (*self.groups, *(group for group in more if group.fields))
        return Form(self.record, groups)


class Forms:
    """The forms of every stage, gathered as the stages are imported."""

    def __init__(self) -> None:
        self._by_table: dict[str, Form] = {}

    def add(self, *forms: Form) -> None:
        """Take in the forms of a stage. Where several stages ask of one record, each adds its groups."""
        for form in forms:
            table = table_of(form.record).name
            known = self._by_table.get(table)
            self._by_table[table] = form if known is None else known.with_more(form)

    def of(self, table: str) -> Form:
        """The form of the record kept in `table`."""
        return self._by_table[table]

    def __iter__(self) -> Iterator[Form]:
        """Every form."""
        return iter(self._by_table.values())


FORMS = Forms()


def is_set(**wanted: Value) -> Condition:
    """Holds for a row whose columns have these values."""
    return lambda row: all(row.get(name) == value for name, value in wanted.items())


def is_one_of(name: str, *values: Value) -> Condition:
    """Holds for a row whose column `name` has one of these values."""
    return lambda row: row.get(name) in values
