"""What child, family, network and professionals answer afterwards: by group, never by name. Source: R100 to R103, R127.

No figure is shown for a group with fewer than five answers: one family is easily recognised.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from samordner_tui.archive.records.after import Evaluation
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import joined, marked
from samordner_tui.casework.development import development
from samordner_tui.casework.evaluation_figures import Figures, figures, shown
from samordner_tui.casework.evening_sections import without_conference
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.results.shapes import MEASURES
from samordner_tui.casework.views import Column, Context, Row, Section, StageView
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.terms import ConferenceState, Respondent, StageId, Standing

ANSWERS: Final = "answers"
FIGURES: Final = "figures"


def view(context: Context) -> StageView:
    """The answers as they come in, and the figures that may be shown."""
    conference = context.conference
    if conference is None:
        return without_conference(context, StageId.EVALUATION)
    return StageView(
        StageId.EVALUATION,
        context.method.stage(StageId.EVALUATION).title.text,
        _groups(conference),
        tuple(_open(context, conference).gathered),
        (_answers(context, conference), _figures(context, conference), *development(context)),
    )


def _answers(context: Context, conference: f.Conference) -> Section:
    """Which groups have answered. What an answer says stands in it alone, and not in which order they came.

    A group with few answers is one line, which the next paper form is typed in from: how many there are, is not told.
    """
    query = select(Evaluation).where(Evaluation.conference_id == conference.id)
    by_group: dict[Respondent, list[Evaluation]] = {group: [] for group in Respondent}
    for one in context.session.scalars(query.order_by(Evaluation.id)):
        by_group[one.group].append(one)
    rows = tuple(row for group, answers in by_group.items() for row in _of_a_group(context, group, answers))
    missing = tuple(
        Row(
            f"+{group}",
            "evaluations",
            (context.method.label(group), marked(Standing.OPEN, _("mangler"))),
            add_values={"group": group},
        )
        for group in _missing(conference)
    )
    return Section(
        ANSWERS,
        _("Svarene"),
        (Column(_("Hvem"), 16), Column(_("Svar"), 22, grow=True)),
        (*rows, *missing),
        note=_("f lader dem svare ved computeren, enter eller n skriver et svar ind fra papiret."),
        empty=_("Ingen har svaret endnu."),
        adds="evaluations",
    )


def _of_a_group(context: Context, group: Respondent, answers: list[Evaluation]) -> tuple[Row, ...]:
    fewest, label = context.method.figures.answers_shown_from.whole, context.method.label(group)
    if not answers:
        return ()
    if len(answers) < fewest:
        said = marked(Standing.PARTLY, _("færre end {fewest} svar").format(fewest=fewest))
        return (Row(f"+{group}", "evaluations", (label, said), add_values={"group": group}),)
    return tuple(Row(one.id, "evaluations", (label, _answered(one))) for one in answers)


def _answered(one: Evaluation) -> str:
    """How much is answered, and not what."""
    count = sum(getattr(one, name) is not None for name in MEASURES)
    whole = _("{count} af 3 spørgsmål").format(count=count)
    standing = Standing.MET if count == len(MEASURES) else Standing.PARTLY
    return marked(standing, joined(whole, _("og egne ord") if one.words else None))


def _figures(context: Context, conference: f.Conference) -> Section:
    fewest = context.method.figures.answers_shown_from.whole
    found = figures(conference.evaluations, fewest)
    rows = tuple(
        Row(f"figures:{one.group}", "", (context.method.label(one.group), _count(one, fewest), _said(one, fewest)))
        for one in found
    )
    columns = (
        Column(_("Gruppe"), 16, grow=True),
        Column(_("Svar"), 6),
        Column(_("De tre spørgsmål"), 16),
    )
    notes = [_("0 er slet ikke, 4 er helt.")]
    if any(one.means for one in found):
        notes.append(
            _("Tallene regnes om for hver {fewest} svar, så ingen kan se, hvad én svarede.").format(fewest=fewest)
        )
    return Section(FIGURES, _("Tilsammen"), columns, rows, note=" ".join(notes))


def _groups(conference: f.Conference) -> str:
    """How many groups have answered. A sum of the answers would tell of a small group beside the others."""
    count = len({one.group for one in conference.evaluations})
    return ngettext("{count} gruppe har svaret", "{count} grupper har svaret", count).format(count=count)


def _count(one: Figures, fewest: int) -> str:
    return str(one.count) if one.means else _("under {fewest}").format(fewest=fewest)


def _said(one: Figures, fewest: int) -> str:
    if not one.means:
        return _("vises fra {fewest} svar").format(fewest=fewest)
    return joined(*(shown(mean) if mean is not None else "–" for mean in one.means))


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
