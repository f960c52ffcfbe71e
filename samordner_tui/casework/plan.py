"""Trin 3: the plan in the family's words, its agreements, and the answer. Source: R12 to R15, R19, R186."""

from __future__ import annotations

from typing import Final

from samordner_tui.archive.records.day import Decision, Plan, PlanItem
from samordner_tui.casework.agreement_names import for_you_alone
from samordner_tui.casework.answer_told import about_answers
from samordner_tui.casework.answered_plan import corrections
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import child_name, chosen, done, joined, name_of, short_day
from samordner_tui.casework.day import LOG, is_unexplained
from samordner_tui.casework.evening import APPROVAL, running_private_time
from samordner_tui.casework.evening_sections import (
    clock_time,
    read_this_round,
    running_order,
    times,
    waiting_round,
    without_conference,
)
from samordner_tui.casework.forms import FORMS, Form, Group, is_one_of, is_set
from samordner_tui.casework.plan_reading import first_line, unanswered, unclear, when
from samordner_tui.casework.views import Column, Context, Question, Row, Section, StageView
from samordner_tui.language import _, said
from samordner_tui.method import facts as f
from samordner_tui.method.clarity import open_questions
from samordner_tui.method.readings import latest_decision, latest_plan
from samordner_tui.method.terms import ConferenceState, Municipal, Outcome, StageId, Standing, WhenKind
from samordner_tui.method.wording import show_date, show_moment

ANSWER: Final = "answer"
PLAN: Final = "plan"
ITEMS: Final = "items"
UNANSWERED: Final = "unanswered"
AGREED: Final = "agreed"


def view(context: Context) -> StageView:
    """The answer first, from the paper; then the plan as it stands, its agreements, and what was agreed at the end."""
    conference = context.conference
    if conference is None:
        return without_conference(context, StageId.APPROVAL)
    title = context.method.stage(StageId.APPROVAL).title.text
    if running_private_time(conference) is not None:
        return StageView(StageId.APPROVAL, title, _("Familien og netværket lægger planen."), (), ())
    plan = latest_plan(conference)
    parts = [_answers(context, conference), _plans(context, conference), _agreed(context, conference)]
    if plan is not None:
        parts.insert(2, _items(context, plan))
        parts += _unanswered(context, plan)
        parts += for_you_alone(context, plan)
    parts[1:1] = about_answers(context, conference)
    parts += times(context, conference, APPROVAL)
    parts.append(running_order(context, APPROVAL))
    return StageView(StageId.APPROVAL, title, _standing(context, conference), _open(context, conference), tuple(parts))


def _standing(context: Context, conference: f.Conference) -> str:
    decision = latest_decision(conference)
    if conference.state is ConferenceState.STOPPED:
        reason = conference.stop_reason
        return joined(_("stoppet"), context.method.label(reason) if reason else None)
    if waiting_round(conference) is not None:
        return _("sendt tilbage til familien")
    return context.method.label(decision.outcome) if decision is not None else _("intet svar endnu")


def _answers(context: Context, conference: f.Conference) -> Section:
    rows = tuple(_answer(context, one) for one in reversed(conference.decisions))
    columns = (Column(_("Svar"), 22), Column(_("Hvornår"), 16), Column(_("Hvem"), 16, grow=True, drop_at=60))
    read_at = conference.plan_read_at if read_this_round(conference) or waiting_round(conference) else None
    note = _("Planen blev læst op kl. {time}.").format(time=clock_time(context, read_at)) if read_at else ""
    return Section(ANSWER, _("Svaret på planen"), columns, rows, note=note, empty=_("Planen har ikke fået svar endnu."))


def _answer(context: Context, decision: f.Decision) -> Row:
    who = next((one.name for one in context.facts.authorities if one.id == decision.authority_id), "")
    outcome = _("{round}. omgang: {answer}").format(
        round=decision.round, answer=context.method.label(decision.outcome).lower()
    )
    until = decision.provisional_until
    final = _("endeligt senest {day}").format(day=short_day(until, context.today)) if until else None
    moment = show_moment(decision.decided_at, context.zone, context.today)
    return Row(decision.id, "decisions", (joined(outcome, final), moment, who), STANDINGS[decision.outcome])


def _plans(context: Context, conference: f.Conference) -> Section:
    rows = tuple(
        Row(
            one.id,
            "plans",
            (
                _("Version {version}").format(version=one.version),
                done(one.confirmed_on, context.today, _("referenten ser den igennem")),
                first_line(one.words or ""),
            ),
            field="words",
        )
        for one in reversed(conference.plans)
    )
    columns = (Column("", 10), Column(_("Bekræftet"), 14), Column(_("Familiens egne ord"), 20, grow=True, drop_at=60))
    reasons = [reason for one in conference.plans for reason in corrections(context.facts, conference, one)]
    note = _("Afskriften er rettet efter svaret: {reasons}").format(reasons=" · ".join(reasons)) if reasons else ""
    return Section(PLAN, _("Planen"), columns, rows, note=note, empty=_("Tryk p, og skriv arket af, som det står."))


def _items(context: Context, plan: f.Plan) -> Section:
    rows = tuple(_item(context, one) for one in plan.items)
    columns = (
        Column(_("Hvad"), 22, grow=True),
        Column(_("Hvem"), 12),
        Column(_("Hvornår"), 14, drop_at=60),
        Column(_("Mangler"), 20, drop_at=92),
    )
    count = len(unclear(plan))
    note = _("{count} af aftalerne er ikke klare endnu.").format(count=count) if count else ""
    return Section(
        ITEMS,
        _("Aftalerne"),
        columns,
        rows,
        note=note,
        empty=_("Tryk d for at dele familiens ord i aftaler, eller n for at skrive en."),
        adds="plan_items",
        add_values={"plan_id": plan.id},
    )


def _item(context: Context, item: f.PlanItem) -> Row:
    questions = open_questions(item)
    standing = Standing.PARTLY if questions else Standing.MET
    lacking = item.unclear_reason if questions and item.unclear_reason else " ".join(questions)
    child = child_name(context.facts, item.child_id) if item.child_id and len(context.facts.children) > 1 else None
    what = joined(first_line(item.what), child, _municipal(context, item))
    return Row(item.id, "plan_items", (what, item.who or "", when(context, item), lacking), standing)


def _municipal(context: Context, item: f.PlanItem) -> str | None:
    return None if item.municipal in {None, Municipal.NO} else chosen(context.method, item.municipal)


def _unanswered(context: Context, plan: f.Plan) -> tuple[Section, ...]:
    rows = tuple(Row(one.id, "statements", (one.text,)) for one in unanswered(context.facts, plan))
    return (Section(UNANSWERED, _("Spørgsmål, som ingen aftale svarer på"), rows=rows),) if rows and plan.items else ()


def _agreed(context: Context, conference: f.Conference) -> Section:
    guardian = name_of(context.facts, conference.guardian_id) or _("ingen endnu")
    day = conference.follow_up_on
    follow_up = show_date(day, context.today) if day else conference.no_follow_up_reason or _("ingen dato endnu")
    led = {None: "", True: _("dig"), False: _("en anden")}[conference.led_by_samordner]
    lines: tuple[tuple[str, str, str], ...] = (
        (_("Planvogter"), guardian, "guardian_id"),
        (_("I mødes igen"), follow_up, "follow_up_on"),
        (_("Trin 3 ledet af"), led, "led_by_samordner"),
    )
    rows = tuple(Row(conference.id, "conferences", (label, text), field=name) for label, text, name in lines)
    return Section(AGREED, _("Aftalt til sidst"), (Column("", 16), Column("", 24, grow=True)), rows)


def _open(context: Context, conference: f.Conference) -> tuple[Question, ...]:
    ask = Questions(context, StageId.APPROVAL)
    ask.when(
        is_unexplained(context.facts, conference),
        _("En fagperson var i rummet i trin 2 uden at være kaldt ind. Skriv hvorfor."),
        stage=StageId.PRIVATE_TIME,
        section=LOG,
    )
    _open_about_the_answer(ask, context, conference)
    plan = latest_plan(conference)
    for item, questions in unclear(plan) if plan is not None else ():
        ask.when(
            item.unclear_reason is None,
            _("»{words}« {questions}").format(words=first_line(item.what), questions=" ".join(questions)),
            section=ITEMS,
            record="plan_items",
            row_id=item.id,
        )
    return tuple(ask.gathered)


def _open_about_the_answer(ask: Questions, context: Context, conference: f.Conference) -> None:
    decision = latest_decision(conference)
    alone = [one.ended_at for one in conference.steps if one.number == 2]
    over = max((one for one in alone if one is not None), default=None)
    if over is None:
        return
    ask.when(waiting_round(conference) is not None, _("Familien skal have ny tid. Tryk f."), section=ANSWER)
    if None in alone:
        return
    # In a new round the plan is read and answered anew.
    read = read_this_round(conference)
    answered = decision is not None and decision.round == max(one.round for one in conference.steps)
    ask.when(not read and not answered, _("Er planen læst op? Tryk o."), section=ANSWER)
    ask.when(read and not answered, _("Hvad er svaret? Tryk a."), section=ANSWER)
    provisional = decision is not None and decision.outcome is Outcome.PROVISIONAL
    ask.when(provisional, _("Svaret er foreløbigt. Skriv det endelige svar, når det kommer."), section=ANSWER)
    settled = decision is not None and decision.outcome in {Outcome.APPROVED, Outcome.PROVISIONAL}
    for lacks, text, name in (
        (conference.guardian_id is None, _("Hvem er planvogter?"), "guardian_id"),
        (
            conference.follow_up_on is None and not conference.no_follow_up_reason,
            _("Hvornår mødes I igen?"),
            "follow_up_on",
        ),
    ):
        ask.when(settled and lacks, text, section=AGREED, record="conferences", row_id=conference.id, name=name)


STANDINGS: Final[dict[Outcome, Standing]] = {
    Outcome.APPROVED: Standing.MET,
    Outcome.PROVISIONAL: Standing.PARTLY,
    Outcome.RETURNED: Standing.PARTLY,
    Outcome.REFUSED: Standing.BROKEN,
}


FORMS.add(
    Form(
        Plan,
        (
            Group("", ("words",)),
            Group("", ("typed_on", "confirmed_on", "child_version_on", "contingency")),
        ),
    ),
    Form(
        PlanItem,
        (
            Group("", ("what", "who", "when_kind")),
            Group("", ("when_date",), is_set(when_kind=WhenKind.DATE)),
            Group("", ("when_words",), is_one_of("when_kind", WhenKind.REPEATING, WhenKind.EVENT)),
            Group("", ("done_when", "checked_by", "if_it_fails", "answers_id", "child_id")),
            Group(said("Kommunen"), ("municipal",)),
            Group("", ("formal_by", "formal_due"), is_set(municipal=Municipal.NEEDS_FORMAL_DECISION)),
            Group("", ("declined_because",), is_set(municipal=Municipal.DECLINED)),
            Group(said("Står den åben?"), ("unclear_reason",)),
        ),
    ),
    Form(
        Decision,
        (
            Group("", ("outcome", "decided_at", "authority_id", "leader_called_at")),
            Group("", ("provisional_until",), is_set(outcome=Outcome.PROVISIONAL)),
            Group("", ("rests_on_id", "rests_on_new", "possible_if"), is_set(outcome=Outcome.RETURNED)),
            Group("", ("reason",)),
        ),
    ),
)
