"""A template of the samordner's own is tried before it is used: filled in, and set as the paper it becomes."""

from __future__ import annotations

from dataclasses import replace

from samordner_tui.casework.views import Context
from samordner_tui.language import Language
from samordner_tui.papers.making import WRITERS, Sheet, drawn_of, fields_given
from samordner_tui.papers.own_templates import checked


def tried(context: Context, sheet: Sheet, text: str, language: Language) -> None:
    """See that a template becomes this paper, as a file too.

    Raises:
        Refused: it does not; the sentence says why.
    """
    ours = replace(sheet, translated=None)
    WRITERS["pdf"](drawn_of(context, ours, language, checked(text, fields_given(context, ours, language))))
