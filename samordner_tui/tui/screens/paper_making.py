"""Making papers from the screen: what is said first, which folder, the bar, and the register. Nothing blocks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from samordner_tui.casework.under_way import UnderWay
from samordner_tui.casework.views import Context
from samordner_tui.language import Language, _, ngettext
from samordner_tui.method.wording import show_date
from samordner_tui.papers.making import PaperFormat, Sheet
from samordner_tui.tui.dialogs.making import LeavingDialog, MakingDialog, Outcome, ToldDialog
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.folders import documents, no_folder, typed_path

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from samordner_tui.exchange.paper_files import LetOut
    from samordner_tui.papers.bundle import Bundled
    from samordner_tui.tui.app import SamordnerApp

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class PapersOf:
    """Whose papers they are: a case, the conference that is shown, and the language they speak."""

    case_id: str
    conference_id: str | None
    language: Language


def in_context(app: SamordnerApp, of: PapersOf, function: Callable[[Context], Value]) -> Callable[[Session], Value]:
    """A reading that is given what papers are made from."""
    method, today, zone = app.method, app.today(), app.zone

    def reading(session: Session) -> Value:
        from samordner_tui.papers.room import context_of

        return function(context_of(session, of.case_id, of.conference_id, method, today, zone))

    return reading


async def make_papers(
    app: SamordnerApp, of: PapersOf, title: str, papers: Sequence[Sheet], as_format: PaperFormat
) -> tuple[tuple[Sheet, Path], ...]:
    """Ask, make, write and register; gives each paper with the file it is now.

    Nothing is made where somebody says no, gives no folder or breaks off. What cannot be made is named with why.
    """
    from samordner_tui.papers.bundle import destroyed_by
    from samordner_tui.papers.leaving import leaving, told

    leaves, last = await app.read(
        in_context(app, of, lambda context: (leaving(context, papers, of.language, as_format), destroyed_by(context)))
    )
    if not leaves.kinds:
        app.say("\n".join([_("Der er intet at lave endnu."), *told(leaves)][:8]), severity="warning", seconds=9)
        return ()
    app.clear_notifications()
    if not await app.push_screen_wait(LeavingDialog(title, list(told(leaves)))):
        return ()
    folder = app.paper_folder or await ask_folder(app)
    if folder is None:
        return ()
    ready = [one for one in papers if one.is_ready]

    async def make(under_way: UnderWay) -> Outcome:
        return await _made(app, of, ready, as_format, folder, last, under_way)

    outcome = await app.push_screen_wait(MakingDialog(len(ready), make))
    if outcome is None:
        return ()
    app.refresh_case()
    afterwards = tuple(_afterwards(len(outcome.files), folder, last, app.today()))
    if outcome.not_made:
        await app.push_screen_wait(ToldDialog(title, [*afterwards, *_not_made(outcome, is_rest=bool(afterwards))]))
    else:
        app.say_alone("\n".join(afterwards))
    return tuple((sheet, out.path) for sheet, out in zip(outcome.sheets, outcome.files, strict=True))


async def _made(
    app: SamordnerApp,
    of: PapersOf,
    papers: Sequence[Sheet],
    as_format: PaperFormat,
    folder: Path,
    last: date,
    under_way: UnderWay,
) -> Outcome:
    """The bytes in a thread of their own, then the files on the writer's."""
    from samordner_tui.papers.bundle import bundle

    bundled = await app.read(
        in_context(app, of, lambda context: bundle(context, papers, of.language, as_format, under_way))
    )
    if not bundled.made:
        return Outcome((), (), bundled.not_made)
    under_way.goes_through()
    return Outcome(await let_out(app, of, bundled.made, folder, last), bundled.sheets, bundled.not_made)


async def let_out(
    app: SamordnerApp, of: PapersOf, files: Sequence[Bundled], folder: Path, last: date
) -> tuple[LetOut, ...]:
    """Write files that are made into a folder, with their rows in the register: all of them or none.

    Raises:
        Refused: they cannot be written there.
    """
    from samordner_tui.exchange.paper_files import PaperFile, let_papers_out

    archive = app.open_archive
    papers = [PaperFile(one.name, one.content, one.making) for one in files]
    writing = archive.writer.submit(lambda: let_papers_out(archive, of.case_id, of.conference_id, folder, papers, last))
    return await asyncio.shield(asyncio.wrap_future(writing))


def _afterwards(count: int, folder: Path, last: date, today: date) -> Iterator[str]:
    if count:
        lie = ngettext("{count} papir ligger nu i {folder}", "{count} papirer ligger nu i {folder}", count)
        yield lie.format(count=count, folder=folder)
        delete = ngettext("Slet det senest {day}", "Slet dem senest {day}", count)
        yield delete.format(day=show_date(last, today))


def _not_made(outcome: Outcome, *, is_rest: bool) -> Iterator[str]:
    """Which papers could not be made, for whom, and why."""
    if is_rest:
        yield ""
    count = len(outcome.not_made)
    yield ngettext("{count} papir kunne ikke laves:", "{count} papirer kunne ikke laves:", count).format(count=count)
    for one in outcome.not_made:
        to = f" · {one.sheet.to.label}" if one.sheet.to.label else ""
        yield f"✕ {one.sheet.kind.title.text}{to}: {one.why}"


async def ask_folder(app: SamordnerApp) -> Path | None:
    """The folder for papers, remembered while the program runs; nothing where it was given up."""
    question = _(
        "Mappen, som papirerne skal ligge i. Vælg et sted, hvor kun du kommer. Den bliver husket, til du "
        "lukker programmet. Med f vælger du en anden."
    )
    typed = await app.push_screen_wait(
        AskDialog(_("I hvilken mappe?"), question, str(app.paper_folder or documents()), problem_with=no_folder)
    )
    if typed is not None:
        app.paper_folder = typed_path(typed)
    return None if typed is None else app.paper_folder
