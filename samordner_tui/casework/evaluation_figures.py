"""What a group answered on the whole, where enough have answered: one family is easily recognised.

Each figure is of one group at one conference. None is ever added to another, so that none can be found by taking one
from another. Nor does one more answer change a figure, for that would tell what it said: a figure is made from the
first five that came, then from the first ten, and so on. Source: R102, R103, R127, domain.md 5.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from samordner_tui.casework.results.shapes import MEASURES
from samordner_tui.method import facts as f
from samordner_tui.method.terms import Respondent
from samordner_tui.method.wording import show_number


@dataclass(frozen=True)
class Figures:
    """What one group answered on the whole. `means` is empty while there are too few answers to show any."""

    group: Respondent
    count: int
    """The answers that are counted in: a whole number of times the fewest, or 0."""
    means: tuple[Decimal | None, ...] = ()


def figures(answers: tuple[f.Evaluation, ...], fewest: int) -> tuple[Figures, ...]:
    """Each group that has answered, with its figures where it has `fewest` answers. `answers` as they came in."""
    by_group = {group: [one for one in answers if one.group is group] for group in Respondent}
    return tuple(_of_group(group, given, fewest) for group, given in by_group.items() if given)


def _of_group(group: Respondent, answers: list[f.Evaluation], fewest: int) -> Figures:
    count = _whole(len(answers), fewest)
    if not count:
        return Figures(group, 0)
    marks = [[getattr(one, name) for one in answers if getattr(one, name) is not None] for name in MEASURES]
    counted = [column[: _whole(len(column), fewest)] for column in marks]
    return Figures(group, count, tuple(_mean(column) if column else None for column in counted))


def _whole(count: int, fewest: int) -> int:
    return count // fewest * fewest


def _mean(marks: list[int]) -> Decimal:
    return (Decimal(sum(marks)) / len(marks)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def shown(mean: Decimal) -> str:
    """A mean with one decimal, where it has one: `3,8`, `4`."""
    written = show_number(mean)
    return written if mean == int(mean) else written.removesuffix("0")
