"""The network map: the child in the middle, everybody around, and beside it who is pointed at.

Answers with the id of the person that is to be opened, or None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from sqlalchemy.orm import Session
from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.archive.records.assignment import Case
from samordner_tui.casework import network_map, ties
from samordner_tui.casework.network_map import NetworkMap, OnMap, TieOnMap
from samordner_tui.language import _
from samordner_tui.method.terms import Sector, Support, TieQuality
from samordner_tui.method.wording import listed
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.map_commands import TieTwo
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.network_map import NetworkMapView
from samordner_tui.tui.widgets.option_lines import Option

ASKED_NEXT = {
    Sector.MOTHERS_SIDE: "mothers_side",
    Sector.FATHERS_SIDE: "fathers_side",
    Sector.FRIENDS_LEISURE: "leisure",
}
"""The prompt that asks for somebody in a sector where nobody stands."""


LEGEND = {
    "⠭⠭⠭⠭": TieQuality.STRONG,
    "⠒⠒⠒⠒": TieQuality.ORDINARY,
    "⠂⠀⠂⠀": TieQuality.WEAK,
    "⡠⠊⠢⡠": TieQuality.TENSE,
    "⠒⠂⠐⠒": TieQuality.BROKEN,
}
"""The lines as they are drawn. Their meaning stands in words too, beside whoever is pointed at."""

MIDDLE, NOBODY = "middle", "nobody"
"""Answers that are no person and no flow of support."""


class NetworkMapScreen(FrameScreen[str]):
    """The map of one case."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (TieTwo, Back)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "NetworkMapView"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    NetworkMapScreen {
        #map { height: 1fr; }
        #field { width: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
        #told { width: 32; padding: 1 2; border-left: solid $rule; }
        #told-short { height: auto; max-height: 3; padding: 0 1; background: $card; }
        &.-narrow #told { display: none; }
        &.-wide #told-short { display: none; }
    }
    """

    def __init__(self, case_id: str, person_id: str = "") -> None:
        """For one case, with the cursor on somebody."""
        super().__init__()
        self.case_id = case_id
        self._begins_at = person_id
        self._name = ""

    def compose_body(self) -> Iterable[Widget]:
        """The map, and beside or below it who is pointed at."""
        with Horizontal(id="map"):
            with VerticalScroll(id="field", can_focus=False):
                yield NetworkMapView(self.program.method)
            with VerticalScroll(id="told", can_focus=False):
                yield Static("", id="person")
        yield Static("", id="told-short")

    def crumbs(self) -> tuple[str, ...]:
        """The case, and the map."""
        return (self._name, _("Netværkskort")) if self._name else (_("Netværkskort"),)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Barnet står i midten. Jo tættere på barnet, jo tættere på midten. Pilene går til den nærmeste, tab til "
            "den næste. Med shift flytter pilene personen: op er en ring nærmere barnet, ned er længere ud, til siden "
            "er en anden plads. Enter åbner personen. ctrl+z fortryder. I et lille vindue står det samme som en tabel."
        )

    @property
    def view(self) -> NetworkMapView:
        """The map itself."""
        return self.query_one(NetworkMapView)

    async def on_mount(self) -> None:
        """Read and show."""
        self.refresh_case()

    def refresh_case(self) -> None:
        """Show the network as it stands now."""
        self._read()

    @work(exclusive=True, group="read-map")
    async def _read(self) -> None:
        self._name, shown = await self.program.read(
            lambda session: (name_of_case(session, self.case_id), network_map.read_network_map(session, self.case_id))
        )
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

    @on(NetworkMapView.Moved)
    def _moved(self, event: NetworkMapView.Moved) -> None:
        self._move(event)

    @work(group="move-on-map")
    async def _move(self, event: NetworkMapView.Moved) -> None:
        """Keep where somebody stands now. Several moves in a row are kept one after the other."""
        today, case_id = self.program.today(), self.case_id
        with self.program.saying_refusals():
            await self.program.write(
                _("Plads på kortet"),
                lambda session: network_map.move_by(
                    session, case_id, event.person_id, today, out=event.out, around=event.around
                ),
                case_id,
            )

    @on(NetworkMapView.Opened)
    def _opened(self, event: NetworkMapView.Opened) -> None:
        """Open the person in the case; the child stands among the people too."""
        if event.person_id:
            self.dismiss(event.person_id)

    @work(group="tie-on-map")
    async def action_tie_two(self) -> None:
        """Whom to, how it is, and who supports whom."""
        shown, here, method = self.view.map, self.view.pointed, self.program.method
        others = [Option(one.id, one.name, one.relation) for one in shown.people if one.id != here]
        if here:
            others.insert(0, Option(MIDDLE, shown.heart))
        title = _("Bånd fra {name} til hvem?").format(name=shown.name(here))
        other = await self.app.push_screen_wait(PickDialog(title, others))
        if other is None:
            return
        names = shown.name(here), shown.name("" if other == MIDDLE else other)
        how = [Option(one, method.label(one)) for one in TieQuality]
        quality = await self.app.push_screen_wait(NumberedDialog(_("Hvordan er båndet?"), how, text=" – ".join(names)))
        if quality is None:
            return
        flows = [Option(one, ties.flow(*names, one)) for one in Support]
        flows.append(Option(NOBODY, _("ingen af delene, eller det er ikke sagt")))
        flow = await self.app.push_screen_wait(NumberedDialog(_("Støtte"), flows, text=" – ".join(names)))
        if flow is None:
            return
        support = None if flow == NOBODY else Support(flow)
        await self._keep_tie(here, "" if other == MIDDLE else other, TieQuality(quality), support)

    async def _keep_tie(self, here: str, other: str, quality: TieQuality, support: Support | None) -> None:
        """Keep the tie; one that the two have already is changed."""
        today, case_id = self.program.today(), self.case_id
        with self.program.saying_refusals():
            await self.program.write(
                _("Bånd mellem to"),
                lambda session: ties.tie(
                    session, case_id, ties.ends(session, case_id, here, other), quality, support, today
                ),
                case_id,
            )

    def action_back(self) -> None:
        """Back to the case."""
        self.dismiss(None)

    def _tell(self) -> None:
        """Who is pointed at, the counts, and whom to ask for next."""
        shown = self.view.map
        person = shown.person(self.view.pointed)
        told = Content("\n").join([*self._person_lines(shown, person), Content(""), *self._counts(shown)])
        self.query_one("#person", Static).update(told)
        self.query_one("#told-short", Static).update(Content("  ").join(self._person_lines(shown, person)))

    def _person_lines(self, shown: NetworkMap, person: OnMap | None) -> Iterator[Content]:
        if person is None:
            yield Content.styled(shown.heart, "bold")
            return
        yield Content.assemble((person.name, "bold"), "  ", (person.relation, "$muted"))
        yield Content(self._place(person))
        if person.tie is not None:
            yield Content(_("kontakten er {tie}").format(tie=self.program.method.label(person.tie)))
        if not person.is_invited:
            yield Content.styled(_("inviteres ikke"), "$muted")
        yield from (Content(self._tie(shown, one)) for one in shown.ties_of(person.id))

    def _tie(self, shown: NetworkMap, tie: TieOnMap) -> str:
        first, second = shown.name(tie.first), shown.name(tie.second)
        return ties.sentence(first, second, tie.quality, tie.support, self.program.method)

    def _place(self, person: OnMap) -> str:
        """`ring 1 · mors side`."""
        ring = _("ring {ring}").format(ring=person.ring) if person.ring is not None else _("ingen ring endnu")
        sector = self.program.method.label(person.sector) if person.sector is not None else _("ingen plads endnu")
        return f"{ring} · {sector}"

    def _counts(self, shown: NetworkMap) -> Iterator[Content]:
        yield Content.styled(_("Hvem er på kortet"), "bold")
        for sector in network_map.ROUND:
            yield Content(f"{self.program.method.label(sector):<20}{shown.count(sector):>3}")
        empty = [ASKED_NEXT[one] for one in network_map.ROUND if one in ASKED_NEXT and not shown.count(one)]
        if empty:
            yield Content("")
            yield Content.styled(_("Spørg videre"), "bold")
            for prompt in self.program.method.prompts:
                if prompt.id in empty:
                    yield Content(prompt.text.text)
        if shown.beside:
            yield Content("")
            yield Content.styled(_("Uden plads endnu"), "bold")
            yield Content(listed([one.name for one in shown.beside]))
        yield Content("")
        for line, quality in LEGEND.items():
            yield Content.styled(f"{line}  {self.program.method.label(quality)}", "$muted")


def name_of_case(session: Session, case_id: str) -> str:
    """`2027-03 Alma`."""
    case = session.get(Case, case_id)
    return f"{case.number} {case.alias}" if case is not None else ""
