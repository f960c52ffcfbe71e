"""What child, family, network and professionals answer afterwards: by group, never by name. Source: R100 to R103, R127.

No figure is shown for a group with fewer than five answers: one family is easily recognised.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from sqlalchemy import select

from samordner_tui.archive.records.after import Evaluation
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import joined, marked, short_day
from samordner_tui.casework.evening_sections import without_conference
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.views import Column, Context, Row, Section, StageView
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import ConferenceState, Respondent, StageId, Standing
from samordner_tui.method.wording import show_number

FEWEST: Final = 5
"""Answers a group must have before any figure of it is shown. Source: domain.md 5.4."""

MEASURES: Final = ("felt_involved", "measures_agreed", "effect_on_child")
ANSWERS: Final = "answers"
FIGURES: Final = "figures"


@dataclass(frozen=True)
class Figures:
    """What one group answered on the whole. `means` is empty while there are too few answers to show any."""

    group: Respondent
    count: int
    means: tuple[Decimal | None, ...] = ()


def view(context: Context) -> StageView:
    """The answers as they come in, and the figures that may be shown."""
    conference = context.conference
    if conference is None:
        return without_conference(context, StageId.EVALUATION)
    return StageView(
        StageId.EVALUATION,
        context.method.stage(StageId.EVALUATION).title.text,
        _("{count} svar").format(count=len(conference.evaluations)),
        tuple(_open(context, conference).gathered),
        (_answers(context, conference), _figures(context, conference)),
    )


def figures(answers: tuple[f.Evaluation, ...]) -> tuple[Figures, ...]:
    """Each group with its figures, where it has answers enough."""
    return tuple(_of_group(group, [one for one in answers if one.group is group]) for group in Respondent)


def _of_group(group: Respondent, answers: list[f.Evaluation]) -> Figures:
    marks = [[getattr(one, name) for one in answers if getattr(one, name) is not None] for name in MEASURES]
    if len(answers) < FEWEST:
        return Figures(group, len(answers))
    return Figures(group, len(answers), tuple(_mean(column) if len(column) >= FEWEST else None for column in marks))


def _mean(marks: list[int]) -> Decimal:
    return (Decimal(sum(marks)) / len(marks)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _answers(context: Context, conference: f.Conference) -> Section:
    query = select(Evaluation).where(Evaluation.conference_id == conference.id)
    rows = tuple(
        Row(
            one.id,
            "evaluations",
            (
                context.method.label(one.group),
                short_day(one.answered_on, context.today),
                joined(*(_mark(getattr(one, name)) for name in MEASURES)),
            ),
        )
        for one in context.session.scalars(query)
    )
    missing = tuple(
        Row(
            f"+{group}",
            "evaluations",
            (context.method.label(group), marked(Standing.OPEN, _("mangler")), ""),
            add_values={"group": group},
        )
        for group in _missing(conference)
    )
    columns = (
        Column(_("Hvem"), 16, grow=True),
        Column(_("Svarede"), 10),
        Column(_("De tre spørgsmål"), 16),
    )
    return Section(
        ANSWERS,
        _("Svarene"),
        columns,
        (*rows, *missing),
        note=_("Gruppen skrives, aldrig navnet. De tre spørgsmål: inddraget, giver mening, hjælper."),
        empty=_("Tryk n, og skriv et svar ind fra papiret."),
        adds="evaluations",
    )


def _figures(context: Context, conference: f.Conference) -> Section:
    rows = tuple(
        Row(f"figures:{one.group}", "", (context.method.label(one.group), str(one.count), _said(one)))
        for one in figures(conference.evaluations)
        if one.count
    )
    columns = (
        Column(_("Gruppe"), 16, grow=True),
        Column(_("Svar"), 6),
        Column(_("De tre spørgsmål"), 16),
    )
    return Section(FIGURES, _("Tilsammen"), columns, rows, note=_("0 er slet ikke, 4 er helt."))


def _said(one: Figures) -> str:
    if not one.means:
        return _("vises fra {fewest} svar").format(fewest=FEWEST)
    return joined(*(show_number(mean) if mean is not None else "–" for mean in one.means))


def _mark(mark: int | None) -> str:
    return "–" if mark is None else str(mark)


def _open(context: Context, conference: f.Conference) -> Questions:
    ask = Questions(context, StageId.EVALUATION)
    texts = {
        Respondent.CHILD: _("Har barnet svaret på evalueringen?"),
        Respondent.FAMILY: _("Har familien svaret på evalueringen?"),
        Respondent.NETWORK: _("Har netværket svaret på evalueringen?"),
    }
    for group in _missing(conference):
        ask.when(True, texts[group], section=ANSWERS, record="evaluations", row_id=f"+{group}")
    return ask


def _missing(conference: f.Conference) -> tuple[Respondent, ...]:
    """The groups that are asked and have not answered, once the conference is held."""
    if conference.state is not ConferenceState.HELD:
        return ()
    answered = {one.group for one in conference.evaluations}
    return tuple(one for one in (Respondent.CHILD, Respondent.FAMILY, Respondent.NETWORK) if one not in answered)


FORMS.add(
    Form(
        Evaluation,
        (Group("", ("group", "answered_on", "felt_involved", "measures_agreed", "effect_on_child", "words")),),
    )
)
