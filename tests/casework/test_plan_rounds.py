"""A plan through its rounds: what the family agreed on stays theirs when the sheet is cut into agreements anew."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samordner_tui.archive.records.day import Conference, PlanItem
from samordner_tui.casework import agreement_course, follow_up, plan_words, steps
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.fields import Value
from samordner_tui.method.readings import latest_plan
from samordner_tui.method.terms import ConferenceState, WhenKind
from tests.casework.evening_case import COPENHAGEN, EVENING, EveningCase
from tests.casework.plan_read import answer, family_is_ready, returned

SHEET = "- Karen hjælper mere\n- Far henter hver mandag"
CLEAR = "Karen hjælper Alma med lektier"


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The family is ready with its plan."""
    made = family_is_ready()
    yield made
    made.session.close()


def typed(case: EveningCase, words: str) -> str:
    """Type the sheet and cut it; the id of the plan."""
    plan = plan_words.type_plan(case.session, case.conference_id, words, EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    return plan


def make_clear(case: EveningCase, line: str, what: str = CLEAR) -> None:
    """Say in an agreement what it leaves open."""
    found = next(one.id for one in agreements(case) if one.what == line)
    values: dict[str, Value] = {"what": what, "when_kind": WhenKind.REPEATING, "when_words": "hver tirsdag"}
    for name, value in values.items():
        change_field(case.session, PlanItem, found, name, value, EVENING)


def agreements(case: EveningCase) -> list[PlanItem]:
    """The agreements of the latest version, in their order."""
    plan = latest_plan(case.conference)
    ids = [one.id for one in sorted(plan.items if plan else (), key=lambda one: one.position)]
    return [case.session.get_one(PlanItem, one) for one in ids]


def said(case: EveningCase) -> list[str]:
    """What they say."""
    return [one.what for one in agreements(case)]


def a_new_round(case: EveningCase) -> None:
    """The plan is sent back, and the family has been alone with it again."""
    case.later(5)
    answer(case, returned(case))
    private_time(case)


def private_time(case: EveningCase) -> None:
    """The family is alone for twenty minutes."""
    case.session.commit()
    case.later(5)
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    case.later(20)
    steps.end_private_time(case.session, case.conference_id, case.now)


def test_what_was_made_clear_stays_clear_in_the_next_round(case: EveningCase) -> None:
    typed(case, SHEET)
    make_clear(case, "Karen hjælper mere")
    a_new_round(case)
    typed(case, "- Mor ringer hver dag\n" + SHEET)
    first, clear, last = agreements(case)
    assert (first.what, last.what) == ("Mor ringer hver dag", "Far henter hver mandag")
    assert (clear.what, clear.when_words) == (CLEAR, "hver tirsdag")
    a_new_round(case)
    typed(case, SHEET + "\n- Mor kommer hver fredag")
    assert said(case) == [CLEAR, "Far henter hver mandag", "Mor kommer hver fredag"]


def test_what_is_made_clear_in_the_new_round_is_not_laid_again_as_it_was(case: EveningCase) -> None:
    typed(case, SHEET)
    a_new_round(case)
    plan_words.plan_of_round(case.session, case.conference_id, EVENING)
    make_clear(case, "Karen hjælper mere")
    for _again in range(2):
        typed(case, "- Mor ringer hver dag\n" + SHEET)
        assert said(case) == ["Mor ringer hver dag", CLEAR, "Far henter hver mandag"]


def test_what_was_made_clear_stays_also_where_its_line_is_gone(case: EveningCase) -> None:
    typed(case, SHEET)
    make_clear(case, "Karen hjælper mere")
    a_new_round(case)
    typed(case, "- Far henter hver tirsdag")
    assert said(case) == ["Far henter hver tirsdag", CLEAR]


def test_what_was_written_beside_the_sheet_stays_in_the_next_round(case: EveningCase) -> None:
    plan = typed(case, SHEET)
    add(case.session, PlanItem, case.case_id, EVENING, plan_id=plan, what="Skrevet ved siden af arket", who="Karen")
    a_new_round(case)
    typed(case, "- Far henter hver mandag\n- Mor ringer hver dag\n- Karen kommer")
    assert said(case) == [
        "Far henter hver mandag",
        "Mor ringer hver dag",
        "Karen kommer",
        "Skrevet ved siden af arket",
    ]


def test_a_line_that_was_worked_on_in_this_round_stays_where_it_is_off_the_sheet(case: EveningCase) -> None:
    typed(case, SHEET)
    a_new_round(case)
    plan_words.plan_of_round(case.session, case.conference_id, EVENING)
    change_field(case.session, PlanItem, agreements(case)[0].id, "done_when", "Alma kan læse selv", EVENING)
    typed(case, "- Mor ringer hver dag")
    assert said(case) == ["Mor ringer hver dag", "Karen hjælper mere"]


def test_an_agreement_that_is_cut_and_made_clear_is_not_laid_again_as_it_was(case: EveningCase) -> None:
    typed(case, SHEET)
    make_clear(case, "Karen hjælper mere")
    add(case.session, PlanItem, case.case_id, EVENING, plan_id=agreements(case)[0].plan_id, what="Far ringer")
    typed(case, SHEET + "\n- Far laver mad hver søndag")
    assert said(case) == [CLEAR, "Far henter hver mandag", "Far laver mad hver søndag", "Far ringer"]


def test_an_agreement_carried_on_from_the_last_conference_keeps_its_place_in_the_course(case: EveningCase) -> None:
    typed(case, "- Karen henter hver mandag")
    old = agreements(case)[0].id
    change_field(case.session, Conference, case.conference_id, "state", ConferenceState.HELD, EVENING)
    case.conference_id = follow_up.add_next_conference(case.session, case.conference_id, EVENING, COPENHAGEN)
    case.later(60 * 24 * 30)
    steps.begin_information(case.session, case.conference_id, case.now)
    private_time(case)
    typed(case, "- Far ringer hver mandag")
    agreement_course.carry_on(case.session, case.conference_id, old, EVENING)
    a_new_round(case)
    typed(case, "- Far kommer hver mandag")
    assert [(one.what, one.previous_id) for one in agreements(case)] == [
        ("Far kommer hver mandag", None),
        ("Karen henter hver mandag", old),
    ]
