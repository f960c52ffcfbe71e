"""Trin 3: the answer to the plan, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from samordner_tui.archive.records.assignment import Authority, Statement
from samordner_tui.archive.records.day import Conference, Decision, PlanItem
from samordner_tui.casework import decision, plan_words, steps
from samordner_tui.casework.answer_told import ABOUT
from samordner_tui.casework.change import add, change_field, remove
from samordner_tui.casework.decision import Reply, left_open
from samordner_tui.casework.open_in_plan import named_before_the_answer
from samordner_tui.casework.plan import view
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.method.fidelity import marks
from samordner_tui.method.terms import (
    AuthorityKind,
    ConferenceState,
    MarkState,
    Municipal,
    Outcome,
    StatementKind,
    WhenKind,
)
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, EveningCase, evening_case
from tests.casework.plan_read import SHEET, answer, family_is_ready, returned


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The family is ready with its plan."""
    made = family_is_ready()
    yield made
    made.session.close()


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


def test_what_stands_no_more_on_the_new_sheet_is_no_agreement_of_the_new_version(case: EveningCase) -> None:
    first = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    plan_words.cut_into_agreements(case.session, first, EVENING)
    answer(case, returned(case))
    case.session.commit()
    case.with_reasons(lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method))
    case.later(20)
    steps.end_private_time(case.session, case.conference_id, case.now)
    words = "- Mormor laver mad hver torsdag\n- Karen følger Alma i skole hver mandag"
    second = plan_words.type_plan(case.session, case.conference_id, words, EVENING)
    add(case.session, PlanItem, case.case_id, EVENING, plan_id=second, what="Skrevet ved siden af")
    plan_words.cut_into_agreements(case.session, second, EVENING)
    old, new = case.conference.plans
    assert [one.what for one in sorted(new.items, key=lambda one: one.position)] == [
        "Mormor laver mad hver torsdag",
        "Karen følger Alma i skole hver mandag",
        "Skrevet ved siden af",
    ]
    assert len(old.items) == 3


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


def told(case: EveningCase) -> str:
    """What is told about the answers, in sentences."""
    sections = [one for one in view(case.context).sections if one.id == ABOUT]
    return "\n".join(row.cells[0] for section in sections for row in section.rows)


def test_an_answer_is_told_with_who_gave_it_and_with_what_authority(case: EveningCase) -> None:
    called = case.moment
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator, leader_called_at=called))
    assert "Birgit Holm (initiativtager), som må godkende planen, svarede kl. 18.35." in told(case)
    assert "Lederen blev ringet op kl. 18.30." in told(case)


def test_a_return_is_told_with_what_it_rests_on_and_what_would_make_it_possible(case: EveningCase) -> None:
    answer(case, returned(case))
    assert "Det hviler på kravet »Alma skal i skole hver dag«" in told(case)
    assert "nyt for familien" not in told(case)
    assert "Planen kan godkendes, hvis: Alma er i skole" in told(case)
    assert case.conference.decisions[0].rests_on_new is False


def test_a_return_on_something_the_family_has_not_heard_before_is_told_as_new(case: EveningCase) -> None:
    new = Reply(Outcome.RETURNED, authority_id=case.initiator, new_words="Hvem er hjemme?", possible_if="nogen er der")
    answer(case, replace(new, new_kind=StatementKind.QUESTION))
    assert "Det hviler på spørgsmålet »Hvem er hjemme?« · nyt for familien" in told(case)
    assert case.conference.decisions[0].rests_on_new is True


def test_a_line_nobody_told_the_family_stays_new_also_where_they_hear_it_later(case: EveningCase) -> None:
    change_field(case.session, Statement, case.bottom_line, "known_to_family_on", None, EVENING)
    answer(case, returned(case))
    change_field(case.session, Statement, case.bottom_line, "known_to_family_on", EVENING, EVENING)
    assert "nyt for familien" in told(case)


def test_unclear_agreements_are_approved_with_a_reason_that_each_of_them_keeps(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    yes = Reply(Outcome.APPROVED, authority_id=case.initiator)
    with pytest.raises(Refused, match="ikke klart endnu"):
        answer(case, yes)
    assert case.conference.decisions == ()
    unclear = {one.id for one in left_open(case.conference)}
    decision.answer_plan(case.session, case.conference_id, replace(yes, unclear_because="Mormor er rejst"), case.now)
    kept = {one.id: one.unclear_reason for one in case.conference.plans[0].items}
    assert {one for one, reason in kept.items() if reason == "Mormor er rejst"} == unclear != set()
    assert left_open(case.conference) == ()
    assert len(case.conference.decisions) == 1
    case.session.commit()
    case.with_reasons(lambda: decision.close_day(case.session, case.conference_id, case.now, case.method))
    (mark,) = (one for one in marks(case.facts, case.conference, EVENING, case.method) if one.id == "F18")
    assert mark.state is MarkState.NOT


def test_a_reason_for_something_open_falls_where_it_is_made_clear_before_the_answer(case: EveningCase) -> None:
    plan_words.cut_into_agreements(
        case.session, plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING), EVENING
    )
    for one in left_open(case.conference):
        change_field(case.session, PlanItem, one.id, "unclear_reason", "Vi taler om det", EVENING)
    open_before = [one.id for one in case.conference.plans[0].items if one.unclear_reason]
    assert open_before
    for row_id in open_before:
        for field, value in (("what", "Mormor henter Alma"), ("who", "Mormor"), ("when_words", "hver tirsdag kl. 15")):
            change_field(case.session, PlanItem, row_id, field, value, EVENING)
        change_field(case.session, PlanItem, row_id, "when_kind", WhenKind.REPEATING, EVENING)
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    assert [one.unclear_reason for one in case.conference.plans[0].items if one.id in open_before] == [None] * len(
        open_before
    )


def test_a_reason_stays_where_the_plan_was_approved_until_it_is_decided_and_made_clear_since(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, "- mormor hjælper mere", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    until = date(2027, 2, 1)
    first = Reply(Outcome.PROVISIONAL, authority_id=case.initiator, provisional_until=until, reason="Jeg spørger")
    answer(case, replace(first, unclear_because="Mormor er rejst"))
    (item,) = case.conference.plans[0].items
    for field, value in (("what", "Mormor henter Alma"), ("when_words", "hver tirsdag kl. 15")):
        change_field(case.session, PlanItem, item.id, field, value, EVENING)
    change_field(case.session, PlanItem, item.id, "when_kind", WhenKind.REPEATING, EVENING)
    case.later(5)
    yes = Reply(Outcome.APPROVED, authority_id=case.initiator)
    decision.answer_plan(case.session, case.conference_id, yes, case.now)
    case.session.commit()
    case.with_reasons(lambda: decision.close_day(case.session, case.conference_id, case.now, case.method))
    (mark,) = (one for one in marks(case.facts, case.conference, EVENING, case.method) if one.id == "F18")
    assert (mark.state, mark.reason) == (MarkState.NOT, "Punkt 1 blev godkendt, før det var klart.")


def test_what_is_open_in_the_plan_is_named_before_the_answer(case: EveningCase) -> None:
    assert named_before_the_answer(case.facts, case.conference) == "Planen er ikke skrevet af endnu. Har du arket?"
    plan = plan_words.type_plan(case.session, case.conference_id, SHEET, EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    named = named_before_the_answer(case.facts, case.conference)
    assert "»mormor hjælper mere« Hvad sker der helt konkret? Hvor tit?" in named
    assert "Karen" not in named
    assert "Ingen aftale svarer på »Hvem følger Alma i skole?«" in named


def test_what_would_make_the_plan_possible_is_named_again_at_the_next_answer(case: EveningCase) -> None:
    assert "Sidst hed det" not in named_before_the_answer(case.facts, case.conference)
    answer(case, returned(case))
    assert "Sidst hed det: Planen kan godkendes, hvis Alma er i skole" in named_before_the_answer(
        case.facts, case.conference
    )


def test_whoever_is_given_a_task_and_is_not_in_the_network_is_named_before_the_answer(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, "Preben passer Alma\nKaren henter", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    first, second = case.conference.plans[0].items
    change_field(case.session, PlanItem, first.id, "who", "Onkel Preben", EVENING)
    change_field(case.session, PlanItem, second.id, "who", "Karen og alle", EVENING)
    named = named_before_the_answer(case.facts, case.conference)
    assert "»Onkel Preben« er ikke i netværket" in named
    assert "»Karen og alle« er ikke" not in named


def test_an_agreement_that_names_the_municipality_asks_what_it_says(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, "Kommunen betaler taxa\nKaren henter", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    asked = "Hvad siger kommunen til »Kommunen betaler taxa«?"
    assert asked in named_before_the_answer(case.facts, case.conference)
    change_field(case.session, PlanItem, case.conference.plans[0].items[0].id, "municipal", Municipal.YES, EVENING)
    assert "Hvad siger kommunen" not in named_before_the_answer(case.facts, case.conference)
