"""Ready for the day: every line with who acts and the way there; going on needs a reason that stays in sight."""

from __future__ import annotations

import pytest

from samordner_tui.casework import ready
from samordner_tui.casework.stage_counts import stage_counts
from samordner_tui.casework.stages import view_of
from samordner_tui.method.definition import method
from samordner_tui.method.terms import StageId, Standing
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase


def test_every_line_of_the_gate_stands_once(case: PreparedCase) -> None:
    view = case.view(StageId.READY)
    lines = [row.id for section in view.sections for row in section.rows]
    not_relevant = ready.gate_of(case.facts, case.conference, TODAY, method()).not_relevant
    assert "young_consent" in not_relevant
    assert sorted(lines) == sorted(
        f"gate:ready/{one.id}" for one in method().gate("ready").lines if one.id not in not_relevant
    )


def test_every_missing_line_says_what_lacks_here_and_who_acts_where_it_is_somebody_else(case: PreparedCase) -> None:
    case.child("Noor", 4)
    rows = {row.id.removeprefix("gate:ready/"): row for row in case.section(StageId.READY, "missing").rows}
    assert rows["conference_dated"].cells == ("○ Datoen er ikke sat", "familien gør det")
    assert all("du gør det" not in row.cells for row in rows.values())
    for row in rows.values():
        assert row.jump is not None
        assert row.jump.stage is not StageId.READY


def test_every_line_leads_to_a_section_that_is_there(case: PreparedCase) -> None:
    case.child("Noor", 4)
    for row in case.section(StageId.READY, "missing").rows:
        assert row.jump is not None
        sections = {one.id for one in view_of(row.jump.stage)(case.context()).sections}
        assert row.jump.section in sections, row.cells


def test_going_on_without_a_line_keeps_the_reason_in_sight(case: PreparedCase) -> None:
    ready.go_on_without(case.session, case.case_id, case.conference.id, "near_room", "Vi venter i bilen", TODAY)
    row = next(one for one in case.section(StageId.READY, "missing").rows if one.id == "gate:ready/near_room")
    assert row.cells[0].startswith("✕")
    assert row.cells[-1] == "I går videre: Vi venter i bilen"
    assert "1 med en grund" in case.view(StageId.READY).summary


def test_the_way_shows_a_gate_that_was_passed_with_a_reason_for_everything(case: PreparedCase) -> None:
    def mark() -> Standing:
        return stage_counts(case.facts, case.conference, TODAY, method())[StageId.READY].standing

    lines = [row.id.removeprefix("gate:ready/") for row in case.section(StageId.READY, "missing").rows]
    for line in lines[:-1]:
        ready.go_on_without(case.session, case.case_id, case.conference.id, line, "Det aftalte vi", TODAY)
    assert mark() is Standing.OPEN
    ready.go_on_without(case.session, case.case_id, case.conference.id, lines[-1], "Det aftalte vi", TODAY)
    assert mark() is Standing.PARTLY


def test_a_reason_is_words(case: PreparedCase) -> None:
    with pytest.raises(Refused, match="hvorfor"):
        ready.go_on_without(case.session, case.case_id, case.conference.id, "near_room", "  ", TODAY)


def test_a_line_that_is_mended_moves_to_what_is_in_place(case: PreparedCase) -> None:
    case.on_the_day()
    rows = {row.id for row in case.section(StageId.READY, "in_place").rows}
    assert "gate:ready/conference_dated" in rows
