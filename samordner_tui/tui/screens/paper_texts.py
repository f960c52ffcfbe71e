"""Texts of the samordner's own for a paper: a translation that is pasted in, a template from a file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samordner_tui.archive.drafts import drafts_of
from samordner_tui.language import Language, _
from samordner_tui.papers.making import Sheet
from samordner_tui.papers.own_templates import LONGEST, forget_template, keep_template, own_template
from samordner_tui.papers.plain_words import advice_on_template
from samordner_tui.papers.room import source_print
from samordner_tui.papers.template_check import tried
from samordner_tui.papers.tongues import TONGUES
from samordner_tui.papers.translations import Translated, keep_translation
from samordner_tui.refusals import Refused
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.dialogs.pasted import PasteDialog
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.saving import BOXES, BoxPlace, Keeper
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.folders import typed_path
from samordner_tui.tui.screens.paper_making import PapersOf, ask_folder, in_context
from samordner_tui.tui.widgets.drafted import Drafting
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from samordner_tui.tui.app import SamordnerApp

OURS_AS_FILE: Final = "ours"
FROM_FILE: Final = "file"
USE_OURS: Final = "back"
MOST_SAID: Final = 6
"""Lines that are said of a template when it is taken in; all of them are said before a paper leaves."""


@dataclass(frozen=True, slots=True)
class Left:
    """What was pasted in and not kept.

    Attributes:
        keeper: keeps it as a draft.
        typed: the same by paper and language, while the room stands open: no words are kept while the family is alone.
    """

    keeper: Keeper
    typed: dict[str, str]


async def paste_translation(app: SamordnerApp, of: PapersOf, sheet: Sheet, about: str, left: Left) -> None:
    """Ask for the language and the text, and keep it beside the paper. Until then it is a draft.

    Args:
        app: the program.
        of: whose papers they are.
        sheet: the paper, or a translation of it that is pasted in anew.
        about: its name in the register.
        left: what was left before; the box opens with it again.
    """
    box = f"translation {about}"
    await left.keeper.settled()
    drafts = await app.read(lambda session: drafts_of(session, of.case_id))
    begun = {language for record, row, language in drafts if (record, row) == (BOXES, box)}
    language = sheet.translated.language if sheet.translated is not None else await _tongue(app, begun)
    if language is None:
        return
    key = f"{about} {language}"
    before = left.typed.get(key) or (sheet.translated.text if sheet.translated is not None else "")
    place = BoxPlace(box, language)
    asked = _("Sæt hele den oversatte tekst ind. En linje, der begynder med #, bliver en overskrift.")
    drafting = Drafting(left.keeper, place, drafts.get(place.key))
    pasted = await app.push_screen_wait(PasteDialog(_("Oversættelse"), asked, before, drafting))
    if pasted is None:
        return
    left.typed[key] = pasted.text
    if not pasted.is_kept:
        return
    try:
        await _keep_pasted(app, of, sheet, about, Translated(language, pasted.text, ""))
    except Refused:
        left.keeper.answers_refused()
        raise
    left.keeper.answers_written()
    del left.typed[key]
    kept = _("Oversættelsen er gemt på {language} og står lige under papiret.")
    app.say_alone(kept.format(language=Translated(language, "", "").tongue))


async def _keep_pasted(app: SamordnerApp, of: PapersOf, sheet: Sheet, about: str, pasted: Translated) -> None:
    prints = await app.read(in_context(app, of, lambda context: source_print(context, replace(sheet, translated=None))))
    if not prints:
        raise Refused(_("Det danske papir kan ikke laves endnu. Vent med oversættelsen, til det kan."))
    today, translated = app.today(), replace(pasted, text_print=prints)
    await app.write(
        _("Oversættelse"),
        lambda session: keep_translation(session, of.case_id, about, sheet.to.id, translated, today),
        of.case_id,
    )


async def _tongue(app: SamordnerApp, begun: Set[str]) -> str | None:
    """The language; those in which a text lies unfinished stand first."""
    by_begun = sorted(TONGUES.items(), key=lambda one: one[0] not in begun)
    options = [Option(code, _(name), _("påbegyndt") if code in begun else "") for code, name in by_begun]
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
    text = await asyncio.to_thread(_text_of, typed_path(typed))
    await app.read(in_context(app, of, lambda context: tried(context, sheet, text, of.language)))
    today = app.today()
    await _keep(app, lambda session: keep_template(session, sheet.kind.id, of.language, text, today))
    said = [_("Din skabelon er set efter og bliver brugt nu."), *advice_on_template(sheet.kind, text, of.language)]
    app.say("\n".join(said[:MOST_SAID]), seconds=6 if len(said) == 1 else 20)


async def _keep(app: SamordnerApp, function: Callable[[Session], None]) -> None:
    """Change a template, which belongs to no case and stands in no journal."""
    archive = app.open_archive

    def keeping() -> None:
        with archive.keeping() as session:
            function(session)

    await asyncio.shield(asyncio.wrap_future(archive.writer.submit(keeping)))
    app.refresh_case()


def _no_file(typed: str) -> str:
    """What is wrong with a file."""
    return (
        "" if typed.strip() and typed_path(typed).is_file() else _("Den fil findes ikke. Skriv hele stien til filen.")
    )


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST * 4 + 1).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Refused(_("Filen kan ikke læses som tekst. Gem den som UTF-8, og prøv igen.")) from None
