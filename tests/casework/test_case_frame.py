"""Where a case opens: where the next step is taken in the part of the way it has come to."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from samordner_tui.archive.records.day import Conference
from samordner_tui.casework.case_frame import Moment, name_of_case, read_case
from samordner_tui.method.definition import method
from samordner_tui.method.terms import ConferenceState, StageId
from tests.casework.prepared_case import TODAY, PreparedCase


@pytest.mark.parametrize(
    ("state", "group"), [(ConferenceState.PLANNED, "preparation"), (ConferenceState.HELD, "after")]
)
def test_a_case_opens_in_the_part_of_the_way_it_has_come_to(
    state: ConferenceState, group: str, case: PreparedCase
) -> None:
    case.child()
    case.set(Conference, case.conference.id, state=state)
    moment = Moment(method(), TODAY, case.context().zone)
    shown = read_case(case.session, case.case_id, None, None, moment)
    assert method().stage(shown.stage).group == group
    assert shown.next_steps
    assert shown.stage is not StageId.PRIVATE_TIME


def test_in_the_morning_of_the_day_a_case_opens_at_trin_1(case: PreparedCase) -> None:
    case.child()
    zone = case.context().zone
    case.set(Conference, case.conference.id, starts_at=datetime.combine(TODAY, time(17), zone))
    shown = read_case(case.session, case.case_id, None, None, Moment(method(), TODAY, zone))
    assert shown.stage is StageId.INFORMATION
    assert shown.next_steps[0].stage is StageId.INFORMATION


def test_another_stage_of_a_case_that_is_known_reads_as_when_it_is_read_anew(case: PreparedCase) -> None:
    case.child()
    moment = Moment(method(), TODAY, case.context().zone)
    known = read_case(case.session, case.case_id, None, StageId.ASSIGNMENT, moment)
    for stage in StageId:
        anew = read_case(case.session, case.case_id, None, stage, moment)
        assert read_case(case.session, case.case_id, None, stage, moment, known) == anew


def test_a_case_is_called_by_its_number_and_alias_and_one_that_is_gone_by_nothing(case: PreparedCase) -> None:
    shown = case.facts
    assert name_of_case(case.session, case.case_id) == f"{shown.number} {shown.alias}"
    assert name_of_case(case.session, "gone") == ""
