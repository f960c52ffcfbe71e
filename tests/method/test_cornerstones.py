"""What holds for all five hjørnesten; each has a module of its own beside this one."""

from __future__ import annotations

from dataclasses import replace

from samordner_tui.method.cornerstones import verdicts
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.terms import ConferenceState, Standing
from tests.method.cases import (
    AFTERWARDS,
    THE_DAY,
    TODAY,
    at,
    first,
    full_case,
    held_case,
    on_the_day,
    step,
    with_conference,
)


def test_there_are_five_and_they_come_in_their_order() -> None:
    facts = full_case()
    assert [verdict.number for verdict in verdicts(facts, first(facts), TODAY)] == [1, 2, 3, 4, 5]


def test_before_the_day_none_is_better_than_partly_however_well_prepared() -> None:
    facts = full_case()
    standings = [verdict.standing for verdict in verdicts(facts, first(facts), TODAY)]
    assert standings == [Standing.PARTLY, Standing.OPEN, Standing.PARTLY, Standing.PARTLY, Standing.PARTLY]


def test_a_conference_held_as_the_method_says_meets_all_five() -> None:
    facts = held_case()
    assert {verdict.standing for verdict in verdicts(facts, first(facts), AFTERWARDS)} == {Standing.MET}


def test_an_empty_case_is_open_in_all_five() -> None:
    facts = CaseFacts(number="2027-09", alias="ny")
    assert {verdict.standing for verdict in verdicts(facts, None, TODAY)} == {Standing.OPEN}


def test_a_case_without_a_conference_stands_as_before_the_day() -> None:
    facts = replace(full_case(), conferences=())
    standings = [verdict.standing for verdict in verdicts(facts, None, TODAY)]
    assert standings == [Standing.PARTLY, Standing.OPEN, Standing.PARTLY, Standing.PARTLY, Standing.PARTLY]


def test_each_conference_of_a_series_has_five_of_its_own() -> None:
    facts = held_case()
    second = verdicts(facts, facts.conferences[1], AFTERWARDS)
    assert [verdict.standing for verdict in second].count(Standing.MET) == 0


def test_every_reason_is_one_short_sentence() -> None:
    for facts, today in ((full_case(), TODAY), (held_case(), AFTERWARDS), (CaseFacts("2027-09", "ny"), TODAY)):
        conference = facts.conferences[0] if facts.conferences else None
        for verdict in verdicts(facts, conference, today):
            assert 0 < len(verdict.reason) <= 42


def test_clocks_in_the_wrong_order_break_no_rule() -> None:
    """A clock that was set back in the evening is recorded as it is; what happened still happened."""
    facts = with_conference(
        held_case(),
        lambda conference: replace(
            conference,
            steps=(step(1, at(17), at(16, 50)), step(2, at(18), at(17, 30)), step(3, at(17, 40), at(17, 35))),
        ),
    )
    assert {verdict.standing for verdict in verdicts(facts, first(facts), AFTERWARDS)} == {Standing.MET}


def test_a_conference_stopped_before_it_began_is_judged_as_it_ended() -> None:
    facts = with_conference(full_case(), lambda one: replace(one, state=ConferenceState.STOPPED))
    standings = [verdict.standing for verdict in verdicts(facts, first(facts), AFTERWARDS)]
    broken, partly = Standing.BROKEN, Standing.PARTLY
    assert standings == [broken, broken, partly, broken, broken]


def test_a_plan_without_a_meeting_is_honest_and_departs() -> None:
    facts = with_conference(full_case(), lambda one: replace(one, state=ConferenceState.PLAN_WITHOUT_MEETING))
    second = verdicts(facts, first(facts), AFTERWARDS)[1]
    assert (second.standing, second.reason) == (Standing.BROKEN, "planen blev til uden møde")


def test_while_trin_1_runs_nothing_is_met_yet() -> None:
    facts = on_the_day(held_case(), step(1, at(17), None))
    standings = [verdict.standing for verdict in verdicts(facts, first(facts), THE_DAY)]
    assert standings == [Standing.PARTLY, Standing.OPEN, Standing.PARTLY, Standing.PARTLY, Standing.PARTLY]
