"""A table with a person a row: under headings that are known, or as the line for a new person is typed.

A cell that a spreadsheet would reckon is a text like any other here, and no telephone number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from samordner_tui.casework.incoming import Incoming, IncomingPerson, RefusedRow
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.contacts.columns import Columns, Says, columns_of
from samordner_tui.exchange.contacts.judging import Told, judged
from samordner_tui.exchange.contacts.rows import TableRow, rows_of
from samordner_tui.exchange.how_many import not_too_many
from samordner_tui.language import _
from samordner_tui.refusals import Refused

TOLD_EACH: Final = 100
"""Rows between two looks at whether it is to go on."""
SEVERAL: Final = " ::: "
"""What stands between several numbers in one cell of a table from Google."""
IN_THE_LINE: Final[Mapping[Says, Mapping[str, str]]] = {
    Says.SIDE: {
        **dict.fromkeys(("mor", "m", "mother"), "mors side"),
        **dict.fromkeys(("far", "f", "father"), "fars side"),
        **dict.fromkeys(("begge", "both"), "begge sider"),
    },
    Says.PLACE: {"venner og fritid": "venner", "skole og arbejde": "skole", "levende": "aktiv"},
    Says.HOME: {
        **dict.fromkeys(("ja", "yes", "x", "1", "true"), "bor hjemme"),
        **dict.fromkeys(("nej", "no", "0", "false"), "bor ikke hjemme"),
    },
}
"""What a cell says under its heading, in the words of the line for a new person."""
COUNTED: Final = {Says.RING: "ring {}", Says.AGE: "{} år"}
"""How a bare number under a heading is typed on that line."""


def read_table(text: str, under_way: UnderWay) -> Incoming:
    """Every row of a table, each taken or refused with its line.

    Raises:
        Refused: there are headings and none for a name, or too many people.
        GivenUp: `under_way` was given up.
    """
    people: list[IncomingPerson] = []
    refused: list[RefusedRow] = []
    total = text.count("\n") + 1
    told_by: Callable[[TableRow], Told] | None = None
    for number, row in enumerate(rows_of(text)):
        if number % TOLD_EACH == 0:
            under_way.reached(min(row.place, total), total)
        if told_by is None:
            columns = columns_of(row.cells)
            told_by = _on_a_line if columns is None else _under(columns)
            if columns is not None:
                continue
        found = RefusedRow(row.place, row.fault) if row.fault else judged(told_by(row))
        if isinstance(found, RefusedRow):
            refused.append(found)
        else:
            people.append(found)
            not_too_many(len(people))
    under_way.reached(total, total)
    return Incoming(tuple(people), refused=tuple(refused))


def _on_a_line(row: TableRow) -> Told:
    """A row without headings: the name first, the rest in any order."""
    filled = [cell for cell in row.cells if cell.strip()]
    name, *rest = filled if len(filled) > 1 else filled[0].split(",")
    return Told(row.place, name=name, loose=rest)


def _under(columns: Columns) -> Callable[[TableRow], Told]:
    """Reads the rows under some headings."""
    if not columns.have_names:
        raise Refused(_("Filen har overskrifter, men ingen kolonne med navne. Kald den »Navn«."))

    def told(row: TableRow) -> Told:
        return Told(
            row.place,
            name=_name(columns, row.cells),
            organisation=columns.first_of(Says.ORGANISATION, row.cells),
            relation=columns.first_of(Says.RELATION, row.cells),
            parts=list(_parts(columns, row.cells)),
            phones=_several(columns.all_of(Says.PHONE, row.cells)),
            emails=_several(columns.all_of(Says.EMAIL, row.cells)),
            address=_address(columns, row.cells),
        )

    return told


def _name(columns: Columns, cells: Sequence[str]) -> str:
    parts = (columns.first_of(says, cells).strip() for says in (Says.FIRST, Says.MIDDLE, Says.LAST))
    return columns.first_of(Says.NAME, cells) or " ".join(part for part in parts if part)


def _parts(columns: Columns, cells: Sequence[str]) -> Iterator[str]:
    """What the other columns say, in the words of the line for a new person."""
    for says in (*IN_THE_LINE, *COUNTED):
        for cell in columns.all_of(says, cells):
            plain = cell.strip()
            is_counted = says in COUNTED and plain.isdecimal()
            yield COUNTED[says].format(plain) if is_counted else IN_THE_LINE.get(says, {}).get(plain.lower(), plain)


def _several(cells: Sequence[str]) -> list[str]:
    return [one for cell in cells for one in cell.split(SEVERAL)]


def _address(columns: Columns, cells: Sequence[str]) -> str:
    """The whole address, or its parts put together: `Skovvej 3, 9000 Aalborg`."""
    whole = ", ".join(line.strip() for line in columns.first_of(Says.ADDRESS, cells).splitlines() if line.strip())
    street, number, town = (columns.first_of(says, cells).strip() for says in (Says.STREET, Says.NUMBER, Says.TOWN))
    below = f"{number} {town}".strip()
    return ", ".join(part for part in (whole or street, "" if below in whole else below) if part)
