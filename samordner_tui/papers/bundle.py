"""Several papers at a time: their bytes and names, what the register is told, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samordner_tui.casework.exported import KEPT_DAYS
from samordner_tui.casework.papers import Making, about_of
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.casework.views import Context
from samordner_tui.language import Language
from samordner_tui.method.readings import day_of
from samordner_tui.method.terms import PaperFormat
from samordner_tui.papers import making
from samordner_tui.papers.making import Sheet, file_name, print_of, sheets, written


@dataclass(frozen=True, slots=True)
class Bundled:
    """One paper, made: what its file is called, its bytes, and what the register is told.

    Attributes:
        to: whom a file is for whose name does not say it, as the samordner sees it on the screen.
    """

    name: str
    content: bytes
    making: Making
    to: str = ""


def bundle(
    context: Context, papers: Sequence[Sheet], language: Language, as_format: making.PaperFormat, under_way: UnderWay
) -> tuple[Bundled, ...]:
    """Make every paper that is ready, in their order.

    Raises:
        GivenUp: `under_way` was given up.
        Refused: one of them cannot be made; the sentence says why.
    """
    ready = [one for one in papers if one.is_ready]
    of = {one.kind.id: len(sheets(context, one.kind)) for one in ready}
    made = []
    for done, one in enumerate(ready):
        under_way.reached(done, len(ready))
        made.append(_bundled(context, one, language, as_format, of[one.kind.id]))
    under_way.reached(len(ready), len(ready))
    return tuple(made)


def _bundled(context: Context, sheet: Sheet, language: Language, as_format: making.PaperFormat, of: int) -> Bundled:
    text = written(context, sheet, language)
    content = making.WRITERS[as_format](making.drawn_of(context, sheet, language, text))
    about = about_of(sheet.kind.id, sheet.to.id)
    told = Making(about, sheet.to.id, making.spoken_on(sheet, language), PaperFormat(as_format), print_of(text))
    return Bundled(file_name(context.facts.number, sheet, as_format, of, language), content, told)


def destroyed_by(context: Context) -> date:
    """When the papers are to be destroyed at the latest: some weeks after the conference, or after today."""
    day = None if context.conference is None else day_of(context.facts, context.conference)
    return max(context.today, day or context.today) + timedelta(days=KEPT_DAYS)
