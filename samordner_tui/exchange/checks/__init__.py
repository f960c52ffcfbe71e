"""What a case file must hold together: its references, what may stand once only, and what the program refuses."""

from __future__ import annotations

from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.checks.once import repeated
from samordner_tui.exchange.checks.references import broken_references
from samordner_tui.exchange.checks.refused import refused
from samordner_tui.exchange.problems import Problem
from samordner_tui.exchange.rows import CaseRows


def problems_in(case: CaseRows, calendar: Calendar) -> tuple[Problem, ...]:
    """Everything that is wrong with a case whose rows each are right by themselves."""
    ties = (*repeated(case), *broken_references(case))
    # What the program refuses can only be asked of rows that are tied together.
    return ties or tuple(refused(case, calendar))
