"""Hjørnesten 1, a test for each line of its table."""

from __future__ import annotations

from dataclasses import replace

from samordner_tui.method.cornerstones import Verdict, network_takes_part
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.terms import Attendance, ContactOutcome, InvitationChoice, PersonKind, Standing
from tests.method.cases import (
    AFTERWARDS,
    INITIATOR,
    NETWORK,
    SAMORDNER,
    TEACHER,
    THE_DAY,
    TODAY,
    at,
    first,
    full_case,
    held_case,
    on_the_day,
    present,
    step,
    with_contact_outcome,
    with_invitation,
    with_person,
    with_presences,
    without_people,
)

ALONE = ("jonas", "karen", "sofie", "inge", "lars", "amir", "nadia")
"""Those who do not live with the child."""

IN_STEP_1 = (SAMORDNER, INITIATOR, *(present(person_id, 1) for person_id in NETWORK))


def before(facts: CaseFacts) -> Verdict:
    return network_takes_part(facts, first(facts), TODAY)


def after(facts: CaseFacts) -> Verdict:
    return network_takes_part(facts, first(facts), AFTERWARDS)


def test_it_is_open_while_only_the_household_is_to_be_invited() -> None:
    facts = full_case()
    for person_id in ALONE:
        facts = with_person(facts, person_id, lambda one: replace(one, invited=InvitationChoice.UNDECIDED))
    assert (before(facts).standing, before(facts).reason) == (Standing.OPEN, "ingen uden for hjemmet inviteres")


def test_professionals_and_helpers_do_not_open_the_network() -> None:
    facts = full_case()
    for person_id in ALONE:
        facts = with_person(facts, person_id, lambda one: replace(one, kind=PersonKind.HELPER))
    assert before(facts).standing is Standing.OPEN


def test_a_side_with_nobody_comes_first_in_the_reason() -> None:
    facts = full_case()
    for person_id in ("jonas", "inge", "lars"):
        facts = with_person(facts, person_id, lambda one: replace(one, invited=InvitationChoice.NOT_INVITED))
    facts = with_contact_outcome(facts, "visit_karen", ContactOutcome.PLANNED)
    assert (before(facts).standing, before(facts).reason) == (Standing.PARTLY, "ingen fra fars side")


def test_a_side_with_nobody_is_no_lack_when_it_is_said_why() -> None:
    facts = replace(full_case(), fathers_side_reason="Far og hans familie bor i Chile.")
    for person_id in ("jonas", "inge", "lars"):
        facts = with_person(facts, person_id, lambda one: replace(one, invited=InvitationChoice.NOT_INVITED))
    assert before(facts).reason == "4 uden for hjemmet kommer"


def test_an_invitee_who_is_not_visited_keeps_it_partly_met() -> None:
    facts = full_case()
    for contact in ("visit_inge", "visit_lars"):
        facts = with_contact_outcome(facts, contact, ContactOutcome.PLANNED)
    assert (before(facts).standing, before(facts).reason) == (Standing.PARTLY, "6 af 8 er besøgt")


def test_nobody_has_said_yes_is_the_last_lack() -> None:
    facts = full_case()
    for person_id in ALONE:
        facts = with_invitation(facts, person_id, lambda one: replace(one, answer=None))
    assert (before(facts).standing, before(facts).reason) == (Standing.PARTLY, "ingen har sagt ja endnu")


def test_with_nothing_lacking_it_is_still_partly_before_the_day() -> None:
    assert before(full_case()).standing is Standing.PARTLY


def test_on_the_day_it_waits_for_trin_2() -> None:
    facts = on_the_day(held_case(), step(1, at(17), at(17, 50)))
    assert network_takes_part(facts, first(facts), THE_DAY).reason == "trin 2 er ikke begyndt"


def test_on_the_day_it_is_met_as_soon_as_the_network_sits_in_trin_2() -> None:
    facts = on_the_day(held_case(), step(1, at(17), at(17, 50)), step(2, at(18), None))
    assert network_takes_part(facts, first(facts), THE_DAY).standing is Standing.MET


def test_too_many_professionals_show_already_in_trin_1() -> None:
    facts = on_the_day(held_case(), step(1, at(17), None))
    facts = with_presences(facts, SAMORDNER, INITIATOR, TEACHER, present("karen", 1), present("amir", 1))
    assert network_takes_part(facts, first(facts), THE_DAY).standing is Standing.BROKEN


def test_when_nobody_is_noted_in_trin_2_yet_it_asks_on_the_day() -> None:
    facts = with_presences(on_the_day(held_case(), step(1, at(17), at(18)), step(2, at(18), None)), *IN_STEP_1)
    assert network_takes_part(facts, first(facts), THE_DAY).reason == "hvem er med i trin 2?"


def test_two_from_beyond_the_household_and_both_sides_meet_it() -> None:
    facts = with_presences(held_case(), *IN_STEP_1, present("karen", 2), present("inge", 2))
    assert (after(facts).standing, after(facts).reason) == (Standing.MET, "2 uden for hjemmet var med")


def test_taking_part_by_phone_or_video_is_taking_part() -> None:
    facts = with_presences(
        held_case(), *IN_STEP_1, present("karen", 2, Attendance.PHONE), present("inge", 2, Attendance.VIDEO)
    )
    assert after(facts).standing is Standing.MET


def test_a_letter_is_no_taking_part_in_trin_2() -> None:
    facts = with_presences(
        held_case(), *IN_STEP_1, present("karen", 2, Attendance.LETTER), present("inge", 2, Attendance.RECORDING)
    )
    assert after(facts).standing is Standing.BROKEN


def test_one_person_only_meets_it_partly() -> None:
    facts = with_presences(held_case(), *IN_STEP_1, present("mette", 2), present("inge", 2))
    assert (after(facts).standing, after(facts).reason) == (Standing.PARTLY, "kun Inge uden for hjemmet var med")


def test_a_side_that_stayed_away_without_a_reason_meets_it_partly() -> None:
    facts = without_people(held_case(), 2, "jonas", "inge", "lars")
    assert (after(facts).standing, after(facts).reason) == (Standing.PARTLY, "ingen fra fars side")


def test_a_side_that_stayed_away_for_a_reason_lets_it_be_met() -> None:
    facts = replace(without_people(held_case(), 2, "jonas", "inge", "lars"), fathers_side_reason="De var syge.")
    assert after(facts).standing is Standing.MET


def test_nobody_from_beyond_the_household_departs_from_it() -> None:
    facts = without_people(held_case(), 2, *ALONE)
    assert (after(facts).standing, after(facts).reason) == (Standing.BROKEN, "ingen uden for hjemmet var med")


def test_professionals_who_outnumber_the_private_depart_from_it() -> None:
    facts = without_people(held_case(), 1, *NETWORK[2:])
    assert (after(facts).standing, after(facts).reason) == (Standing.BROKEN, "3 fagpersoner og 2 private i trin 1")


def test_as_many_professionals_as_private_people_meet_it_partly() -> None:
    facts = without_people(held_case(), 1, *NETWORK[3:])
    assert after(facts).standing is Standing.PARTLY


def test_helpers_count_on_neither_side() -> None:
    facts = without_people(held_case(), 1, *NETWORK[2:])
    facts = with_person(facts, "ulla", lambda one: replace(one, kind=PersonKind.HELPER))
    assert after(facts).standing is Standing.PARTLY


def test_professionals_who_outnumber_when_trin_1_is_over_depart_from_it_though_no_private_person_is_noted() -> None:
    arrived = (SAMORDNER, TEACHER)
    runs = on_the_day(with_presences(held_case(), *arrived), step(1, at(17, 0), None))
    assert network_takes_part(runs, first(runs), THE_DAY).standing is Standing.PARTLY
    over = on_the_day(with_presences(held_case(), *arrived), step(1, at(17, 0), at(18, 0)))
    assert network_takes_part(over, first(over), THE_DAY).standing is Standing.BROKEN
