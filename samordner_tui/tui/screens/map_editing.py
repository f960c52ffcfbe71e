"""What the map takes from whoever sits before it, the samordner or the child: moves, and ties between two people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual import on, work

from samordner_tui.casework import map_moves, ties
from samordner_tui.casework.network_map import MIDDLE
from samordner_tui.language import _
from samordner_tui.method.terms import Support, TieQuality
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.network_map import NetworkMapView
from samordner_tui.tui.widgets.option_lines import Option

Result = TypeVar("Result")

NOBODY = "nobody"
"""An answer that is no flow of support."""


class MapEditing(FrameScreen[Result]):
    """A screen with the map of a case on it."""

    def __init__(self, case_id: str, map_id: str = "") -> None:
        """For one case; `map_id` names another view than the one the people of the case stand on."""
        super().__init__()
        self.map_of = case_id
        self.map_id = map_id

    @property
    def view(self) -> NetworkMapView:
        """The map itself."""
        return self.query_one(NetworkMapView)

    @on(NetworkMapView.Moved)
    def _moved(self, event: NetworkMapView.Moved) -> None:
        self._move(event)

    @work(group="write-map")
    async def _move(self, event: NetworkMapView.Moved) -> None:
        """Keep where somebody stands now. Several moves in a row are kept one after the other."""
        today, case_id, map_id = self.program.today(), self.map_of, self.map_id
        with self.program.saying_refusals():
            await self.program.write(
                _("Plads på kortet"),
                lambda session: map_moves.move_on_map(session, case_id, map_id, event.person_id, event.move, today),
                case_id,
            )

    @work(group="tie-on-map")
    async def action_tie_two(self) -> None:
        """Whom to, how it is, and who supports whom."""
        here = await self._one_of_those_pointed_at()
        if here is None:
            return
        shown, method = self.view.map, self.program.method
        others = [Option(one, name) for one, name in shown.hearts if one != here]
        others += [Option(one.id, one.name, one.relation) for one in shown.people if one.id != here]
        title = _("Bånd fra {name} til hvem?").format(name=shown.name(here))
        other = await self.app.push_screen_wait(PickDialog(title, others))
        if other is None:
            return
        names = shown.name(here), shown.name(other)
        how = [Option(one, method.label(one)) for one in self.qualities((here, other))]
        quality = await self.app.push_screen_wait(NumberedDialog(_("Hvordan er båndet?"), how, text=" – ".join(names)))
        if quality is None:
            return
        flows = [Option(one, ties.flow(*names, one)) for one in Support]
        flows.append(Option(NOBODY, _("ingen af dem, eller det er ikke sagt")))
        flow = await self.app.push_screen_wait(NumberedDialog(_("Støtte"), flows, text=" – ".join(names)))
        if flow is not None:
            await self.keep_tie((here, other), TieQuality(quality), None if flow == NOBODY else Support(flow))

    def qualities(self, between: tuple[str, str]) -> Sequence[TieQuality]:
        """What a tie between two may be called here."""
        return tuple(TieQuality)

    async def _one_of_those_pointed_at(self) -> str | None:
        """Who is pointed at; of several children in the middle the one that is meant."""
        shown = self.view.map
        if self.view.pointed != MIDDLE:
            return self.view.pointed
        children: Sequence[tuple[str, str]] = shown.hearts
        if len(children) == 1:
            return children[0][0]
        return await self.app.push_screen_wait(
            PickDialog(_("Bånd fra hvem?"), [Option(one, name) for one, name in children])
        )

    async def keep_tie(self, between: tuple[str, str], quality: TieQuality, support: Support | None) -> None:
        """Keep the tie; one that the two have already is changed."""
        today, case_id = self.program.today(), self.map_of
        with self.program.saying_refusals():
            await self.program.write(
                _("Bånd mellem to"),
                lambda session: ties.tie(session, case_id, between, quality, support, today),
                case_id,
            )
