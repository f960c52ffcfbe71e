"""The evaluation forms on paper: what the method asks one group, with no room for a name. Source: R100 to R102."""

from __future__ import annotations

from collections.abc import Callable

from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method.terms import ConferenceKind, Respondent
from samordner_tui.papers.fields.shared import Fields
from samordner_tui.papers.recipients import Recipient


def form(group: Respondent) -> Callable[[Context, Recipient], Fields]:
    """The form for a group, after a first or a follow-up conference."""

    def fields(context: Context, _to: Recipient) -> Fields:
        kind = context.conference.kind if context.conference is not None else ConferenceKind.FIRST
        found = context.method.evaluation(kind, group)
        answers = [one.text.text.capitalize() for one in context.method.evaluation_scale(group).answers]
        return {
            "intro": _("Sæt kryds."),
            "questions": [{"text": one.text.text, "answers": answers} for one in found.questions],
            "open_question": found.open_question.text,
        }

    return fields
