"""F1 to F24: what meets a measure, and what does not. Source: domain.md 6.

Each line takes a case in order, changes one thing in it, and says how the measure stands then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from samordner_tui.method import terms as t
from samordner_tui.method.cornerstones import adopted_at_once, child_takes_part, familys_own_plan
from samordner_tui.method.definition import method
from samordner_tui.method.facts import CaseFacts, LogEntry, Notice, Presence
from samordner_tui.method.fidelity import MEASURES, Mark, about, marks, remarks
from tests.method.cases import (
    AFTERWARDS,
    APPROVED,
    STEPS,
    THE_DAY,
    TODAY,
    at,
    first,
    held_case,
    january,
    present,
    safety_round,
    step,
    visit,
    with_conference,
    with_contact_outcome,
    with_decisions,
    with_presences,
    without_people,
)
from tests.method.changes import (
    Change,
    a_professional_stayed,
    after,
    after_step_1,
    after_step_2,
    all_awake,
    answered,
    before,
    booking,
    briefing,
    case,
    child,
    conference,
    engagement,
    household_only,
    item,
    menu,
    mothers_side_only,
    one_answer,
    person,
    plan,
    role,
    step_in,
    the_teacher_is_not_noted_as_gone,
    venue,
    without_statement,
)

MET, PARTLY, NOT = t.MarkState.MET, t.MarkState.PARTLY, t.MarkState.NOT
NOT_YET, NOT_KNOWN, NOT_RELEVANT = t.MarkState.NOT_YET, t.MarkState.NOT_KNOWN, t.MarkState.NOT_RELEVANT


def mark(facts: CaseFacts, which: str, today: date = AFTERWARDS) -> Mark:
    """How a measure stands at the first conference."""
    return next(one for one in marks(facts, first(facts), today, method()) if one.id == which)


def as_it_is(facts: CaseFacts) -> CaseFacts:
    """Nothing changed."""
    return facts


def _two(*changes: Change) -> Change:
    def change(facts: CaseFacts) -> CaseFacts:
        for one in changes:
            facts = one(facts)
        return facts

    return change


def no_contact(facts: CaseFacts) -> CaseFacts:
    """Nobody in the network has been met."""
    return replace(facts, contacts=())


def visited_early(facts: CaseFacts) -> CaseFacts:
    """Farmor was met before anybody was asked anything."""
    early = replace(visit("early", ("inge",)), held_on=date(2026, 12, 16))
    return replace(facts, contacts=(early, *facts.contacts))


def mother_visited_early(facts: CaseFacts) -> CaseFacts:
    """Mor was met early, to be asked for her consent."""
    early = replace(visit("early", ("mette",)), held_on=date(2026, 12, 16))
    return replace(facts, contacts=(early, *facts.contacts))


def undated_visits(facts: CaseFacts) -> CaseFacts:
    """No visit has a day."""
    return replace(facts, contacts=tuple(replace(one, held_on=None) for one in facts.contacts))


def consents(**values: object) -> Change:
    """Far's answer about the method with other values."""
    return lambda facts: replace(
        facts,
        consents=tuple(
            replace(one, **values) if one.id == "method_jonas" else one  # type: ignore[arg-type]
            for one in facts.consents
        ),
    )


def nobody_consented(facts: CaseFacts) -> CaseFacts:
    """Nobody was asked."""
    return replace(facts, consents=())


def safety(*asked_on: date | None) -> Change:
    """Safety asked about on these days alone."""
    undated = safety_round("undated", t.SafetyOccasion.OTHER, TODAY)
    rounds = tuple(replace(undated, id=str(place), asked_on=day) for place, day in enumerate(asked_on))
    return lambda facts: replace(facts, safety_rounds=rounds)


def without_honour(facts: CaseFacts) -> CaseFacts:
    """The question on honour is open in every round."""
    return replace(facts, safety_rounds=tuple(replace(one, honour=None) for one in facts.safety_rounds))


def six_questions(facts: CaseFacts) -> CaseFacts:
    """Twice as many questions as there were."""
    asked = [one for one in facts.statements if one.kind is t.StatementKind.QUESTION]
    more = tuple(replace(one, id=f"{one.id}_more") for one in asked)
    return replace(facts, statements=(*facts.statements, *more))


def nobody_noted(facts: CaseFacts) -> CaseFacts:
    """It is not noted who was there."""
    return with_presences(facts)


def few_came(*people: str) -> Change:
    """Only these of the network came to trin 1."""

    def change(facts: CaseFacts) -> CaseFacts:
        rest = [one for one in first(facts).presences if one.present_as is not t.PresentAs.PERSON or one.step != 1]
        return with_presences(facts, *rest, present("ulla", 1), *(present(one, 1) for one in people))

    return change


def neighbour_came(facts: CaseFacts) -> CaseFacts:
    """The neighbour came along, and was never visited."""
    return with_presences(facts, *first(facts).presences, present("tove", 1))


def neighbour_visited_later(facts: CaseFacts) -> CaseFacts:
    """She was visited before the next conference."""
    later = replace(visit("later", ("tove",)), held_on=date(2027, 2, 10))
    return replace(neighbour_came(facts), contacts=(*facts.contacts, later))


def nobody_visited(facts: CaseFacts) -> CaseFacts:
    """Nobody was visited."""
    return replace(facts, contacts=())


def teacher_called_in(facts: CaseFacts) -> CaseFacts:
    """The teacher was called in by the family."""
    called = Presence("ulla_2", 2, t.PresentAs.PERSON, "ulla", called_in=True)
    return with_presences(facts, *first(facts).presences, called)


def samordner_came_in(facts: CaseFacts) -> CaseFacts:
    """The samordner came in uncalled."""
    return with_presences(facts, *first(facts).presences, Presence("samordner_2", 2, t.PresentAs.SAMORDNER))


def returned(*, rests_on: str | None = "bottom_line", again: bool = True) -> Change:
    """The plan was sent back before it was approved."""
    back = replace(APPROVED, id="back", outcome=t.Outcome.RETURNED, rests_on_id=rests_on, decided_at=at(20))
    rounds = (*STEPS, step(2, at(20, 25), at(20, 50), 2), step(3, at(20, 55), at(21, 5), 2))

    def change(facts: CaseFacts) -> CaseFacts:
        approved = replace(APPROVED, round=2, decided_at=at(21))
        facts = with_decisions(facts, back, *([approved] if again else []))
        return with_conference(facts, lambda one: replace(one, steps=rounds if again else STEPS))

    return change


def without_plan(facts: CaseFacts) -> CaseFacts:
    """No plan is typed."""
    return with_conference(facts, lambda one: replace(one, plans=()))


def sent_on(day: date | None) -> Change:
    """Everybody got the plan that day."""
    return plan(deliveries=tuple(replace(one, sent_on=day) for one in first(held_case()).plans[0].deliveries))


def next_conference(**values: object) -> Change:
    """The second conference of the series with other values."""
    return lambda facts: replace(
        facts,
        conferences=(facts.conferences[0], replace(facts.conferences[1], **values)),  # type: ignore[arg-type]
    )


def alone_in_series(facts: CaseFacts) -> CaseFacts:
    """There is no second conference."""
    return replace(facts, conferences=facts.conferences[:1])


FATHER_UNKNOWN = case(fathers_side_reason="Far er ukendt.")
WITHOUT_MEETING = conference(state=t.ConferenceState.PLAN_WITHOUT_MEETING, steps=(), presences=())
CALLED_OFF = conference(state=t.ConferenceState.STOPPED, stop_reason=t.StopReason.ILLNESS, steps=(), presences=())


@dataclass(frozen=True)
class Row:
    """A measure, a case, what is changed in it, and how the measure stands then."""

    measure: str
    case: Callable[[], CaseFacts]
    change: Change
    state: t.MarkState
    today: date = AFTERWARDS


MEAL = LogEntry("meal", at(19), t.LogKind.MEAL)

ROWS = (
    Row("F1", before, as_it_is, MET, TODAY),
    Row("F1", before, engagement(knows_family=True), NOT, TODAY),
    Row("F1", before, engagement(related=None), NOT_YET, TODAY),
    Row("F1", after, engagement(related=None), PARTLY),
    Row("F1", after, engagement(independence_answered_on=None), PARTLY),
    Row("F2", after, as_it_is, MET),
    Row("F2", after, consents(answered_on=january(9)), PARTLY),
    Row("F2", after, nobody_consented, NOT),
    Row("F2", after, visited_early, NOT),
    Row("F2", after, mother_visited_early, MET),
    Row("F2", after, consents(answered_on=None), NOT_KNOWN),
    Row("F2", after, undated_visits, NOT_KNOWN),
    Row("F2", after, consents(withdrawn_on=january(18)), MET),
    Row("F2", after, consents(withdrawn_on=january(7)), PARTLY),
    Row("F2", after, person("alma", age=15), PARTLY),
    Row("F2", before, _two(no_contact, nobody_consented), NOT_YET, TODAY),
    Row("F2", before, no_contact, MET, TODAY),
    Row("F3", after, as_it_is, MET),
    Row("F3", after, safety(january(8)), MET),
    Row("F3", after, safety(january(9)), NOT),
    Row("F3", after, safety(), NOT),
    Row("F3", after, without_honour, NOT),
    Row("F3", after, safety(None), PARTLY),
    Row("F3", after, undated_visits, NOT_KNOWN),
    Row("F3", before, _two(no_contact, safety()), NOT_YET, TODAY),
    Row("F3", before, no_contact, MET, TODAY),
    Row("F4", before, as_it_is, MET, TODAY),
    Row("F4", before, without_statement(t.StatementKind.QUESTION), NOT_YET, TODAY),
    Row("F4", after, without_statement(t.StatementKind.QUESTION), NOT),
    Row("F4", after, six_questions, PARTLY),
    Row("F5", before, as_it_is, MET, TODAY),
    Row("F5", after, all_awake, PARTLY),
    Row("F5", after, household_only, NOT),
    Row("F5", after, _two(mothers_side_only, person("amir", tie=t.Tie.NEW)), PARTLY),
    Row("F5", after, _two(mothers_side_only, person("amir", tie=t.Tie.NEW), FATHER_UNKNOWN), MET),
    Row("F5", before, household_only, NOT_YET, TODAY),
    Row("F6", after, as_it_is, MET),
    Row("F6", after, few_came("mette", "jonas", "karen"), PARTLY),
    Row("F6", after, few_came("mette", "karen"), NOT),
    Row("F6", after, nobody_noted, NOT_KNOWN),
    Row("F6", after, WITHOUT_MEETING, NOT_RELEVANT),
    Row("F6", before, as_it_is, NOT_YET, TODAY),
    Row("F7", after, as_it_is, MET),
    Row("F7", after, neighbour_came, PARTLY),
    Row("F7", after, neighbour_visited_later, PARTLY),
    Row("F7", after, lambda facts: with_contact_outcome(facts, "visit_inge", t.ContactOutcome.TRIED), PARTLY),
    Row("F7", after, lambda facts: with_contact_outcome(facts, "visit_inge", t.ContactOutcome.INFORMED_OTHERWISE), MET),
    Row("F7", after, nobody_visited, NOT),
    Row("F7", after, nobody_noted, NOT_KNOWN),
    Row("F7", before, as_it_is, NOT_YET, TODAY),
    Row("F8", before, as_it_is, MET, TODAY),
    Row("F8", before, child(prepared_on=None), NOT_YET, TODAY),
    Row("F8", after, child(prepared_on=None), PARTLY),
    Row("F8", after, role("supporter", chosen_by=t.ChosenBy.SAMORDNER), PARTLY),
    Row("F8", after, _two(child(prepared_on=None), role("supporter"), menu(chosen_by_child=False)), NOT),
    Row("F9", after, as_it_is, MET),
    Row("F9", after, lambda facts: without_people(facts, 2, "alma"), NOT),
    Row("F9", before, as_it_is, NOT_YET, TODAY),
    Row("F10", before, as_it_is, MET, TODAY),
    Row("F10", before, venue(kind=t.VenueKind.TOWN_HALL), NOT, TODAY),
    Row("F10", after, booking(bad_memories=True), NOT),
    Row("F10", after, booking(departure_reason="Intet andet var ledigt.", family_meets_here=True), NOT),
    Row("F10", before, booking(venue=None), NOT_YET, TODAY),
    Row("F10", after, booking(venue=None), NOT_KNOWN),
    Row("F11", after, as_it_is, MET),
    Row("F11", after, venue(second_room=False), PARTLY),
    Row("F11", after, venue(near_room=False, second_room=False), NOT),
    Row("F11", after, venue(near_room=None), NOT_KNOWN),
    Row("F11", before, venue(second_room=False), NOT_YET, TODAY),
    Row("F12", after, as_it_is, MET),
    Row("F12", after, conference(meal_shared=False), NOT),
    Row("F12", after, conference(meal_shared=None), NOT_KNOWN),
    Row("F12", after, conference(meal_shared=None, log_entries=(MEAL,)), MET),
    Row("F12", after, conference(meal_shared=False, log_entries=(MEAL,)), NOT),
    Row("F12", before, as_it_is, NOT_YET, TODAY),
    Row("F13", before, as_it_is, MET, TODAY),
    Row("F13", after, role("chair", person_id="ulla"), PARTLY),
    Row("F13", after, role("note_taker"), PARTLY),
    Row("F13", after, conference(role_holders=()), NOT),
    Row("F13", before, role("chair", accepted=None), NOT_YET, TODAY),
    Row("F14", before, as_it_is, MET, TODAY),
    Row("F14", before, briefing("teachers", approvals=()), NOT_YET, TODAY),
    Row("F14", after, briefing("teachers", approvals=()), PARTLY),
    Row("F14", after, briefing("teachers", version=2), PARTLY),
    Row("F14", after, briefing("initiators", shown_to_parents_on=january(22)), PARTLY),
    Row("F14", after, briefing("teachers", approvals=(), left_out_reason="Ulla er syg."), MET),
    Row("F14", after, _two(briefing("teachers", approvals=()), briefing("initiators", shown_to_child_on=None)), NOT),
    Row("F14", after, conference(briefings=()), NOT_RELEVANT),
    Row("F15", before, as_it_is, MET, TODAY),
    Row("F15", after, briefing("teachers", text="ord " * 1301), PARTLY),
    Row("F15", after, _two(briefing("teachers", is_short=False), briefing("initiators", is_short=False)), NOT),
    Row("F15", after, briefing("teachers", text=None, is_short=None), NOT_KNOWN),
    Row("F15", after, briefing("teachers", text=None, is_short=True), MET),
    Row("F16", after, as_it_is, MET),
    Row("F16", after, a_professional_stayed, NOT),
    Row("F16", after, step_in, NOT),
    Row("F16", after, the_teacher_is_not_noted_as_gone, NOT_KNOWN),
    Row("F16", after, teacher_called_in, MET),
    Row("F16", after, samordner_came_in, MET),
    Row("F16", after, lambda facts: without_people(facts, 1, "ulla"), NOT_RELEVANT),
    Row("F16", after_step_1, as_it_is, NOT_YET, THE_DAY),
    Row("F16", after, conference(steps=(STEPS[0], STEPS[2])), NOT),
    Row("F17", after, as_it_is, MET),
    Row("F17", after, samordner_came_in, NOT),
    Row("F17", after, plan(words=None), PARTLY),
    Row("F17", before, as_it_is, NOT_YET, TODAY),
    Row("F18", after, as_it_is, MET),
    Row("F18", after, item(who=None), NOT),
    Row("F18", after, item(who=None, unclear_reason="Det aftaler de selv."), NOT),
    Row("F18", after, item(unclear_reason="Det aftaler de selv."), NOT),
    Row("F18", after, _two(item(unclear_reason="De selv."), answered(t.Outcome.PROVISIONAL, at(21))), NOT),
    Row("F18", after, _two(item(unclear_reason="De selv."), answered(t.Outcome.REFUSED, at(21))), MET),
    Row("F18", after, _two(item(unclear_reason="De selv."), conference(decisions=())), MET),
    Row("F18", after, plan(confirmed_on=None), PARTLY),
    Row("F18", after, without_plan, NOT),
    Row("F18", after, without_plan, NOT_YET, january(22)),
    Row("F18", after_step_2, item(who=None), NOT_YET, THE_DAY),
    Row("F19", after, as_it_is, MET),
    Row("F19", after, answered(t.Outcome.APPROVED, at(12, 0, january(25))), PARTLY),
    Row("F19", after, conference(decisions=()), NOT),
    Row("F19", before, as_it_is, NOT_YET, TODAY),
    Row("F20", after, returned(), MET),
    Row("F20", after, returned(rests_on=None), PARTLY),
    Row("F20", after, _two(returned(again=False), conference(state=t.ConferenceState.PLANNED)), NOT_YET),
    Row("F20", after, returned(again=False), PARTLY),
    Row("F20", after, returned(rests_on=None, again=False), NOT),
    Row("F20", after, as_it_is, NOT_RELEVANT),
    Row("F20", before, as_it_is, NOT_YET, TODAY),
    Row("F21", after, as_it_is, MET),
    Row("F21", after, conference(guardian_id=None), PARTLY),
    Row("F21", after, conference(follow_up_on=None), PARTLY),
    Row("F21", after, conference(follow_up_on=None, guardian_id=None), NOT),
    Row("F21", before, as_it_is, NOT_YET, TODAY),
    Row("F21", after, answered(t.Outcome.REFUSED, at(20, 10)), NOT_RELEVANT),
    Row("F22", after, as_it_is, MET),
    Row("F22", after, sent_on(january(23)), MET),
    Row("F22", after, sent_on(january(24)), PARTLY),
    Row("F22", after, sent_on(None), NOT),
    Row("F22", after, sent_on(None), NOT_YET, january(23)),
    Row("F22", after, plan(child_version_on=None), NOT_YET),
    Row("F23", after, as_it_is, MET),
    Row("F23", after, one_answer, PARTLY),
    Row("F23", after, one_answer, NOT_YET, january(25)),
    Row("F23", after, conference(evaluations=()), NOT),
    Row("F23", before, as_it_is, NOT_YET, TODAY),
    Row("F24", after, next_conference(state=t.ConferenceState.HELD, starts_at=at(17, 0, date(2027, 2, 18))), MET),
    Row("F24", after, _two(alone_in_series, conference(no_follow_up_reason="Det går godt.")), MET),
    Row("F24", after, as_it_is, NOT_YET),
    Row("F24", after, next_conference(state=t.ConferenceState.STOPPED), PARTLY),
    Row("F24", after, alone_in_series, NOT, date(2027, 4, 16)),
    Row("F24", after, alone_in_series, NOT_YET),
    Row("F24", held_case, alone_in_series, NOT),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.measure}-{row.state}")
def test_a_measure_stands_as_what_is_recorded_says(row: Row) -> None:
    found = mark(row.change(row.case()), row.measure, row.today)
    assert (found.id, found.state) == (row.measure, row.state), found.reason
    assert found.reason[0] == found.reason[0].upper()
    assert found.reason[-1] in ".?!"


@pytest.mark.parametrize("measure", MEASURES)
def test_the_table_has_facts_that_meet_each_measure_and_facts_that_do_not(measure: str) -> None:
    states = {row.state for row in ROWS if row.measure == measure}
    assert MET in states
    assert states & {PARTLY, NOT}


def test_each_measure_has_its_function_and_its_texts_with_a_source() -> None:
    assert [one.id for one in method().measures] == list(MEASURES) == [f"F{number}" for number in range(1, 25)]
    for one in method().measures:
        assert one.id in one.rows
        assert len(method().publications_of(one.rows)) >= 1
        assert len(one.rows) > 1, "a measure rests on more than its own number"


CORNERSTONES = {"F9": child_takes_part, "F17": familys_own_plan, "F19": adopted_at_once}


@pytest.mark.parametrize("measure", CORNERSTONES)
@pytest.mark.parametrize("facts", [before(), after_step_1(), after_step_2(), after(), a_professional_stayed(after())])
def test_a_measure_that_is_a_cornerstone_says_what_the_cornerstone_says(measure: str, facts: CaseFacts) -> None:
    verdict = CORNERSTONES[measure](facts, first(facts), AFTERWARDS)
    found = mark(facts, measure)
    assert found.reason.casefold().startswith(verdict.reason.casefold().rstrip("."))
    assert (found.state is NOT) is (verdict.standing is t.Standing.BROKEN)
    assert (found.state is MET) is (verdict.standing is t.Standing.MET)


def _all(facts: CaseFacts) -> tuple[Mark, ...]:
    return marks(facts, first(facts), AFTERWARDS, method())


def test_a_conference_that_never_began_is_measured_by_what_came_before_it_and_by_the_cornerstones() -> None:
    found = _all(CALLED_OFF(before()))
    measured = {one.id for one in found if one.state is not NOT_RELEVANT}
    assert measured == {"F1", "F2", "F3", "F4", "F5", "F9", "F17", "F19"}
    assert {one.reason for one in found if one.state is NOT_RELEVANT} == {"Rådslagningen gik ikke i gang."}


def test_a_reason_names_what_lacks_in_this_case() -> None:
    assert mark(neighbour_came(after()), "F7").reason == "Tove var med uden at være besøgt."
    assert mark(item(who=None)(after()), "F18").reason == "Punkt 1: Hvem gør det?"
    assert mark(few_came("mette", "karen")(after()), "F6").reason == "3 fagpersoner og 2 private i trin 1."
    assert mark(sent_on(january(24))(after()), "F22").reason == (
        "Planen var først hos alle søndag 24. januar; fristen var lørdag 23. januar."
    )


def test_a_remark_belongs_to_its_measure_and_its_conference_and_changes_no_mark() -> None:
    facts = after()
    noted = Notice(t.NoticeKind.REMARK, about("F12", "first"), "Vi spiste hver for sig.", AFTERWARDS, "first")
    remarked = replace(facts, notices=(noted,))
    assert remarks(remarked, first(remarked)) == {"F12": "Vi spiste hver for sig."}
    assert remarks(remarked, remarked.conferences[1]) == {}
    assert _all(remarked) == _all(facts)
