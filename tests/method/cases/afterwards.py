"""The same case a month later: held, answered at once, followed up and closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from samordner_tui.method import terms as t
from samordner_tui.method.facts import (
    CaseFacts,
    Conference,
    Contact,
    Decision,
    Delivery,
    Evaluation,
    EveningMark,
    Plan,
    PlanItem,
    Presence,
    Step,
)
from tests.method.cases.before import NETWORK, THE_DAY, at, full_case, january, planned_conference

SAMORDNER = Presence("samordner_1", 1, t.PresentAs.SAMORDNER)
INITIATOR = Presence("initiator_1", 1, t.PresentAs.INITIATOR)
TEACHER = Presence("ulla_1", 1, t.PresentAs.PERSON, "ulla", left_at=at(18, 0))


def present(person_id: str, step: int, form: t.Attendance = t.Attendance.IN_ROOM) -> Presence:
    """Somebody on the list who takes part in a trin."""
    return Presence(f"{person_id}_{step}", step, t.PresentAs.PERSON, person_id, form)


def step(number: int, began: datetime | None, ended: datetime | None, round_number: int = 1) -> Step:
    """A trin with its hours."""
    return Step(f"step_{number}_{round_number}", number, round_number, began, ended)


STEPS = (
    step(1, at(17), at(17, 50)),
    step(2, at(18), at(19, 45)),
    step(3, at(19, 50), at(20, 20)),
)

PRESENT = (
    SAMORDNER,
    INITIATOR,
    TEACHER,
    *(present(person_id, 1) for person_id in ("alma", *NETWORK)),
    *(present(person_id, 2) for person_id in ("alma", *NETWORK)),
    *(present(person_id, 3) for person_id in ("alma", *NETWORK)),
    Presence("samordner_3", 3, t.PresentAs.SAMORDNER),
    Presence("initiator_3", 3, t.PresentAs.INITIATOR),
)

ITEM = PlanItem(
    "item_1",
    1,
    "Karen henter Alma fra skole og følger hende hjem",
    who="Karen",
    when_kind=t.WhenKind.REPEATING,
    when_words="hver tirsdag og torsdag",
    done_when="Alma har fri efter sommer.",
    answers_id="question_1",
    child_id="child_alma",
    municipal=t.Municipal.NO,
)

PLAN = Plan(
    "plan",
    1,
    words="Karen henter Alma tirsdag og torsdag. Amir ringer om søndagen. Jonas kommer, når mor er syg.",
    typed_on=january(22),
    confirmed_on=january(22),
    child_version_on=january(22),
    items=(
        ITEM,
        replace(ITEM, id="item_2", position=2, what="Amir ringer til Alma", who="Amir", answers_id="question_2"),
        replace(
            ITEM,
            id="item_3",
            position=3,
            what="Jonas bor hos Alma, til hendes mor er rask igen",
            who="Jonas",
            when_kind=t.WhenKind.EVENT,
            when_words="når mor er syg",
            answers_id="question_3",
        ),
    ),
    deliveries=(Delivery("karen", sent_on=january(22)), Delivery(authority_id="birgit", sent_on=january(22))),
)

APPROVED = Decision("decision", 1, t.Outcome.APPROVED, at(20, 10), "plan", "leif")


def held_conference() -> Conference:
    """The conference, held with everything met."""
    planned = planned_conference()
    return replace(
        planned,
        state=t.ConferenceState.HELD,
        meal_shared=True,
        hosted_by_samordner=True,
        led_by_samordner=True,
        questions_answered=True,
        plan_read_at=at(19, 55),
        guardian_id="karen",
        follow_up_on=date(2027, 4, 15),
        steps=STEPS,
        presences=PRESENT,
        evening_marks=(
            EveningMark("questions_hang", "wall:questions", at(17, 0)),
            EveningMark("bottom_lines_hang", "wall:bottom_lines", at(17, 0)),
        ),
        plans=(PLAN,),
        decisions=(APPROVED,),
        evaluations=tuple(
            Evaluation(group, january(21), 4, 3, 3)
            for group in (t.Respondent.CHILD, t.Respondent.FAMILY, t.Respondent.NETWORK)
        ),
        briefings=tuple(
            replace(briefing, read_aloud_on=THE_DAY, deleted_on=january(28)) for briefing in planned.briefings
        ),
    )


def held_case() -> CaseFacts:
    """The same case a month later: held, approved at once, followed up, handed over and closed."""
    before = full_case()
    return replace(
        before,
        conferences=(held_conference(), Conference(id="second", number=2, kind=t.ConferenceKind.FOLLOW_UP)),
        contacts=(
            *before.contacts,
            Contact("after_talk", t.ContactKind.AFTER_TALK, t.ContactOutcome.MADE, ("alma",), held_on=january(25)),
            Contact("call", t.ContactKind.GUARDIAN_CALL, t.ContactOutcome.MADE, ("karen",), held_on=date(2027, 2, 15)),
        ),
        closed_on=date(2027, 2, 19),
        closing_reason=t.ClosingReason.PLAN_RUNS,
        everyone_told_on=date(2027, 2, 18),
        handed_over_on=date(2027, 2, 18),
    )
