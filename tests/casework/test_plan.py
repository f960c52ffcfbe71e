"""Trin 3: the plan as it stands, and what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samordner_tui.archive.records.day import Plan, PlanItem
from samordner_tui.archive.records.network import Person
from samordner_tui.casework import plan_words
from samordner_tui.casework.agreement_names import NOT_INVITED, named_in, not_invited
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.decision import Reply
from samordner_tui.casework.fields import Value
from samordner_tui.casework.plan import view
from samordner_tui.casework.plan_reading import unanswered, unclear
from samordner_tui.method import facts as f
from samordner_tui.method.clarity import is_clear, open_questions
from samordner_tui.method.terms import DecidedBy, InvitationChoice, Municipal, Outcome, WhenKind
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, EveningCase
from tests.casework.plan_read import SHEET, answer, family_is_ready


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The family is ready with its plan."""
    made = family_is_ready()
    yield made
    made.session.close()


def test_the_plan_is_kept_as_the_family_wrote_it(case: EveningCase) -> None:
    words = "  Vi [b]hjælper[/b] Alma …\n\tÆØÅ og é  "
    plan_words.type_plan(case.session, case.conference_id, words, EVENING)
    assert case.conference.plans[0].words == words
    assert case.conference.plans[0].typed_on == EVENING


def test_new_words_must_be_seen_by_the_note_taker_again(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    change_field(case.session, Plan, plan, "confirmed_on", EVENING, EVENING)
    change_field(case.session, Plan, plan, "words", SHEET + " kl. 8", EVENING)
    assert case.conference.plans[0].confirmed_on is None


def test_the_same_plan_pasted_twice_gets_a_sentence(case: EveningCase) -> None:
    with pytest.raises(Refused, match="to gange"):
        plan_words.type_plan(case.session, case.conference_id, f"{SHEET}\n{SHEET}", EVENING)
    plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    add(case.session, Plan, case.case_id, EVENING, conference_id=case.conference_id, version=2)
    second = case.conference.plans[1].id
    with pytest.raises(Refused, match="version 1"):
        change_field(case.session, Plan, second, "words", SHEET.replace("\n", "\n\n"), EVENING)


def test_the_plan_is_cut_into_its_lines_once_and_the_words_stay(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    assert plan_words.cut_into_agreements(case.session, plan, EVENING) == 3
    assert plan_words.cut_into_agreements(case.session, plan, EVENING) == 0
    items = case.conference.plans[0].items
    assert [one.what for one in items] == [
        "Karen følger Alma i skole hver mandag",
        "mormor hjælper mere",
        "Jonas henter Alma om fredagen",
    ]
    assert [one.position for one in items] == [1, 2, 3]
    assert case.conference.plans[0].words == SHEET


def test_a_plan_typed_after_the_answer_is_the_one_that_was_answered(case: EveningCase) -> None:
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    assert case.conference.decisions[0].plan_id == plan


def item(what: str, **more: object) -> f.PlanItem:
    """An agreement that says who and from when, unless it is said otherwise."""
    values = {"who": "Karen", "when_kind": WhenKind.FROM_NOW, **more}
    return f.PlanItem(id="1", position=1, what=what, **values)  # type: ignore[arg-type]


def test_mormor_hjælper_mere_asks_what_how_often_and_from_when() -> None:
    asked = open_questions(item("mormor hjælper mere", who="mormor", when_kind=None))
    assert asked == ("Hvad sker der helt konkret?", "Hvor tit?", "Fra hvornår?")


@pytest.mark.parametrize(
    ("agreement", "question"),
    [
        (item("Alma sover hos Karen", who=None), "Hvem gør det?"),
        (item("Alma sover hos Karen", who="Familien"), "Hvem helt præcis?"),
        (item("Alma sover hos Karen", when_kind=None), "Fra hvornår?"),
        (item("Alma sover hos Karen", when_kind=WhenKind.DATE), "Hvilken dato?"),
        (item("Alma sover hos Karen", when_kind=WhenKind.REPEATING, when_words="tit"), "Hvor tit?"),
        (item("Alma sover hos Karen", when_kind=WhenKind.EVENT), "Når hvad sker?"),
        (item("Aflastning", municipal=Municipal.NEEDS_FORMAL_DECISION), "Hvem træffer afgørelsen, og hvornår senest?"),
        (item("Aflastning", municipal=Municipal.DECLINED), "Hvorfor siger kommunen nej?"),
    ],
)
def test_each_gap_has_its_question(agreement: f.PlanItem, question: str) -> None:
    assert open_questions(agreement) == (question,)


@pytest.mark.parametrize(
    "agreement",
    [
        item("Alma sover hos Karen hver anden weekend", when_kind=WhenKind.REPEATING, when_words="hver anden weekend"),
        item("Karen hjælper Alma med lektier ved køkkenbordet hver tirsdag kl. 16"),
        item("Jonas ringer til Alma", when_kind=WhenKind.EVENT, when_words="når hun har fri fra skole"),
    ],
)
def test_an_agreement_that_says_who_what_and_when_is_clear(agreement: f.PlanItem) -> None:
    assert is_clear(agreement)


def test_unclear_agreements_and_unanswered_questions_are_named_before_the_answer(case: EveningCase) -> None:
    add(case.session, Person, case.case_id, EVENING, name="Jonas")
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    plan_fact = case.conference.plans[0]
    assert [one.what for one, _questions in unclear(plan_fact)] == ["mormor hjælper mere"]
    assert [one.id for one in unanswered(case.facts, plan_fact)] == [case.question]
    assert any("mormor hjælper mere" in one.text for one in view(case.context).questions)
    change_field(case.session, PlanItem, plan_fact.items[0].id, "answers_id", case.question, EVENING)
    assert unanswered(case.facts, case.conference.plans[0]) == ()


def test_an_agreement_that_stays_unclear_keeps_its_reason_and_is_not_asked_again(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, "- mormor hjælper mere", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    row = case.conference.plans[0].items[0].id
    change_field(case.session, PlanItem, row, "unclear_reason", "Hun er på rejse til mandag", EVENING)
    assert not any("mormor" in one.text for one in view(case.context).questions)
    assert len(unclear(case.conference.plans[0])) == 1


def test_who_and_when_stand_beside_the_words_as_the_family_wrote_them(case: EveningCase) -> None:
    add(case.session, Person, case.case_id, EVENING, name="Jonas")
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    items = case.conference.plans[0].items
    assert [(one.who, one.when_words) for one in items] == [
        ("Karen", "hver mandag"),
        ("mormor", None),
        ("Jonas", "om fredagen"),
    ]
    assert case.conference.plans[0].words == SHEET


def test_an_agreement_about_somebody_who_is_not_invited_stands_and_is_said_to_the_samordner_alone(
    case: EveningCase,
) -> None:
    stays_away: dict[str, Value] = {"invited": InvitationChoice.NOT_INVITED, "decided_by": DecidedBy.CHILD}
    bo = add(case.session, Person, case.case_id, EVENING, name="Bo Lund", relation="farbror", **stays_away)
    plan = plan_words.type_plan(case.session, case.conference_id, "- Bo henter Alma hver fredag", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    (item,) = case.conference.plans[0].items
    assert (item.what, item.who) == ("Bo henter Alma hver fredag", "Bo")
    assert [one.id for one in not_invited(case.facts, item)] == [bo]
    seen = view(case.context)
    (alone,) = (one for one in seen.sections if one.id == NOT_INVITED)
    assert "Bo Lund, som ikke er inviteret" in alone.rows[0].cells[0]
    change_field(case.session, Person, bo, "invited", InvitationChoice.INVITE, EVENING)
    assert not any(one.id == NOT_INVITED for one in view(case.context).sections)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Bo Jensen", "Alma skal bo hos mormor i weekenden"),
        ("Per Dam", "Karen ringer to gange per uge"),
        ("Hans Lund", "Alma ringer til hans bror"),
    ],
)
def test_an_ordinary_word_in_an_agreement_is_not_somebody_who_is_not_invited(
    case: EveningCase, name: str, words: str
) -> None:
    add(case.session, Person, case.case_id, EVENING, name=name, invited=InvitationChoice.NOT_INVITED)
    plan = plan_words.type_plan(case.session, case.conference_id, f"- {words}", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    (item,) = case.conference.plans[0].items
    assert not_invited(case.facts, item) == ()


def test_a_first_name_that_two_share_names_neither_of_them(case: EveningCase) -> None:
    for name in ("Bo Lund", "Bo Dahl"):
        add(case.session, Person, case.case_id, EVENING, name=name)
    assert named_in(case.facts, "Bo henter") == ()
    assert [one.name for one in named_in(case.facts, "Bo Dahls bil og mormors hus")] == ["Karen", "Bo Dahl"]
