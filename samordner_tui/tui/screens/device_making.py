"""Calendar files and contact cards from the room of the papers: which, what is said first, and into which folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samordner_tui.casework.under_way import UnderWay
from samordner_tui.language import _, ngettext
from samordner_tui.method.wording import show_date
from samordner_tui.papers.for_devices import DEVICE_KINDS, held_by
from samordner_tui.tui.dialogs.making import LeavingDialog, MakingDialog, Outcome
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.screens.paper_making import PapersOf, ask_folder, in_context, let_out
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from samordner_tui.papers.bundle import Bundled
    from samordner_tui.tui.app import SamordnerApp

WITH_PLACE = "with"


async def make_for_device(app: SamordnerApp, of: PapersOf) -> None:
    """Ask, make, write and register. Nothing is made where somebody says no."""
    from samordner_tui.papers.bundle import destroyed_by
    from samordner_tui.papers.device_files import device_files

    options = [Option(name, _(kind.title), _(kind.to)) for name, kind in DEVICE_KINDS.items()]
    chosen = await app.push_screen_wait(NumberedDialog(_("Til kalender og telefon"), options))
    if chosen is None:
        return
    with_place = await _with_place(app, chosen)
    if with_place is None:
        return
    now = app.now()
    files, last = await app.read(
        in_context(
            app,
            of,
            lambda context: (
                device_files(context, chosen, of.language, now, with_place=with_place),
                destroyed_by(context),
            ),
        )
    )
    if not files:
        app.say(_("Der er intet at lave det af endnu."), severity="warning")
        return
    title = _(DEVICE_KINDS[chosen].title)
    if await app.push_screen_wait(LeavingDialog(title, _said_first(held_by(chosen, with_place=with_place), files))):
        folder = app.paper_folder or await ask_folder(app)
        if folder is not None:
            await _write(app, of, files, folder, last)


async def _with_place(app: SamordnerApp, chosen: str) -> bool | None:
    """Whether a calendar says where; nothing where it was given up."""
    if chosen not in {"calendar_conference", "calendar_visits"}:
        return False
    options = [
        Option("without", _("Uden sted"), _("en kalender ses af andre")),
        Option(WITH_PLACE, _("Med sted"), _("for den, der skal finde vej")),
    ]
    answer = await app.push_screen_wait(NumberedDialog(_("Skal stedet stå i kalenderen?"), options))
    return None if answer is None else answer == WITH_PLACE


def _said_first(about: str, files: Sequence[Bundled]) -> Sequence[str]:
    count = len(files)
    to = [f"· {one.name} – {one.to}" for one in files if one.to]
    return (
        ngettext("Det bliver til {count} fil.", "Det bliver til {count} filer, en til hver.", count).format(
            count=count
        ),
        _("Filerne bliver ikke krypteret: Alle, der får fat i dem, kan læse dem."),
        "",
        f"· {about}",
        "",
        _(
            "En telefon sender tit kalender og kontakter til en sky. Derfor står der ingen navne, og ikke hvad sagen "
            "handler om."
        ),
        *(["", _("Hvis fil er hvis? Filnavnene siger det ikke, så se her:"), *to] if to else []),
    )


async def _write(app: SamordnerApp, of: PapersOf, files: Sequence[Bundled], folder: Path, last: date) -> None:
    async def make(under_way: UnderWay) -> Outcome:
        under_way.goes_through()
        return Outcome(await let_out(app, of, files, folder, last))

    made = await app.push_screen_wait(MakingDialog(len(files), make))
    if made is None:
        return
    app.refresh_case()
    ready = ngettext("{count} fil ligger nu i {folder}", "{count} filer ligger nu i {folder}", len(made.files))
    delete = ngettext("Slet det senest {day}", "Slet dem senest {day}", len(made.files))
    day = delete.format(day=show_date(last, app.today()))
    app.say_alone(f"{ready.format(count=len(made.files), folder=folder)}\n{day}")
