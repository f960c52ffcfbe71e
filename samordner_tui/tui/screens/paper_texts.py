"""Texts of the samordner's own for a paper: a translation that is pasted in, a template from a file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samordner_tui.language import Language, _
from samordner_tui.papers.making import Sheet, fields_given
from samordner_tui.papers.own_templates import LONGEST, checked, forget_template, keep_template, own_template
from samordner_tui.papers.room import source_print
from samordner_tui.papers.translations import TONGUES, Translated, keep_translation
from samordner_tui.refusals import Refused
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.dialogs.pasted import PasteDialog
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.paper_making import PapersOf, ask_folder, in_context
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from samordner_tui.tui.app import SamordnerApp

OURS_AS_FILE: Final = "ours"
FROM_FILE: Final = "file"
USE_OURS: Final = "back"


async def paste_translation(app: SamordnerApp, of: PapersOf, sheet: Sheet, about: str, left: dict[str, str]) -> None:
    """Ask for the language and the text, and keep it beside the paper.

    Args:
        app: the program.
        of: whose papers they are.
        sheet: the paper, or a translation of it that is pasted in anew.
        about: its name in the register.
        left: what was typed and not kept, by paper and language; the box opens with it again.
    """
    language = sheet.translated.language if sheet.translated is not None else await _tongue(app)
    if language is None:
        return
    key = f"{about} {language}"
    before = left.get(key) or (sheet.translated.text if sheet.translated is not None else "")
    asked = _("Sæt hele den oversatte tekst ind. En linje, der begynder med #, bliver en overskrift.")
    pasted = await app.push_screen_wait(PasteDialog(_("Oversættelse"), asked, before))
    if pasted is None:
        return
    left[key] = pasted.text
    if not pasted.is_kept:
        return
    prints = await app.read(in_context(app, of, lambda context: source_print(context, sheet)))
    if not prints:
        raise Refused(_("Det danske papir kan ikke laves endnu. Vent med oversættelsen, til det kan."))
    today, translated = app.today(), Translated(language, pasted.text, prints)
    await app.write(
        _("Oversættelse"),
        lambda session: keep_translation(session, of.case_id, about, sheet.to.id, translated, today),
        of.case_id,
    )
    del left[key]


async def _tongue(app: SamordnerApp) -> str | None:
    options = [Option(code, _(name)) for code, name in TONGUES.items()]
    return await app.push_screen_wait(PickDialog(_("Hvilket sprog?"), options))


async def choose_template(app: SamordnerApp, of: PapersOf, sheet: Sheet) -> None:
    """Take ours out as a file to change, use one from a file, or use ours again.

    Raises:
        Refused: the file cannot be read or used, or ours cannot be written.
    """
    kind, language = sheet.kind.id, of.language
    is_own = await app.read(lambda session: own_template(session, kind, language) is not None)
    options = [
        Option(OURS_AS_FILE, _("Gem vores skabelon som fil"), _("så du kan ændre den i et skriveprogram")),
        Option(FROM_FILE, _("Brug en skabelon fra en fil"), _("den bliver set efter først")),
    ]
    if is_own:
        options.append(Option(USE_OURS, _("Brug vores igen"), _("din egen bliver fjernet")))
    chosen = await app.push_screen_wait(NumberedDialog(sheet.kind.title.text, options))
    if chosen == OURS_AS_FILE:
        await _take_out(app, kind, language)
    elif chosen == FROM_FILE:
        await _use_file(app, of, sheet)
    elif chosen == USE_OURS:
        await _keep(app, lambda session: forget_template(session, kind, language))
        app.say(_("Nu bruges vores skabelon igen."))


async def _take_out(app: SamordnerApp, kind: str, language: Language) -> None:
    """Our template as a file. It holds nothing of any case, and so it is entered nowhere."""
    from samordner_tui.exchange.whole_file import write_whole
    from samordner_tui.papers.kinds import template

    folder = app.paper_folder or await ask_folder(app)
    if folder is not None:
        path = folder / _("skabelon-{paper}-{language}.md").format(paper=kind.replace("_", "-"), language=language)
        await asyncio.to_thread(write_whole, path, template(kind, language).encode())
        app.say(_("Skabelonen ligger nu i {file}").format(file=path), seconds=12)


async def _use_file(app: SamordnerApp, of: PapersOf, sheet: Sheet) -> None:
    question = _("Filen med din skabelon. Den gælder i alle dine sager, på det sprog, papirerne har nu.")
    typed = await app.push_screen_wait(
        AskDialog(_("Hvilken fil?"), question, str(app.paper_folder or ""), problem_with=_no_file)
    )
    if typed is None:
        return
    text = await asyncio.to_thread(_text_of, _path(typed))
    await app.read(in_context(app, of, lambda context: checked(text, fields_given(context, sheet, of.language))))
    today = app.today()
    await _keep(app, lambda session: keep_template(session, sheet.kind.id, of.language, text, today))
    app.say(_("Din skabelon er set efter og bliver brugt nu."))


async def _keep(app: SamordnerApp, function: Callable[[Session], None]) -> None:
    """Change a template, which belongs to no case and stands in no journal."""
    archive = app.open_archive

    def keeping() -> None:
        with archive.keeping() as session:
            function(session)

    await asyncio.shield(asyncio.wrap_future(archive.writer.submit(keeping)))
    app.refresh_case()


def _path(typed: str) -> Path:
    return Path(typed.strip()).expanduser()


def _no_file(typed: str) -> str:
    """What is wrong with a file."""
    return "" if typed.strip() and _path(typed).is_file() else _("Den fil findes ikke. Skriv hele stien til filen.")


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST * 4 + 1).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Refused(_("Filen kan ikke læses som tekst. Gem den som UTF-8, og prøv igen.")) from None
