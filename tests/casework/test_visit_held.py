"""How a visit went is said in one answer; its day is the day it was planned for."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from samordner_tui.archive.records.network import Contact
from samordner_tui.casework import visit_held, visits
from samordner_tui.method.terms import ContactForm, ContactOutcome
from tests.casework.prepared_case import TODAY, PreparedCase

NOW = datetime.combine(TODAY, time(16), tzinfo=UTC)


def test_a_visit_is_held_on_the_day_it_was_planned_for_unless_another_is_said(case: PreparedCase) -> None:
    case.open_network()
    before, ahead = NOW - timedelta(days=2), NOW + timedelta(days=2)
    for planned, held in ((before, TODAY - timedelta(days=2)), (ahead, TODAY)):
        visit = visits.plan_visit(case.session, case.case_id, [case.person("Karen")], TODAY, planned_at=planned)
        case.set(Contact, visit, outcome=ContactOutcome.MADE)
        assert next(one.held_on for one in case.facts.contacts if one.id == visit) == held


def test_minutes_are_asked_where_somebody_was_met_and_kilometres_where_somebody_drove() -> None:
    assert visit_held.asked_after(visit_held.EXPLAINED, ContactForm.HOME) == ("minutes", "kilometres", "held_on")
    assert visit_held.asked_after(visit_held.EXPLAINED, ContactForm.PHONE) == ("minutes", "held_on")
    assert visit_held.asked_after(ContactOutcome.TRIED, None) == ()
