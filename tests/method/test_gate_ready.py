"""*Klar til dagen*, a test for each of its lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samordner_tui.method.definition import method
from samordner_tui.method.terms import (
    Answer,
    BookingKind,
    BookingState,
    ConsentAnswer,
    ContactOutcome,
    SafetyOccasion,
    VenueKind,
)
from tests.method.cases import (
    full_case,
    january,
    safety_round,
    with_booking,
    with_briefing,
    with_child,
    with_conference,
    with_contact_outcome,
    with_invitation,
    with_menu,
    with_person,
    with_role,
    with_venue,
)
from tests.method.passing import Change, conference, gate, grown_up, with_consent, with_need, with_safety

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
    "the initiativtager has no briefing, and an informatør has": (
        "briefings_gone_through",
        lambda facts: with_conference(facts, lambda one: replace(one, briefings=one.briefings[1:])),
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
