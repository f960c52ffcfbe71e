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
from samordner_tui.papers.making import Sheet, file_name, print_of_paper, sheets, written
from samordner_tui.refusals import Refused


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


@dataclass(frozen=True, slots=True)
class NotMade:
    """A paper that was ready and cannot be made: which, and the sentence that says why."""

    sheet: Sheet
    why: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """What became of some papers: those that are made, each beside its file, and those that cannot be."""

    sheets: tuple[Sheet, ...]
    made: tuple[Bundled, ...]
    not_made: tuple[NotMade, ...]


def bundle(
    context: Context, papers: Sequence[Sheet], language: Language, as_format: making.PaperFormat, under_way: UnderWay
) -> Bundle:
    """Make every paper that is ready, in their order. One that cannot be made keeps none of the others back.

    Raises:
        GivenUp: `under_way` was given up.
    """
    ready = [one for one in papers if one.is_ready]
    of = {one.kind.id: len(sheets(context, one.kind)) for one in ready}
    made: list[tuple[Sheet, Bundled]] = []
    not_made: list[NotMade] = []
    for done, one in enumerate(ready):
        under_way.reached(done, len(ready))
        try:
            made.append((one, _bundled(context, one, language, as_format, of[one.kind.id])))
        except Refused as refusal:
            not_made.append(NotMade(one, str(refusal)))
    under_way.reached(len(ready), len(ready))
    return Bundle(tuple(sheet for sheet, _file in made), tuple(file for _sheet, file in made), tuple(not_made))


def _bundled(context: Context, sheet: Sheet, language: Language, as_format: making.PaperFormat, of: int) -> Bundled:
    text = written(context, sheet, language)
    content = making.WRITERS[as_format](making.drawn_of(context, sheet, language, text))
    about = about_of(sheet.kind.id, sheet.to.id)
    known_by = print_of_paper(context, sheet, language, text)
    told = Making(about, sheet.to.id, making.spoken_on(sheet, language), PaperFormat(as_format), known_by)
    return Bundled(file_name(context.facts.number, sheet, as_format, of, language), content, told)


def destroyed_by(context: Context) -> date:
    """When the papers are to be destroyed at the latest: some weeks after the conference, or after today."""
    day = None if context.conference is None else day_of(context.facts, context.conference)
    return max(context.today, day or context.today) + timedelta(days=KEPT_DAYS)
