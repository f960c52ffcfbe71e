"""Deadlines: counted from the assignment, the day and the answer, over weekends and Danish holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from samordner_tui.method.definition import method
from samordner_tui.method.facts import CaseFacts, Conference, Engagement
from samordner_tui.method.holidays import easter, holidays, is_working_day, working_days_after
from samordner_tui.method.schedule import due_dates
from tests.method.cases import THE_DAY, first, full_case, held_case, with_decisions

ACCEPTED = date(2027, 3, 22)
"""The Monday before Easter."""


def accepted_case() -> CaseFacts:
    """Nothing but a yes to the assignment."""
    return CaseFacts(number="1", alias="Alma", engagement=Engagement(accepted_on=ACCEPTED))


@pytest.mark.parametrize(
    ("entry", "days"),
    [
        ("informants_asked", -21),
        ("booked", -14),
        ("roles_filled", -10),
        ("briefings_drafted", -10),
        ("network_visited", -7),
        ("contents_ready", -7),
        ("ready", -3),
        ("eve", -1),
        ("day", 0),
        ("plan_out", 2),
        ("wound_up", 7),
        ("guardian_called", 28),
        ("follow_up", 90),
    ],
)
def test_deadlines_are_counted_from_the_day_of_the_conference(entry: str, days: int) -> None:
    """The T-minus schedule. Source: domain.md 2.3."""
    facts = full_case()
    assert due_dates(facts, first(facts), method())[entry] == THE_DAY + timedelta(days=days)


def test_without_a_conference_deadlines_are_counted_from_the_assignment() -> None:
    """Those that can be; the others wait for the date."""
    dates = due_dates(accepted_case(), None, method())
    assert dates["initiator_contacted"] == ACCEPTED + timedelta(days=2)
    assert dates["first_visits"] == ACCEPTED + timedelta(days=14)
    assert dates["network_visited"] == ACCEPTED + timedelta(days=35)
    assert dates["ready"] is None


def test_a_conference_without_a_date_gives_no_dates_of_its_own() -> None:
    """It is planned, and nothing more."""
    dates = due_dates(accepted_case(), Conference(id="first", number=1), method())
    assert dates["booked"] == ACCEPTED + timedelta(days=28)
    assert dates["contents_ready"] is None


def test_nothing_is_known_of_an_assignment_without_dates() -> None:
    """No date is guessed."""
    assert set(due_dates(CaseFacts(number="1", alias="Alma"), None, method()).values()) == {None}


def test_the_start_up_meeting_is_due_in_five_working_days() -> None:
    """Easter lies between: Thursday, Friday and Monday do not count."""
    assert due_dates(accepted_case(), None, method())["start_meeting"] == date(2027, 4, 1)


def test_the_plan_is_due_two_days_after_the_answer() -> None:
    """An answer that came later moves it."""
    facts = held_case()
    decision = replace(first(facts).decisions[0], decided_at=datetime(2027, 1, 25, 12, tzinfo=UTC))
    facts = with_decisions(facts, decision)
    assert due_dates(facts, first(facts), method())["plan_out"] == date(2027, 1, 27)


def test_the_day_is_the_one_on_the_wall_where_the_archive_is_at_home() -> None:
    """Late in UTC it is tomorrow in Copenhagen, and today in Nuuk."""
    late = Conference(id="first", number=1, starts_at=datetime(2027, 1, 21, 23, 30, tzinfo=UTC))
    facts = accepted_case()
    assert due_dates(facts, late, method())["day"] == date(2027, 1, 22)
    assert due_dates(replace(facts, zone="America/Nuuk"), late, method())["day"] == date(2027, 1, 21)


def test_the_follow_up_is_due_on_the_day_that_was_agreed() -> None:
    """The three months are only a beginning."""
    facts = held_case()
    assert due_dates(facts, first(facts), method())["follow_up"] == date(2027, 4, 15)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_is_on_its_sunday(year: int, sunday: date) -> None:
    """Early, late and in between."""
    assert easter(year) == sunday


def test_the_holidays_of_a_year() -> None:
    """Since 2024 without store bededag."""
    assert sorted(holidays(2027)) == [
        date(2027, 1, 1),
        date(2027, 3, 25),
        date(2027, 3, 26),
        date(2027, 3, 28),
        date(2027, 3, 29),
        date(2027, 5, 6),
        date(2027, 5, 16),
        date(2027, 5, 17),
        date(2027, 12, 25),
        date(2027, 12, 26),
    ]


def test_a_weekend_is_no_working_day() -> None:
    """From a Friday the next one is Monday."""
    assert not is_working_day(date(2027, 1, 16))
    assert working_days_after(date(2027, 1, 15), 1) == date(2027, 1, 18)
    assert working_days_after(date(2027, 1, 16), 0) == date(2027, 1, 16)
