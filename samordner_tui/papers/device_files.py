"""The files of one kind for a calendar or a phone, as they are written and as the register is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from samordner_tui.casework.papers import Making, about_of
from samordner_tui.casework.views import Context
from samordner_tui.language import Language
from samordner_tui.method.terms import PaperFormat
from samordner_tui.papers.bundle import Bundled
from samordner_tui.papers.calendar.files import calendar_files
from samordner_tui.papers.making import print_of
from samordner_tui.papers.phone_cards import cards_name, phone_cards

CARDS = "phone_cards"


def device_files(
    context: Context, kind: str, language: Language, made_at: datetime, *, with_place: bool = False
) -> tuple[Bundled, ...]:
    """Every file of a kind there is reason for today.

    Args:
        context: the case, and the conference that is shown.
        kind: one of `DEVICE_KINDS`.
        language: of the titles.
        made_at: when they are made.
        with_place: whether a calendar says where.
    """
    if kind == CARDS:
        return tuple(_cards(context, language))
    return tuple(
        Bundled(
            one.name(context.facts.number, language),
            content := one.content(context, made_at),
            _making(kind, one.to.id, language, PaperFormat.CALENDAR, content),
            one.to.label,
        )
        for one in calendar_files(context, language, with_place=with_place)
        if one.kind == kind
    )


def _cards(context: Context, language: Language) -> Iterator[Bundled]:
    content = phone_cards(context)
    if content:
        name = cards_name(context.facts.number)
        yield Bundled(name, content, _making(CARDS, "", language, PaperFormat.CONTACT, content))


def cards_print(context: Context) -> str:
    """What tells the cards from those of another day."""
    return _print(phone_cards(context))


def _print(content: bytes) -> str:
    return print_of(content.decode("latin-1"))


def _making(kind: str, to: str, language: Language, as_format: PaperFormat, content: bytes) -> Making:
    return Making(about_of(kind, to), to, language, as_format, _print(content))
