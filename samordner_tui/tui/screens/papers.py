"""The room of the papers, and what is done there: show, make, note where one went. Source: domain.md 5.3, 9."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Final

from textual import on, work

from samordner_tui.casework.papers import note_copies_destroyed
from samordner_tui.language import _, ngettext
from samordner_tui.papers.handing import Handing, handings
from samordner_tui.papers.kinds import Pack
from samordner_tui.papers.making import PaperFormat
from samordner_tui.papers.paper.plain import WIDTH
from samordner_tui.papers.room import PACKS, PaperState, Room, Standing
from samordner_tui.papers.translations import FAMILY
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.paper_commands import (
    HandedOver,
    MakeForDevice,
    MakePack,
    MakePaper,
    MarkPaper,
    MendPaper,
    OpenPaperFile,
    OwnPaperTemplate,
    PaperDestroyed,
    PaperFolder,
    PaperLanguage,
    ShowPaper,
    TranslatePaper,
)
from samordner_tui.tui.saving import Keeper
from samordner_tui.tui.screens.device_making import make_for_device
from samordner_tui.tui.screens.paper_destroying import which_destroyed
from samordner_tui.tui.screens.paper_handing import hand_over
from samordner_tui.tui.screens.paper_making import ask_folder, make_papers
from samordner_tui.tui.screens.paper_preview import PaperPreviewScreen
from samordner_tui.tui.screens.paper_texts import Left, choose_template, paste_translation
from samordner_tui.tui.screens.papers_body import PapersBody
from samordner_tui.tui.viewer import show_file
from samordner_tui.tui.widgets.line_list import LineList
from samordner_tui.tui.widgets.option_lines import Option

OF_ONE_PAPER: Final = frozenset(
    one.id
    for one in (
        ShowPaper,
        MakePaper,
        MarkPaper,
        HandedOver,
        PaperDestroyed,
        OpenPaperFile,
        MendPaper,
        TranslatePaper,
        OwnPaperTemplate,
    )
)
"""What is done with the paper under the cursor."""


class PapersScreen(PapersBody):
    """Answers with the stage where something is mended, or with nothing."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (
        ShowPaper,
        MakePaper,
        MakePack,
        MakeForDevice,
        MarkPaper,
        HandedOver,
        PaperDestroyed,
        OpenPaperFile,
        MendPaper,
        PaperLanguage,
        PaperFolder,
        TranslatePaper,
        OwnPaperTemplate,
        Back,
    )
    BINDINGS = keys_of(OFFERS)

    def __init__(self, case_id: str, conference_id: str | None) -> None:
        """For the conference that is shown in a case."""
        super().__init__(case_id, conference_id)
        self.files: dict[str, Path] = {}
        """The file of each paper that was made since the room was opened."""
        self._left: dict[str, str] = {}

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps what is pasted in here, also while the archive is being locked."""
        program = self.program
        return Keeper(program.open_archive, self.of.case_id, program.today, lambda: None, program.say_not_kept)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what is possible with the paper under the cursor."""
        pointed = self.list.pointed if self.is_mounted else None
        if action in OF_ONE_PAPER:
            return pointed is not None and self._is_possible(action, pointed)
        return super().check_action(action, parameters)

    def _is_possible(self, action: str, pointed: Standing) -> bool:
        possible = {
            MakePaper.id: any(_can_be_made(one) for one in self._to_make(pointed)),
            HandedOver.id: bool(self._handings() or self.list.marked),
            OpenPaperFile.id: pointed.id in self.files,
            PaperDestroyed.id: any(one.copies for one in self._to_make(pointed)),
            MendPaper.id: bool(pointed.sheet.missing),
            TranslatePaper.id: pointed.is_of_the_set and pointed.sheet.kind.reader in FAMILY,
            OwnPaperTemplate.id: pointed.is_of_the_set and pointed.sheet.translated is None,
        }
        return possible.get(action, True)

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        self.action_show_paper()

    @work(exclusive=True, group="act")
    async def action_show_paper(self) -> None:
        """The paper over the whole screen."""
        pointed = self.list.pointed
        if pointed is None:
            return
        with self.program.saying_refusals():
            text = await self._text(pointed, min(WIDTH, self.size.width - 6))
            crumbs, can_be_made = (*self.crumbs(), pointed.title), _can_be_made(pointed)
            if await self.app.push_screen_wait(PaperPreviewScreen(crumbs, text, can_be_made=can_be_made)):
                await self._make_one(pointed)

    @work(exclusive=True, group="act")
    async def action_make_paper(self) -> None:
        """Make the papers that are marked, as PDF; else the one under the cursor."""
        pointed = self.list.pointed
        if pointed is None:
            return
        papers = [one for one in self._to_make(pointed) if one.is_of_the_set]
        if self.list.marked:
            count = len(papers)
            title = ngettext("{count} mærket papir", "{count} mærkede papirer", count).format(count=count)
            await self._make(title, papers, "pdf")
            return
        if _can_be_made(pointed):
            await self._make_one(pointed)

    async def _make_one(self, pointed: Standing) -> None:
        as_format = await self._format(pointed)
        if as_format is not None:
            await self._make(pointed.title, [pointed], as_format)

    def _to_make(self, pointed: Standing) -> Sequence[Standing]:
        """The papers that are marked, or the one under the cursor."""
        marked = [one.standing for one in self.list.papers if one.standing.id in self.list.marked]
        return marked or [pointed]

    async def _format(self, standing: Standing) -> PaperFormat | None:
        """As what it is made; None where it was given up."""
        kinds: list[tuple[PaperFormat, str, str]] = [("pdf", _("PDF"), _("til at printe; kan læses op"))]
        if standing.sheet.kind.word:
            kinds.append(("docx", _("Word"), _("kan ændres, før det sendes")))
        kinds += [
            ("txt", _("Tekst"), _("til at sætte ind i en besked")),
            ("md", _("Markdown"), _("tekst med overskrifter")),
        ]
        options = [Option(value, text, detail) for value, text, detail in kinds]
        chosen = await self.app.push_screen_wait(NumberedDialog(_("Som hvad?"), options))
        return next((value for value, _text, _detail in kinds if value == chosen), None)

    @work(exclusive=True, group="act")
    async def action_make_pack(self) -> None:
        """Make the papers that belong together, as PDF."""
        room = self.room
        if room is None:
            return
        options = [Option(pack, _(title), _counted(room, pack)) for pack, title in PACKS.items()]
        chosen = await self.app.push_screen_wait(NumberedDialog(_("Hvilken pakke?"), options))
        for pack, title in PACKS.items():
            if pack == chosen:
                await self._make(_(title), room.pack(pack), "pdf")

    async def _make(self, title: str, papers: Iterable[Standing], as_format: PaperFormat) -> None:
        with self.program.saying_refusals():
            by_sheet = {one.sheet: one for one in papers}
            made = await make_papers(self.program, self.of, title, list(by_sheet), as_format)
            self.files |= {by_sheet[sheet].id: path for sheet, path in made}
            self.refresh_bindings()

    @work(exclusive=True, group="act")
    async def action_make_for_device(self) -> None:
        """Make files for a calendar or a phone."""
        with self.program.saying_refusals():
            await make_for_device(self.program, self.of)

    def action_mark_paper(self) -> None:
        """Mark the paper under the cursor, or mark it no longer; on to the next."""
        pointed = self.list.pointed
        if pointed is not None:
            self.list.toggle(pointed.id)
            self.list.action_move(1)
            self.refresh_bindings()

    @work(exclusive=True, group="act")
    async def action_handed_over(self) -> None:
        """Note how papers went, and to whom: those that are marked, the one under the cursor, or its pack."""
        with self.program.saying_refusals():
            if await hand_over(self.program, self.keeper, self._handings()):
                self.list.unmark()

    @work(exclusive=True, group="act")
    async def action_paper_destroyed(self) -> None:
        """Note that what was made of the paper is nowhere any longer: of those that are marked, or the one here."""
        pointed = self.list.pointed
        if pointed is None:
            return
        papers = self._to_make(pointed)
        copies = [copy for one in papers for copy in one.copies]
        if not self.list.marked:
            copies = await which_destroyed(self.program, pointed)
        if not copies:
            return
        case_id, today = self.of.case_id, self.program.today()
        label = ngettext("Papir destrueret", "Papirer destrueret", len(copies))
        with self.program.saying_refusals():
            await self.program.write(label, lambda session: note_copies_destroyed(session, copies, today), case_id)
            self.list.unmark()

    def _handings(self) -> tuple[Handing, ...]:
        return () if self.room is None else handings(self.room, self.list.pointed, self.list.marked)

    def action_open_paper_file(self) -> None:
        """Show the file that was made of the paper under the cursor."""
        pointed = self.list.pointed
        if pointed is not None and pointed.id in self.files:
            with self.program.saying_refusals():
                show_file(self.files[pointed.id])

    @work(exclusive=True, group="act")
    async def action_mend_paper(self) -> None:
        """Go where the first thing that is missing is mended: a stage, the settings, or the translation itself."""
        pointed = self.list.pointed
        if pointed is None or not pointed.sheet.missing:
            return
        if pointed.state is PaperState.SOURCE_CHANGED:
            self.action_translate_paper()
            return
        stage = next((one.stage for one in pointed.sheet.missing), None)
        if stage is None:
            await self.program.action_settings()
        else:
            self.dismiss(stage)

    def action_paper_language(self) -> None:
        """The other language."""
        self.of = replace(self.of, language="da" if self.of.language == "en" else "en")
        self.refresh_case()

    @work(exclusive=True, group="act")
    async def action_paper_folder(self) -> None:
        """Choose the folder."""
        await ask_folder(self.program)

    @work(exclusive=True, group="act")
    async def action_translate_paper(self) -> None:
        """Paste a translation in."""
        pointed = self.list.pointed
        if pointed is not None:
            left = Left(self.keeper, self._left)
            with self.program.saying_refusals():
                await paste_translation(self.program, self.of, pointed.sheet, pointed.about, left)

    @work(exclusive=True, group="act")
    async def action_own_template(self) -> None:
        """Choose between ours and one of the samordner's own."""
        pointed = self.list.pointed
        if pointed is not None:
            with self.program.saying_refusals():
                await choose_template(self.program, self.of, pointed.sheet)

    def action_back(self) -> None:
        """Back to the case."""
        self.dismiss(None)


def _can_be_made(standing: Standing) -> bool:
    return standing.is_of_the_set and standing.sheet.is_ready


def _counted(room: Room, pack: Pack) -> str:
    """`7 papirer, 2 mangler noget`."""
    papers = room.pack(pack)
    lacking = sum(not one.sheet.is_ready for one in papers)
    count = ngettext("{count} papir", "{count} papirer", len(papers)).format(count=len(papers))
    return count if not lacking else _("{papers}, {count} mangler noget").format(papers=count, count=lacking)
