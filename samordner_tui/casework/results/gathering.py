"""Gathers amounts by figure and case, of the cases in the period alone."""

from __future__ import annotations

from collections.abc import Collection

from samordner_tui.casework.results.counted import Amounts


class Gathering:
    """What the tables of the archive give, as it is read. What belongs to another period is passed over."""

    def __init__(self, cases: Collection[str]) -> None:
        self.cases = cases
        self.amounts: Amounts = {}

    def add(self, figure: str, case_id: str, amount: int) -> None:
        """A count, beside what the case has of it already."""
        if amount and case_id in self.cases:
            by_case = self.amounts.setdefault(figure, {})
            (before,) = by_case.get(case_id, (0,))
            by_case[case_id] = (before + amount,)

    def append(self, figure: str, case_id: str, amount: int) -> None:
        """A single value, of which a middle is taken."""
        if case_id in self.cases:
            by_case = self.amounts.setdefault(figure, {})
            by_case[case_id] = (*by_case.get(case_id, ()), amount)
