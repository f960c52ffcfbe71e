"""The meal: chosen by the child, ordered for everybody who eats, diets counted and never named."""

from __future__ import annotations

from decimal import Decimal

import pytest

from samordner_tui.archive.records.assignment import Engagement
from samordner_tui.archive.records.network import Child
from samordner_tui.archive.records.practical import Invitation, Menu
from samordner_tui.casework import catering
from samordner_tui.casework.covers import Covers, covers, diets
from samordner_tui.method.predicates import catering as rules
from samordner_tui.method.predicates.catering import price_of
from samordner_tui.method.terms import Answer, Attendance, Diet, PersonKind, StageId
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import THE_DAY, TODAY, PreparedCase


def answered(case: PreparedCase, person_id: str, **values: object) -> None:
    """An invitation that is answered with a yes."""
    case.add(
        Invitation,
        **{"conference_id": case.conference.id, "person_id": person_id, "answer": Answer.YES, **values},  # type: ignore[arg-type]
    )


def full_table(case: PreparedCase) -> None:
    """Alma, her grandmother with company, an uncle on video, an interpreter, a teacher; one has not answered."""
    case.child()
    answered(case, case.person("Karen", diets=(Diet.HALAL,)), companions=1, companion_children=2)
    answered(case, case.person("Lars"), attendance=Attendance.VIDEO, companions=1)
    answered(case, case.person("Amina", kind=PersonKind.HELPER, diets=(Diet.HALAL, Diet.NUT_ALLERGY)))
    answered(case, case.person("Ulla", kind=PersonKind.PROFESSIONAL))
    case.person("Inge", diets=(Diet.VEGAN,))
    case.add(Menu, conference_id=case.conference.id, extra_covers=2)


def test_covers_are_made_up_of_answers_companions_child_helpers_and_extra(case: PreparedCase) -> None:
    full_table(case)
    assert covers(case.facts, case.conference) == Covers(
        private=1,
        helpers=1,
        professionals=1,
        children=1,
        companions=1,
        companion_children=2,
        extra=2,
        unanswered=1,
    )


def test_the_covers_are_those_the_rule_asks_for(case: PreparedCase) -> None:
    full_table(case)
    counted = covers(case.facts, case.conference)
    assert counted.total == rules.covers(case.facts, case.conference) == 9


def test_a_child_that_takes_part_by_a_statement_does_not_eat_with_them(case: PreparedCase) -> None:
    child_id = case.child()
    case.set(Child, child_id, participation=Attendance.STATEMENT)
    assert covers(case.facts, case.conference).children == 0


def test_diets_are_counted_among_those_who_eat_and_name_nobody(case: PreparedCase) -> None:
    full_table(case)
    assert diets(case.facts, case.conference) == ((Diet.HALAL, 2), (Diet.NUT_ALLERGY, 1))
    said = " ".join(cell for row in case.section(StageId.CATERING, "diets").rows for cell in row.cells)
    assert "Karen" not in said
    assert "Amina" not in said


def test_a_cover_costs_75_kroner_where_nothing_else_is_known(case: PreparedCase) -> None:
    full_table(case)
    assert price_of(case.facts, case.conference) == Decimal(675)


def test_a_meal_dearer_than_the_budget_is_said(case: PreparedCase) -> None:
    full_table(case)
    case.set(Engagement, case.only(Engagement), catering_budget=Decimal(500))
    assert "dyrere end aftalt: 675 kr. af 500 kr." in case.asks(StageId.CATERING)


def test_fewer_covers_ordered_than_people_who_eat_is_asked_about(case: PreparedCase) -> None:
    full_table(case)
    catering.order(case.session, case.case_id, case.conference, 7, TODAY)
    assert "7 kuverter til 9" in case.asks(StageId.CATERING)


def test_more_covers_ordered_than_could_be_eaten_is_asked_about(case: PreparedCase) -> None:
    full_table(case)
    catering.order(case.session, case.case_id, case.conference, 14, TODAY)
    assert "Der er bestilt 14 kuverter, og 9 spiser med" in case.asks(StageId.CATERING)


def test_the_child_decides_and_the_day_it_did_is_kept(case: PreparedCase) -> None:
    case.child()
    assert "Hvad vil Alma gerne have at spise?" in case.asks(StageId.CATERING)
    menu = case.add(Menu, conference_id=case.conference.id)
    case.set(Menu, menu, dishes="Tacos", chosen_by_child=True)
    assert case.conference.menu is not None
    assert case.conference.menu.chosen_on == TODAY
    assert case.section(StageId.CATERING, "meal").rows[0].cells[1] == "● Tacos · valgt af barnet · 10. jan."


def test_the_food_is_fetched_an_hour_before_unless_it_is_said_otherwise(case: PreparedCase) -> None:
    case.on_the_day()
    case.add(Menu, conference_id=case.conference.id)
    assert case.conference.menu is not None
    assert case.conference.menu.pick_up_at == THE_DAY.replace(hour=16)


def test_a_conference_has_one_meal(case: PreparedCase) -> None:
    case.add(Menu, conference_id=case.conference.id)
    with pytest.raises(Refused, match="står her allerede"):
        case.add(Menu, conference_id=case.conference.id)


def test_until_all_have_answered_the_covers_and_the_price_say_what_they_may_come_to(case: PreparedCase) -> None:
    full_table(case)
    rows = {row.id: row.cells[1] for row in case.section(StageId.CATERING, "covers").rows}
    assert (rows["cover/total"], rows["cover/expected"]) == ("9", "10")
    assert rows["cover/price"].startswith("675 kr., op til 750 kr.")
    assert case.view(StageId.CATERING).summary == "9 kuverter · op til 10"


def test_how_many_covers_are_ordered_is_asked_before_whether_they_fit(case: PreparedCase) -> None:
    assert "Hvor mange kuverter bestiller du?" in case.asks(StageId.CATERING)
    assert "Passer det med kuverterne?" not in case.asks(StageId.CATERING)
