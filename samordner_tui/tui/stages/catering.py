"""Forplejning on the screen: noting that the food is ordered, for how many."""

from __future__ import annotations

from samordner_tui.archive.records.practical import Menu
from samordner_tui.casework import catering
from samordner_tui.casework.covers import covers
from samordner_tui.language import _
from samordner_tui.method.terms import StageId
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.stage import Stage, action


class FoodOrdered(Command):
    """Noterer, at maden er bestilt i dag. Antallet af kuverter er det, svarene giver, og kan rettes."""

    id = "food_ordered"
    key = "b"
    title = "Maden er bestilt"
    footer = "Bestilt"


class WishedFood(Command):
    """Sætter det, barnet ønsker at spise, i menuen som barnets valg. Ønsket er det, du har skrevet under Barnet."""

    id = "wished_food"
    key = "m"
    title = "Sæt barnets ønske i menuen"
    footer = "Barnets ønske"


class CateringStage(Stage):
    """The meal with its own command."""

    STAGE = StageId.CATERING
    OFFERS = (*Stage.OFFERS, FoodOrdered, WishedFood)
    BINDINGS = keys_of(OFFERS)

    @action
    async def action_food_ordered(self) -> None:
        """Ask for how many, and note the order."""
        conference, case_id, today = self.conference, self.case_id, self.today
        if conference is None:
            return
        counted = covers(self.facts, conference).total
        answers = await self.ask_fields(
            _("Maden er bestilt"), Menu, ("ordered_covers",), values={"ordered_covers": counted}
        )
        count = answers.get("ordered_covers") if answers is not None else None
        if isinstance(count, int):
            await self.write(
                _("Mad bestilt"), lambda session: catering.order(session, case_id, conference, count, today)
            )

    @action
    async def action_wished_food(self) -> None:
        """The child's wish becomes the menu."""
        conference_id, case_id, facts, today = self.conference_id, self.case_id, self.facts, self.today
        if conference_id is not None:
            await self.write(
                _("Barnets ønske i menuen"),
                lambda session: catering.serve_what_is_wished(session, case_id, facts, conference_id, today),
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The wish goes into a menu that is still empty."""
        if action == WishedFood.id:
            conference = self.conference
            return conference is not None and (conference.menu is None or not conference.menu.dishes)
        return super().check_action(action, parameters)
