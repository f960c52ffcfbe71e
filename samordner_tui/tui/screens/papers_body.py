"""What the room of the papers draws: the list, and beside it the paper under the cursor, read in a thread."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from textual import on, work
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.language import Language, _, said
from samordner_tui.method.terms import StageId
from samordner_tui.papers.device_standing import DeviceStanding
from samordner_tui.papers.for_devices import DEVICE_KINDS
from samordner_tui.papers.room import PaperState, Room, Standing, paper_as_text, read_room
from samordner_tui.papers.state_words import device_in_words, state_in_short, state_in_words
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.screens.paper_making import PapersOf, in_context
from samordner_tui.tui.widgets.line_list import LineList
from samordner_tui.tui.widgets.paper_list import ListedPaper, PaperList

STILL: Final = 0.15
"""Seconds the cursor stands still before a paper is set beside the list."""
SCROLLBAR: Final = 2
"""Cells that a long paper gives to the bar beside it."""
LANGUAGES: Final[dict[Language, str]] = {"da": said("dansk"), "en": said("engelsk")}


class PapersBody(FrameScreen[StageId]):
    """The papers of a case as they are read and drawn."""

    AUTO_FOCUS = "PaperList"
    FOOTER_LINES = 2
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (150, "-broad")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    PapersBody {
        #room { height: 1fr; layout: horizontal; }
        #papers { padding: 1 0 0 1; }
        #about { height: 2; padding: 0 1; background: $card; text-wrap: nowrap; text-overflow: ellipsis; }
        #page { width: 48; padding: 1 2; border-left: solid $rule; scrollbar-size-vertical: 1; }
        ToastRack { margin-bottom: 4; }
        &.-broad #page { width: 80; }
        &.-narrow #page { display: none; }
        &.-narrow #papers { padding: 0 0 0 1; }
    }
    """

    def __init__(self, case_id: str, conference_id: str | None) -> None:
        """For the conference that is shown in a case."""
        super().__init__()
        self.of = PapersOf(case_id, conference_id, "da")
        self.room: Room | None = None
        self._waits: Timer | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The list, and beside it the paper under the cursor."""
        with Container(id="room"):
            with Vertical(id="left"):
                yield PaperList()
                yield Static("", id="about")
            with VerticalScroll(id="page", can_focus=False):
                yield Static("", id="text")

    @property
    def list(self) -> PaperList:
        """The papers."""
        return self.query_one(PaperList)

    def crumbs(self) -> tuple[str, ...]:
        """The case, its conference, the room."""
        if self.room is None:
            return (_("Papirer"),)
        case = f"{self.room.number} {self.room.alias}"
        number = self.room.conference
        return (case, *((_("{number}. rådslagning").format(number=number),) if number else ()), _("Papirer"))

    def aside(self) -> str:
        """The language the papers speak."""
        return _("papirer på {language}").format(language=_(LANGUAGES[self.of.language]))

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Her er alle sagens papirer. ○ mangler noget, ◐ er klar til at blive lavet, ● er lavet, ✕ er lavet, men "
            "noget på det er ændret siden, ! er ude hos nogen, der ikke skal have det længere: Få det tilbage, eller "
            "bed om, at det bliver destrueret, og tryk så d.\n\n"
            "Under listen står, hvem papiret er til.\n\n"
            "Der bliver først lavet en fil, når du beder om det. Filnavne holder ingen navne. Hver fil bliver skrevet "
            "på listen over det, der har forladt arkivet, med en dag, hvor den skal være destrueret.\n\n"
            "✓ er et papir, du har mærket med mellemrum. Så laver du flere eller giver flere videre på én gang."
        )

    def on_screen_resume(self) -> None:
        """Read and show, also when something above is closed: a name may stand in the settings now."""
        self.refresh_case()

    def refresh_case(self) -> None:
        """Show the papers as they stand now."""
        self._read()

    @work(exclusive=True, group="read-papers")
    async def _read(self) -> None:
        language = self.of.language
        with self.program.saying_refusals():
            self.room = await self.program.read(
                in_context(self.program, self.of, lambda context: read_room(context, language))
            )
        if self.is_going or self.room is None:
            return
        zone, today = self.program.zone, self.program.today()
        self.list.show(
            [(title, [_listed(one, zone, today) for one in papers]) for title, papers in self.room.groups()],
            [_device(one, zone, today) for one in self.room.devices if one.made_at is not None],
        )
        self.refresh_title()
        self._pointed()

    @on(LineList.Moved)
    def _pointed(self) -> None:
        """Set the paper under the cursor, once the cursor stands still."""
        self.refresh_bindings()
        listed = self.list.listed
        self.query_one("#about", Static).update(Content("" if listed is None else f"{listed.whom}\n{listed.words}"))
        if self._waits is not None:
            self._waits.stop()
        self._waits = self.set_timer(STILL, self._set)

    @work(exclusive=True, group="preview")
    async def _set(self) -> None:
        page, pointed = self.query_one("#page"), self.list.pointed
        if pointed is None or not page.display:
            return
        text = await self._text(pointed, max(page.scrollable_content_region.width - SCROLLBAR, 20))
        if not self.is_going and self.list.pointed is pointed:
            self.query_one("#text", Static).update(Content(text))
            page.scroll_home(animate=False)

    async def _text(self, standing: Standing, width: int) -> str:
        """The paper as text; why it cannot be shown, where it cannot."""
        sheet, language = standing.sheet, self.of.language
        if not standing.is_of_the_set:
            return _(
                "Den, det her papir er til, skal ikke have det længere. Få det tilbage, eller bed om, at det bliver "
                "destrueret. Slet også filen, hvis den ligger på din computer. Tryk så d, så er det noteret."
            )
        return await self.program.read(
            in_context(self.program, self.of, lambda context: paper_as_text(context, sheet, language, width))
        )


def _device(one: DeviceStanding, zone: ZoneInfo, today: date) -> tuple[str, str, PaperState]:
    state = PaperState.CHANGED if one.has_changed else PaperState.MADE
    return _(DEVICE_KINDS[one.kind].title), device_in_words(one, zone, today), state


def _listed(standing: Standing, zone: ZoneInfo, today: date) -> ListedPaper:
    return ListedPaper(standing, state_in_words(standing, zone, today), state_in_short(standing, zone, today))
