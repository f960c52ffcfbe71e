"""Results as JSON and as a table: figures alone, nothing that points to a person or a case."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from samordner_tui.casework.results import Results, Row
from samordner_tui.casework.results.held_back import FEWEST
from samordner_tui.casework.results.told import label, title
from samordner_tui.exchange.graph.cells import table
from samordner_tui.language import _

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

COLUMNS: Final = ("table", "line", "figure", "unit", "held_back", "table_words", "line_words")


def as_plain(results: Results) -> dict[str, object]:
    """What JSON has of them. A figure that is held back is null, and said to be so."""
    period = results.period
    return {
        "from": period.begins.isoformat() if period.begins is not None else None,
        "to": period.ends.isoformat() if period.ends is not None else None,
        "municipality": results.municipality or None,
        "fewest_cases": FEWEST,
        "has_deleted_cases": results.has_deleted,
        "leaves_out_deleted_cases": results.is_partly_left_out or (results.has_deleted and bool(results.municipality)),
        "tables": [{"id": one.id, "lines": [_line(row) for row in one.rows]} for one in results.tables],
    }


def _line(row: Row) -> dict[str, object]:
    return {"id": row.id, "figure": _number(row.value), "unit": row.unit.value, "held_back": row.is_held_back}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def as_table(results: Results, method: Method) -> bytes:
    """A line a figure, as a Danish spreadsheet opens it: semicolons, and a comma in what is no whole number."""
    return table(
        COLUMNS,
        (
            {
                "table": one.id,
                "line": row.id,
                "figure": "" if row.value is None else str(_number(row.value)).replace(".", ","),
                "unit": row.unit.value,
                "held_back": _("ja") if row.is_held_back else "",
                "table_words": title(one.id, method),
                "line_words": label(one.id, row.id, method),
            }
            for one in results.tables
            for row in one.rows
        ),
    )
