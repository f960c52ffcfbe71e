"""The clock of the evening in the nights when clocks misbehave: set back, midnight, and the two changes of the year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordner_tui.archive.records.day import LogEntry, Step
from samordner_tui.casework import decision, private_log, steps
from samordner_tui.casework.clock import Now, elapsed, hours_and_minutes, is_skipped, jumped, readings_of
from samordner_tui.casework.day_shown import read_private_time
from samordner_tui.casework.entry import Clock, parse
from samordner_tui.casework.fields import field_of
from samordner_tui.method.cornerstones import adopted_at_once, familys_own_plan
from samordner_tui.method.terms import LogKind, Outcome, Standing
from samordner_tui.method.zones import zone_named
from samordner_tui.refusals import Refused
from samordner_tui.tui.stages.moments import time_of_day
from tests.casework.evening_case import EveningCase, evening_case

COPENHAGEN = zone_named("Europe/Copenhagen")
BEFORE_MIDNIGHT = datetime(2027, 1, 21, 22, 40, tzinfo=UTC)
"""20 minutes to twelve at night."""
AUTUMN = datetime(2027, 10, 31, 0, 10, tzinfo=UTC)
"""Ten past two, summer time, in the night when two o'clock comes twice."""
SPRING = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
"""Half past one, in the night when the clocks leap from two to three."""
NIGHTS = {"midnight": BEFORE_MIDNIGHT, "autumn": AUTUMN, "spring": SPRING}


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The case before the doors open."""
    made = evening_case()
    yield made
    made.session.close()


def wall(hour: int, minute: int, day: date, *, fold: int = 0) -> datetime:
    """A time on the wall in Copenhagen."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=COPENHAGEN, fold=fold)


def alone_since(case: EveningCase, moment: datetime) -> None:
    """Trin 1 was begun forty minutes before `moment`, and then the family was left alone."""
    case.moment = moment - timedelta(minutes=40)
    steps.begin_information(case.session, case.conference_id, case.now)
    case.session.commit()
    case.moment = moment
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    case.session.commit()


@pytest.mark.parametrize("night", NIGHTS)
def test_private_time_lasts_as_long_as_it_lasted_whatever_the_clocks_on_the_wall_do(
    case: EveningCase, night: str
) -> None:
    alone_since(case, NIGHTS[night])
    case.later(95)
    steps.end_private_time(case.session, case.conference_id, Now(case.moment.astimezone(COPENHAGEN), COPENHAGEN))
    case.session.commit()
    step = case.conference.steps[1]
    assert step.started_at is not None
    assert step.ended_at is not None
    assert hours_and_minutes(elapsed(step.started_at, step.ended_at)) == "1:35"
    assert familys_own_plan(case.facts, case.conference, case.now.today).standing is Standing.PARTLY


@pytest.mark.parametrize("night", NIGHTS)
def test_a_plan_approved_in_the_same_night_is_adopted_at_once(case: EveningCase, night: str) -> None:
    alone_since(case, NIGHTS[night])
    case.later(95)
    steps.end_private_time(case.session, case.conference_id, case.now)
    decision.read_plan_aloud(case.session, case.conference_id, case.now)
    case.later(15)
    reply = decision.Reply(Outcome.APPROVED, authority_id=case.initiator)
    decision.answer_plan(case.session, case.conference_id, reply, case.now)
    case.session.commit()
    assert adopted_at_once(case.facts, case.conference, case.now.today).standing is Standing.MET


@given(night=st.sampled_from(sorted(NIGHTS)), shift=st.integers(-300, 300), minutes=st.integers(-300, 900))
def test_elapsed_time_is_that_of_a_clock_nobody_sets_and_never_negative(night: str, shift: int, minutes: int) -> None:
    begun = NIGHTS[night] + timedelta(minutes=shift)
    until = begun + timedelta(minutes=minutes)
    passed = max(0, minutes)
    assert elapsed(begun.astimezone(COPENHAGEN), until.astimezone(COPENHAGEN)) == timedelta(minutes=passed)


def test_a_change_of_the_clocks_is_no_jump() -> None:
    before, after = (AUTUMN + timedelta(minutes=minutes) for minutes in (49, 51))
    for zone in (UTC, COPENHAGEN):
        assert not jumped(before.astimezone(zone), None, after.astimezone(zone))
        assert not jumped(before.astimezone(zone), timedelta(minutes=2), after.astimezone(zone))
        assert jumped(before.astimezone(zone), timedelta(minutes=2), (after - timedelta(hours=1)).astimezone(zone))


def test_after_midnight_ten_to_twelve_was_yesterday(case: EveningCase) -> None:
    now = Now(BEFORE_MIDNIGHT + timedelta(minutes=40), COPENHAGEN)
    assert now.today == date(2027, 1, 22)
    assert time_of_day("23.50", now) == wall(23, 50, date(2027, 1, 21))
    assert time_of_day("0.15", now) == wall(0, 15, date(2027, 1, 22))
    with pytest.raises(Refused, match="ikke kommet endnu"):
        now.said(time_of_day("1.15", now))


def test_a_time_that_comes_twice_is_the_later_one_that_has_been() -> None:
    day = date(2027, 10, 31)
    first, second = readings_of(wall(2, 20, day))
    assert second - first == timedelta(hours=1)
    assert Now(first + timedelta(minutes=5), COPENHAGEN).said(wall(2, 20, day)) == first
    assert Now(second + timedelta(minutes=5), COPENHAGEN).said(wall(2, 20, day)) == second
    # Twenty past two for the second time, and it was ten to three: the first one.
    assert Now(second, COPENHAGEN).said(wall(2, 50, day)) == readings_of(wall(2, 50, day))[0]


def test_an_answer_typed_in_the_hour_that_comes_twice_keeps_nobody_waiting(case: EveningCase) -> None:
    alone_since(case, AUTUMN)
    case.later(55)
    steps.end_private_time(case.session, case.conference_id, case.now)
    decision.read_plan_aloud(case.session, case.conference_id, case.now)
    case.later(5)
    shown = case.moment.astimezone(COPENHAGEN)
    assert (shown.hour, shown.minute, shown.fold) == (2, 10, 1)
    reply = decision.Reply(Outcome.APPROVED, wall(2, 10, shown.date()), case.initiator)
    decision.answer_plan(case.session, case.conference_id, reply, case.now)
    case.session.commit()
    assert case.conference.decisions[0].decided_at == case.moment


def test_a_time_that_the_clocks_leap_over_gets_a_sentence() -> None:
    now = Now(SPRING + timedelta(hours=2), COPENHAGEN)
    with pytest.raises(Refused, match="findes ikke den dag: uret blev stillet en time frem"):
        time_of_day("2.30", now)
    assert is_skipped(wall(2, 30, date(2027, 3, 28)))
    assert not is_skipped(wall(3, 30, date(2027, 3, 28)))
    assert not is_skipped(wall(2, 30, date(2027, 10, 31), fold=1))


def test_an_end_corrected_in_the_hour_that_comes_twice_is_after_its_beginning() -> None:
    begins = AUTUMN + timedelta(minutes=60)
    clock = Clock(date(2027, 10, 31), COPENHAGEN, begins)
    found = parse(field_of(Step, "ended_at"), "31/10 2.40", clock)
    assert getattr(found, "value", found) == readings_of(wall(2, 40, date(2027, 10, 31)))[1]


def test_a_clock_set_back_moves_nothing_in_the_log_and_is_noted_once(case: EveningCase) -> None:
    alone_since(case, BEFORE_MIDNIGHT)
    case.later(30)
    private_log.note(case.session, case.conference_id, LogKind.PAUSE, case.now)
    case.later(-20)
    private_log.note(case.session, case.conference_id, LogKind.CLOCK_JUMPED, case.now)
    private_log.note(case.session, case.conference_id, LogKind.MEAL, case.now)
    case.session.commit()
    shown = read_private_time(case.session, case.case_id)
    assert shown is not None
    assert [one.kind for one in shown.log] == [LogKind.PAUSE, LogKind.CLOCK_JUMPED, LogKind.MEAL]
    assert not jumped(shown.last_seen, None, case.moment)
    case.later(-20)
    assert jumped(shown.last_seen, None, case.moment)


def test_whoever_is_inside_when_the_clock_is_set_back_was_inside_for_no_less_than_nothing(case: EveningCase) -> None:
    alone_since(case, BEFORE_MIDNIGHT)
    case.later(30)
    entry = case.called_in()
    case.later(-25)
    private_log.came_out(case.session, entry, case.now)
    assert case.session.get_one(LogEntry, entry).minutes == 0
