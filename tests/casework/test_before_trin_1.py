"""On the day, before anybody has sat down: the first key of the evening is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from samordner_tui.casework import steps
from samordner_tui.casework.day import view_information
from tests.casework.evening_case import EVENING, evening_case


def test_on_the_day_the_key_that_begins_trin_1_is_said_and_not_before() -> None:
    case = evening_case()
    (asked,) = view_information(case.context).questions
    assert "Tryk b" in asked.text
    before = replace(case.context, today=EVENING - timedelta(days=1))
    assert view_information(before).questions == ()
    steps.begin_information(case.session, case.conference_id, case.now)
    assert not any("Tryk b" in one.text for one in view_information(case.context).questions)
