"""The next steps: a view of the facts, in the order they are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from samordner_tui.language import SPEECH
from samordner_tui.method import terms as t
from samordner_tui.method.definition import method
from samordner_tui.method.facts import CaseFacts, Child, Conference, Engagement, Notice, Person
from samordner_tui.method.next_steps import NextStep, next_steps
from samordner_tui.method.terms import PersonKind, Phase, StageId
from tests.method.cases import (
    AFTERWARDS,
    ALMA,
    STEPS,
    THE_DAY,
    TODAY,
    first,
    full_case,
    held_case,
    january,
    on_the_day,
    safety_round,
    visit,
    with_child,
    with_conference,
    with_decisions,
    with_notice,
    with_role,
)


def steps_of(facts: CaseFacts, today: date = TODAY) -> tuple[NextStep, ...]:
    """The next steps of the first conference of a case."""
    return next_steps(facts, first(facts) if facts.conferences else None, today, method())


def ids(facts: CaseFacts, today: date = TODAY) -> list[str]:
    """Their ids, in order."""
    return [step.id for step in steps_of(facts, today)]


def not_visited(*people: str) -> CaseFacts:
    """The full case with some people not visited."""
    facts = full_case()
    return replace(facts, contacts=tuple(one for one in facts.contacts if not set(one.people) & set(people)))


def set_aside(facts: CaseFacts, about: str, conference_id: str | None = "first") -> CaseFacts:
    """The case with a task set aside."""
    notice = Notice(t.NoticeKind.SET_ASIDE, about, "Bor på Færøerne.", TODAY, conference_id)
    return replace(facts, notices=(*facts.notices, notice))


def test_nothing_is_left_of_a_case_in_order() -> None:
    """The evening before the day."""
    assert steps_of(full_case()) == ()


def test_a_visit_names_the_person_and_what_is_still_to_be_told() -> None:
    """As in the picture: who it is to the child, why, and by when."""
    (step,) = [step for step in steps_of(not_visited("inge"), january(10)) if step.id == "visit_invitee"]
    assert step.text == "Besøg Inge (farmor)"
    assert step.detail == "Kender endnu ikke metoden og det ansvar, et ja fører med sig."
    assert step.subject_id == "inge"
    assert step.due == january(14)
    assert step.stage is StageId.NETWORK
    assert not step.overdue


def test_each_person_has_a_step_of_their_own() -> None:
    """Two who are not visited are two visits, and not their neighbours'."""
    steps = [step for step in steps_of(not_visited("inge", "lars")) if step.id == "visit_invitee"]
    assert [step.subject_id for step in steps] == ["inge", "lars"]


def test_somebody_who_is_nobody_to_the_child_goes_by_their_name() -> None:
    """No empty brackets."""
    facts = not_visited("inge")
    facts = replace(facts, people=tuple(replace(one, relation=None) for one in facts.people))
    assert "Besøg Inge" in [step.text for step in steps_of(facts)]


def test_somebody_who_is_met_is_not_to_be_visited_again_but_told_the_rest() -> None:
    """A visit at which the responsibility was not spoken of; somebody who has declined is left in peace."""
    facts = full_case()
    half = replace(visit("half", ("inge",)), responsibility_explained=False)
    facts = replace(facts, contacts=(*(one for one in facts.contacts if "inge" not in one.people), half))
    assert [(step.id, step.subject_id) for step in steps_of(facts)] == [("explain_responsibility", "inge")]
    declined = visit("declined", ("inge",), t.ContactOutcome.DECLINED)
    assert steps_of(replace(facts, contacts=(*facts.contacts, declined))) == ()


def test_each_child_has_steps_of_its_own() -> None:
    """A brother who has not been talked with, beside a sister who has."""
    facts = full_case()
    brother = replace(ALMA, id="child_villads", person_id="villads", prepared_on=None)
    facts = replace(facts, children=(ALMA, brother))
    found = {(step.id, step.subject_id): step.text for step in steps_of(facts)}
    assert found["talk_with_child", "child_villads"] == "Tal med Villads, før du går i gang"
    assert found["prepare_child", "child_villads"] == "Gå dagen igennem med Villads"
    assert ("talk_with_child", "child_alma") not in found


def test_a_child_that_is_not_noted_yet_goes_by_the_alias_of_the_case() -> None:
    """The talk is called to mind before anything is typed."""
    (step,) = [step for step in steps_of(replace(full_case(), children=())) if step.id == "talk_with_child"]
    assert "Alma" in step.text
    assert step.subject_id is None


def test_a_step_past_its_day_is_overdue_and_stands_first() -> None:
    """A day after the fourteenth, and not on it."""
    facts = not_visited("inge")
    facts = with_conference(facts, lambda conference: replace(conference, meal_time=None))
    assert not any(step.overdue for step in steps_of(facts, january(14)))
    late = steps_of(facts, january(15))
    assert [step.id for step in late if step.overdue] == [step.id for step in late][: sum(s.overdue for s in late)]
    assert late[0].overdue


def test_steps_stand_in_the_order_they_are_due_and_then_in_that_of_the_method() -> None:
    """What has no date yet comes last."""
    facts = CaseFacts(number="1", alias="Alma", engagement=Engagement(accepted_on=january(4)))
    steps = steps_of(facts)
    order = {task.id: place for place, task in enumerate(method().tasks)}
    keys = [(step.due or date.max, order[step.id]) for step in steps]
    assert keys == sorted(keys)
    assert steps[-1].due is None


def test_a_step_is_told_apart_from_every_other() -> None:
    """By its id, and for whom it is."""
    facts = replace(CaseFacts(number="1", alias="Alma"), children=(Child("a", "1"), Child("b", "2")))
    facts = replace(facts, people=(Person("1", "Alma", t.PersonKind.CHILD), Person("2", "Bo", t.PersonKind.CHILD)))
    told = [(step.id, step.subject_id) for step in steps_of(facts)]
    assert len(told) == len(set(told))


def test_nobody_is_visited_before_the_municipality_has_answered_about_safety() -> None:
    """P22: only that answer opens the network."""
    facts = not_visited("inge")
    marked = safety_round("safety_1", t.SafetyOccasion.BEFORE_CONTACT, january(4), violence=True)
    facts = replace(facts, safety_rounds=(marked,))
    assert "visit_invitee" not in ids(facts)
    assert "get_safety_answer" in ids(facts)


def test_a_reason_that_is_kept_opens_the_way_to_the_network() -> None:
    """A custody holder who has not answered, and why the samordner goes on."""
    facts = not_visited("inge")
    facts = replace(facts, consents=facts.consents[1:])
    assert "visit_invitee" not in ids(facts)
    assert "visit_invitee" in ids(with_notice(facts, "gate:network_contact/consent", "Kommunen spørger hende."))


def test_a_task_that_is_set_aside_is_left_out() -> None:
    """With its reason kept; of this conference or of the whole case."""
    facts = not_visited("inge", "lars")
    assert "visit_invitee" not in ids(set_aside(facts, "task:visit_invitee"))
    assert "visit_invitee" not in ids(set_aside(facts, "task:visit_invitee", None))
    assert "visit_invitee" in ids(set_aside(facts, "task:visit_invitee", "second"))


def test_a_task_is_set_aside_for_one_person_alone() -> None:
    """The other visit stays."""
    facts = set_aside(not_visited("inge", "lars"), "task:visit_invitee/inge")
    assert [step.subject_id for step in steps_of(facts) if step.id == "visit_invitee"] == ["lars"]


def test_a_reason_for_departing_sets_no_task_aside() -> None:
    """The two kinds of reason are told apart."""
    assert "visit_invitee" in ids(with_notice(not_visited("inge"), "task:visit_invitee", "Bor på Færøerne."))


def test_what_is_missing_is_told_where_the_task_itself_says_nothing() -> None:
    """As a sentence, with whom it is about."""
    facts = with_role(full_case(), "chair", lambda _holder: None)
    facts = with_role(facts, "second_chair", lambda _holder: None)
    (step,) = [step for step in steps_of(facts) if step.id == "ready_chair"]
    assert step.detail[0].isupper()
    assert step.detail[-1] in ".?"


def test_before_there_is_a_conference_its_preparations_stand_there_all_the_same() -> None:
    """The date is one of them; what corrects an arrangement is not."""
    facts = CaseFacts(number="1", alias="Alma", engagement=Engagement(accepted_on=january(4)))
    found = ids(facts)
    assert {"date_conference", "ready_chair", "word_invitations"} <= set(found)
    assert not {"part_roles", "keep_roles_in_network", "book_interpreter", "change_venue"} & set(found)


def test_a_full_case_without_its_conference_asks_for_the_date_first() -> None:
    """All that hangs on the day comes after."""
    facts = replace(full_case(), conferences=())
    assert "date_conference" in ids(facts)


@pytest.mark.parametrize("phase", list(Phase))
def test_a_task_is_there_only_in_its_time(phase: Phase) -> None:
    """Nobody is asked to read out a plan before the day, or to find a venue after it."""
    bare = Conference(id="first", number=1, starts_at=first(full_case()).starts_at)
    facts = replace(CaseFacts(number="1", alias="Alma"), conferences=(bare,))
    if phase is Phase.DAY:
        facts = with_conference(facts, lambda one: replace(one, steps=STEPS[:1]))
    if phase is Phase.AFTER:
        facts = with_conference(facts, lambda one: replace(one, state=t.ConferenceState.HELD))
    groups = {Phase.BEFORE: "preparation", Phase.DAY: "day", Phase.AFTER: "after"}
    found = {step.id for step in steps_of(facts, TODAY if phase is Phase.BEFORE else THE_DAY)}
    assert found
    for task in method().tasks:
        if not task.during and method().stage(task.stage).group != groups[phase]:
            assert task.id not in found


def test_on_the_day_the_steps_are_those_of_the_evening() -> None:
    """Trin 1 has been; now the family is to be alone."""
    facts = on_the_day(held_case(), STEPS[0])
    facts = replace(facts, closed_on=None)
    found = ids(facts, THE_DAY)
    assert "begin_private_time" in found
    assert "read_plan" not in found


def test_in_the_morning_of_the_day_the_steps_are_those_of_trin_1() -> None:
    found = steps_of(full_case(), THE_DAY)
    assert [step.id for step in found][:2] == ["host", "read_briefings"]
    assert {step.stage for step in found} == {StageId.INFORMATION}


def test_in_the_morning_of_the_day_what_was_not_reached_stands_after_the_steps_of_the_day() -> None:
    found = steps_of(not_visited("inge"), THE_DAY)
    assert (found[0].stage, found[-1].id) == (StageId.INFORMATION, "visit_invitee")


def test_nothing_is_late_about_somebody_who_came_into_the_case_after_the_day_it_was_due() -> None:
    late = Person("jonna", "Jonna", PersonKind.PRIVATE, "nabo", noted_on=january(10))
    facts = replace(full_case(), people=(*full_case().people, late))
    (step,) = [step for step in steps_of(facts, january(10)) if step.id == "ask_views"]
    assert (step.subject_id, step.due, step.overdue) == ("jonna", january(14), False)


def test_what_was_passed_with_a_reason_is_no_next_step() -> None:
    facts = on_the_day(held_case(), STEPS[0])
    facts = with_conference(
        replace(facts, closed_on=None),
        lambda one: replace(
            one,
            questions_answered=None,
            briefings=tuple(replace(briefing, read_aloud_on=None) for briefing in one.briefings),
        ),
    )
    assert {"read_briefings", "answer_questions"} <= set(ids(facts, THE_DAY))
    for line in ("briefings_read", "questions_answered"):
        facts = with_notice(facts, f"gate:private_time/{line}", "Familien ville i gang.")
    assert not {"read_briefings", "answer_questions"} & set(ids(facts, THE_DAY))


def test_a_provisional_answer_waits_for_the_final_one() -> None:
    """After the day, with the two days it may take."""
    facts = replace(held_case(), closed_on=None)
    decision = replace(first(facts).decisions[0], outcome=t.Outcome.PROVISIONAL, provisional_until=january(25))
    steps = steps_of(with_decisions(facts, decision), january(24))
    (step,) = [step for step in steps if step.id == "settle_provisional"]
    assert step.due == january(23)
    assert step.overdue


def test_a_closed_case_has_nothing_left_but_its_end() -> None:
    """What was never done stays undone; the case is to be deleted."""
    facts = replace(held_case(), handed_over_on=None)
    facts = with_conference(facts, lambda conference: replace(conference, evaluations=(), guardian_id=None))
    assert ids(facts, AFTERWARDS) == ["hand_over", "delete_case"]


def test_the_end_is_called_to_mind_two_weeks_before_the_agreed_date() -> None:
    """The date stands in the agreement with the municipality."""
    facts = replace(held_case(), closed_on=None)
    delete_by = facts.engagement.delete_by
    assert delete_by is not None
    assert "delete_case" not in ids(facts, delete_by - timedelta(days=15))
    assert "delete_case" in ids(facts, delete_by - timedelta(days=14))


def test_a_series_that_has_ended_is_to_be_closed() -> None:
    """With a reason for no further date, and no further conference."""
    facts = replace(held_case(), closed_on=None)
    assert "close_case" not in ids(facts, AFTERWARDS)
    facts = replace(facts, conferences=facts.conferences[:1])
    facts = with_conference(
        facts, lambda conference: replace(conference, follow_up_on=None, no_follow_up_reason="Familien er færdig.")
    )
    assert "close_case" in ids(facts, AFTERWARDS)


def test_steps_are_said_in_english_too() -> None:
    """With the name of the child in its place."""
    facts = with_child(full_case(), lambda child: replace(child, timeline_given_on=None))
    SPEECH.choose("en")
    try:
        assert "Give Alma a timeline" in [step.text for step in steps_of(facts)]
    finally:
        SPEECH.choose("da")


def test_the_family_is_to_be_alone_as_soon_as_all_is_read_and_answered_in_trin_1() -> None:
    """While trin 1 runs, and not while something in it lacks."""
    running = on_the_day(replace(held_case(), closed_on=None), replace(STEPS[0], ended_at=None))
    assert "begin_private_time" in ids(running, THE_DAY)
    asked = with_conference(running, lambda one: replace(one, questions_answered=None))
    assert "begin_private_time" not in ids(asked, THE_DAY)
    alone = with_conference(running, lambda one: replace(one, presences=()))
    assert "begin_private_time" not in ids(alone, THE_DAY)
