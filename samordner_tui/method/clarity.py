"""Whether an agreement of the plan can be understood by everybody: what it still leaves open, as questions.

`mormor hjælper mere` asks what she does, how often, and from when. The words are the family's and are never changed;
the questions are put to the family before the plan is answered. Source: R13, R180, domain.md 8.7.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from samordner_tui.language import _
from samordner_tui.method.terms import Municipal, WhenKind

if TYPE_CHECKING:
    from samordner_tui.method.facts import PlanItem

VAGUE_DEEDS: Final = re.compile(
    r"\b(hjælp\w*|støtte\w*|bakke\w* op|aflaste\w*|være der|er der for|tage\w* (mere )?ansvar|tag\w* sig|holde\w* øje"
    r"|gøre\w* noget|gør noget|sørge\w* for det|prøve\w*|forsøge\w*|passe\w* på|snakke\w* sammen|være bedre"
    r"|blive\w* bedre)\b",
    re.IGNORECASE,
)
"""Words that promise without saying what is done."""

VAGUE_TIMES: Final = re.compile(
    r"\b(mere|mindre|oftere|ofte|tit|tiere|jævnligt|regelmæssigt|indimellem|engang imellem|en gang imellem|af og til"
    r"|nogle gange|somme tider|sjældnere|når det passer|når der er brug for det|ved behov|efter behov|snart)\b",
    re.IGNORECASE,
)
"""Words for how often that two people understand in two ways."""

OFTEN: Final = re.compile(
    r"\b(hver|hvert|hverdag\w*|dagligt|ugentligt|månedligt|\d+ gange?|(?:en|to|tre|fire|fem) gange?|mandag\w*"
    r"|tirsdag\w*|onsdag\w*|torsdag\w*|fredag\w*|lørdag\w*|søndag\w*|weekend\w*)\b",
    re.IGNORECASE,
)
"""Words that do say how often."""

EVERYBODY: Final = frozenset(
    {"alle", "vi", "man", "nogen", "familien", "netværket", "os", "de voksne", "kommunen", "en voksen"}
)
"""Answers to *who* that leave everybody free to think of somebody else."""

SHORT: Final = 6
"""A deed told in fewer words than this leaves open what is done when it is a vague one."""


def open_questions(item: PlanItem) -> tuple[str, ...]:
    """What an agreement leaves open, each as the question that would make it clear. Nothing when it is clear."""
    return tuple(question for ask in ASKED for question in [ask(item)] if question)


def is_clear(item: PlanItem) -> bool:
    """Whether nobody can be in doubt who does what and when. Source: R13."""
    return not open_questions(item)


def _what(item: PlanItem) -> str:
    if not item.what.strip():
        return _("Hvad skal der ske?")
    vague = VAGUE_DEEDS.search(item.what) is not None
    return _("Hvad sker der helt konkret?") if vague and len(item.what.split()) < SHORT else ""


def _who(item: PlanItem) -> str:
    who = (item.who or "").strip()
    if not who:
        return _("Hvem gør det?")
    return _("Hvem helt præcis?") if who.lower() in EVERYBODY else ""


def _how_often(item: PlanItem) -> str:
    if item.when_kind is WhenKind.REPEATING:
        said = (item.when_words or "").strip()
        return _("Hvor tit?") if not said or VAGUE_TIMES.fullmatch(said) else ""
    said = f"{item.what} {item.when_words or ''}"
    vague = VAGUE_TIMES.search(said) is not None and OFTEN.search(said) is None
    return _("Hvor tit?") if vague and item.when_kind is not WhenKind.DATE else ""


def _when(item: PlanItem) -> str:
    if item.when_kind is None:
        return _("Fra hvornår?")
    if item.when_kind is WhenKind.DATE and item.when_date is None:
        return _("Hvilken dato?")
    if item.when_kind is WhenKind.EVENT and not (item.when_words or "").strip():
        return _("Når hvad sker?")
    return ""


def _what_the_municipality_says(item: PlanItem) -> str:
    if item.municipal is Municipal.NEEDS_FORMAL_DECISION and not (item.formal_by and item.formal_due):
        return _("Hvem træffer afgørelsen, og hvornår senest?")
    if item.municipal is Municipal.DECLINED and not item.declined_because:
        return _("Hvorfor siger kommunen nej?")
    return ""


ASKED: Final[tuple[Callable[[PlanItem], str], ...]] = (_what, _who, _how_often, _when, _what_the_municipality_says)
"""The questions in the order they are asked."""
