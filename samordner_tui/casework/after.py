"""The plan goes out within 48 hours; the briefings are deleted, the child is talked with, the plan guardian is called.

Source: R75, R176, R179, P6, domain.md 2 phase 7, 5.4.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Delivery
from samordner_tui.casework import day_account, task_agreements
from samordner_tui.casework.agreement_names import for_you_alone
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import chosen, done, joined, marked, name_of, short_day
from samordner_tui.casework.change import add
from samordner_tui.casework.facts import facts_of
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.plan import PLAN
from samordner_tui.casework.plan_due import send_by
from samordner_tui.casework.receivers import Receiver, missing_receivers
from samordner_tui.casework.views import Column, Context, Question, Row, Section, StageView
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import latest_plan, without_a_plan
from samordner_tui.method.schedule import due_dates
from samordner_tui.method.terms import (
    ConferenceState,
    ContactKind,
    ContactOutcome,
    SendChannel,
    StageId,
    Standing,
)
from samordner_tui.method.wording import show_moment
from samordner_tui.refusals import Refused

DELIVERIES: Final = "deliveries"
SHEETS: Final = "sheets"
TALKS: Final = "talks"
BRIEFINGS: Final = "briefings"


def view(context: Context) -> StageView:
    """Who has got the plan, and what else is done in the weeks after the conference."""
    title = context.method.stage(StageId.PLAN_OUT).title.text
    conference = context.conference
    plan = latest_plan(conference) if conference is not None else None
    if conference is None or (plan is None and conference.state is ConferenceState.PLANNED):
        later = _("Når planen er skrevet af, står alle, der skal have den, her. De skal have den inden {hours} timer.")
        waits = later.format(hours=context.method.figures.plan_out_hours.whole)
        receivers = Section(DELIVERIES, _("Planen sendes til"), empty=waits)
        return StageView(StageId.PLAN_OUT, title, _("planen er ikke skrevet af endnu"), (), (receivers,))
    about_plan = () if plan is None else _about_plan(context, conference, plan)
    parts = (
        *about_plan,
        _talks(context, conference),
        _briefings(context, conference),
        day_account.section(context, conference),
    )
    due = _("planen er ikke skrevet af endnu") if plan is None else _due(context, conference)
    return StageView(StageId.PLAN_OUT, title, due, _open(context, conference, plan), parts)


def _about_plan(context: Context, conference: f.Conference, plan: f.Plan) -> tuple[Section, ...]:
    return (
        _deliveries(context, conference, plan),
        *task_agreements.section(context, conference, plan),
        *for_you_alone(context, plan),
        _sheets(context, plan),
    )


def make_deliveries(session: Session, conference_id: str, case_id: str, today: date) -> int:
    """Write down everybody who is to have the plan and is not on the list yet. Returns how many were added."""
    facts = facts_of(session, case_id)
    conference = next((one for one in facts.conferences if one.id == conference_id), None)
    plan = latest_plan(conference) if conference is not None else None
    if conference is None or plan is None:
        raise Refused(_("Planen er ikke skrevet af endnu."))
    missing = missing_receivers(facts, conference, plan)
    for one in missing:
        values = {"plan_id": plan.id, "person_id": one.person_id, "authority_id": one.authority_id}
        add(session, Delivery, case_id, today, **values)
    return len(missing)


def _deliveries(context: Context, conference: f.Conference, plan: f.Plan) -> Section:
    known = {Receiver(one.person_id, one.authority_id): one for one in plan.deliveries}
    ids = _delivery_ids(context, plan)
    rows = [_delivered(context, ids[who], who, one) for who, one in known.items() if who in ids]
    rows += [_missing(context, plan, who) for who in missing_receivers(context.facts, conference, plan)]
    return Section(
        DELIVERIES,
        _("Planen sendes til"),
        (Column(_("Til"), 20, grow=True), Column(_("Har fået den"), 16), Column(_("Hvordan"), 12, drop_at=60)),
        tuple(rows),
        empty=_("Skriv først, hvem der var med på dagen."),
        adds="deliveries",
        add_values={"plan_id": plan.id},
    )


def _delivery_ids(context: Context, plan: f.Plan) -> dict[Receiver, str]:
    rows = context.session.scalars(select(Delivery).where(Delivery.plan_id == plan.id))
    return {Receiver(one.person_id, one.authority_id): one.id for one in rows}


def _delivered(context: Context, row_id: str, who: Receiver, delivery: f.Delivery) -> Row:
    cells = (_name(context.facts, who), done(delivery.sent_on, context.today, _("mangler")))
    sent = delivery.sent_on is not None
    return Row(row_id, "deliveries", (*cells, chosen(context.method, _channel(context, row_id))), dim=sent)


def _channel(context: Context, row_id: str) -> SendChannel | None:
    row = context.session.get(Delivery, row_id)
    return row.channel if row is not None else None


def _missing(context: Context, plan: f.Plan, who: Receiver) -> Row:
    values = {"plan_id": plan.id, "person_id": who.person_id, "authority_id": who.authority_id}
    key = who.person_id or who.authority_id or ""
    cells = (_name(context.facts, who), marked(Standing.OPEN, _("mangler")), "")
    return Row(f"+delivery:{key}", "deliveries", cells, add_values=values)


def _name(facts: f.CaseFacts, who: Receiver) -> str:
    authority = next((one.name for one in facts.authorities if one.id == who.authority_id), None)
    return authority or name_of(facts, who.person_id)


def _sheets(context: Context, plan: f.Plan) -> Section:
    rows = (
        Row(
            plan.id,
            "plans",
            (_("Set igennem af referenten"), done(plan.confirmed_on, context.today, _("mangler"))),
            field="confirmed_on",
        ),
        Row(
            plan.id,
            "plans",
            (_("Barnets egen udgave"), done(plan.child_version_on, context.today, _("mangler"))),
            field="child_version_on",
        ),
    )
    return Section(SHEETS, _("Planen på papir"), (Column("", 26), Column("", 20, grow=True)), rows)


def _talks(context: Context, conference: f.Conference) -> Section:
    rows = [
        Row(one.id, "contacts", _talk(context, one))
        for one in context.facts.contacts
        if one.kind in {ContactKind.AFTER_TALK, ContactKind.GUARDIAN_CALL}
    ]
    columns = (Column("", 26), Column("", 20, grow=True))
    return Section(
        TALKS,
        _("Samtaler bagefter"),
        columns,
        tuple(rows),
        empty=_("Tal med barnet om, hvordan det gik, og ring til planvogteren efter tre til fire uger."),
        adds="contacts",
        add_values={"kind": ContactKind.AFTER_TALK},
    )


def _talk(context: Context, contact: f.Contact) -> tuple[str, str]:
    who = ", ".join(name for name in (name_of(context.facts, one) for one in contact.people) if name)
    held = done(contact.held_on if contact.outcome is ContactOutcome.MADE else None, context.today, _("aftal tid"))
    return joined(context.method.label(contact.kind), who), held


def _briefings(context: Context, conference: f.Conference) -> Section:
    rows = tuple(
        Row(
            one.id,
            "briefings",
            (
                name_of(context.facts, one.author_id) or context.method.label(one.kind),
                done(one.deleted_on, context.today, _("tekst og tryk skal slettes")),
            ),
            field="deleted_on",
        )
        for one in conference.briefings
    )
    return Section(BRIEFINGS, _("Oplæg slettes"), (Column("", 26), Column("", 26, grow=True)), rows)


def _due(context: Context, conference: f.Conference) -> str:
    by = send_by(conference, context.method)
    return _("senest {moment}").format(moment=show_moment(by, context.zone, context.today)) if by else ""


def _open(context: Context, conference: f.Conference, plan: f.Plan | None) -> tuple[Question, ...]:
    ask = Questions(context, StageId.PLAN_OUT)
    if plan is not None:
        _open_about_plan(ask, context, conference, plan)
    elif not without_a_plan(context.facts, conference):
        ask.when(True, _("Skriv planen af i trin 3. Så kan den sendes."), stage=StageId.APPROVAL, section=PLAN)
    _open_afterwards(ask, context, conference)
    return tuple(ask.gathered)


def _open_about_plan(ask: Questions, context: Context, conference: f.Conference, plan: f.Plan) -> None:
    unsent = [one for one in plan.deliveries if one.sent_on is None]
    count = len(unsent) + len(missing_receivers(context.facts, conference, plan))
    ask.when(count > 0, _("{count} har ikke fået planen endnu.").format(count=count), section=DELIVERIES)
    for name, text in (
        ("confirmed_on", _("Har referenten set planen igennem?")),
        ("child_version_on", _("Har barnet fået sin egen udgave?")),
    ):
        lacks = getattr(plan, name) is None
        ask.when(lacks, text, section=SHEETS, record="plans", row_id=plan.id, name=name)
    task_agreements.ask_about_tasks(ask, context.facts, conference, plan)


def _open_afterwards(ask: Questions, context: Context, conference: f.Conference) -> None:
    if len(context.facts.children) > 1:
        ask.unless("debrief_held", _("Har du talt med {name} om, hvordan det gik? Tryk b."), section=TALKS)
    else:
        ask.unless("debrief_held", _("Har du talt med barnet om, hvordan det gik? Tryk b."), section=TALKS)
    undeleted = [one for one in conference.briefings if one.deleted_on is None]
    due = due_dates(context.facts, conference, context.method)
    by = due["wound_up"]
    if by is not None:
        text = _("Oplæggene skal være slettet senest {day}").format(day=short_day(by, context.today))
        ask.when(bool(undeleted), text, section=BRIEFINGS)
    call_on = due["guardian_called"]
    if conference.guardian_id is not None and call_on is not None and call_on <= context.today:
        text = _("Ring til {name}, som er planvogter. Tryk g.")
        name = name_of(context.facts, conference.guardian_id)
        ask.unless("guardian_called", text.format(name=name), section=TALKS)
    over = conference.state is ConferenceState.HELD and not day_account.is_day_noted(context, conference)
    ask.when(over, _("Har du skrevet dagens tid op? Tryk t."), section=day_account.ACCOUNT)


FORMS.add(Form(Delivery, (Group("", ("person_id", "authority_id", "channel", "sent_on")),)))
