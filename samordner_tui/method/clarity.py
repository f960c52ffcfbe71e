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
    r"\b(hjælp\w*(?! (?:\w+ )?med (?!det\b|alt|noget|mere|at\b))|støtte\w*|bakke\w* op|aflaste\w*"
    r"|tag\w* sig|holde\w* øje|gøre\w* noget|gør noget|sørge\w* for det|passe\w* på)\b",
    re.IGNORECASE,
)
"""Words that promise without saying what is done, where they stand alone."""

A_DEED_FOLLOWS: Final = r"for,? at (?!være|have|hjælp|støtt|bakk|aflast|passe på|tage sig)[a-zæøå]+e\b"
"""`for at hente`: what comes before it may be vague, what is done is not."""

NUMBER: Final = r"(?:\d+|en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti)\b"

NEVER_A_DEED: Final = re.compile(
    rf"\b(prøve[rt]? (?:på )?at|prøver? det|forsøge[rt]? at"
    rf"|(?:være|er|blive\w*) (?:der|til stede) (?:altid )?(?!{A_DEED_FOLLOWS})for"
    r"|(?:være|blive|bliver|er|gøre|gør|have|har) (?:det |sig )?bedre|bedre til at"
    r"|gør\w* (?:sit|deres|vores|mit) bedste"
    rf"|tage\w* (?:mere )?ansvar(?! {A_DEED_FOLLOWS})|tage\w* (?:mere )?hensyn"
    r"|(?:snakke|tale)\w* (?:(?:mere|bedre) sammen|sammen(?!.*(?:\bhvert?\b|\bkl\.|\d)))"
    r"|bakke\w* (?:mere )?op om"
    r"|være (?:mere )?opmærksom\w*|er (?:mere )?opmærksom\w*|stå\w* sammen|give\w* plads)\b",
    re.IGNORECASE,
)
"""Good intentions: also in a long sentence nobody can see whether it has been done."""

VAGUE_TIMES: Final = re.compile(
    rf"\b((?<!ikke )mere(?! end {NUMBER})|mindre(?! end {NUMBER})"
    r"|oftere|ofte|tit|tiere|jævnligt|regelmæssigt|løbende|indimellem|ind imellem"
    r"|(?:engang|en gang) i ?mellem"
    r"|af og til|nu og da|i ny og næ|nogle gange|somme tider|sommetider|sjældnere|så (?:tit|ofte|meget) som muligt"
    r"|når (?:det|han|hun|de|vi|jeg|man|der) (?:passer|kan|har tid|er tid|er mulighed\w*|har lyst"
    r"|er overskud|har overskud)"
    r"|når der (?:er|bliver) (?:brug|behov) for (?:det|hjælp)|når det (?:er nødvendigt|bliver nødvendigt|brænder på)"
    r"|ved behov|efter behov|efter aftale)\b",
    re.IGNORECASE,
)
"""Words for how often that two people understand in two ways."""

SOON: Final = re.compile(
    r"\b(snart|snarest|hurtigst muligt|så hurtigt som muligt|så snart som muligt|inden længe|senere(?! end\b)|med tiden"
    r"|på et tidspunkt|på sigt|i fremtiden|hen ad vejen|engang)\b",
    re.IGNORECASE,
)
"""Words for a day that never needs to come."""

OFTEN: Final = re.compile(
    r"\b(hver|hvert|hverdag\w*|dagligt|ugentligt|månedligt|\d+ gange?|(?:en|to|tre|fire|fem) gange?|mandag\w*"
    r"|tirsdag\w*|onsdag\w*|torsdag\w*|fredag\w*|lørdag\w*|søndag\w*|weekend\w*)\b",
    re.IGNORECASE,
)
"""Words that do say how often."""

EVERYBODY: Final = frozenset(
    {"alle", "alle sammen", "allesammen", "vi", "vi alle", "vi alle sammen", "vi andre", "man", "nogen", "nogle", "os"}
    | {"familien", "hele familien", "alle i familien", "netværket", "hele netværket", "de andre", "en eller anden"}
    | {"de voksne", "en voksen", "en af os", "en af de voksne", "kommunen", "systemet", "skolen"}
    | {"den der kan", "den, der kan", "dem, der kan", "hvem der kan"}
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
    alone = VAGUE_DEEDS.search(item.what) is not None and len(item.what.split()) < SHORT
    vague = alone or NEVER_A_DEED.search(item.what) is not None
    return _("Hvad sker der helt konkret?") if vague else ""


def _who(item: PlanItem) -> str:
    who = (item.who or "").strip()
    if not who:
        return _("Hvem gør det?")
    parts = (part.strip(" .!") for part in re.split(r",(?! der)| og | eller |\+|/", f"{who.lower()} "))
    return _("Hvem helt præcis?") if who.lower() in EVERYBODY or any(one in EVERYBODY for one in parts) else ""


def _how_often(item: PlanItem) -> str:
    if item.when_kind is WhenKind.REPEATING:
        said = (item.when_words or "").strip()
        vague = VAGUE_TIMES.search(said) is not None and OFTEN.search(said) is None
        return _("Hvor tit?") if not said or vague else ""
    said = f"{item.what} {item.when_words or ''}"
    vague = VAGUE_TIMES.search(said) is not None and OFTEN.search(said) is None
    return _("Hvor tit?") if vague and item.when_kind is not WhenKind.DATE else ""


def _when(item: PlanItem) -> str:
    if item.when_kind is None:
        return _("Fra hvornår?")
    if item.when_kind is WhenKind.DATE and item.when_date is None:
        return _("Hvilken dato?")
    said = (item.when_words or "").strip()
    if item.when_kind is WhenKind.EVENT and (not said or VAGUE_TIMES.search(said)):
        return _("Når hvad sker?")
    return _("Hvornår senest?") if _is_put_off(item, said) else ""


def _is_put_off(item: PlanItem, said: str) -> bool:
    """Whether the only thing that says when is a day that never needs to come."""
    if item.when_kind in {WhenKind.DATE, WhenKind.REPEATING}:
        return False
    return SOON.search(f"{item.what} {said}") is not None


def _what_the_municipality_says(item: PlanItem) -> str:
    if item.municipal is Municipal.NEEDS_FORMAL_DECISION and not (item.formal_by and item.formal_due):
        return _("Hvem træffer afgørelsen, og hvornår senest?")
    if item.municipal is Municipal.DECLINED and not item.declined_because:
        return _("Hvorfor siger kommunen nej?")
    return ""


ASKED: Final[tuple[Callable[[PlanItem], str], ...]] = (_what, _who, _how_often, _when, _what_the_municipality_says)
"""The questions in the order they are asked."""
