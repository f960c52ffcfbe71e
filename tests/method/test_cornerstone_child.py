"""Hjørnesten 5, a test for each line of its table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samordner_tui.method.cornerstones import Verdict, child_takes_part
from samordner_tui.method.facts import CaseFacts, Child, ChildAbsence, Person, Step
from samordner_tui.method.terms import Attendance, ContactOutcome, PersonKind, Standing, WhoseWords
from tests.method.cases import (
    AFTERWARDS,
    CHILD_TALK,
    STEPS,
    THE_DAY,
    TODAY,
    at,
    first,
    full_case,
    held_case,
    on_the_day,
    present,
    step,
    with_child,
    with_conference,
    with_presences,
    with_role,
    without_people,
)


def before(facts: CaseFacts) -> Verdict:
    return child_takes_part(facts, first(facts), TODAY)


def after(facts: CaseFacts) -> Verdict:
    return child_takes_part(facts, first(facts), AFTERWARDS)


def on_day(facts: CaseFacts) -> Verdict:
    return child_takes_part(facts, first(facts), THE_DAY)


def without_talk(facts: CaseFacts) -> CaseFacts:
    return replace(facts, contacts=tuple(one for one in facts.contacts if one.id != CHILD_TALK.id))


def choosing(facts: CaseFacts, form: Attendance | None) -> CaseFacts:
    return with_child(facts, lambda child: replace(child, participation=form))


def noted(facts: CaseFacts, *forms: tuple[int, Attendance]) -> CaseFacts:
    """The child noted in these trin and forms, and in no others."""
    others = tuple(one for one in first(facts).presences if one.person_id != "alma")
    return with_presences(facts, *others, *(present("alma", number, form) for number, form in forms))


def away(facts: CaseFacts, whose: WhoseWords | None = WhoseWords.CHILD) -> CaseFacts:
    absence = ChildAbsence("child_alma", "Alma ville hellere være hos sin ven.", whose)
    return with_conference(noted(facts), lambda one: replace(one, child_absences=(absence,)))


def test_it_is_open_with_no_talk_and_no_form_chosen() -> None:
    assert before(choosing(without_talk(full_case()), None)).standing is Standing.OPEN


def test_a_form_without_a_talk_meets_it_partly_and_the_talk_is_named() -> None:
    found = before(without_talk(full_case()))
    assert (found.standing, found.reason) == (Standing.PARTLY, "du har ikke talt med barnet endnu")


def test_a_talk_that_is_only_planned_is_no_talk() -> None:
    planned = replace(CHILD_TALK, outcome=ContactOutcome.PLANNED)
    facts = without_talk(full_case())
    assert before(choosing(replace(facts, contacts=(*facts.contacts, planned)), None)).standing is Standing.OPEN


def test_after_the_talk_the_form_is_the_first_lack() -> None:
    found = before(choosing(full_case(), None))
    assert (found.standing, found.reason) == (Standing.PARTLY, "formen er ikke valgt")


def test_then_the_supporter() -> None:
    found = before(with_role(full_case(), "supporter", lambda _role: None))
    assert (found.standing, found.reason) == (Standing.PARTLY, "støtteperson mangler")


def test_then_the_preparation() -> None:
    assert before(with_child(full_case(), lambda one: replace(one, prepared_on=None))).reason == "forberedelsen mangler"


def test_and_at_last_whether_it_is_understood() -> None:
    assert (
        before(with_child(full_case(), lambda one: replace(one, understands=None))).reason == "har barnet forstået det?"
    )


def test_on_the_day_it_waits_for_both_trin() -> None:
    facts = on_the_day(held_case(), step(1, at(17), None))
    assert (on_day(facts).standing, on_day(facts).reason) == (Standing.PARTLY, "er med indtil nu")


def test_on_the_day_it_is_met_when_the_child_sits_in_trin_2() -> None:
    assert on_day(on_the_day(held_case(), STEPS[0], step(2, at(18), None))).standing is Standing.MET


def test_on_the_day_a_child_that_stayed_away_from_trin_1_is_seen() -> None:
    facts = without_people(on_the_day(held_case(), STEPS[0], step(2, at(18), None)), 1, "alma")
    assert (on_day(facts).standing, on_day(facts).reason) == (Standing.BROKEN, "var ikke med i trin 1; hvorfor?")


@pytest.mark.parametrize("steps", [(step(1, at(17), None),), (step(1, at(17), at(18)), step(2, at(18), None))])
def test_while_a_trin_runs_it_only_asks_whether_the_child_is_there(steps: tuple[Step, ...]) -> None:
    facts = without_people(on_the_day(held_case(), *steps), len(steps), "alma")
    assert on_day(facts).standing is Standing.PARTLY


def test_a_trin_that_runs_with_nobody_ticked_asks_for_the_child() -> None:
    facts = on_the_day(noted(held_case()), step(1, at(17), None))
    assert (on_day(facts).standing, on_day(facts).reason) == (Standing.PARTLY, "er barnet med?")


def test_an_absence_that_is_written_while_trin_1_runs_is_seen_at_once() -> None:
    facts = on_the_day(without_people(away(held_case()), 1, "karen"), step(1, at(17), None))
    assert (on_day(facts).standing, on_day(facts).reason) == (Standing.BROKEN, "ingen var med i barnets sted")


def test_a_child_in_the_room_in_trin_1_and_2_meets_it() -> None:
    assert after(held_case()).standing is Standing.MET


@pytest.mark.parametrize("form", [Attendance.VIDEO, Attendance.IN_ROOM])
def test_a_child_that_takes_part_in_the_form_it_chose_meets_it(form: Attendance) -> None:
    facts = noted(choosing(held_case(), form), (1, form), (2, form))
    assert after(facts).standing is Standing.MET


def test_a_child_that_chose_a_part_meets_it_with_that_part() -> None:
    assert after(noted(choosing(held_case(), Attendance.PART), (1, Attendance.PART))).standing is Standing.MET


def test_a_child_that_withdraws_with_an_adult_takes_part() -> None:
    facts = noted(held_case(), (1, Attendance.IN_ROOM), (2, Attendance.WITHDREW))
    assert (after(facts).standing, after(facts).reason) == (Standing.MET, "med, og trak sig tilbage undervejs")


def test_a_statement_that_the_supporter_brought_meets_it() -> None:
    facts = choosing(held_case(), Attendance.STATEMENT)
    facts = noted(facts, (1, Attendance.STATEMENT), (2, Attendance.STATEMENT))
    assert (after(facts).standing, after(facts).reason) == (Standing.MET, "hørt gennem sin støtteperson")


def test_a_statement_counts_in_no_trin_that_the_supporter_missed() -> None:
    facts = choosing(held_case(), Attendance.STATEMENT)
    facts = noted(facts, (1, Attendance.STATEMENT), (2, Attendance.STATEMENT))
    assert after(without_people(facts, 2, "karen")).standing is Standing.BROKEN


def test_a_child_that_chose_a_statement_is_heard_though_nobody_notes_it_in_the_room() -> None:
    assert after(noted(choosing(held_case(), Attendance.STATEMENT))).standing is Standing.MET


def test_a_child_on_a_screen_that_had_chosen_the_room_meets_it_partly() -> None:
    facts = noted(held_case(), (1, Attendance.VIDEO), (2, Attendance.VIDEO))
    assert (after(facts).standing, after(facts).reason) == (Standing.PARTLY, "med på en anden måde end valgt")


def test_a_child_that_came_after_all_meets_it() -> None:
    assert after(choosing(held_case(), Attendance.STATEMENT)).standing is Standing.MET


def test_a_child_away_with_its_reason_and_its_supporter_there_meets_it_partly() -> None:
    found = after(away(held_case()))
    assert (found.standing, found.reason) == (Standing.PARTLY, "støttepersonen var med i stedet")


def test_it_is_asked_whose_words_the_reason_is() -> None:
    found = after(away(held_case(), None))
    assert (found.standing, found.reason) == (Standing.PARTLY, "hvis ord er grunden?")


def test_a_child_away_with_no_reason_departs_from_it() -> None:
    assert (after(noted(held_case())).standing, after(noted(held_case())).reason) == (
        Standing.BROKEN,
        "var ikke med; hvorfor?",
    )


def test_a_child_away_with_nobody_in_its_place_departs_from_it() -> None:
    found = after(without_people(away(held_case()), 2, "karen"))
    assert (found.standing, found.reason) == (Standing.BROKEN, "ingen var med i barnets sted")


def siblings(facts: CaseFacts) -> CaseFacts:
    """A brother who is a child of the case too, with a talk of his own and the same supporter."""
    brother = Child("child_emil", "emil", participation=Attendance.IN_ROOM)
    talk = replace(CHILD_TALK, id="talk_emil", people=("emil",))
    facts = with_role(facts, "supporter", lambda one: replace(one, child_id=None))
    return replace(
        facts,
        people=(*facts.people, Person("emil", "Emil", PersonKind.CHILD, "bror", 15, household=True)),
        children=(*facts.children, brother),
        contacts=(*facts.contacts, talk),
    )


def test_with_siblings_it_is_the_worst_of_theirs_and_says_whose() -> None:
    found = after(siblings(held_case()))
    assert (found.standing, found.reason) == (Standing.BROKEN, "Emil: var ikke med; hvorfor?")


def test_with_siblings_the_first_lack_before_the_day_says_whose_it_is() -> None:
    facts = siblings(full_case())
    assert before(facts).standing is Standing.PARTLY
    facts = replace(facts, contacts=tuple(one for one in facts.contacts if one.id != "talk_emil"))
    facts = replace(facts, children=(facts.children[0], replace(facts.children[1], participation=None)))
    assert (before(facts).standing, before(facts).reason) == (Standing.OPEN, "Emil: du har ikke talt med barnet endnu")


def test_with_siblings_the_one_who_lacks_something_is_named_before_the_one_who_is_ready() -> None:
    assert before(siblings(full_case())).reason == "Emil: forberedelsen mangler"


def test_with_siblings_both_there_it_is_met() -> None:
    facts = siblings(held_case())
    facts = with_presences(facts, *first(facts).presences, present("emil", 1), present("emil", 2))
    assert after(facts).standing is Standing.MET


def test_with_siblings_each_has_its_own_supporter() -> None:
    """Alma's supporter does not stand in for Emil."""
    facts = with_role(siblings(held_case()), "supporter", lambda one: replace(one, child_id="child_alma"))
    absence = ChildAbsence("child_emil", "Emil var til prøve.", WhoseWords.CHILD)
    facts = with_conference(facts, lambda one: replace(one, child_absences=(absence,)))
    assert after(facts).reason == "Emil: ingen var med i barnets sted"
