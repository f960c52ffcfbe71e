"""Evaluation: by group, never by name, and no figure from fewer than five answers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from samordner_tui.archive.records.after import Evaluation
from samordner_tui.archive.records.day import Conference
from samordner_tui.casework import evaluation
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.development import DEVELOPMENT
from samordner_tui.casework.evaluation_figures import Figures, figures
from samordner_tui.casework.evaluation_form import Filled, from_draft, spared
from samordner_tui.casework.fields import Value, fields_of
from samordner_tui.method import facts as f
from samordner_tui.method.definition import method
from samordner_tui.method.terms import ConferenceKind, ConferenceState, Respondent
from samordner_tui.refusals import Refused
from samordner_tui.tui.widgets.answer_scale import FACE
from tests.casework.evening_case import EVENING, EveningCase, evening_case


def answers(count: int, mark: int | None = 3) -> tuple[f.Evaluation, ...]:
    """Answers from the network."""
    return tuple(f.Evaluation(Respondent.NETWORK, felt_involved=mark, effect_on_child=4) for _ in range(count))


def of_network(given: tuple[f.Evaluation, ...]) -> Figures:
    """What the network answered on the whole."""
    return next(one for one in figures(given, 5) if one.group is Respondent.NETWORK)


@pytest.mark.parametrize("count", range(1, 5))
def test_no_figure_is_shown_for_fewer_than_five_answers(count: int) -> None:
    assert of_network(answers(count)).means == ()


def test_five_answers_show_their_mean_and_what_nobody_answered_shows_none() -> None:
    assert of_network((*answers(4), *answers(1, 1))).means == (Decimal("2.6"), None, Decimal("4.0"))


def test_a_measure_that_fewer_than_five_answered_is_not_shown() -> None:
    assert of_network((*answers(4), *answers(1, None))).means == (None, None, Decimal("4.0"))


@pytest.mark.parametrize("sixth", range(5))
def test_one_more_answer_changes_no_figure_so_that_none_tells_what_it_said(sixth: int) -> None:
    assert of_network((*answers(5), *answers(1, sixth))) == of_network(answers(5))
    assert of_network((*answers(5), *answers(5, sixth))).count == 10


def test_where_some_pass_a_question_by_its_figure_waits_for_five_more_marks_as_well() -> None:
    """Ten answers, six of them with a mark: the sixth could be worked out."""
    assert of_network((*answers(5), *answers(4, None), *answers(1, 0))).means[0] == Decimal("3.0")


def test_an_answer_has_no_place_for_a_person() -> None:
    assert not any(spec.refers_to == "people" for spec in fields_of(Evaluation).values())


def test_the_view_tells_how_many_and_hides_the_figures_of_one_family() -> None:
    case = evening_case()
    values: dict[str, Value] = {"conference_id": case.conference_id, "group": Respondent.FAMILY, "felt_involved": 4}
    add(case.session, Evaluation, case.case_id, EVENING, **values)
    shown = evaluation.view(case.context).sections[1].rows[0]
    assert shown.cells[1:] == ("under 5", "vises fra 5 svar")


def test_no_sum_of_the_answers_tells_how_many_a_small_group_gave() -> None:
    """Five and one would be six: that of the one could be worked out."""
    case = a_series((4, 4, 4, 4, 4))
    values: dict[str, Value] = {"conference_id": case.conference_id, "group": Respondent.CHILD, "felt_involved": 4}
    add(case.session, Evaluation, case.case_id, EVENING, **values)
    view = evaluation.view(case.context)
    assert view.summary == "2 grupper har svaret"
    assert [row.cells[1] for row in view.sections[1].rows] == ["under 5", "5"]


def a_series(*answers_of: tuple[int, ...]) -> EveningCase:
    """A series of conferences; at each the network gave these marks to whether it felt involved."""
    case = evening_case()
    for number, marks in enumerate(answers_of, start=1):
        conference_id = case.conference_id
        if number > 1:
            values: dict[str, Value] = {"number": number, "kind": ConferenceKind.FOLLOW_UP}
            conference_id = add(case.session, Conference, case.case_id, EVENING, **values)
        change_field(case.session, Conference, conference_id, "state", ConferenceState.HELD, EVENING)
        for mark in marks:
            answer: dict[str, Value] = {"group": Respondent.NETWORK, "felt_involved": mark}
            add(case.session, Evaluation, case.case_id, EVENING, conference_id=conference_id, **answer)
    return case


def charts(case: EveningCase) -> list[str]:
    """What the chart says of whether the network felt involved."""
    sections = [one for one in evaluation.view(case.context).sections if one.id == DEVELOPMENT]
    return [row.cells[2] for section in sections for row in section.rows if row.cells[1] == "Inddraget"]


def test_the_development_through_the_series_is_a_column_for_each_conference_with_words() -> None:
    assert charts(a_series((2, 2, 2, 2, 2), (4, 4, 4, 4, 3))) == ["▅ █  2 → 3,8 · højere"]
    assert charts(a_series((3, 3, 3, 3, 3), (3, 3, 3, 3, 3, 3))) == ["▆ ▆  3 → 3 · som før"]


def test_a_conference_with_few_answers_is_a_dot_and_is_told_of_by_no_other_figure() -> None:
    """Five and three: the eight together are shown nowhere, for what the three answered could be worked out."""
    case = a_series((2, 2, 2, 2, 2), (0, 0, 0), (4, 4, 4, 4, 4))
    assert charts(case) == ["▅ · █  2 → 4 · højere"]
    assert charts(a_series((2, 2, 2), (0, 0, 0, 0))) == ["· ·  holdt tilbage"]


def test_one_conference_has_no_development() -> None:
    assert charts(a_series((2, 2, 2, 2, 2))) == []


def test_the_list_of_answers_tells_how_much_is_answered_and_neither_what_nor_when() -> None:
    case = evening_case()
    values: dict[str, Value] = {"conference_id": case.conference_id, "group": Respondent.CHILD, "felt_involved": 4}
    for _one in range(5):
        add(case.session, Evaluation, case.case_id, EVENING, **values, answered_on=EVENING, words="Godt")
    rows = evaluation.view(case.context).sections[0].rows
    assert [row.cells for row in rows] == [("barnet", "◐ 1 af 3 spørgsmål · og egne ord")] * 5


def test_the_list_does_not_tell_how_many_of_a_small_group_have_answered() -> None:
    """One line whether it is one answer or four; opening it types in the next."""
    case = evening_case()
    lines: set[tuple[tuple[str, ...], ...]] = set()
    for _one in range(4):
        values: dict[str, Value] = {"conference_id": case.conference_id, "group": Respondent.NETWORK}
        add(case.session, Evaluation, case.case_id, EVENING, **values, felt_involved=3)
        view = evaluation.view(case.context)
        (row,) = view.sections[0].rows
        assert (row.is_expected, dict(row.add_values)) == (True, {"group": Respondent.NETWORK})
        lines.add((row.cells, *(one.cells for one in view.sections[1].rows)))
    assert len(lines) == 1
    assert row.cells == ("netværket", "◐ færre end 5 svar")
    add(case.session, Evaluation, case.case_id, EVENING, conference_id=case.conference_id, group=Respondent.NETWORK)
    assert len(evaluation.view(case.context).sections[0].rows) == 5


@pytest.mark.parametrize(
    "words",
    [
        "Karen var sød",
        "Det hjalp, at karen kom",
        "KAREN kom",
        "Karens mad var god",
        "birgit lyttede",
        "Det var godt, at fru Holm kom",
        "Holms spørgsmål var svære",
    ],
)
def test_no_name_of_anybody_in_the_case_is_kept_in_an_answer(words: str) -> None:
    case = evening_case()
    values: dict[str, Value] = {"conference_id": case.conference_id, "group": Respondent.NETWORK}
    with pytest.raises(Refused, match="Der står et navn"):
        add(case.session, Evaluation, case.case_id, EVENING, **values, words=words)
    kept = add(case.session, Evaluation, case.case_id, EVENING, **values, words="Mormor var sød")
    with pytest.raises(Refused, match="Der står et navn"):
        change_field(case.session, Evaluation, kept, "words", words, EVENING)


@pytest.mark.parametrize("words", ["Mormor var sød", "Vi gik ud på en holm", "Holmen var smuk"])
def test_words_that_name_nobody_are_kept(words: str) -> None:
    case = evening_case()
    values: dict[str, Value] = {"conference_id": case.conference_id, "group": Respondent.NETWORK}
    kept = add(case.session, Evaluation, case.case_id, EVENING, **values, words=words)
    assert case.session.get_one(Evaluation, kept).words == words


def test_words_cut_off_are_kept_with_dots_for_every_name() -> None:
    case = evening_case()
    cut_off = Filled(Respondent.NETWORK, words="KAREN og karens mad, Birgit Holms ord, alma' og Holm")
    assert spared(case.session, case.case_id, cut_off).words == "… og … mad, … ord, … og …"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"group": "nobody", "marks": [], "words": ""}', "{"])
def test_a_draft_that_cannot_be_read_is_no_answer(text: str) -> None:
    assert from_draft(text) is None


def test_a_half_filled_form_is_read_again_as_it_was() -> None:
    filled = Filled(Respondent.FAMILY).with_mark(0, 3).with_mark(2, 1)
    assert from_draft(filled.as_draft()) == filled == Filled(Respondent.FAMILY, (3, None, 1))


def test_the_words_under_a_face_fit_under_it_in_both_languages() -> None:
    for one in method().evaluation_scale(Respondent.CHILD).answers:
        assert one.mouth
        assert max(len(one.text.da), len(one.text.en)) <= FACE
