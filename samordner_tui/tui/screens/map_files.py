"""The map out of the program: which version, which kinds of file, which paper and which folder, asked one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from samordner_tui.casework.exported import KEPT_DAYS
from samordner_tui.casework.network_map import NetworkMap
from samordner_tui.language import _, ngettext
from samordner_tui.method.wording import show_date
from samordner_tui.papers.network_map.paper import Paper
from samordner_tui.papers.network_map.versions import Version, seen_in
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.dialogs.pick import PickSeveralDialog
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.folders import documents, no_folder, typed_path
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from samordner_tui.exchange.map_files import Files
    from samordner_tui.tui.app import SamordnerApp

PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be saved, and where."""

    version: Version
    kinds: tuple[str, ...]
    paper: Paper
    folder: Path


async def save_map_as_files(app: SamordnerApp, number: str, shown: NetworkMap) -> None:
    """Ask, save, and say where the files lie.

    Raises:
        Refused: they cannot be made or written; then none is.
    """
    wish = await _wish(app, shown)
    if wish is None:
        return
    archive, today = app.open_archive, app.today()
    last = today + timedelta(days=KEPT_DAYS)

    contents = await asyncio.to_thread(contents_of, wish, number, shown, today)

    def saving() -> tuple[Path, ...]:
        from samordner_tui.exchange.map_files import called, let_out

        place = wish.folder / called(number, today, is_for_meeting=wish.version is Version.MEETING)
        return let_out(archive, number, place, contents, last)

    paths = await asyncio.shield(asyncio.wrap_future(archive.writer.submit(saving)))
    said = [_("Kortet ligger nu her:"), *(str(path) for path in paths)]
    said.append(_("Slet det senest {day}").format(day=show_date(last, today)))
    app.say("\n".join(said), seconds=15)


def contents_of(wish: Wish, number: str, shown: NetworkMap, today: date) -> dict[str, Files]:
    """The files that are wished for, by their kind.

    Raises:
        Refused: one of them cannot be made.
    """
    from samordner_tui.exchange.graph import DataAs, Described, as_data
    from samordner_tui.method.definition import method
    from samordner_tui.papers.network_map.printing import PrintedAs, printed
    from samordner_tui.papers.network_map.side_column import Sheet

    sheet = Sheet(seen_in(shown, wish.version), number, today, wish.version, wish.paper)
    described = Described(shown, number, today)
    on_paper = {*PrintedAs}
    return {
        kind: {f".{kind}": printed(sheet, PrintedAs(kind), method())}
        if kind in on_paper
        else as_data(described, DataAs(kind))
        for kind in wish.kinds
    }


async def _wish(app: SamordnerApp, shown: NetworkMap) -> Wish | None:
    """What is wished for; nothing where it was given up."""
    versions = [
        Option(Version.WORKING, _("Arbejdsudgaven"), _("alt, hvad der står på kortet: til dig selv")),
        Option(Version.MEETING, _("Mødeudgaven"), _("fornavne, og hvem der kender hinanden: til bordet")),
    ]
    version = await app.push_screen_wait(NumberedDialog(_("Gem kortet som fil"), versions))
    if version is None:
        return None
    kinds = await app.push_screen_wait(PickSeveralDialog(_("Som hvad?"), _kinds(Version(version)), (PDF,)))
    if not kinds:
        return None
    paper: str | None = Paper.A4
    if PDF in kinds or "png" in kinds or "svg" in kinds:
        papers = [Option(Paper.A4, "A4"), Option(Paper.A3, "A3", _("når der er mange på kortet"))]
        paper = await app.push_screen_wait(NumberedDialog(_("Hvilket papir?"), papers))
    if paper is None:
        return None
    folder = await app.push_screen_wait(
        AskDialog(
            _("I hvilken mappe?"),
            whose_data(seen_in(shown, Version(version))),
            str(documents()),
            problem_with=no_folder,
        )
    )
    return None if folder is None else Wish(Version(version), kinds, Paper(paper), typed_path(folder))


def _kinds(version: Version) -> Sequence[Option]:
    """The kinds of file of a version: what is handed to a meeting is no data."""
    on_paper = [
        Option(PDF, _("PDF"), _("til at printe; kan læses op")),
        Option("png", _("Billede"), _("PNG")),
        Option("svg", _("Tegning"), _("SVG, kan ændres i et tegneprogram")),
    ]
    data = [
        Option("graphml", _("Netværksdata"), _("GraphML, til programmer, der regner på netværk")),
        Option("csv", _("Tabeller"), _("CSV, til regneark")),
    ]
    return on_paper if version is Version.MEETING else [*on_paper, *data]


def whose_data(shown: NetworkMap) -> str:
    """Whose data leaves the archive, and that nothing protects it there."""
    others = len(shown.people)
    whom = ngettext("{child} og {count} anden", "{child} og {count} andre", others).format(
        child=shown.heart, count=others
    )
    return _(
        "Filerne nævner {whom}, og de er ikke krypteret: Alle, der får fat i dem, kan læse dem. Gem dem et sted, hvor "
        "kun du kommer. De bliver skrevet på listen over det, der har forladt arkivet."
    ).format(whom=whom)
