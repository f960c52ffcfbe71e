"""The results as a whole: which period, which municipality, and the tables that may be shown of them."""

from __future__ import annotations

from dataclasses import dataclass

from samordner_tui.casework.folding import folded
from samordner_tui.casework.results.counted import Counted, Period
from samordner_tui.casework.results.held_back import FEWEST, apart
from samordner_tui.casework.results.shapes import SHAPES, fidelity_shape
from samordner_tui.casework.results.shown import Column, Table, table
from samordner_tui.language import _
from samordner_tui.refusals import Refused

KOMMUNE = " kommune"


@dataclass(frozen=True)
class Results:
    """What may be told. `tables` is empty where there are too few cases to tell anything of them."""

    period: Period
    municipality: str = ""
    municipalities: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    tables: tuple[Table, ...] = ()
    has_cases: bool = False
    has_deleted: bool = False
    is_partly_left_out: bool = False

    @property
    def has_held_back(self) -> bool:
        """Whether a figure is missing on purpose."""
        return any(one.has_held_back for one in self.tables)


def results_of(counted: Counted, period: Period, municipality: str = "") -> Results:
    """The tables of all cases, or of one municipality.

    Raises:
        Refused: that municipality has no cases enough to be looked at alone.
    """
    alone = apart(counted.cases)
    columns = list(alone.values())
    rest = counted.cases.keys() - set().union(*columns)
    looked_at = Column(counted.cases.keys())
    wanted = municipality_key(municipality)
    if wanted:
        if wanted not in alone:
            raise Refused(
                _("Den kommune har færre end fem sager i perioden, eller den ville røbe resten. Så vises ingen tal.")
            )
        looked_at = Column(alone[wanted], is_one=True)
    shapes = (*SHAPES, *(fidelity_shape(one) for one in counted.measures))
    has_enough = len(counted.cases) >= FEWEST
    return Results(
        period=period,
        municipality=counted.names[wanted] if wanted else "",
        municipalities=tuple(counted.names[key] for key in alone),
        years=counted.years,
        tables=tuple(table(one, counted.amounts, looked_at, [*columns, rest]) for one in shapes if has_enough),
        has_cases=bool(counted.cases),
        has_deleted=counted.has_deleted,
        is_partly_left_out=counted.is_partly_left_out,
    )


def municipality_key(name: str | None) -> str:
    """What the same municipality has in common however it is written: `Aarhus`, `Århus Kommune`."""
    return folded(" ".join((name or "").split())).removesuffix(KOMMUNE)
