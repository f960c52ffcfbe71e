"""The 17 milestones of the municipality, as a list to ask about when an assignment starts. Source: R112 to R128."""

from __future__ import annotations

from samordner_tui.archive.records.after import Milestone
from samordner_tui.casework.cells import joined, marked, short_day
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.forms import Form, Group
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method.terms import Standing

SECTION = "milestones"

FORM = Form(Milestone, (Group("", ("asked_on", "in_place", "answer")),))


def section(context: Context) -> Section:
    """Every milestone with the question to ask, and what the municipality answered."""
    answered = {one.milestone: one for one in Rows(context.session, context.case_id).all(Milestone)}
    rows = tuple(_row(context, one.id, one.title.text, answered.get(one.id)) for one in context.method.milestones)
    asked = sum(1 for one in answered.values() if one.asked_on is not None)
    columns = (Column(_("Spørg kommunen om"), 34, grow=True), Column(_("Svar"), 22))
    note = _("{asked} af {all} er spurgt.").format(asked=asked, all=len(rows))
    return Section(SECTION, _("Er kommunen klar?"), columns, rows, note=note)


def _row(context: Context, milestone: str, title: str, answer: Milestone | None) -> Row:
    if answer is None:
        cells = (title, marked(Standing.OPEN, _("spørg")))
        return Row(f"+{milestone}", "milestones", cells, add_values={"milestone": milestone})
    return Row(answer.id, "milestones", (title, _answer(context, answer)))


def _answer(context: Context, row: Milestone) -> str:
    day = short_day(row.asked_on, context.today)
    if row.in_place is None:
        return marked(Standing.PARTLY if row.asked_on else Standing.OPEN, joined(_("spurgt"), day, row.answer))
    word = _("på plads") if row.in_place else _("ikke på plads")
    return marked(Standing.MET if row.in_place else Standing.PARTLY, joined(word, row.answer))
