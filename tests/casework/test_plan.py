"""Trin 3: the plan as it stands, what it leaves open, and the answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from samordner_tui.archive.records.assignment import Authority, Statement
from samordner_tui.archive.records.day import Conference, Decision, Plan, PlanItem
from samordner_tui.casework import decision, plan_words, steps
from samordner_tui.casework.change import add, change_field, remove
from samordner_tui.casework.decision import Reply
from samordner_tui.casework.plan import view
from samordner_tui.casework.plan_reading import unanswered, unclear
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.method import facts as f
from samordner_tui.method.clarity import is_clear, open_questions
from samordner_tui.method.terms import AuthorityKind, ConferenceState, Municipal, Outcome, StatementKind, WhenKind
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, EveningCase, evening_case

SHEET = """Det er vi enige om:
- Karen følger Alma i skole hver mandag
- mormor hjælper mere
2. Jonas henter Alma om fredagen"""


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The family is ready with its plan."""
    made = evening_case()
    steps.begin_information(made.session, made.conference_id, made.now)
    made.session.commit()
    made.with_reasons(lambda: steps.begin_private_time(made.session, made.conference_id, made.now, made.method))
    made.later(90)
    steps.end_private_time(made.session, made.conference_id, made.now)
    made.session.commit()
    yield made
    made.session.close()


def answer(case: EveningCase, reply: Reply) -> str:
    """Read the plan aloud and answer it."""
    decision.read_plan_aloud(case.session, case.conference_id, case.now)
    case.later(5)
    return decision.answer_plan(case.session, case.conference_id, reply, case.now)


def returned(case: EveningCase) -> Reply:
    """Sent back because of the bottom line."""
    return Reply(
        Outcome.RETURNED, authority_id=case.initiator, rests_on_id=case.bottom_line, possible_if="Alma er i skole"
    )


def test_a_decision_before_a_plan_is_read_gets_a_sentence_and_nothing_is_stored(case: EveningCase) -> None:
    with pytest.raises(Refused, match="ikke læst op"):
        decision.answer_plan(
            case.session, case.conference_id, Reply(Outcome.APPROVED, authority_id=case.initiator), case.now
        )
    assert case.conference.decisions == ()


def test_reading_the_plan_begins_trin_3_led_by_the_samordner(case: EveningCase) -> None:
    decision.read_plan_aloud(case.session, case.conference_id, case.now)
    assert [one.number for one in case.conference.steps] == [1, 2, 3]
    assert case.conference.led_by_samordner is True


def test_approved_says_who_and_when_and_in_which_round(case: EveningCase) -> None:
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    (given,) = case.conference.decisions
    assert (given.round, given.authority_id, given.decided_at) == (1, case.initiator, case.moment)


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (Reply(Outcome.APPROVED), "Hvem gav svaret"),
        (Reply(Outcome.PROVISIONAL, authority_id="x"), "endelige svar"),
        (Reply(Outcome.REFUSED, authority_id="x"), "begrundelse"),
        (Reply(Outcome.RETURNED, authority_id="x", possible_if="noget"), "krav eller spørgsmål"),
        (Reply(Outcome.RETURNED, authority_id="x", rests_on_id="y"), "Hvad skal der til"),
    ],
)
def test_an_answer_that_is_not_whole_gets_a_sentence_and_nothing_is_stored(
    case: EveningCase, reply: Reply, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        answer(case, reply)
    assert case.conference.decisions == ()


def test_a_return_opens_a_new_round_that_waits_for_the_family(case: EveningCase) -> None:
    answer(case, returned(case))
    waiting = case.conference.steps[-1]
    assert (waiting.number, waiting.round, waiting.started_at) == (2, 2, None)
    with pytest.raises(Refused, match="ny tid"):
        decision.answer_plan(
            case.session, case.conference_id, Reply(Outcome.APPROVED, authority_id=case.initiator), case.now
        )


def test_the_second_round_has_its_own_clock_its_own_plan_and_its_own_answer(case: EveningCase) -> None:
    plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    answer(case, returned(case))
    case.session.commit()
    case.later(3)
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    began = case.moment
    case.later(20)
    steps.end_private_time(case.session, case.conference_id, case.now)
    with pytest.raises(Refused, match="ikke læst op"):
        decision.answer_plan(
            case.session, case.conference_id, Reply(Outcome.APPROVED, authority_id=case.initiator), case.now
        )
    plan_words.type_plan(case.session, case.conference_id, SHEET + "\n- Inge er hjemme hver dag kl. 14", EVENING)
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    second = next(one for one in case.conference.steps if (one.number, one.round) == (2, 2))
    assert second.started_at == began
    assert [one.version for one in case.conference.plans] == [1, 2]
    assert [one.round for one in case.conference.decisions] == [1, 2]
    assert case.conference.decisions[1].plan_id == case.conference.plans[1].id


def test_a_new_round_begins_with_the_words_and_agreements_of_the_version_before(case: EveningCase) -> None:
    first = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    plan_words.cut_into_agreements(case.session, first, EVENING)
    change_field(case.session, PlanItem, case.conference.plans[0].items[0].id, "who", "Karen", EVENING)
    answer(case, returned(case))
    case.session.commit()
    case.later(3)
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    case.later(20)
    steps.end_private_time(case.session, case.conference_id, case.now)
    second = plan_words.plan_of_round(case.session, case.conference_id, EVENING)
    old, new = case.conference.plans
    assert (new.id, new.words, new.typed_on, new.confirmed_on) == (second, SHEET, None, None)
    assert [(one.what, one.who) for one in new.items] == [(one.what, one.who) for one in old.items]
    assert {one.id for one in new.items}.isdisjoint(one.id for one in old.items)
    plan_words.type_plan(case.session, case.conference_id, SHEET + "\n- Inge er hjemme", EVENING)
    assert case.conference.plans[1].typed_on == EVENING


def test_a_quick_second_round_still_asks_whether_its_plan_is_read(case: EveningCase) -> None:
    answer(case, returned(case))
    case.session.commit()
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    steps.end_private_time(case.session, case.conference_id, case.now)
    seen = view(case.context)
    assert "Er planen læst op? Tryk o." in [one.text for one in seen.questions]
    assert not any("Planen blev læst op" in one.note for one in seen.sections)


def test_a_new_bottom_line_is_kept_as_new_to_the_family(case: EveningCase) -> None:
    reply = Reply(
        Outcome.RETURNED,
        authority_id=case.initiator,
        new_words="Alma må ikke være alene",
        possible_if="nogen er hjemme",
    )
    answer(case, reply)
    rests_on = case.session.get_one(Statement, case.conference.decisions[0].rests_on_id)
    assert (rests_on.kind, rests_on.text) == (StatementKind.BOTTOM_LINE, "Alma må ikke være alene")
    assert rests_on.known_to_family_on is None


def test_a_provisional_answer_is_followed_by_the_final_one_also_after_the_day(case: EveningCase) -> None:
    week = EVENING + timedelta(days=7)
    answer(case, Reply(Outcome.PROVISIONAL, authority_id=case.initiator, provisional_until=week))
    case.session.commit()
    case.with_reasons(lambda: decision.close_day(case.session, case.conference_id, case.now, case.method))
    case.later(60 * 24 * 3)
    final = Reply(Outcome.APPROVED, authority_id=case.initiator)
    decision.answer_plan(case.session, case.conference_id, final, case.now)
    assert [one.outcome for one in case.conference.decisions] == [Outcome.PROVISIONAL, Outcome.APPROVED]
    with pytest.raises(Refused, match="fået sit svar"):
        decision.answer_plan(case.session, case.conference_id, final, case.now)


def test_an_answer_stands_and_is_not_taken_away(case: EveningCase) -> None:
    given = answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    with pytest.raises(Refused, match="står fast"):
        change_field(case.session, Decision, given, "outcome", Outcome.REFUSED, EVENING)
    with pytest.raises(Refused, match="tages væk"):
        remove(case.session, Decision, given, EVENING)
    change_field(case.session, Decision, given, "reason", "Lederen sagde ja i telefonen", EVENING)


def test_the_day_closes_with_a_reason_for_what_lacks_and_never_on_a_returned_plan(case: EveningCase) -> None:
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    case.session.commit()
    with pytest.raises(NeedsReason) as needs:
        decision.close_day(case.session, case.conference_id, case.now, case.method)
    assert set(needs.value.about) == {"gate:close_day/guardian_named", "gate:close_day/follow_up_dated"}
    case.session.rollback()
    change_field(case.session, Conference, case.conference_id, "guardian_id", case.grandmother, EVENING)
    change_field(case.session, Conference, case.conference_id, "follow_up_on", date(2027, 4, 15), EVENING)
    decision.close_day(case.session, case.conference_id, case.now, case.method)
    assert case.conference.state is ConferenceState.HELD


def test_a_returned_plan_does_not_close_the_day(case: EveningCase) -> None:
    answer(case, returned(case))
    with pytest.raises(Refused, match="sendt tilbage"):
        decision.close_day(case.session, case.conference_id, case.now, case.method)


def test_a_plan_without_a_meeting_can_be_typed_and_answered() -> None:
    case = evening_case()
    steps.plan_without_meeting(case.session, case.conference_id, case.now)
    approved = Reply(Outcome.APPROVED, authority_id=case.initiator)
    with pytest.raises(Refused):
        decision.answer_plan(case.session, case.conference_id, approved, case.now)
    plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    decision.answer_plan(case.session, case.conference_id, approved, case.now)
    assert len(case.conference.decisions) == 1


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
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    plan_fact = case.conference.plans[0]
    assert len(unclear(plan_fact)) == 3
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


@pytest.mark.parametrize(
    ("initiator", "leader", "answers"),
    [(None, None, "initiator"), (True, None, "initiator"), (False, True, "leader"), (True, True, "initiator")],
)
def test_the_answer_is_given_by_whoever_may_approve(
    initiator: bool | None, leader: bool | None, answers: str, case: EveningCase
) -> None:
    ids = {"initiator": case.initiator}
    change_field(case.session, Authority, case.initiator, "may_approve", initiator, EVENING)
    ids["leader"] = add(
        case.session,
        Authority,
        case.case_id,
        EVENING,
        kind=AuthorityKind.LEADER,
        name="Ole Lund",
        may_approve=leader,
    )
    assert decision.who_answers(case.facts) == ids[answers]
