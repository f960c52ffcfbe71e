"""Barnet og forældrene on the screen: a new child in one step, custody, and the talk with a child."""

from __future__ import annotations

from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.casework import child, visits
from samordner_tui.casework.child_list import CHILDREN, CUSTODY
from samordner_tui.casework.fields import table_of
from samordner_tui.casework.views import Jump
from samordner_tui.language import _
from samordner_tui.method.terms import PersonKind, StageId
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.person_deletion import DeletesPeople
from samordner_tui.tui.stages.stage import action
from samordner_tui.tui.widgets.fields.reference import NEW
from samordner_tui.tui.widgets.option_lines import Option


class NewChild(Command):
    """Skriver et barn ind: barnet står så både her og i netværket. Der kan være flere børn i en sag."""

    id = "new_child"
    key = "b"
    title = "Nyt barn"
    footer = "Nyt barn"
    footer_place = 11


class CustodyHolder(Command):
    """Noterer, hvem der har forældremyndigheden over sagens børn. Det er deres samtykke, du skal have."""

    id = "custody_holder"
    key = "f"
    title = "Forældremyndighed"
    footer = "Forældremyndighed"


class PlanTalk(Command):
    """Aftaler en samtale med barnet eller en forælder."""

    id = "plan_talk"
    key = "t"
    title = "Aftal en samtale"
    footer = "Samtale"


class ChildStage(DeletesPeople):
    """The child and the parents with their own commands."""

    STAGE = StageId.CHILD
    OFFERS = (*DeletesPeople.OFFERS, NewChild, CustodyHolder, PlanTalk)
    BINDINGS = keys_of(OFFERS)

    @action
    async def action_add_row(self) -> None:
        """A new child is a person too, and is added as both."""
        section = self.section
        if section is not None and section.id == CHILDREN:
            await self._new_child()
        elif section is not None and section.id == CUSTODY and len(self.facts.children) <= 1:
            await self._note_custody()
        elif section is not None and section.adds is not None:
            await self.add_row(section.adds, section.add_values, draft=f"new-{section.id}")

    @action
    async def action_new_child(self) -> None:
        """Add a child."""
        await self._new_child()

    async def _new_child(self) -> None:
        # Whoever stands in the case already is a grown-up of the municipality.
        asked = ("name", "age")
        answers = await self.ask_fields(_("Nyt barn"), Person, asked, draft="new-child", offers_names=False)
        if answers is None:
            return
        name, age = answers["name"], answers["age"]
        case_id, today = self.case_id, self.today
        child_id = await self.write(
            _("Barn skrevet ind"),
            lambda session: child.add_child(
                session, case_id, str(name or ""), today, age=age if isinstance(age, int) else None
            ),
        )
        await self.open_row(CHILDREN, child_id)

    @action
    async def action_custody_holder(self) -> None:
        """Note who holds custody of the children of the case."""
        await self._note_custody()

    async def _note_custody(self) -> None:
        """Choose a holder among those who are known, or write in a new one, who is held to be one at once."""
        people = child.without_custody(self.facts)
        options = [Option(one.id, one.name, one.relation or "") for one in people]
        chosen = NEW
        if options:
            options.append(Option(NEW, _("Tilføj person …")))
            chosen = await self.ask_choice(_("Hvem har forældremyndigheden?"), options) or ""
        case_id, today = self.case_id, self.today
        if chosen == NEW:
            await self._new_custody_holder()
        elif chosen:
            await self.write(
                _("Forældremyndighed"), lambda session: child.add_custody_holder(session, case_id, chosen, today)
            )

    async def _new_custody_holder(self) -> None:
        case_id, today = self.case_id, self.today
        asked = ("name", "relation", "household")
        title = _("Hvem har forældremyndigheden?")
        answers = await self.ask_fields(title, Person, asked, values={"household": None}, draft="new-custody-holder")
        if answers is None:
            return
        name, relation, household = (answers[one] for one in asked)
        await self.write(
            _("Forældremyndighed"),
            lambda session: child.add_new_custody_holder(
                session,
                case_id,
                str(name or ""),
                today,
                relation=str(relation) if relation else None,
                household=household if isinstance(household, bool) else None,
            ),
        )

    def answer(self, jump: Jump) -> None:
        """When a talk is asked for, it is planned at once; one that is planned already is opened."""
        if jump.section == visits.SECTION and jump.row_id is None:
            planned = (visits.planned_with(self.facts, one.person_id) for one in self.facts.children)
            contact = next((one for one in planned if one is not None), None)
            if contact is None:
                self.action_plan_talk()
            else:
                self.run_worker(self.open_row(table_of(Contact).name, contact.id, "outcome"), group="form")
        else:
            super().answer(jump)

    @action
    async def action_plan_talk(self) -> None:
        """Plan a talk with a child or a parent, and open it."""
        await self._plan_talk()

    async def _plan_talk(self) -> None:
        facts = self.facts
        holders = {one.person_id for one in facts.custodies}
        people = [one for one in facts.people if one.kind is PersonKind.CHILD or one.id in holders]
        options = [Option(one.id, one.name, one.relation or "") for one in people]
        chosen = await self.ask_several(_("Hvem vil du tale med?"), options, self._under_cursor())
        if not chosen:
            return
        case_id, today, kind = self.case_id, self.today, visits.kind_of_talks(facts, chosen)
        contact_id = await self.write(
            _("Samtale aftalt"), lambda session: visits.plan_visit(session, case_id, chosen, today, kind=kind)
        )
        await self.open_row(table_of(Contact).name, contact_id, "planned_at")

    def _under_cursor(self) -> tuple[str, ...]:
        """The child the cursor stands on, or the only child there is."""
        row, children = self.row, self.facts.children
        pointed = tuple(one.person_id for one in children if row is not None and one.id == row.id)
        return pointed or (tuple(one.person_id for one in children) if len(children) == 1 else ())
