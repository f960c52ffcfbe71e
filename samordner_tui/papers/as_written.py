"""What stands on a paper in another language as it was written: the child's words and the menu are never translated.

A paper in English has our sentences in English. What a family or the samordner wrote stays, and that is said before it
leaves. Source: R32, domain.md 5.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from samordner_tui.archive.records.assignment import Statement
from samordner_tui.archive.records.base import OfCase
from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.day import Decision, Plan, PlanItem
from samordner_tui.archive.records.network import Child, Person
from samordner_tui.archive.records.practical import Menu, Wording
from samordner_tui.casework.views import Context
from samordner_tui.language import _, said
from samordner_tui.method.wording import listed
from samordner_tui.papers.fields.kept import rows
from samordner_tui.papers.plain_words import letters_of, stands

WRITTEN: Final[Mapping[type[OfCase], tuple[str, tuple[str, ...]]]] = {
    Wording: (said("barnets egne ord i invitationen"), ("text",)),
    Menu: (said("maden"), ("dishes",)),
    Person: (said("hvem hver enkelt er for barnet"), ("relation",)),
    Child: (said("det, der er aftalt med støttepersonen"), ("support_before", "support_during", "support_after")),
    Statement: (said("spørgsmål og krav"), ("text",)),
    Briefing: (said("oplægget"), ("text",)),
    Plan: (said("familiens plan"), ("words",)),
    PlanItem: (said("familiens plan"), ("what",)),
    Decision: (said("svaret på planen"), ("possible_if", "reason")),
}
"""What is written by hand and stands on papers: what it is called, and its fields."""


def as_written(context: Context, papers: Iterable[str]) -> tuple[str, ...]:
    """What stands on papers as it was written, each named once.

    Args:
        context: the case.
        papers: their texts as `written` gives them.
    """
    texts = [letters_of(one) for one in papers]
    return tuple(dict.fromkeys(_(name) for name, text in _texts(context) if stands(text, texts)))


def not_translated(names: Iterable[str]) -> Iterator[str]:
    """The sentence; none where nothing of it stands there."""
    if told := list(names):
        yield _("Det her står, som I har skrevet det, og bliver ikke oversat: {things}.").format(things=listed(told))


def _texts(context: Context) -> Iterator[tuple[str, str]]:
    for record, (name, fields) in WRITTEN.items():
        for row in rows(context, record):
            yield from ((name, text) for field in fields if (text := getattr(row, field)))
