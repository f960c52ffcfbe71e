"""Those who were given a task and were not there: each is asked, and says yes or no.

Source: R180, domain.md 2 phase 7.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import TaskAgreement
from samordner_tui.casework.agreement_names import absent, with_a_task
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import beginning, marked, name_of, short_day
from samordner_tui.casework.change import add, change_fields, gone
from samordner_tui.casework.fields import Value
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import InvitationChoice, Standing
from samordner_tui.refusals import Refused

TASKS: Final = "tasks"
RECORD: Final = "task_agreements"
SHORT: Final = 48


class Said(StrEnum):
    """What somebody has said to a task."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody who was not there is given to do, and what they have said to it so far."""

    item: f.PlanItem
    person_id: str
    agreement: f.TaskAgreement | None = None

    @property
    def key(self) -> str:
        """The id of its line while nobody has been asked."""
        return f"+task:{self.item.id}:{self.person_id}"


def tasks(facts: f.CaseFacts, conference: f.Conference, plan: f.Plan) -> tuple[Task, ...]:
    """Every task of somebody who was not there, in the order of the plan; and all that somebody has answered.

    Whoever is not invited is not asked here: that is talked over with the initiativtager first.
    """
    away = absent(facts, conference)
    invited = {one.id for one in facts.people if one.invited is not InvitationChoice.NOT_INVITED}
    found: list[Task] = []
    for item in plan.items:
        asked = {one.person_id: one for one in item.agreements}
        given = [one.id for one in with_a_task(facts, item) if one.id in away & invited]
        found += [Task(item, who, asked.get(who)) for who in dict.fromkeys([*given, *asked])]
    return tuple(found)


def note_answer(session: Session, case_id: str, row: Row, said: Said, today: date) -> None:
    """Note that somebody has been asked, or what they said. Whoever answers twice has said the latest."""
    values: dict[str, Value] = {"agrees": {Said.ASKED: None, Said.YES: True, Said.NO: False}[said]}
    values["answered_on"] = None if said is Said.ASKED else today
    given = select(TaskAgreement).filter_by(**row.add_values)
    asked = session.scalar(given) if row.is_expected else session.get(TaskAgreement, row.id)
    if asked is not None:
        change_fields(session, TaskAgreement, asked.id, {**values, "asked_on": asked.asked_on or today}, today)
    elif row.is_expected:
        add(session, TaskAgreement, case_id, today, **row.add_values, **values, asked_on=today)
    else:
        raise Refused(gone())


def section(context: Context, conference: f.Conference, plan: f.Plan) -> tuple[Section, ...]:
    """Who is to be asked, and what they said. No section where everybody was there."""
    rows = tuple(_row(context, one) for one in tasks(context.facts, conference, plan))
    if not rows:
        return ()
    columns = (Column("", 14), Column("", 22), Column("", 24, grow=True, drop_at=60))
    note = _("De har fået en opgave, men var der ikke. Spørg dem, og tryk j.")
    return (Section(TASKS, _("Siger de ja til deres opgave?"), columns, rows, note=note),)


def _row(context: Context, task: Task) -> Row:
    given: Mapping[str, Value] = {"item_id": task.item.id, "person_id": task.person_id}
    cells = (name_of(context.facts, task.person_id), _state(context, task.agreement), beginning(task.item.what, SHORT))
    if task.agreement is None:
        return Row(task.key, RECORD, cells, add_values=given)
    return Row(task.agreement.id, RECORD, cells, dim=task.agreement.agrees is True)


def _state(context: Context, agreement: f.TaskAgreement | None) -> str:
    if agreement is None or (agreement.asked_on is None and agreement.agrees is None):
        return marked(Standing.OPEN, _("ikke spurgt endnu"))
    if agreement.agrees is None:
        day = short_day(agreement.asked_on, context.today)
        return marked(Standing.PARTLY, _("spurgt {day}").format(day=day))
    day = short_day(agreement.answered_on, context.today)
    if agreement.agrees:
        return marked(Standing.MET, _("siger ja {day}").format(day=day))
    return marked(Standing.BROKEN, _("siger nej {day}").format(day=day))


def ask_about_tasks(ask: Questions, facts: f.CaseFacts, conference: f.Conference, plan: f.Plan) -> None:
    """Who waits to be asked; and where somebody says no, who does it then."""
    for task in tasks(facts, conference, plan):
        name, words = name_of(facts, task.person_id), beginning(task.item.what, SHORT)
        agreed = None if task.agreement is None else task.agreement.agrees
        ask.when(
            agreed is None,
            _("{name} var der ikke. Siger {name} ja til »{words}«?").format(name=name, words=words),
            section=TASKS,
        )
        ask.when(
            agreed is False,
            _("{name} siger nej til »{words}«. Hvem gør det så?").format(name=name, words=words),
            section=TASKS,
            record="plan_items",
            row_id=task.item.id,
            name="who",
        )


FORMS.add(Form(TaskAgreement, (Group("", ("asked_on", "agrees", "answered_on")),)))
