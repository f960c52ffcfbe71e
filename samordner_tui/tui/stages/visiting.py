"""Visits on the screen: planned with one or several, noted by a number and a few figures, and who was there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.casework import before_contact, free_evenings, next_visits, visit_held, visits
from samordner_tui.casework.cells import names_of
from samordner_tui.casework.fields import Value, table_of
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.schedule import due_dates
from samordner_tui.method.terms import ContactForm, ContactKind
from samordner_tui.method.wording import show_date, show_long_date
from samordner_tui.tui.commands import Command
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.drafting import named_after
from samordner_tui.tui.network_commands import HowItWent, PlanVisit, WhoWasThere
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.widgets.option_lines import Option

OWN_TIME = "own"
"""The answer that the samordner types the time."""

PEOPLE, CONTACTS = table_of(Person).name, table_of(Contact).name


class VisitingStage(Stage):
    """A stage from which people are visited."""

    VISITING: ClassVar[tuple[type[Command], ...]] = (PlanVisit, HowItWent, WhoWasThere)

    @action
    async def action_plan_visit(self) -> None:
        """Plan a visit to the person under the cursor, or to those that are chosen, and open it."""
        row = self.row
        await self._plan_visit((row.id,) if row is not None and row.record == PEOPLE else ())

    @action
    async def _answer_visit(self, person_id: str | None) -> None:
        """How it went, once the day of the visit has come; the visit that is planned already, or a new one."""
        planned = visits.planned_with(self.facts, person_id)
        if planned is not None and visit_held.has_come(self.facts, planned, self.today):
            await self._how_it_went(planned, planned.people)
        elif planned is not None:
            await self.open_row(CONTACTS, planned.id, "outcome")
        else:
            await self._plan_visit((person_id,) if person_id is not None else ())

    async def _plan_visit(self, people: tuple[str, ...]) -> None:
        facts, case_id, today = self.facts, self.case_id, self.today
        chosen = people or await self._whom_to_visit()
        if not chosen:
            return
        kind = visits.kind_of_talks(facts, chosen)
        before_contact.refuse_what_no_reason_opens(facts, kind, today)
        evening = await self._which_evening(chosen)
        if evening is None:
            return
        at = None if evening == OWN_TIME else free_evenings.evening_of(date.fromisoformat(evening), self.program.zone)
        contact_id = await self.write(
            _("Besøg aftalt"),
            lambda session: visits.plan_visit(session, case_id, chosen, today, kind=kind, planned_at=at),
        )
        await self.open_row(CONTACTS, contact_id, "planned_at")

    async def _whom_to_visit(self) -> tuple[str, ...]:
        """Those who wait, in the order it is best done, each with the reason."""
        facts, case_id, today = self.facts, self.case_id, self.today
        homes = await self.read(lambda session: next_visits.known_homes(session, case_id))
        waiting = next_visits.next_visits(facts, homes, today)
        options = [Option(one.person.id, one.person.name, one.reason) for one in waiting]
        return await self.ask_several(_("Hvem vil du besøge?"), options) or ()

    async def _which_evening(self, people: Sequence[str]) -> str | None:
        """A free evening by its number as a date, `OWN_TIME`, or None where it was given up."""
        if visits.kind_of_talks(self.facts, people) is ContactKind.INFORMANT_TALK:
            return OWN_TIME
        zone, today = self.program.zone, self.today
        until = due_dates(self.facts, self.conference, self.method)["network_visited"]
        taken = await self.read(lambda session: free_evenings.taken_days(session, zone))
        evenings = free_evenings.free_evenings(taken, today, until)
        if not evenings:
            return OWN_TIME
        options = [Option(one.isoformat(), _("{day} kl. 17–21").format(day=show_date(one, today))) for one in evenings]
        options.append(Option(OWN_TIME, _("en anden tid, som du selv skriver")))
        text = _("De næste aftener, hvor du hverken har besøg eller rådslagning.")
        if until is not None:
            text += " " + _("Alle skal være besøgt senest {day}.").format(day=show_long_date(until, today))
        title = _("Hvornår besøger du {name}?").format(name=names_of(self.facts, people))
        return await self.ask(NumberedDialog(title, options, text=text))

    @action
    async def action_how_it_went(self) -> None:
        """Note how the visit went that the cursor stands on, or the one to the person there."""
        row = self.row
        if row is None:
            return
        if row.record == CONTACTS:
            contact = next((one for one in self.facts.contacts if one.id == row.id), None)
            await self._how_it_went(contact, contact.people if contact is not None else ())
        else:
            planned = visits.planned_with(self.facts, row.id)
            await self._how_it_went(planned, planned.people if planned is not None else (row.id,))

    async def _how_it_went(self, contact: f.Contact | None, people: Sequence[str]) -> None:
        """One answer by its number, and the time it took."""
        facts, case_id, today = self.facts, self.case_id, self.today
        title = _("Hvordan gik besøget hos {name}?").format(name=names_of(facts, people))
        way = await self.ask(NumberedDialog(title, [Option(*one) for one in visit_held.ways_it_went(self.method)]))
        if way is None:
            return
        held_on = visit_held.day_of_visit(facts, contact, today)
        values: dict[str, Value] = {"held_on": held_on, **visit_held.WAYS[way]}
        asked = visit_held.asked_after(way, await self._form_of(contact))
        if asked:
            contact_id = contact.id if contact is not None else None
            standing: dict[str, Value] = {"held_on": held_on}
            draft = named_after(title)
            answers = await self.ask_fields(title, Contact, asked, row_id=contact_id, values=standing, draft=draft)
            if answers is None:
                return
            values.update(answers)
        await self.write(
            _("Besøg noteret"),
            lambda session: visit_held.note(session, case_id, facts, contact, people, values, today),
        )

    async def _form_of(self, contact: f.Contact | None) -> ContactForm | None:
        if contact is None:
            return None
        return await self.read(lambda session: visits.form_of(session, contact.id))

    @action
    async def action_who_was_there(self) -> None:
        """Say who takes part in a visit."""
        contact, today = self._contact_here(), self.today
        if contact is None:
            return
        options = [Option(one.id, one.name, one.relation or "") for one in self.facts.people]
        chosen = await self.ask_several(_("Hvem er med?"), options, contact.people)
        if chosen is not None:
            people, contact_id = chosen, contact.id
            await self.write(
                _("Hvem er med til besøget"), lambda session: visits.set_people(session, contact_id, people, today)
            )

    def _contact_here(self) -> f.Contact | None:
        """The visit under the cursor, or of the open form."""
        row = self.row
        return next((one for one in self.facts.contacts if row is not None and one.id == row.id), None)

    @property
    def record_here(self) -> str:
        """The table of the row under the cursor, where that row is there."""
        return self.row.record if self.row is not None and not self.row.is_expected else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about a visit stands at a visit, or at whom it is to."""
        if action == HowItWent.id:
            return self.record_here in {PEOPLE, CONTACTS} and self.form is None
        if action == WhoWasThere.id:
            return self.record_here == CONTACTS
        return super().check_action(action, parameters)
