"""The tables of the results, as data: which figures stand under each other, and which are parts of a total."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from samordner_tui.method.terms import ClosingReason, MarkState, ProgressState, Respondent


class Unit(StrEnum):
    """What a figure is counted in."""

    NUMBER = "number"
    HOURS = "hours"
    DAYS = "days"
    MARK = "mark"


class Taken(StrEnum):
    """How one figure comes of many amounts."""

    SUM = "sum"
    MEDIAN = "median"
    MEAN = "mean"


@dataclass(frozen=True)
class Figure:
    """One line of a table. `source` names the amounts it is made from."""

    id: str
    source: str
    taken: Taken = Taken.SUM
    unit: Unit = Unit.NUMBER


@dataclass(frozen=True)
class Shape:
    """One table: the parts of a total, or figures that each stand alone."""

    id: str
    parts: tuple[Figure, ...] = ()
    alone: tuple[Figure, ...] = ()


def _parts(table: str, *names: str, unit: Unit = Unit.NUMBER) -> tuple[Figure, ...]:
    return tuple(Figure(str(name), f"{table}.{name}", unit=unit) for name in names)


ENDED: Final = "ended_"
"""Begins the name of a case that ended without a meeting; the reason follows."""
NO_REASON: Final = "no_reason"
MEASURES: Final = ("felt_involved", "measures_agreed", "effect_on_child")
ROUNDS: Final = 3
"""Rounds that are told apart; what was approved later is in the last of them."""
WEEKS: Final = {"within_four": 4, "within_eight": 8}
"""Weeks from the assignment to the first conference. The shortest and the longest would each be one family's.

Source: domain.md 2, P6.
"""
LATER: Final = "later"

SHAPES: Final = (
    Shape(
        "cases",
        _parts("cases", "held", "under_way", *(f"{ENDED}{one}" for one in ClosingReason), f"{ENDED}{NO_REASON}"),
    ),
    Shape("conferences", alone=_parts("conferences", "held", "stopped", "planned", "plan_without_meeting")),
    Shape("participants", _parts("participants", "private", "child", "professional", "helper", "deleted")),
    Shape("hours", _parts("hours", "with_agreement", "without_agreement", "deleted", unit=Unit.HOURS)),
    Shape("agreed_hours", alone=_parts("agreed_hours", "agreed", unit=Unit.HOURS)),
    Shape("conferences_by_agreement", _parts("conferences_by_agreement", "with_agreement", "other")),
    Shape("agreed_conferences", alone=_parts("agreed_conferences", "agreed")),
    Shape("lead_time", alone=(Figure("median", "lead_time", Taken.MEDIAN, Unit.DAYS),)),
    Shape("lead_weeks", _parts("lead_weeks", *WEEKS, LATER)),
    Shape(
        "approved",
        _parts("approved", *(f"round_{one}" for one in range(1, ROUNDS + 1)), "not_approved", "deleted"),
    ),
    Shape("items_by_owner", _parts("items_by_owner", "network", "municipality", "declined", "not_said")),
    Shape("items_by_progress", _parts("items_by_progress", *ProgressState, "not_yet")),
    Shape("answers", _parts("answers", *Respondent)),
    *(
        Shape(
            measure,
            alone=tuple(Figure(str(group), f"{measure}.{group}", Taken.MEAN, Unit.MARK) for group in Respondent),
        )
        for measure in MEASURES
    ),
)

FIDELITY: Final = "fidelity_"
"""Begins the name of a table of fidelity; the measure follows."""
MARKED: Final = (MarkState.MET, MarkState.PARTLY, MarkState.NOT)
UNMARKED: Final = "unmarked"
"""Conferences that a measure says nothing of: not recorded, not relevant, not yet, or of a deleted case."""


def fidelity_shape(measure_id: str) -> Shape:
    """How often a measure is met, among the conferences that were held. Source: domain.md 6."""
    table = f"{FIDELITY}{measure_id}"
    return Shape(table, _parts(table, *MARKED, UNMARKED))
