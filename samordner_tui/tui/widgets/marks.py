"""The marks of a hjørnesten and of a measure, always with words beside them or at hand."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.terms import MarkState, Standing

MARKS: dict[Standing, str] = {Standing.MET: "●", Standing.PARTLY: "◐", Standing.OPEN: "○", Standing.BROKEN: "✕"}
STYLES: dict[Standing, str] = {
    Standing.MET: "$good",
    Standing.PARTLY: "$accent",
    Standing.OPEN: "$foreground",
    Standing.BROKEN: "$warn",
}


def mark_style(standing: Standing) -> str:
    """The colour variable of a mark."""
    return STYLES[standing]


def standing_word(standing: Standing) -> str:
    """What the mark says, in a word."""
    words = {
        Standing.MET: _("opfyldt"),
        Standing.PARTLY: _("delvis opfyldt"),
        Standing.OPEN: _("åben"),
        Standing.BROKEN: _("fraveget"),
    }
    return words[standing]


STATE_MARKS: dict[MarkState, str] = {
    MarkState.MET: "●",
    MarkState.PARTLY: "◐",
    MarkState.NOT: "✕",
    MarkState.NOT_YET: "○",
    MarkState.NOT_KNOWN: "?",
    MarkState.NOT_RELEVANT: "–",
}
"""The marks of the measures of fidelity; what they say in words stands in the method file."""

STATE_STYLES: dict[MarkState, str] = {
    MarkState.MET: "$good",
    MarkState.PARTLY: "$accent",
    MarkState.NOT: "$warn",
    MarkState.NOT_YET: "$foreground",
    MarkState.NOT_KNOWN: "$accent",
    MarkState.NOT_RELEVANT: "$muted",
}
