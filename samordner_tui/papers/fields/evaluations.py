"""The evaluation forms on paper: what the method asks one group, with no room for a name. Source: R100 to R102."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from samordner_tui.casework.views import Context
from samordner_tui.language import _, said
from samordner_tui.method.terms import ConferenceKind, Respondent
from samordner_tui.papers.fields.shared import Fields
from samordner_tui.papers.recipients import Recipient

ANSWERS: Final = (said("Slet ikke"), said("Lidt"), said("Noget"), said("Meget"), said("Helt"))
"""From 0 to 4."""


def form(group: Respondent) -> Callable[[Context, Recipient], Fields]:
    """The form for a group, after a first or a follow-up conference."""

    def fields(context: Context, _to: Recipient) -> Fields:
        kind = context.conference.kind if context.conference is not None else ConferenceKind.FIRST
        found = next(one for one in context.method.evaluations if one.kind is kind and one.group is group)
        return {
            "intro": _("Sæt kryds."),
            "questions": [
                {"text": one.text.text, "answers": [_(answer) for answer in ANSWERS]} for one in found.questions
            ],
            "open_question": found.open_question.text,
        }

    return fields
