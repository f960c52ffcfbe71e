"""How a visit went is said in one answer; its day is the day it was planned for."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from samordner_tui.archive.records.network import Contact
from samordner_tui.casework import visit_held, visits
from samordner_tui.method.terms import ContactForm, ContactOutcome
from samordner_tui.method.visited import Visit, visit_state
from tests.casework.prepared_case import TODAY, PreparedCase

NOW = datetime.combine(TODAY, time(16), tzinfo=UTC)


def test_a_visit_is_held_on_the_day_it_was_planned_for_unless_another_is_said(case: PreparedCase) -> None:
    case.open_network()
    before, ahead = NOW - timedelta(days=2), NOW + timedelta(days=2)
    for planned, held in ((before, TODAY - timedelta(days=2)), (ahead, TODAY)):
        visit = visits.plan_visit(case.session, case.case_id, [case.person("Karen")], TODAY, planned_at=planned)
        case.set(Contact, visit, outcome=ContactOutcome.MADE)
        assert next(one.held_on for one in case.facts.contacts if one.id == visit) == held


def test_a_visit_that_is_called_off_was_never_held_and_is_to_be_agreed_on_anew(case: PreparedCase) -> None:
    """Also where it was called off on its day, or first said to be held. It is no answer of the person's."""
    case.open_network()
    karen = case.person("Karen")
    visit = visits.plan_visit(case.session, case.case_id, [karen], TODAY, planned_at=NOW - timedelta(days=2))
    case.set(Contact, visit, outcome=ContactOutcome.MADE)
    visits.record(case.session, visit, TODAY, dict(visit_held.WAYS[ContactOutcome.CALLED_OFF]))
    off = next(one for one in case.facts.contacts if one.id == visit)
    assert (off.outcome, off.held_on) == (ContactOutcome.CALLED_OFF, None)
    assert visit_state(case.facts, karen).visit is Visit.NOTHING
    person = next(one for one in case.facts.people if one.id == karen)
    assert visits.visited_words(case.facts, person, TODAY) == "○ aftal tid"


def test_minutes_are_asked_where_somebody_was_met_and_kilometres_where_somebody_drove() -> None:
    assert visit_held.asked_after(visit_held.EXPLAINED, ContactForm.HOME) == ("minutes", "kilometres", "held_on")
    assert visit_held.asked_after(visit_held.EXPLAINED, ContactForm.PHONE) == ("minutes", "held_on")
    assert visit_held.asked_after(ContactOutcome.TRIED, None) == ()
