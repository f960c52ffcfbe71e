"""The network map: the child in the middle, everybody around, and beside it who is pointed at.

Answers with the id of the person that is to be opened, or None.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Session
from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.archive.records.assignment import Case
from samordner_tui.casework import map_views
from samordner_tui.casework.case_frame import name_of_case
from samordner_tui.casework.map_views import ViewOnList
from samordner_tui.casework.network_map import NetworkMap, read_network_map
from samordner_tui.language import _
from samordner_tui.method.wording import parse_date, show_date
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.map_commands import ChooseMap, CompareMaps, KeepMap, RemoveMap, SaveMapAsFile, TieTwo
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.map_comparison import MapComparisonScreen
from samordner_tui.tui.screens.map_editing import MapEditing
from samordner_tui.tui.widgets.map_told import person_lines, told
from samordner_tui.tui.widgets.network_map import NetworkMapView
from samordner_tui.tui.widgets.option_lines import Option

NEW_MAP = "new:"
"""Begins the answer that begins a map of somebody's own."""


class NetworkMapScreen(MapEditing[str]):
    """The map of one case."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (
        TieTwo,
        ChooseMap,
        KeepMap,
        CompareMaps,
        SaveMapAsFile,
        RemoveMap,
        Back,
    )
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "NetworkMapView"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-broad")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    NetworkMapScreen {
        #map { height: 1fr; }
        #field { width: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
        #told { width: 32; padding: 1 2; border-left: solid $rule; scrollbar-size-vertical: 1; }
        #told-short { height: auto; max-height: 3; padding: 0 1; background: $card; }
        &.-broad #told { width: 46; }
        &.-narrow #told { display: none; }
        &.-wide #told-short, &.-broad #told-short { display: none; }
    }
    """

    def __init__(self, case_id: str, person_id: str = "", map_id: str = "") -> None:
        """For one case, with the cursor on somebody."""
        super().__init__(case_id, map_id)
        self.case_id = case_id
        self._begins_at = person_id
        self._name = ""
        self.views: tuple[ViewOnList, ...] = ()

    def compose_body(self) -> Iterable[Widget]:
        """The map, and beside or below it who is pointed at."""
        with Horizontal(id="map"):
            with VerticalScroll(id="field", can_focus=False):
                yield NetworkMapView(lambda: self.program.method)
            with VerticalScroll(id="told", can_focus=False):
                yield Static("", id="person")
        yield Static("", id="told-short")

    def crumbs(self) -> tuple[str, ...]:
        """The case, and the map."""
        return (self._name, _("Netværkskort")) if self._name else (_("Netværkskort"),)

    def aside(self) -> str:
        """Whose map it is, when it is not that of the case, and that it is kept as it was."""
        shown = next((one for one in self.views if one.map_id == self.map_id), None)
        return f"{shown.title} · {shown.told}" if shown is not None and (self.map_id or len(self.views) > 1) else ""

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Barnet står i midten. Jo tættere på barnet, jo tættere på midten. Pilene går til den nærmeste, tab til "
            "den næste. Med shift flytter pilene personen: op er en ring nærmere barnet, ned er længere ud, til siden "
            "er en anden plads. Du kan også trække et navn med musen. Enter åbner personen. ctrl+z fortryder. "
            "I et lille vindue står det samme som en tabel, og båndene i ord nedenunder.\n\n"
            "Et kort hører til en dag og til den, der har tegnet det. Gem det, når I er færdige: Det gemte bliver, som "
            "det var, og I tegner videre på det næste. Søskende har hvert sit kort over de samme mennesker."
        )

    async def on_mount(self) -> None:
        """Read and show."""
        self.refresh_case()

    def refresh_case(self) -> None:
        """Show the network as it stands now."""
        self._read()

    @work(exclusive=True, group="read-map")
    async def _read(self) -> None:
        case_id, map_id, today = self.map_of, self.map_id, self.program.today()

        def reading(session: Session) -> tuple[str, tuple[ViewOnList, ...], NetworkMap]:
            views = map_views.views(session, case_id, today)
            return name_of_case(session, case_id), views, read_network_map(session, case_id, map_id)

        self._name, self.views, shown = await self.program.read(reading)
        if self.is_going:
            return
        # A map that was taken back by undo is there no longer: what is shown then is the map of the case.
        self.map_id = shown.drawn.map_id
        self.view.show(shown)
        if self._begins_at:
            begins, self._begins_at = self._begins_at, ""
            if self.view.map.person(begins) is not None:
                self.view.point_at(begins)
        self.refresh_title()
        self._tell()

    @on(NetworkMapView.Pointed)
    def _pointed(self) -> None:
        self._tell()

    @on(NetworkMapView.Opened)
    def _opened(self, event: NetworkMapView.Opened) -> None:
        """Open the person in the case; for the middle the first child."""
        opened = event.person_id or self.view.map.hearts[0][0]
        if opened:
            self.dismiss(opened)

    @work(group="choose-map")
    async def action_choose_map(self) -> None:
        """Show another map of the case, or begin one of somebody's own."""
        case_id, today = self.map_of, self.program.today()
        others = await self.program.read(lambda session: map_views.may_have_a_map(session, case_id))
        options = [Option(one.map_id, one.title, one.told) for one in self.views]
        options += [Option(NEW_MAP + one, _("Nyt kort for {name}").format(name=name)) for one, name in others]
        chosen = await self.app.push_screen_wait(PickDialog(_("Hvilket kort?"), options, (self.map_id,)))
        if chosen is None:
            return
        with self.program.saying_refusals():
            if chosen.startswith(NEW_MAP):
                whose = chosen.removeprefix(NEW_MAP)
                chosen = await self.program.write(
                    _("Nyt kort"), lambda session: map_views.begin_view(session, case_id, whose, today), case_id
                )
            self.map_id = chosen
            self.refresh_case()

    @work(group="keep-map")
    async def action_keep_map(self) -> None:
        """Keep the map as it is today."""
        case_id, map_id, today = self.map_of, self.map_id, self.program.today()
        question = _("Hvem har I tegnet det sammen? Kortet gemmes, som det er i dag. I tegner videre på det næste.")
        drawn_with = await self.app.push_screen_wait(AskDialog(_("Gem kortet"), question, self.view.map.heart))
        if drawn_with is None:
            return
        when = await self.app.push_screen_wait(
            AskDialog(
                _("Gem kortet"),
                _("Hvornår tegnede I det?"),
                show_date(today, today),
                problem_with=lambda typed: no_day_till_now(typed, today),
            )
        )
        if when is None:
            return
        drawn_on = parse_date(when, today)
        with self.program.saying_refusals():
            await self.program.write(
                _("Gemt kort"),
                lambda session: map_views.freeze(
                    session, case_id, map_id, drawn_with.strip(), today, drawn_on=drawn_on
                ),
                case_id,
            )
            self.program.say(_("Kortet er gemt, som det er i dag."))

    @work(group="keep-map")
    async def action_remove_map(self) -> None:
        """Take away the map that is shown; back to the one of the case."""
        map_id, today = self.map_id, self.program.today()
        with self.program.saying_refusals():
            await self.program.write(
                _("Kortet er fjernet"), lambda session: map_views.remove_map(session, map_id, today), self.map_of
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The map that the people of the case stand on is not taken away."""
        if action == RemoveMap.id:
            return bool(self.map_id)
        return super().check_action(action, parameters)

    @work(group="compare-maps")
    async def action_compare_maps(self) -> None:
        """Hold this map against another of the case."""
        others = [Option(one.map_id, one.title, one.told) for one in self.views if one.map_id != self.map_id]
        if not others:
            self.program.say(_("Der er kun ét kort. Gem det, så kan du senere se, hvad der er anderledes."))
            return
        other = await self.app.push_screen_wait(PickDialog(_("Sammenlign med hvilket kort?"), others))
        if other is None:
            return
        # The open maps stand first, then those kept, the newest first: the later of two stands before the earlier.
        later, earlier = (one for one in self.views if one.map_id in {self.map_id, other})
        case_id = self.map_of
        two = await self.program.read(
            lambda session: [read_network_map(session, case_id, one.map_id) for one in (earlier, later)]
        )
        titles = [f"{one.title} · {one.told}" for one in (earlier, later)]
        await self.app.push_screen(MapComparisonScreen((titles[0], two[0]), (titles[1], two[1])))

    @work(group="save-map-as-file")
    async def action_save_map_as_file(self) -> None:
        """Let the map that is shown leave the archive as files."""
        from samordner_tui.tui.screens.map_files import save_map_as_files

        case_id, map_id = self.map_of, self.map_id
        number, shown = await self.program.read(
            lambda session: (session.get_one(Case, case_id).number, read_network_map(session, case_id, map_id))
        )
        with self.program.saying_refusals():
            await save_map_as_files(self.program, number, shown)

    def action_back(self) -> None:
        """Back to the case."""
        self.dismiss(None)

    def _tell(self) -> None:
        """Who is pointed at, the counts, and whom to ask for next."""
        shown, pointed, method = self.view.map, self.view.pointed, self.program.method
        self.query_one("#person", Static).update(told(shown, pointed, method))
        self.query_one("#told-short", Static).update(Content("  ").join(person_lines(shown, pointed, method)))


def no_day_till_now(typed: str, today: date) -> str:
    """A sentence when what was typed is no day that has come."""
    day = parse_date(typed, today)
    if day is None:
        return _("Det er ikke en dato. Skriv for eksempel 14/1 eller »i går«.")
    return _("Den dag er ikke kommet endnu.") if day > today else ""
