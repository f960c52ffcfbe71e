"""How the answers of a group change through the series, as a small chart: a column for each conference, and words.

Only what may be shown of one conference stands in it: five answers of the group at least, and never two conferences
added together. Source: R99, R102, domain.md 5.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from samordner_tui.casework.cells import headed
from samordner_tui.casework.evaluation_figures import figures, shown
from samordner_tui.casework.results.shapes import MEASURES
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _, said
from samordner_tui.method import facts as f
from samordner_tui.method.terms import Respondent

DEVELOPMENT: Final = "development"
ASKED: Final = {
    "felt_involved": said("Inddraget"),
    "measures_agreed": said("Giver mening"),
    "effect_on_child": said("Hjælper barnet"),
}
COLUMNS: Final = "▁▂▃▄▅▆▇█"
HIGHEST: Final = Decimal(4)
HELD_BACK: Final = "·"
SAME: Final = Decimal("0.2")
"""A difference of less is none: so few answers do not carry it."""

Course = tuple[Decimal | None, ...]
"""One figure for each conference, None where it is not shown."""


def development(context: Context) -> tuple[Section, ...]:
    """The chart, once the answers of two conferences are in."""
    answered = [one for one in context.facts.conferences if one.evaluations]
    if len(answered) < 2:
        return ()
    rows = tuple(_rows(context, answered))
    numbers = ", ".join(f"{one.number}." for one in answered)
    note = _(
        "En søjle for hver rådslagning ({numbers}). · er holdt tilbage: færre end {fewest} svar i gruppen."
    ).format(numbers=numbers, fewest=context.method.figures.answers_shown_from.whole)
    columns = (Column(_("Gruppe"), 12), Column(_("Spørgsmål"), 14), Column(_("Udvikling"), 20, grow=True))
    return (Section(DEVELOPMENT, _("Udviklingen gennem rækken"), columns, rows, note=note),)


def _rows(context: Context, answered: Sequence[f.Conference]) -> Iterator[Row]:
    fewest = context.method.figures.answers_shown_from.whole
    by_group = {group: [_figures_of(one, group, fewest) for one in answered] for group in Respondent}
    for group, courses in by_group.items():
        if not any(one.evaluations and _has(one, group) for one in answered):
            continue
        for place, name in enumerate(MEASURES):
            course = tuple(means[place] if means else None for means in courses)
            label = headed(context.method.label(group)) if place == 0 else ""
            yield Row(f"{DEVELOPMENT}:{group}:{name}", "", (label, _(ASKED[name]), chart(course)))


def _has(conference: f.Conference, group: Respondent) -> bool:
    return any(one.group is group for one in conference.evaluations)


def _figures_of(conference: f.Conference, group: Respondent, fewest: int) -> Course:
    return next((one.means for one in figures(conference.evaluations, fewest) if one.group is group), ())


def chart(course: Course) -> str:
    """`▄ ▇  2,6 → 3,4 · højere`; dots where a figure is held back, and no words about those."""
    bars = " ".join(HELD_BACK if one is None else _bar(one) for one in course)
    known = [one for one in course if one is not None]
    if not known:
        return f"{bars}  {_('holdt tilbage')}"
    if len(known) == 1:
        return f"{bars}  {shown(known[0])}"
    return f"{bars}  {shown(known[0])} → {shown(known[-1])} · {_direction(known[0], known[-1])}"


def _bar(mean: Decimal) -> str:
    place = int(mean / HIGHEST * (len(COLUMNS) - 1) + Decimal("0.5"))
    return COLUMNS[min(place, len(COLUMNS) - 1)]


def _direction(first: Decimal, last: Decimal) -> str:
    if abs(last - first) < SAME:
        return _("som før")
    return _("højere") if last > first else _("lavere")
