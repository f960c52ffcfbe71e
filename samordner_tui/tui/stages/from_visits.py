"""What comes out of a visit besides the visit itself: needs, an offer, and what may be told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from samordner_tui.archive.records.network import Offer
from samordner_tui.casework import may_be_told, offers
from samordner_tui.casework.cells import beginning, name_of, names_of
from samordner_tui.language import _
from samordner_tui.tui.commands import Command
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.network_commands import MayBeTold, WhatTheyNeed, WriteOffer
from samordner_tui.tui.stages.stage import action
from samordner_tui.tui.stages.visiting import CONTACTS, PEOPLE, VisitingStage
from samordner_tui.tui.widgets.option_lines import Option


class FromVisits(VisitingStage):
    """A stage where what people say at a visit finds its place."""

    FROM_VISITS: ClassVar[tuple[type[Command], ...]] = (WhatTheyNeed, WriteOffer, MayBeTold)

    @action
    async def action_what_they_need(self) -> None:
        """Open the person where form, role, needs and food stand: they go on to the kitchen and the bookings."""
        person_id = await self._one_of(_("Hvem gælder det?"))
        if person_id is not None:
            await self.open_row(PEOPLE, person_id, "attendance")

    @action
    async def action_write_offer(self) -> None:
        """Write down what somebody would like to bring, at their wish."""
        person_id = await self._one_of(_("Hvem vil have noget skrevet ned?"))
        if person_id is None:
            return
        name = name_of(self.facts, person_id)
        answers = await self.ask_fields(
            _("{name} vil gerne tilbyde").format(name=name),
            Offer,
            ("words",),
            text=_("Kun hvis {name} ønsker det, og med egne ord. {name} tager det selv med på dagen.").format(
                name=name
            ),
            draft=f"offer/{person_id}",
        )
        if answers is not None:
            case_id, today = self.case_id, self.today
            await self.write(
                _("Tilbud skrevet ned"),
                lambda session: offers.write_down(session, case_id, person_id, answers, today),
            )

    @action
    async def action_may_be_told(self) -> None:
        """Choose among the texts the family knows."""
        contact = self._contact_here()
        if contact is None:
            return
        known = may_be_told.cleared(self.facts)
        if not known:
            self.say(_("Familien kender ingen tekster endnu. De står i »Opgaven og samtykke«."))
            return
        options = [Option(one.id, beginning(one.text), self.method.label(one.kind)) for one in known]
        names = names_of(self.facts, contact.people)
        text = _("Familien kender de her tekster. Spørg dem, hvad der må fortælles videre.")
        chosen = await self.ask_several(_("Hvad må {name} få at vide?").format(name=names), options, text=text)
        if chosen:
            texts, contact_id, today = [one.text for one in known if one.id in chosen], contact.id, self.today
            await self.write(
                _("Må få at vide"), lambda session: may_be_told.may_hear(session, contact_id, texts, today)
            )

    async def _one_of(self, title: str) -> str | None:
        """The person under the cursor; of those at a visit the one whose number is pressed."""
        people = self._people_here()
        if len(people) <= 1:
            return next(iter(people), None)
        return await self.ask(NumberedDialog(title, [Option(one, name_of(self.facts, one)) for one in people]))

    def _people_here(self) -> Sequence[str]:
        contact = self._contact_here()
        if contact is not None:
            return contact.people
        return (self.row.id,) if self.row is not None and self.record_here == PEOPLE else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is said stands at a visit, or at whoever said it."""
        if action in {WhatTheyNeed.id, WriteOffer.id}:
            return self.record_here in {PEOPLE, CONTACTS}
        if action == MayBeTold.id:
            return self.record_here == CONTACTS
        return super().check_action(action, parameters)
