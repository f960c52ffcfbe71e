"""The overview: how every case stands, what is overdue, and one field that finds names and notes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.archive.drafts import drafts_of
from samordner_tui.casework import overview, summary
from samordner_tui.casework.found import places_found
from samordner_tui.language import _, ngettext
from samordner_tui.method.wording import show_long_date
from samordner_tui.tui.app_commands import Back, History
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.screens.overview_commands import NewCase, OpenCase, SeekCase, ShowResults
from samordner_tui.tui.screens.welcome import welcome
from samordner_tui.tui.widgets.case_columns import EDGE, Day, head, layout_for
from samordner_tui.tui.widgets.case_detail import CaseDetail
from samordner_tui.tui.widgets.case_list import PAGE, CaseList
from samordner_tui.tui.widgets.line import LineInput

if TYPE_CHECKING:
    from samordner_tui.casework.overview import CaseLine

BREATH = 0.02
"""Seconds between two batches, so that a person who works is not kept waiting."""


class OverviewScreen(FrameScreen[None]):
    """All cases."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (OpenCase, NewCase, SeekCase, ShowResults, History, Back)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "CaseList"
    DEFAULT_CSS = """
    OverviewScreen {
        #body { padding: 1 2 0 2; }
        #seek { height: 1; margin-bottom: 1; }
        #seek LineInput { width: 1fr; max-width: 60; }
        #found { width: auto; color: $muted; padding: 0 2; }
        #head { height: 1; background: $bar; }
        CaseList { height: 1fr; }
        #welcome { display: none; height: 1fr; max-width: 70; padding: 1 2; }
        &.-empty {
            #seek, #head, CaseList, CaseDetail { display: none; }
            #welcome { display: block; }
        }
    }
    """

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self._sought = ""
        self._is_empty = False

    def compose_body(self) -> Iterable[Widget]:
        """The field, the list, and the case under the cursor in words."""
        with Horizontal(id="seek"):
            yield LineInput(placeholder=_("Søg i navne og noter"), select_on_focus=False)
            yield Static("", id="found")
        yield Static("", id="head")
        yield CaseList(self._day())
        yield CaseDetail(self.program.method, self._day())
        yield Static(welcome(), id="welcome")

    def crumbs(self) -> tuple[str, ...]:
        """We are among the cases."""
        return (_("Sager"),)

    def aside(self) -> str:
        """Today."""
        return show_long_date(self.program.today())

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Her står dine sager. De sager, hvor noget haster, står øverst. De fem mærker er de fem hjørnesten: "
            "● opfyldt, ◐ delvis opfyldt, ○ åben, ✕ fraveget. Stil dig på en sag, så står de med ord nederst. "
            "En sag slettes fra dens sidste trin, »Afslut og slet«."
        )

    def on_screen_resume(self) -> None:
        """On top, for the first time or back from a case that may have changed: read."""
        self.refresh_case()

    def on_resize(self) -> None:
        """The headings follow the width."""
        self._show_headings()

    def _show_headings(self) -> None:
        for heading in self.query("#head").results(Static):
            heading.update(head(layout_for(self.size.width - 2 * EDGE - 1)))

    def refresh_case(self) -> None:
        """Read the cases anew; the cursor stays on its case."""
        self._show_headings()
        self._read_cases(self._sought)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what is impossible here."""
        if action in {OpenCase.id, SeekCase.id}:
            return not self._is_empty
        if action == Back.id:
            return bool(self._sought) or isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    @work(exclusive=True, group="read-cases")
    async def _read_cases(self, sought: str) -> None:
        """Bring the stale lines up to date, then count and read the first page."""
        app = self.program
        if app.archive is None:
            return
        await asyncio.to_thread(summary.refresh_stale, app.archive, app.today(), app.method)
        cases = self._list()
        if cases is None:
            return
        pointed = cases.pointed if sought == self._sought else None
        count, first, place = await app.read(
            lambda session: (
                overview.count(session, sought),
                overview.page(session, sought, 0, PAGE),
                overview.place_of(session, sought, pointed.case_id) if pointed else 0,
            )
        )
        cases = self._list()
        if cases is None:
            return
        self._sought = sought
        self._is_empty = not sought and not count
        self.set_class(self._is_empty, "-empty")
        cases.day = self._day()
        cases.show_cases(count, first, place or 0)
        self._say_found(count)
        self.refresh_bindings()
        self._bring_to_today()

    def _list(self) -> CaseList | None:
        """The list; None where the screen is gone, or is just being drawn anew and is read again when it stands."""
        return None if self.is_going else next(iter(self.query(CaseList)), None)

    @work(exclusive=True, group="bring-to-today")
    async def _bring_to_today(self) -> None:
        """Make the lines anew that were made on an earlier day, a few at a time, while the list can be used."""
        app = self.program
        done = 0
        while app.archive is not None and self.is_current:
            made = await asyncio.to_thread(summary.refresh_outdated, app.archive, app.today(), app.method)
            if not made:
                break
            done += made
            await asyncio.sleep(BREATH)
        if done and app.archive is not None:
            self.refresh_case()

    @on(CaseList.PageWanted)
    def _page_wanted(self, event: CaseList.PageWanted) -> None:
        """A page has come into sight."""
        self._read_page(event.page, self._sought)

    @work(group="read-page")
    async def _read_page(self, page: int, sought: str) -> None:
        """Read it; another search may have begun meanwhile."""
        lines = await self.program.read(lambda session: overview.page(session, sought, page * PAGE, PAGE))
        cases = self._list()
        if cases is not None and sought == self._sought:
            cases.put_page(page, lines)

    @on(CaseList.Pointed)
    def _pointed(self, event: CaseList.Pointed) -> None:
        """Show the case in words, and where the words stand that found it."""
        self.query_one(CaseDetail).show(event.case)
        if event.case is not None and self._sought:
            self._say_where(event.case, self._sought)

    @work(exclusive=True, group="say-where")
    async def _say_where(self, case: CaseLine, sought: str) -> None:
        today = self.program.today()
        places = await self.program.read(lambda session: places_found(session, case.case_id, sought, today))
        cases = self._list()
        if cases is not None and places and sought == self._sought and cases.pointed == case:
            where = _("»{sought}« står i: {places}").format(sought=sought, places=", ".join(places))
            self.query_one(CaseDetail).show(case, where)

    @on(CaseList.Chosen)
    def _chosen(self, event: CaseList.Chosen) -> None:
        """Open it."""
        self._open(event.case)

    @on(CaseList.PastTop)
    def _past_top(self) -> None:
        """Above the first case stands the field."""
        self.query_one(LineInput).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Find while typing."""
        if event.value.strip() != self._sought:
            self._read_cases(event.value.strip())

    @on(Input.Submitted)
    def _sought_enough(self) -> None:
        """Over to the list."""
        self.query_one(CaseList).focus()

    def key_down(self) -> None:
        """From the field down into the list."""
        if isinstance(self.focused, Input):
            self.query_one(CaseList).focus()

    def action_open_pointed_case(self) -> None:
        """Open the case under the cursor."""
        case = self.query_one(CaseList).pointed
        if case is not None:
            self._open(case)

    def action_seek_case(self) -> None:
        """To the field."""
        self.query_one(LineInput).focus()

    def action_back(self) -> None:
        """Out of the search; never out of the program."""
        self.query_one(LineInput).value = ""
        self.query_one(CaseList).focus()

    async def action_history(self) -> None:
        """What was changed outside the cases, and in the case under the cursor."""
        case = self.query_one(CaseList).pointed
        await self.program.show_history(case.case_id if case else None)

    async def action_results(self) -> None:
        """What the method leads to, across the cases."""
        from samordner_tui.tui.screens.results import ResultsScreen

        await self.program.show_over(ResultsScreen())

    @work
    async def action_new_case(self) -> None:
        """Ask for number and name, and open the case."""
        from samordner_tui.tui.screens.new_case import NewCaseDialog

        year = self.program.today().year
        suggested = await self.program.read(lambda session: overview.next_number(session, year))
        drafts = await self.program.read(lambda session: drafts_of(session, None))
        case_id = await self.app.push_screen_wait(NewCaseDialog(suggested, drafts))
        if case_id is not None:
            self.program.open_case(case_id)

    def _open(self, case: CaseLine) -> None:
        self.program.open_case(case.case_id)

    def _day(self) -> Day:
        """What dates are seen from."""
        return Day(self.program.today(), self.program.zone)

    def _say_found(self, count: int) -> None:
        """How many, in words."""
        if self._sought and not count:
            text = _("ingen sager har det i sig")
        else:
            text = ngettext("{count} sag", "{count} sager", count).format(count=count)
        self.query_one("#found", Static).update(Content(text))
