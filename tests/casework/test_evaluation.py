"""Evaluation: by group, never by name, and no figure from fewer than five answers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from samordner_tui.archive.records.after import Evaluation
from samordner_tui.casework import evaluation
from samordner_tui.casework.change import add
from samordner_tui.casework.fields import Value, fields_of
from samordner_tui.method import facts as f
from samordner_tui.method.terms import Respondent
from tests.casework.evening_case import EVENING, evening_case


def answers(count: int, mark: int | None = 3) -> tuple[f.Evaluation, ...]:
    """Answers from the network."""
    return tuple(f.Evaluation(Respondent.NETWORK, felt_involved=mark, effect_on_child=4) for _ in range(count))


def of_network(given: tuple[f.Evaluation, ...]) -> evaluation.Figures:
    """What the network answered on the whole."""
    return next(one for one in evaluation.figures(given) if one.group is Respondent.NETWORK)


@pytest.mark.parametrize("count", range(5))
def test_no_figure_is_shown_for_fewer_than_five_answers(count: int) -> None:
    assert of_network(answers(count)).means == ()


def test_five_answers_show_their_mean_and_what_nobody_answered_shows_none() -> None:
    assert of_network((*answers(4), *answers(1, 1))).means == (Decimal("2.6"), None, Decimal("4.0"))


def test_a_measure_that_fewer_than_five_answered_is_not_shown() -> None:
    assert of_network((*answers(4), *answers(1, None))).means == (None, None, Decimal("4.0"))


def test_an_answer_has_no_place_for_a_person() -> None:
    assert not any(spec.refers_to == "people" for spec in fields_of(Evaluation).values())


def test_the_view_tells_how_many_and_hides_the_figures_of_one_family() -> None:
    case = evening_case()
    values: dict[str, Value] = {"conference_id": case.conference_id, "group": Respondent.FAMILY, "felt_involved": 4}
    add(case.session, Evaluation, case.case_id, EVENING, **values)
    shown = evaluation.view(case.context).sections[1].rows[0]
    assert shown.cells[1:] == ("1", "vises fra 5 svar")
