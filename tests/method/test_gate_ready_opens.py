"""*Klar til dagen*: when it is open, and what opens it all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samordner_tui.method.facts import Consent, Person
from samordner_tui.method.gates import Gate
from samordner_tui.method.terms import (
    Answer,
    BookingKind,
    BookingState,
    ConsentAnswer,
    ConsentScope,
    ContactKind,
    ContactOutcome,
    PersonKind,
    SafetyAnswer,
)
from tests.method.cases import (
    full_case,
    january,
    with_briefing,
    with_conference,
    with_contact_outcome,
    with_invitation,
    with_menu,
    with_person,
    with_role,
    with_venue,
)
from tests.method.passing import Change, gate, grown_up, missing, with_consent, with_need, with_safety


def test_with_everything_in_place_the_gate_is_open_three_days_before() -> None:
    assert gate(full_case(), "ready") == Gate("ready", open=True)


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
    "the initiativtager's briefing is left out with a reason": lambda facts: with_briefing(
        facts, "initiators", lambda one: replace(one, left_out_reason="Alle kender spørgsmålene.")
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


def test_safety_is_not_asked_again_before_there_was_a_talk_with_the_child() -> None:
    facts = replace(
        full_case(), contacts=tuple(one for one in full_case().contacts if one.kind is not ContactKind.CHILD_TALK)
    )
    line = next(one for one in gate(facts, "ready").missing if one.id == "safety_asked_again")
    assert "samtalen med barnet" in line.detail
