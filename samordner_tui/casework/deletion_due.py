"""A case whose deadline for deletion has passed: it is shown as such until it is gone. Source: P25, domain.md 5.4."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from samordner_tui.language import _
from samordner_tui.method.next_steps import NextStep
from samordner_tui.method.wording import show_date

DELETE_CASE: Final = "delete_case"
"""The task of the method that says a case is to be deleted."""


def overdue_deletion(steps: Iterable[NextStep]) -> NextStep | None:
    """The step of deleting the case, where its deadline has passed."""
    return next((step for step in steps if step.id == DELETE_CASE and step.overdue), None)


def said_of(step: NextStep, today: date) -> str:
    """That the case should have been deleted, and by when."""
    day = show_date(step.due, today) if step.due is not None else ""
    return _("Skal slettes – fristen var {day}").format(day=day)
