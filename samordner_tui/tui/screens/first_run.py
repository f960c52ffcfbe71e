"""The first steps: where the archive is to lie, passphrase and recovery code. Or a training archive."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from samordner_tui.language import _
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.line import LineInput

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

TRAINING_FOLDER = "øvearkiv"
CONFIRMED = "recovery_code_confirmed"
YES = "yes"
NEW, OPEN, TRAINING = "new", "open", "training"


class FirstRunScreen(FrameScreen[None]):
    """What a person meets who has no archive yet, or wants another one."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back,)
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(OFFERS),
        Binding("down", "to_folder", show=False, priority=True),
        Binding("up", "to_ways", show=False, priority=True),
    ]
    AUTO_FOCUS = "OptionList"
    DEFAULT_CSS = """
    FirstRunScreen {
        #body { align: center middle; }
        #steps { width: 72; max-width: 94%; height: auto; }
        #heading { text-style: bold; margin-bottom: 1; }
        .words { height: auto; margin-bottom: 1; }
        OptionList {
            height: auto; border: none; padding: 0; background: $background; margin-bottom: 1;
            & > .option-list--option { padding: 0 1; }
            & > .option-list--option-highlighted { background: $cursor-quiet; color: $foreground; }
            &:focus { border: none; background-tint: 0%; }
            &:focus > .option-list--option-highlighted { background: $cursor; color: $foreground; }
        }
        #where { color: $muted; }
        #problem { color: $accent; height: auto; min-height: 2; margin-top: 1; }
    }
    """

    def __init__(self, folder: Path, *, can_go_back: bool = False) -> None:
        """`folder` is suggested; `can_go_back` when there is a screen below."""
        super().__init__()
        self.folder = folder
        self._can_go_back = can_go_back
        self._made: Archive | None = None

    def compose_body(self) -> Iterable[Widget]:
        """Three ways to begin, and the folder."""
        with Vertical(id="steps"):
            yield Static(Content(_("Velkommen til Samordner")), id="heading")
            yield Static(
                Content(
                    _(
                        "Programmet følger dig gennem en familierådslagning. Alt ligger i én mappe på din egen "
                        "computer, krypteret, så kun du kan læse det. Programmet bruger ikke internettet."
                    )
                ),
                classes="words",
            )
            yield OptionList(
                Option(_("Opret et nyt arkiv"), id=NEW),
                Option(_("Åbn et arkiv, jeg har i forvejen"), id=OPEN),
                Option(_("Øv dig i et arkiv med opdigtede sager"), id=TRAINING),
                markup=False,
            )
            yield Static(Content(_("Mappen")), id="where")
            yield LineInput(str(self.folder), id="folder", select_on_focus=False)
            yield Static("", id="problem")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Back only where there is something to go back to."""
        if action == Back.id:
            return self._can_go_back
        return super().check_action(action, parameters)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Vælg med pilene, og tryk enter. Mappen kan du rette: den må gerne ligge på en krypteret disk, men ikke "
            "i en mappe, der deles på nettet. I øvearkivet er alle personer opdigtede, og intet er krypteret."
        )

    def action_back(self) -> None:
        """Back to the door."""
        self.dismiss(None)

    def on_unmount(self) -> None:
        """An archive that was made and not gone into is closed."""
        if self._made is not None:
            self._made.close()

    @on(Input.Submitted, "#folder")
    def _folder_typed(self, event: Input.Submitted) -> None:
        """The folder is chosen: back to the three ways, and what is chosen is said."""
        self.query_one(OptionList).focus()
        if event.value.strip():
            said = _("Arkivet ligger i »{folder}«. Vælg nu, hvad du vil, og tryk enter.")
            self._say(said.format(folder=event.value.strip()))
        else:
            self.query_one("#folder", LineInput).value = str(self.folder)
            self._say(_("Mappen var tom. Den foreslåede står der igen."))

    def action_to_folder(self) -> None:
        """Down from the last way: to the folder. On the others the list goes down itself."""
        ways = self.query_one(OptionList)
        if ways.has_focus and ways.highlighted == ways.option_count - 1:
            self.query_one("#folder").focus()
        elif ways.has_focus:
            ways.action_cursor_down()

    def action_to_ways(self) -> None:
        """Up from the folder: to the last way. In the list it goes up itself."""
        ways = self.query_one(OptionList)
        if ways.has_focus:
            if ways.highlighted:
                ways.action_cursor_up()
        else:
            ways.focus()

    @on(OptionList.OptionHighlighted)
    def _pointed(self, event: OptionList.OptionHighlighted) -> None:
        """Suggest a folder of its own for training, as long as the person has not typed another."""
        field = self.query_one("#folder", LineInput)
        training = self.folder.parent / TRAINING_FOLDER
        if field.value in {str(self.folder), str(training)}:
            field.value = str(training if event.option_id == TRAINING else self.folder)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        """Begin in the way that was chosen."""
        folder = Path(self.query_one("#folder", LineInput).value.strip() or str(self.folder)).expanduser()
        if event.option_id == NEW:
            self._make_new(folder)
        elif event.option_id == TRAINING:
            self._train(folder)
        else:
            self._open(folder)

    @work(exclusive=True, group="first-steps")
    async def _make_new(self, folder: Path) -> None:
        """Passphrase, archive, recovery code, and in."""
        from samordner_tui.tui.screens.passphrase import PassphraseDialog, RecoveryCodeDialog

        self._say("")
        if has_archive(folder):
            self._say(_("Der ligger allerede et arkiv i mappen. Vælg »Åbn et arkiv«, eller skriv en anden mappe."))
            return
        passphrase = await self.app.push_screen_wait(PassphraseDialog())
        if passphrase is None:
            return
        self._say(_("Arkivet bliver lavet …"))
        try:
            archive, code = await asyncio.to_thread(make_archive, folder, passphrase)
        except Refused as refusal:
            self._say(str(refusal))
            return
        self._made = archive
        self._say("")
        await self.app.push_screen_wait(RecoveryCodeDialog(code))
        await asyncio.to_thread(archive.set_setting, CONFIRMED, YES)
        await self._go_in()

    @work(exclusive=True, group="first-steps")
    async def _train(self, folder: Path) -> None:
        """Into the training archive, which is made the first time."""
        self._say(_("Øvearkivet gøres klar …"))
        try:
            self._made = await asyncio.to_thread(training_archive, folder, self.program.today())
        except Refused as refusal:
            self._say(str(refusal))
            return
        self._say("")
        await self._go_in()

    async def _go_in(self) -> None:
        """Hand the archive to the program."""
        archive, self._made = self._made, None
        if archive is not None:
            await self.program.enter(archive)

    @work(exclusive=True, group="first-steps")
    async def _open(self, folder: Path) -> None:
        """To the door of another archive."""
        if not has_archive(folder):
            self._say(_("Der er intet arkiv i mappen »{name}«. Ret mappen herunder.").format(name=folder.name))
            self.query_one("#folder").focus()
            return
        await self.program.go_to_door_of(folder)

    def _say(self, sentence: str) -> None:
        """Show a sentence below."""
        self.query_one("#problem", Static).update(Content(sentence))


def has_archive(folder: Path) -> bool:
    """Whether there is an archive in `folder`, or what is left of one."""
    return (folder / "archive.db").exists() or (folder / "archive.key").exists()


def make_archive(folder: Path, passphrase: str) -> tuple[Archive, str]:
    """A new archive and its recovery code. Slow: called in a thread."""
    from samordner_tui.archive.file import Archive

    return Archive.create(folder, passphrase)


def training_archive(folder: Path, today: date) -> Archive:
    """The training archive in `folder`, made with its fictional cases where there is none. Slow: called in a thread."""
    from samordner_tui.archive.file import Archive

    if has_archive(folder):
        return Archive.open(folder, None)
    from samordner_tui.exchange.demo import fill

    archive = Archive.create_training(folder)
    try:
        fill(archive, today)
    except BaseException:
        archive.close(copy=False)
        raise
    return archive
