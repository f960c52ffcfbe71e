"""Every requirement of the sources that a samordner acts on changes something.

Each line of `CHANGES` takes one thing from a case in order (or adds one), and names what must be seen then and was not
seen before: a line missing at a gate, a next step, or a hjørnesten that stands otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from samordner_tui.method import terms as t
from samordner_tui.method.cornerstones import verdicts
from samordner_tui.method.definition import method
from samordner_tui.method.definition.grounds import Sourced
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.gates import gates
from samordner_tui.method.next_steps import next_steps
from tests.method.cases import (
    AFTERWARDS,
    CHILD_TALK,
    STEPS,
    TODAY,
    at,
    first,
    full_case,
    january,
    without_people,
)
from tests.method.changes import (
    Change,
    a_professional_stayed,
    after,
    after_step_1,
    after_step_2,
    all_awake,
    alone_with_mother,
    answered,
    before,
    booking,
    briefing,
    case,
    child,
    conference,
    engagement,
    few_invited,
    household_only,
    informed_by_telephone,
    item,
    leader_away,
    menu,
    mothers_side_only,
    no_effect_asked,
    not_reached,
    one_answer,
    person,
    plan,
    role,
    step_in,
    unasked,
    unexplained,
    venue,
    withdrawn,
    without_informants,
    without_professionals,
    without_responsibility,
    without_statement,
)

CORE = (
    *(*range(1, 25), *range(27, 36), *range(40, 44), *range(45, 49), 51, *range(53, 57)),
    *(*range(60, 69), 70, *range(73, 80), 86, 87, 89, 90, 92, *range(94, 98), *range(99, 104)),
    *(122, 123, 124, 127, 151, 153, 154, 155, 163, 164, 176, 179, 180, 183, 186, 240),
)
"""The core rows of R1 to R111, R122 to R124, R127, R151 to R186 and R240. Source: domain.md 3."""

ELSEWHERE = {
    20: "the whole of the method can be carried out: what departs is told by the five, see test_cornerstones.py",
    21: "the program is a list of what to think of and decide: see test_next_steps.py",
    24: "plain language and guided steps; no fact of a case: see test_every_text_is_clean in test_definition.py",
}
"""Core rows on which no samordner acts, and where they are held."""


@dataclass(frozen=True)
class Row:
    """What one change of a case makes seen: `gate:ready/chair`, `step:visit_invitee`, `cornerstone:4=broken`."""

    rows: tuple[int, ...]
    base: Callable[[], CaseFacts]
    change: Change
    seen: str


CHANGES = (
    Row((1, 6), after, conference(decisions=()), "cornerstone:4=broken"),
    Row((6,), after, answered(t.Outcome.APPROVED, at(12, 0, january(25))), "cornerstone:4=partly"),
    Row((2,), after, conference(steps=(STEPS[0], STEPS[2])), "cornerstone:2=broken"),
    Row((1, 3), after, alone_with_mother, "cornerstone:1=broken"),
    Row((1, 4), after, a_professional_stayed, "cornerstone:2=broken"),
    Row((1, 5, 22), before, engagement(knows_family=True), "cornerstone:3=broken"),
    Row((1, 7), after, lambda facts: without_people(facts, 2, "alma"), "cornerstone:5=broken"),
    Row((8, 34), after_step_1, conference(hosted_by_samordner=None), "step:host"),
    Row((9,), after_step_1, briefing("teachers", read_aloud_on=None), "gate:private_time/briefings_read"),
    Row((4, 10), after_step_1, step_in, "gate:private_time/professionals_left"),
    Row((11,), after, conference(plans=()), "step:get_plan_written"),
    Row((11, 17), after, plan(words=None), "cornerstone:2=partly"),
    Row((12,), after_step_2, conference(plan_read_at=None), "gate:approval/plan_read"),
    Row((13, 180), after_step_2, item(who=None), "gate:approval/plan_clear"),
    Row((13, 180), after, item(when_kind=None, when_words=None), "step:clarify_plan"),
    Row((14,), after, answered(t.Outcome.RETURNED, at(20, 10)), "gate:close_day/return_explained"),
    Row((14,), after_step_2, answered(t.Outcome.RETURNED, at(20, 10)), "step:give_new_private_time"),
    Row((15,), before, leader_away, "gate:ready/approver_reachable"),
    Row((16,), after_step_2, conference(led_by_samordner=False), "step:lead_step_3"),
    Row((17, 18), after_step_1, conference(questions_answered=None), "gate:private_time/questions_answered"),
    Row((19,), after, item(municipal=t.Municipal.NEEDS_FORMAL_DECISION), "gate:close_day/formal_decisions"),
    Row((19,), after, item(municipal=None), "step:mark_municipal_items"),
    Row((22,), before, engagement(employed_by_department=None), "step:answer_independence"),
    Row((23,), before, engagement(accepted_on=None), "step:accept_assignment"),
    Row((27, 151), before, household_only, "step:map_network"),
    Row((28,), before, lambda _facts: not_reached(), "gate:ready/everyone_visited"),
    Row((28,), before, lambda _facts: not_reached(), "step:visit_invitee"),
    Row((29,), before, without_responsibility, "step:explain_responsibility"),
    Row((30,), before, booking(state=t.BookingState.CANCELLED), "gate:ready/venue_confirmed"),
    Row((30,), before, menu(ordered_on=None), "gate:ready/food_ordered"),
    Row((31,), before, role("chair", accepted=None), "gate:ready/chair"),
    Row((31,), before, role("note_taker", briefed_on=None), "gate:ready/note_taker"),
    Row((32,), before, conference(wordings=()), "step:word_invitations"),
    Row((33,), before, child(wish_room=None), "step:set_room"),
    Row((34,), after_step_1, conference(hosted_by_samordner=False), "step:host"),
    Row((35,), before, engagement(start_meeting_on=None), "step:hold_start_meeting"),
    Row((40, 41), before, venue(kind=t.VenueKind.TOWN_HALL), "gate:ready/venue_neutral"),
    Row((41,), before, booking(family_meets_here=True), "gate:ready/venue_neutral"),
    Row((42,), before, booking(bad_memories=True), "gate:ready/venue_neutral"),
    Row((42,), before, booking(memories_asked_on=None, bad_memories=None), "step:ask_memories"),
    Row((43,), before, venue(kind=t.VenueKind.NETWORK_HOME), "gate:ready/venue_neutral"),
    Row((45,), before, venue(second_room=False), "gate:ready/second_room"),
    Row((46,), before, role("minder"), "gate:ready/minder_named"),
    Row((46,), before, role("minder", person_id="lars"), "step:part_roles"),
    Row((47, 48), before, venue(near_room=False), "gate:ready/near_room"),
    Row((48, 86), before, venue(near_room=None), "step:find_near_room"),
    Row((51,), before, venue(evening_access=None), "gate:ready/evening_access"),
    Row((53,), before, booking(state=t.BookingState.ASKED), "step:confirm_venue"),
    Row((54,), before, conference(meal_time=None), "step:choose_meal_time"),
    Row((54,), before, menu(ordered_covers=4), "gate:ready/covers_counted"),
    Row((55,), before, menu(pick_up_at=None), "step:plan_pick_up"),
    Row((56,), before, menu(chosen_by_child=False), "gate:ready/food_chosen"),
    Row((60, 66), before, child(support_before=None), "step:plan_support"),
    Row((60, 66), before, child(support_after=None), "step:plan_support"),
    Row((60, 66), after, lambda facts: replace(facts, contacts=full_case().contacts), "gate:close_case/debrief_held"),
    Row((61,), before, briefing("teachers", shown_to_child_on=None), "gate:ready/briefings_gone_through"),
    Row((62,), before, child(timeline_given_on=None), "step:give_timeline"),
    Row((63,), before, child(prepared_on=None), "gate:ready/child_prepared"),
    Row((63,), before, child(understands=None), "gate:ready/child_understands"),
    Row((64,), before, role("supporter", chosen_by=t.ChosenBy.SAMORDNER), "gate:ready/supporter_chosen"),
    Row(
        (65,),
        before,
        lambda facts: replace(facts, contacts=tuple(one for one in facts.contacts if one is not CHILD_TALK)),
        "step:talk_with_child",
    ),
    Row((67, 73), before, child(wish_guests=None), "step:ask_wishes"),
    Row((68, 73), before, child(voice=None), "step:choose_voice"),
    Row((7, 70), before, child(participation=None), "step:choose_form"),
    Row((74, 78, 79), before, without_informants, "step:choose_informants"),
    Row((74,), before, briefing("teachers", text=None), "step:get_briefings_written"),
    Row((75,), after, briefing("teachers", deleted_on=None), "gate:close_case/briefings_deleted"),
    Row((75, 77), before, briefing("teachers", waiver_on=None), "gate:ready/waivers"),
    Row((76,), before, briefing("teachers", text="ord " * 1301), "step:shorten_briefings"),
    Row((76,), before, briefing("initiators", is_appreciative=False), "step:check_briefings"),
    Row((77,), before, briefing("teachers", version=2), "gate:ready/briefings_approved"),
    Row((87,), before, conference(starts_at=at(10), ends_at=at(12)), "step:move_to_evening"),
    Row((87,), before, conference(starts_at=None), "gate:ready/conference_dated"),
    Row((89,), before, withdrawn, "gate:ready/consent"),
    Row((89,), before, withdrawn, "gate:network_contact/consent"),
    Row((90,), before, unexplained, "step:explain_method"),
    Row((92,), before, case(excluded_because="Sagen er for retten."), "step:settle_exclusion"),
    Row((94,), before, without_statement(t.StatementKind.CONCERN), "step:write_concern"),
    Row((95,), before, person("amir", relation=None), "step:name_relations"),
    Row((95,), before, household_only, "step:invite_network"),
    Row((96,), before, case(purpose=None), "step:write_purpose"),
    Row((97,), before, without_statement(t.StatementKind.STRENGTH), "step:write_strengths"),
    Row((99,), after, lambda facts: replace(facts, conferences=facts.conferences[:1]), "step:plan_follow_up"),
    Row((99,), before, engagement(planned_conferences=None), "step:plan_series"),
    Row((100,), after, conference(evaluations=()), "gate:close_case/evaluations_in"),
    Row((101,), after, one_answer, "gate:close_case/evaluations_in"),
    Row((102,), after, no_effect_asked, "step:complete_evaluations"),
    Row((103, 127), before, unasked("evaluation"), "step:ask_about_evaluation"),
    Row((122,), before, unasked("rooms"), "step:ask_about_rooms"),
    Row((123,), before, unasked("catering"), "step:ask_about_catering"),
    Row((124,), before, unasked("child_preparation"), "step:ask_about_child_support"),
    Row((127,), before, engagement(evaluation_agreed=None), "step:agree_evaluation"),
    Row((153, 154), before, all_awake, "step:wake_ties"),
    Row((3,), before, mothers_side_only, "step:map_both_sides"),
    Row((155,), before, person("nadia", invited=t.InvitationChoice.UNDECIDED), "step:decide_everyone"),
    Row((155,), before, person("tove", decided_by=None), "step:settle_not_invited"),
    Row((155,), before, case(views=()), "step:ask_views"),
    Row((163,), before, person("amir", noted_on=None), "step:date_map"),
    Row((164,), before, without_professionals, "step:map_both_kinds"),
    Row((176,), after, plan(child_version_on=None), "step:make_child_version"),
    Row((179,), after, plan(typed_on=None), "step:type_plan"),
    Row((179,), after, plan(deliveries=()), "gate:close_case/plan_sent"),
    Row((186,), after, conference(follow_up_on=None), "gate:close_day/follow_up_dated"),
    Row((186,), after, conference(follow_up_on=None), "step:date_follow_up"),
    Row((240,), before, few_invited, "step:balance_network"),
)


def seen(facts: CaseFacts) -> frozenset[str]:
    """All that a case shows of itself."""
    today = TODAY if not first(facts).steps else AFTERWARDS
    the_conference = first(facts)
    found = {f"cornerstone:{one.number}={one.standing}" for one in verdicts(facts, the_conference, today)}
    for gate in gates(facts, the_conference, today, method()):
        found |= {f"gate:{gate.name}/{missing.id}" for missing in gate.missing}
    return frozenset(found | {f"step:{step.id}" for step in next_steps(facts, the_conference, today, method())})


def entry_of(thing: str) -> Sourced:
    """The entry of the method file behind what is seen."""
    kind, _, name = thing.partition(":")
    if kind == "step":
        return method().task(name)
    if kind == "gate":
        gate, _, line = name.partition("/")
        return next(one for one in method().gate(gate).lines if one.id == line)
    return method().cornerstone(int(name[0]))


def names(row: Row) -> str:
    """What a test is called."""
    return f"{','.join(f'R{number}' for number in row.rows)}-{row.seen}"


@pytest.mark.parametrize("row", CHANGES, ids=names)
def test_a_row_changes_what_is_seen(row: Row) -> None:
    """It is not seen of the case in order, and it is seen when the one thing is otherwise."""
    base = row.base()
    assert row.seen not in seen(base)
    assert row.seen in seen(row.change(base))


def test_somebody_may_be_told_of_the_method_otherwise_than_by_a_visit() -> None:
    """R183: on the telephone, by video, wherever it makes sense."""
    assert "gate:ready/everyone_visited" in seen(not_reached())
    assert "gate:ready/everyone_visited" not in seen(informed_by_telephone(not_reached()))
    assert "R183" in method().task("visit_invitee").rows


@pytest.mark.parametrize("row", CHANGES, ids=names)
def test_a_row_stands_at_what_it_changes(row: Row) -> None:
    """The method file names the same rows."""
    entry = entry_of(row.seen)
    assert {f"R{number}" for number in row.rows} <= set(entry.rows)


@pytest.mark.parametrize("number", CORE)
def test_every_core_row_changes_something_or_is_held_elsewhere(number: int) -> None:
    """None is left out."""
    changed = {row for change in CHANGES for row in change.rows} | {183}
    assert (number in changed) != (number in ELSEWHERE)
