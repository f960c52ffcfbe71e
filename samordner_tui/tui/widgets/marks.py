"""The four marks of a hjørnesten, always with words beside them or at hand."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.terms import Standing

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
