"""The gates, a test for each line of *Klar til dagen* and of the five others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from samordner_tui.method.definition import method
from samordner_tui.method.facts import CaseFacts, Conference, Consent, Person
from samordner_tui.method.gates import Gate, Missing, gates
from samordner_tui.method.terms import (
    Answer,
    BookingKind,
    BookingState,
    ConsentAnswer,
    ConsentScope,
    ContactOutcome,
    InvitationChoice,
    Outcome,
    PersonKind,
    SafetyAnswer,
    SafetyOccasion,
    StageId,
    VenueKind,
)
from tests.method.cases import (
    AFTERWARDS,
    ITEM,
    PLAN,
    TODAY,
    first,
    full_case,
    held_case,
    january,
    safety_round,
    with_booking,
    with_briefing,
    with_child,
    with_conference,
    with_contact_outcome,
    with_decisions,
    with_engagement,
    with_invitation,
    with_menu,
    with_notice,
    with_person,
    with_plan,
    with_role,
    with_venue,
)

Change = Callable[[CaseFacts], CaseFacts]


def gate(facts: CaseFacts, name: str, today: date = TODAY) -> Gate:
    found = gates(facts, first(facts), today, method())
    return next(one for one in found if one.name == name)


def missing(facts: CaseFacts, name: str, today: date = TODAY) -> set[str]:
    return {line.id for line in gate(facts, name, today).missing}


def with_consent(facts: CaseFacts, consent_id: str, change: Callable[[Consent], Consent]) -> CaseFacts:
    return replace(facts, consents=tuple(change(one) if one.id == consent_id else one for one in facts.consents))


def with_safety(facts: CaseFacts, **answer: object) -> CaseFacts:
    """The first round with violence marked, and this answer to it."""
    marked = replace(facts.safety_rounds[0], violence=True, **answer)  # type: ignore[arg-type]
    return replace(facts, safety_rounds=(marked, *facts.safety_rounds[1:]))


def with_need(facts: CaseFacts, kind: BookingKind, state: BookingState) -> CaseFacts:
    booked = replace(first(facts).bookings[0], id="other", kind=kind, state=state, venue=None)
    return with_conference(facts, lambda one: replace(one, bookings=(*one.bookings, booked)))


def conference(**values: object) -> Change:
    def change(one: Conference) -> Conference:
        return replace(one, **values)  # type: ignore[arg-type]

    return lambda facts: with_conference(facts, change)


def grown_up(facts: CaseFacts) -> CaseFacts:
    """Alma is 15, and has not answered for herself."""
    return with_person(facts, "alma", lambda one: replace(one, age=15))


# Klar til dagen


def test_with_everything_in_place_the_gate_is_open_three_days_before() -> None:
    assert gate(full_case(), "ready") == Gate("ready", open=True)


READY: dict[str, tuple[str, Change]] = {
    "a custody holder has not answered": (
        "consent",
        lambda facts: with_consent(facts, "method_jonas", lambda one: replace(one, answer=None)),
    ),
    "a custody holder says no": (
        "consent",
        lambda facts: with_consent(facts, "method_jonas", lambda one: replace(one, answer=ConsentAnswer.NO)),
    ),
    "a custody holder is not found, and nobody proceeds": (
        "consent",
        lambda facts: with_consent(facts, "method_jonas", lambda one: replace(one, answer=ConsentAnswer.NOT_FOUND)),
    ),
    "the municipality proceeds, but on what ground?": (
        "consent",
        lambda facts: with_consent(
            facts,
            "method_jonas",
            lambda one: replace(one, answer=ConsentAnswer.MUNICIPALITY_PROCEEDS, proceeds_by="Leif Krog"),
        ),
    ),
    "a consent is withdrawn": (
        "consent",
        lambda facts: with_consent(facts, "method_mette", lambda one: replace(one, withdrawn_on=january(18))),
    ),
    "nobody is noted to hold custody": ("consent", lambda facts: replace(facts, custodies=())),
    "the talk consent is missing": (
        "talk_consent",
        lambda facts: with_consent(facts, "child_talk_jonas", lambda one: replace(one, answer=None)),
    ),
    "a young person has not answered": ("young_consent", grown_up),
    "the municipality has not answered about violence": ("safety_answered", with_safety),
    "safety is not asked again after the talk": (
        "safety_asked_again",
        lambda facts: replace(facts, safety_rounds=facts.safety_rounds[:1]),
    ),
    "safety is not asked again in the last three days": (
        "safety_asked_again",
        lambda facts: replace(facts, safety_rounds=facts.safety_rounds[:2]),
    ),
    "safety was asked again four days before": (
        "safety_asked_again",
        lambda facts: replace(
            facts,
            safety_rounds=(
                *facts.safety_rounds[:2],
                safety_round("early", SafetyOccasion.BEFORE_DAY, january(17)),
            ),
        ),
    ),
    "nobody who may approve can be reached": (
        "approver_reachable",
        lambda facts: replace(facts, authorities=facts.authorities[:1]),
    ),
    "a bottom line is not known to the family": (
        "bottom_lines_known",
        lambda facts: replace(
            facts, statements=(*facts.statements[:-1], replace(facts.statements[-1], known_to_family_on=None))
        ),
    ),
    "a question is not known to the family": (
        "questions_known",
        lambda facts: replace(
            facts,
            statements=tuple(
                replace(one, known_to_family_on=None) if one.id == "question_2" else one for one in facts.statements
            ),
        ),
    ),
    "an invitee is not visited": (
        "everyone_visited",
        lambda facts: with_contact_outcome(facts, "visit_inge", ContactOutcome.PLANNED),
    ),
    "the child is not prepared": (
        "child_prepared",
        lambda facts: with_child(facts, lambda one: replace(one, prepared_on=None)),
    ),
    "the child has not understood": (
        "child_understands",
        lambda facts: with_child(facts, lambda one: replace(one, understands=False)),
    ),
    "the supporter was not chosen by the child": (
        "supporter_chosen",
        lambda facts: with_role(facts, "supporter", lambda one: replace(one, chosen_by=None)),
    ),
    "the chair has not accepted": (
        "chair",
        lambda facts: with_role(facts, "chair", lambda one: replace(one, accepted=None)),
    ),
    "the note taker is not briefed": (
        "note_taker",
        lambda facts: with_role(facts, "note_taker", lambda one: replace(one, briefed_on=None)),
    ),
    "the date is not set": ("conference_dated", conference(starts_at=None)),
    "the venue is the school": (
        "venue_neutral",
        lambda facts: with_venue(facts, lambda one: replace(one, kind=VenueKind.SCHOOL)),
    ),
    "nobody knows what the venue is": (
        "venue_neutral",
        lambda facts: with_venue(facts, lambda one: replace(one, kind=None)),
    ),
    "somebody has bad memories of the place": (
        "venue_neutral",
        lambda facts: with_booking(facts, lambda one: replace(one, bad_memories=True)),
    ),
    "the family comes to other meetings there": (
        "venue_neutral",
        lambda facts: with_booking(facts, lambda one: replace(one, family_meets_here=True)),
    ),
    "the venue is not confirmed": (
        "venue_confirmed",
        lambda facts: with_booking(facts, lambda one: replace(one, state=BookingState.ASKED)),
    ),
    "the venue is cancelled": (
        "venue_confirmed",
        lambda facts: with_booking(facts, lambda one: replace(one, state=BookingState.CANCELLED)),
    ),
    "the conference is moved and the booking is not": (
        "venue_confirmed",
        lambda facts: with_conference(
            facts,
            lambda one: replace(one, starts_at=one.starts_at and one.starts_at.replace(day=22), ends_at=None),
        ),
    ),
    "there is no room near by": (
        "near_room",
        lambda facts: with_venue(facts, lambda one: replace(one, near_room=None)),
    ),
    "there is no second room for little brother": (
        "second_room",
        lambda facts: with_venue(facts, lambda one: replace(one, second_room=False)),
    ),
    "no adult is named for little brother": (
        "minder_named",
        lambda facts: with_role(facts, "minder", lambda _one: None),
    ),
    "the adult for little brother cannot be spared": (
        "minder_named",
        lambda facts: with_role(facts, "minder", lambda one: replace(one, person_id="lars")),
    ),
    "nobody knows whether the door is open in the evening": (
        "evening_access",
        lambda facts: with_venue(facts, lambda one: replace(one, evening_access=None)),
    ),
    "the food was not chosen by the child": (
        "food_chosen",
        lambda facts: with_menu(facts, lambda one: replace(one, chosen_by_child=False)),
    ),
    "the food is not ordered": (
        "food_ordered",
        lambda facts: with_menu(facts, lambda one: replace(one, ordered_on=None)),
    ),
    "there are too few covers": (
        "covers_counted",
        lambda facts: with_menu(facts, lambda one: replace(one, ordered_covers=12)),
    ),
    "a briefing is not gone through with the child": (
        "briefings_gone_through",
        lambda facts: with_briefing(facts, "initiators", lambda one: replace(one, shown_to_child_on=None)),
    ),
    "an informatør's briefing is approved by nobody": (
        "briefings_approved",
        lambda facts: with_briefing(facts, "teachers", lambda one: replace(one, approvals=())),
    ),
    "an informatør's briefing was changed after it was approved": (
        "briefings_approved",
        lambda facts: with_briefing(facts, "teachers", lambda one: replace(one, version=2)),
    ),
    "a waiver of secrecy is missing": (
        "waivers",
        lambda facts: with_briefing(facts, "teachers", lambda one: replace(one, waiver_on=None)),
    ),
    "somebody has no interpreter": (
        "interpreter",
        lambda facts: with_person(facts, "inge", lambda one: replace(one, needs_interpreter=True)),
    ),
    "somebody has no lift": (
        "lifts",
        lambda facts: with_person(facts, "inge", lambda one: replace(one, needs_lift=True)),
    ),
    "a minder is asked and not confirmed": (
        "minder_booked",
        lambda facts: with_need(facts, BookingKind.MINDER, BookingState.ASKED),
    ),
    "an invitee has not answered": (
        "invitations_answered",
        lambda facts: with_invitation(facts, "inge", lambda one: replace(one, answer=None)),
    ),
    "an invitee has answered maybe": (
        "invitations_answered",
        lambda facts: with_invitation(facts, "inge", lambda one: replace(one, answer=Answer.MAYBE)),
    ),
}


@pytest.mark.parametrize(("line", "change"), READY.values(), ids=READY.keys())
def test_the_gate_stays_shut_and_says_what_lacks(line: str, change: Change) -> None:
    found = gate(change(full_case()), "ready")
    assert not found.open
    assert line in {one.id for one in found.missing}


def test_every_line_of_the_gate_is_tried_here() -> None:
    lines = next(one for one in method().gates if one.id == "ready").lines
    assert {line.id for line in lines} == {line for line, _change in READY.values()}


def test_every_missing_line_says_what_who_and_where() -> None:
    facts = CaseFacts("2027-09", "ny", conferences=(Conference("first", 1),))
    for line in gate(facts, "ready").missing:
        assert line.text
        assert line.who
        assert line.detail
        assert isinstance(line.stage, StageId)


STILL_READY: dict[str, Change] = {
    "the municipality proceeds, by name and on a ground": lambda facts: with_consent(
        facts,
        "method_jonas",
        lambda one: replace(
            one,
            answer=ConsentAnswer.MUNICIPALITY_PROCEEDS,
            proceeds_by="Leif Krog",
            proceeds_ground="Far er ikke fundet.",
        ),
    ),
    "a no was followed by a yes": lambda facts: replace(
        facts,
        consents=(
            Consent("no", "jonas", ConsentScope.METHOD, answer=ConsentAnswer.NO, answered_on=january(1)),
            *facts.consents,
        ),
    ),
    "what was marked is answered by name": lambda facts: with_safety(
        facts, answer=SafetyAnswer.WITH_MEASURES, answered_by="Sanne Bro", answered_on=january(2)
    ),
    "an invitee was tried, one declined, one was told otherwise": lambda facts: with_contact_outcome(
        with_contact_outcome(
            with_contact_outcome(facts, "visit_inge", ContactOutcome.TRIED), "visit_lars", ContactOutcome.DECLINED
        ),
        "visit_amir",
        ContactOutcome.INFORMED_OTHERWISE,
    ),
    "a professional is not visited": lambda facts: with_person(
        facts, "inge", lambda one: replace(one, kind=PersonKind.PROFESSIONAL)
    ),
    "there are no bottom lines": lambda facts: replace(facts, statements=facts.statements[:-1]),
    "a second chair steps in for one who said no": lambda facts: with_role(
        with_role(facts, "chair", lambda one: replace(one, accepted=False)),
        "second_chair",
        lambda one: replace(one, understudy=False),
    ),
    "without small children no second room is needed": lambda facts: with_menu(
        with_invitation(
            with_role(with_venue(facts, lambda one: replace(one, second_room=False)), "minder", lambda _one: None),
            "mette",
            lambda one: replace(one, companion_children=0),
        ),
        lambda one: one,
    ),
    "a briefing that is left out needs no approval": lambda facts: with_briefing(
        facts, "teachers", lambda one: replace(one, approvals=(), left_out_reason="Mor ønsker det ikke.")
    ),
    "whoever needs an interpreter has one": lambda facts: with_need(
        with_person(facts, "inge", lambda one: replace(one, needs_interpreter=True)),
        BookingKind.INTERPRETER,
        BookingState.CONFIRMED,
    ),
    "whoever needs a lift has said no": lambda facts: with_invitation(
        with_person(facts, "inge", lambda one: replace(one, needs_lift=True)),
        "inge",
        lambda one: replace(one, answer=Answer.NO),
    ),
    "a lift was cancelled that nobody needs": lambda facts: with_need(facts, BookingKind.LIFT, BookingState.CANCELLED),
    "a young person has answered for herself": lambda facts: replace(
        grown_up(facts),
        consents=(
            *facts.consents,
            Consent("own", "alma", ConsentScope.METHOD, answer=ConsentAnswer.YES, answered_on=january(2)),
        ),
    ),
}


@pytest.mark.parametrize("change", STILL_READY.values(), ids=STILL_READY.keys())
def test_the_gate_is_open_all_the_same(change: Change) -> None:
    assert gate(change(full_case()), "ready").open


def test_a_moved_conference_asks_for_safety_again() -> None:
    facts = with_conference(
        full_case(), lambda one: replace(one, starts_at=one.starts_at and one.starts_at.replace(month=2), ends_at=None)
    )
    assert {"safety_asked_again", "venue_confirmed"} <= missing(facts, "ready")


def test_siblings_each_need_consent_preparation_and_a_supporter() -> None:
    facts = full_case()
    emil = replace(facts.children[0], id="child_emil", person_id="emil", prepared_on=None)
    facts = replace(
        facts,
        children=(*facts.children, emil),
        people=(*facts.people, Person("emil", "Emil", PersonKind.CHILD, age=13)),
    )
    assert {"consent", "child_prepared", "supporter_chosen"} <= missing(facts, "ready")


# Reasons


def shut(facts: CaseFacts) -> CaseFacts:
    return with_venue(facts, lambda one: replace(one, near_room=False, kind=VenueKind.SCHOOL))


def test_a_reason_opens_the_gate_and_the_line_stays_in_sight() -> None:
    facts = with_notice(shut(full_case()), "gate:ready/near_room", "Vi sidder i bilen uden for.")
    assert not gate(facts, "ready").open
    facts = with_notice(facts, "gate:ready/venue_neutral", "Familien ønsker skolen.")
    found = gate(facts, "ready")
    assert found.open
    assert {(one.id, one.kept_reason) for one in found.missing} == {
        ("near_room", "Vi sidder i bilen uden for."),
        ("venue_neutral", "Familien ønsker skolen."),
    }


def test_the_reason_given_with_the_booking_counts_for_the_venue() -> None:
    facts = with_venue(full_case(), lambda one: replace(one, kind=VenueKind.SCHOOL))
    facts = with_booking(facts, lambda one: replace(one, departure_reason="Familien ønsker skolen."))
    assert gate(facts, "ready").open
    assert missing(facts, "ready") == {"venue_neutral"}


def test_a_reason_given_for_another_conference_opens_nothing() -> None:
    facts = with_venue(full_case(), lambda one: replace(one, near_room=False))
    assert not gate(with_notice(facts, "gate:ready/near_room", "Vi sidder i bilen.", "second"), "ready").open
    assert not gate(with_notice(facts, "gate:approval/near_room", "Vi sidder i bilen."), "ready").open


def test_where_violence_is_marked_no_reason_opens_the_network() -> None:
    facts = with_notice(with_safety(full_case()), "gate:network_contact/safety_answered", "Det haster.")
    found = gate(facts, "network_contact")
    assert not found.open
    assert [(one.id, one.kept_reason, one.yields) for one in found.missing] == [("safety_answered", None, False)]


# The five other gates


NETWORK_CONTACT: dict[str, tuple[str, Change]] = {
    "consent is missing": ("consent", READY["a custody holder has not answered"][1]),
    "the young person has not answered": ("young_consent", grown_up),
    "safety is not asked": ("safety_asked", lambda facts: replace(facts, safety_rounds=())),
    "one of the four questions is open": (
        "safety_asked",
        lambda facts: replace(facts, safety_rounds=(replace(facts.safety_rounds[0], honour=None),)),
    ),
    "violence is marked and nobody has answered": ("safety_answered", with_safety),
    "the municipality says wait": (
        "safety_answered",
        lambda facts: with_safety(facts, answer=SafetyAnswer.WAIT, answered_by="Sanne", answered_on=january(2)),
    ),
    "the municipality says not this method": (
        "safety_answered",
        lambda facts: with_safety(
            facts, answer=SafetyAnswer.NOT_THE_METHOD, answered_by="Sanne", answered_on=january(2)
        ),
    ),
    "nobody knows who answered": (
        "safety_answered",
        lambda facts: with_safety(facts, answer=SafetyAnswer.MAY_BEGIN, answered_on=january(2)),
    ),
    "a later round marks something new": (
        "safety_answered",
        lambda facts: replace(
            with_safety(facts, answer=SafetyAnswer.MAY_BEGIN, answered_by="Sanne", answered_on=january(2)),
            safety_rounds=(
                *facts.safety_rounds,
                safety_round("new", SafetyOccasion.OTHER, january(20), violence=True),
            ),
        ),
    ),
}


@pytest.mark.parametrize(("line", "change"), NETWORK_CONTACT.values(), ids=NETWORK_CONTACT.keys())
def test_the_network_is_not_contacted_yet(line: str, change: Change) -> None:
    found = gate(change(full_case()), "network_contact")
    assert not found.open
    assert line in {one.id for one in found.missing}


def test_with_consent_and_safety_the_network_may_be_contacted() -> None:
    assert gate(full_case(), "network_contact").open


AFTER: dict[str, tuple[str, str, Change]] = {
    "trin 1 is not over": (
        "private_time",
        "step_1_done",
        lambda facts: with_conference(
            facts, lambda one: replace(one, steps=(replace(one.steps[0], ended_at=None), *one.steps[1:]))
        ),
    ),
    "a briefing is neither read nor left out": (
        "private_time",
        "briefings_read",
        lambda facts: with_briefing(facts, "teachers", lambda one: replace(one, read_aloud_on=None)),
    ),
    "a question to the briefings is open": ("private_time", "questions_answered", conference(questions_answered=None)),
    "a professional sits there still": (
        "private_time",
        "professionals_left",
        lambda facts: with_conference(
            facts,
            lambda one: replace(one, presences=(*one.presences, replace(one.presences[0], id="stays", step=2))),
        ),
    ),
    "private time is not over": (
        "approval",
        "private_time_done",
        lambda facts: with_conference(facts, lambda one: replace(one, steps=one.steps[:1])),
    ),
    "the plan is not read out": ("approval", "plan_read", conference(plan_read_at=None)),
    "nobody knows who does it": (
        "approval",
        "plan_clear",
        lambda facts: with_plan(facts, lambda plan: replace(plan, items=(replace(ITEM, who=None),))),
    ),
    "nobody knows when": (
        "approval",
        "plan_clear",
        lambda facts: with_plan(facts, lambda plan: replace(plan, items=(replace(ITEM, when_kind=None),))),
    ),
    "the leader cannot be reached": (
        "approval",
        "approver_reachable",
        lambda facts: replace(facts, authorities=facts.authorities[:1]),
    ),
    "the plan is not answered": ("close_day", "plan_answered", with_decisions),
    "a return rests on nothing": (
        "close_day",
        "return_explained",
        lambda facts: with_decisions(
            facts, replace(first(facts).decisions[0], outcome=Outcome.RETURNED), *first(facts).decisions
        ),
    ),
    "nobody watches over the plan": ("close_day", "guardian_named", conference(guardian_id=None)),
    "no day to meet again": ("close_day", "follow_up_dated", conference(follow_up_on=None)),
    "the plan is not sent": (
        "close_case",
        "plan_sent",
        lambda facts: with_plan(facts, lambda plan: replace(plan, deliveries=())),
    ),
    "one has not had the plan": (
        "close_case",
        "plan_sent",
        lambda facts: with_plan(
            facts,
            lambda plan: replace(plan, deliveries=(replace(PLAN.deliveries[0], sent_on=None), *PLAN.deliveries[1:])),
        ),
    ),
    "a briefing is not deleted": (
        "close_case",
        "briefings_deleted",
        lambda facts: with_briefing(facts, "teachers", lambda one: replace(one, deleted_on=None)),
    ),
    "nobody has talked with the child since": (
        "close_case",
        "debrief_held",
        lambda facts: replace(facts, contacts=tuple(one for one in facts.contacts if one.id != "after_talk")),
    ),
    "the child has not evaluated": (
        "close_case",
        "evaluations_in",
        lambda facts: with_conference(facts, lambda one: replace(one, evaluations=one.evaluations[1:])),
    ),
    "no time is noted": ("close_case", "time_accounted", lambda facts: replace(facts, time_minutes=0)),
    "no reason is given": ("close_case", "closing_reason", lambda facts: replace(facts, closing_reason=None)),
    "somebody is not told": ("close_case", "everyone_told", lambda facts: replace(facts, everyone_told_on=None)),
    "the case is not handed over": ("close_case", "handed_over", lambda facts: replace(facts, handed_over_on=None)),
}


@pytest.mark.parametrize(("name", "line", "change"), AFTER.values(), ids=AFTER.keys())
def test_a_later_gate_stays_shut_and_says_what_lacks(name: str, line: str, change: Change) -> None:
    found = gate(change(held_case()), name, AFTERWARDS)
    assert not found.open
    assert line in {one.id for one in found.missing}


def test_after_a_conference_held_as_it_should_be_every_gate_is_open() -> None:
    facts = held_case()
    assert [one.name for one in gates(facts, first(facts), AFTERWARDS, method()) if not one.open] == []


def test_an_item_left_open_for_a_reason_opens_the_gate_and_stays_in_sight() -> None:
    item = replace(ITEM, who=None, unclear_reason="Farbror spørger sin kone i morgen.")
    facts = with_plan(held_case(), lambda plan: replace(plan, items=(item,)))
    found = gate(facts, "approval", AFTERWARDS)
    assert (found.open, [one.kept_reason for one in found.missing]) == (True, ["Farbror spørger sin kone i morgen."])


def test_no_follow_up_for_a_reason_opens_the_gate_and_stays_in_sight() -> None:
    facts = conference(follow_up_on=None, no_follow_up_reason="Familien ønsker det ikke.")(held_case())
    found = gate(facts, "close_day", AFTERWARDS)
    assert (found.open, [one.id for one in found.missing]) == (True, ["follow_up_dated"])


# A method file of one's own


@dataclass(frozen=True)
class Words:
    """A text in one language."""

    text: str


@dataclass(frozen=True)
class Line:
    """A line of a gate."""

    id: str
    text: Words
    stage: StageId
    who: Words
    needs: str


@dataclass(frozen=True)
class Definition:
    """A gate."""

    id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Method:
    """A method with one gate."""

    gates: tuple[Definition, ...]


def test_a_gate_is_what_the_method_file_says_it_is() -> None:
    line = Line("beyond", Words("Nogen uden for hjemmet"), StageId.NETWORK, Words("familien"), "network_invited")
    own = Method((Definition("first_gate", (line,)),))
    facts = replace(
        full_case(),
        people=tuple(replace(one, invited=InvitationChoice.UNDECIDED) for one in full_case().people),
    )
    assert gates(full_case(), None, TODAY, own) == (Gate("first_gate", open=True),)
    assert gates(facts, None, TODAY, own) == (
        Gate(
            "first_gate",
            open=False,
            missing=(
                Missing(
                    "beyond",
                    "Nogen uden for hjemmet",
                    StageId.NETWORK,
                    "familien",
                    detail="ingen uden for hjemmet inviteres endnu",
                ),
            ),
        ),
    )


def test_the_independence_of_the_samordner_is_no_gate_but_a_hjornesten() -> None:
    facts = with_engagement(full_case(), lambda one: replace(one, knows_family=True))
    assert all(
        one.open for one in gates(facts, first(facts), TODAY, method()) if one.name in {"ready", "network_contact"}
    )
