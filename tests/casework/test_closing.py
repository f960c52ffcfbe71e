"""Closing: the account, what goes with the case, and what has to be done first."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import update

from samordner_tui.archive.records.after import Expense, TimeEntry
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Contact
from samordner_tui.casework import case_deletion, closing, steps
from samordner_tui.casework.account import account_of
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import Activity, ClosingReason, ConferenceState, ContactKind, ContactOutcome, StopReason
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, EveningCase, evening_case


@pytest.fixture
def case() -> EveningCase:
    """A case with some work in it."""
    made = evening_case()
    entry: dict[str, Value] = {
        "spent_on": EVENING,
        "activity": Activity.PREPARATION,
        "minutes": 75,
        "kilometres": Decimal("12.5"),
    }
    add(made.session, TimeEntry, made.case_id, EVENING, **entry)
    visit: dict[str, Value] = {"kind": ContactKind.GUARDIAN_CALL, "outcome": ContactOutcome.MADE, "held_on": EVENING}
    add(made.session, Contact, made.case_id, EVENING, **visit, minutes=45, kilometres=Decimal("7.5"))
    add(made.session, Expense, made.case_id, EVENING, spent_on=EVENING, what="Kage", amount=Decimal("112.50"))
    return made


def test_the_account_counts_visits_and_time_once(case: EveningCase) -> None:
    account = account_of(case.session, case.case_id)
    assert (account.minutes, account.hours, account.kilometres) == (120, Decimal(2), Decimal("20.0"))
    assert account.expenses == Decimal("112.50")


def test_what_goes_is_counted_and_names_nobody_but_the_number(case: EveningCase) -> None:
    going = case_deletion.going_with(case.session, case.case_id)
    assert (going.number, going.people, going.contacts, going.conferences) == ("2027-03", 3, 1, 1)
    assert "Karen" not in repr(going)


def test_a_case_that_is_not_closed_is_said_to_be_open_before_it_is_deleted(case: EveningCase) -> None:
    def first_line() -> str:
        going = case_deletion.going_with(case.session, case.case_id)
        return next(iter(case_deletion.said_before(going, copies_elsewhere=False)))

    assert "ikke lukket" in first_line()
    change_field(case.session, Case, case.case_id, "closing_reason", ClosingReason.PLAN_RUNS, EVENING)
    assert "ikke lukket" not in first_line()


def test_nothing_is_asked_about_closing_while_the_case_is_under_way(case: EveningCase) -> None:
    assert closing.view(case.context).questions == ()
    steps.stop(case.session, case.conference_id, StopReason.ILLNESS, case.now)
    asked = [one.text for one in closing.view(case.context).questions]
    assert asked[0] == "Hvorfor lukkes sagen?"


def test_the_reason_for_closing_dates_the_end(case: EveningCase) -> None:
    change_field(case.session, Case, case.case_id, "closing_reason", ClosingReason.PLAN_RUNS, EVENING)
    assert case.facts.closed_on == EVENING


def test_a_case_is_neither_closed_nor_deleted_while_the_family_is_alone(case: EveningCase) -> None:
    steps.begin_information(case.session, case.conference_id, case.now)
    case.session.commit()
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    with pytest.raises(Refused, match="egen tid"):
        change_field(case.session, Case, case.case_id, "closing_reason", ClosingReason.PLAN_RUNS, EVENING)
    with pytest.raises(Refused, match="Vent med at slette"):
        case_deletion.going_with(case.session, case.case_id)


def test_a_conference_that_is_still_agreed_is_asked_about_before_the_case_closes(case: EveningCase) -> None:
    case.session.execute(update(Conference).values(state=ConferenceState.HELD))
    ahead = datetime.combine(EVENING + timedelta(days=30), time(16), tzinfo=UTC)
    add(case.session, Conference, case.case_id, EVENING, number=2, starts_at=ahead)
    assert not [one for one in asked(case) if "stadig aftalt" in one]
    change_field(case.session, Case, case.case_id, "closing_reason", ClosingReason.PLAN_RUNS, EVENING)
    assert [one for one in asked(case) if one.startswith("2. rådslagning") and "stadig aftalt" in one]


def asked(case: EveningCase) -> list[str]:
    return [one.text for one in closing.view(case.context).questions]
