"""What a case has nothing to hold for is neither missing nor in place, and counts nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from samordner_tui.casework.stage_counts import stage_counts
from samordner_tui.method.definition import method
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.gates import gates
from samordner_tui.method.terms import StatementKind
from tests.method.cases import TODAY, first, full_case, with_briefing, with_conference
from tests.method.passing import Change, conference, gate, grown_up


def untouched() -> CaseFacts:
    """A case that somebody has just opened."""
    return CaseFacts(number="2027-01", alias="Alma", conferences=(Conference(id="first", number=1),))


def test_in_a_case_that_nobody_has_touched_no_line_of_a_gate_is_in_place() -> None:
    facts = untouched()
    for found in gates(facts, first(facts), TODAY, method()):
        lines = {line.id for line in method().gate(found.name).lines}
        assert lines == {line.id for line in found.missing} | found.not_relevant, found.name


def test_in_a_case_that_nobody_has_touched_no_stage_has_anything_done() -> None:
    facts = untouched()
    counts = stage_counts(facts, first(facts), TODAY, method())
    assert {stage: count.done for stage, count in counts.items() if count.done} == {}


def test_what_has_nothing_to_hold_for_is_neither_missing_nor_in_place() -> None:
    kept = tuple(one for one in full_case().statements if one.kind is not StatementKind.BOTTOM_LINE)
    nothing = replace(full_case(), statements=kept)
    found = gate(nothing, "ready")
    assert {"bottom_lines_known", "young_consent"} <= found.not_relevant
    assert "young_consent" not in gate(grown_up(nothing), "ready").not_relevant
    assert found.open


NOT_NEEDED: dict[str, tuple[str, Change]] = {
    "no informatør needs a waiver": (
        "waivers",
        lambda facts: with_briefing(facts, "teachers", lambda one: replace(one, waiver_needed=False, waiver_on=None)),
    ),
    "there is no informatør": (
        "briefings_approved",
        lambda facts: with_conference(facts, lambda one: replace(one, briefings=one.briefings[:1])),
    ),
    "they meet at noon": ("evening_access", conference(ends_at=datetime(2027, 1, 21, 13, tzinfo=UTC))),
}


@pytest.mark.parametrize(("line", "change"), NOT_NEEDED.values(), ids=NOT_NEEDED.keys())
def test_what_this_case_does_not_need_is_not_said_to_be_in_place(line: str, change: Change) -> None:
    assert line not in gate(full_case(), "ready").not_relevant
    found = gate(change(full_case()), "ready")
    assert line in found.not_relevant
    assert found.open
