"""Bad input of the evening: a sentence each, nothing lost, nothing silently mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from samordner_tui.archive.records.assignment import Authority, Statement
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference, Decision, Plan
from samordner_tui.casework import decision, follow_up, moving, plan_words, steps
from samordner_tui.casework.change import add, change_field, remove
from samordner_tui.casework.decision import Reply
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import ConferenceKind, ConferenceState, Outcome
from samordner_tui.refusals import Refused
from tests.casework.evening_case import COPENHAGEN, EVENING, EveningCase, evening_case
from tests.casework.plan_read import answer, family_is_ready, returned

WORDS = "- Karen følger Alma i skole hver mandag\n- Jonas henter Alma om fredagen"
SPRING = date(2027, 4, 15)


@pytest.fixture
def case() -> Iterator[EveningCase]:
    """The family is ready with its plan."""
    made = family_is_ready()
    yield made
    made.session.close()


def refused(case: EveningCase, act: Callable[[], object], sentence: str) -> None:
    """It is refused with a sentence, and the case stands as it stood."""
    case.session.commit()
    before = case.facts
    with pytest.raises(Refused, match=sentence):
        act()
    case.session.rollback()
    assert case.facts == before


def changing(case: EveningCase, record: type[Record], row_id: str, name: str, value: Value) -> Callable[[], object]:
    """A field of a row changed."""
    return lambda: change_field(case.session, record, row_id, name, value, EVENING)


@pytest.mark.parametrize("again", ["{0}\n{0}", "{0}\n\n\n{0}\n", "{0} {0}"])
def test_the_same_plan_pasted_twice_in_one_sheet_gets_a_sentence(case: EveningCase, again: str) -> None:
    refused(
        case,
        lambda: plan_words.type_plan(case.session, case.conference_id, again.format(WORDS), EVENING),
        "Planen står der to gange. Lad den stå én gang.",
    )


def test_the_same_plan_pasted_into_another_version_names_the_one_it_stands_in(case: EveningCase) -> None:
    plan_words.type_plan(case.session, case.conference_id, WORDS, EVENING)
    second = add(case.session, Plan, case.case_id, EVENING, conference_id=case.conference_id, version=2)
    refused(
        case,
        changing(case, Plan, second, "words", f"  {WORDS}  \n"),
        "Den samme plan står allerede som version 1.",
    )


def test_words_that_are_pasted_again_as_they_stand_change_nothing(case: EveningCase) -> None:
    first = plan_words.type_plan(case.session, case.conference_id, WORDS, EVENING)
    case.session.commit()
    before = case.facts
    assert plan_words.type_plan(case.session, case.conference_id, WORDS, EVENING) == first
    assert case.facts == before


@pytest.mark.parametrize("outcome", Outcome)
def test_an_answer_before_the_family_had_its_time_or_the_plan_was_read(outcome: Outcome) -> None:
    made = evening_case()
    steps.begin_information(made.session, made.conference_id, made.now)
    reply = Reply(outcome, authority_id=made.initiator)
    refused(
        made,
        lambda: decision.answer_plan(made.session, made.conference_id, reply, made.now),
        "Planen er ikke læst op endnu. Den læses op, før den får et svar.",
    )
    made.session.close()


def test_an_answer_and_a_reading_are_not_corrected_to_before_the_plan(case: EveningCase) -> None:
    given = answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    ended = case.conference.steps[1].ended_at
    assert ended is not None
    too_early = ended - timedelta(minutes=1)
    for record, row_id, name in (
        (Decision, given, "decided_at"),
        (Conference, case.conference_id, "plan_read_at"),
    ):
        refused(case, changing(case, record, row_id, name, too_early), "før det, der skete forud")
        change_field(case.session, record, row_id, name, ended.replace(second=0), EVENING)


def test_a_reading_that_was_answered_is_not_taken_away(case: EveningCase) -> None:
    decision.read_plan_aloud(case.session, case.conference_id, case.now)
    change_field(case.session, Conference, case.conference_id, "plan_read_at", None, EVENING)
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    refused(
        case,
        changing(case, Conference, case.conference_id, "plan_read_at", None),
        "kan rettes, men ikke tages væk",
    )


def test_a_return_keeps_what_it_rests_on(case: EveningCase) -> None:
    given = answer(case, returned(case))
    refused(case, changing(case, Decision, given, "rests_on_id", None), "Hvilket krav eller spørgsmål hviler det på")
    refused(case, changing(case, Decision, given, "possible_if", "  "), "Hvad skal der til")
    refused(
        case,
        lambda: remove(case.session, Statement, case.bottom_line, EVENING),
        "Et svar på planen hviler på det. Det kan ikke tages væk.",
    )
    change_field(case.session, Decision, given, "rests_on_id", case.question, EVENING)
    remove(case.session, Statement, case.bottom_line, EVENING)
    assert case.conference.decisions[0].rests_on_id == case.question


@pytest.mark.parametrize(
    ("outcome", "name", "sentence"),
    [
        (Outcome.APPROVED, "authority_id", "Hvem gav svaret?"),
        (Outcome.PROVISIONAL, "provisional_until", "Hvornår kommer det endelige svar senest?"),
        (Outcome.REFUSED, "reason", "Skriv den begrundelse, familien fik."),
    ],
)
def test_an_answer_stays_whole(case: EveningCase, outcome: Outcome, name: str, sentence: str) -> None:
    given = answer(
        case, Reply(outcome, authority_id=case.initiator, provisional_until=SPRING, reason="Planen er ikke tryg")
    )
    refused(case, changing(case, Decision, given, name, None), sentence)
    refused(case, lambda: remove(case.session, Authority, case.initiator, EVENING), "kan ikke fjernes, for svaret")


def held_and_followed(case: EveningCase) -> str:
    """The conference was held, and the next one stands on the day that was agreed."""
    answer(case, Reply(Outcome.APPROVED, authority_id=case.initiator))
    change_field(case.session, Conference, case.conference_id, "follow_up_on", SPRING, EVENING)
    change_field(case.session, Conference, case.conference_id, "state", ConferenceState.HELD, EVENING)
    return follow_up.add_next_conference(case.session, case.conference_id, EVENING, COPENHAGEN)


def test_meeting_again_is_after_the_day_of_the_conference_as_the_wall_tells_it(case: EveningCase) -> None:
    refused(
        case,
        changing(case, Conference, case.conference_id, "follow_up_on", EVENING),
        "I kan først mødes igen efter denne rådslagning.",
    )
    later = EVENING + timedelta(days=30)
    change_field(case.session, Conference, case.conference_id, "follow_up_on", later, EVENING)


def test_a_follow_up_is_not_moved_to_before_the_conference_it_follows(case: EveningCase) -> None:
    second = held_and_followed(case)
    earlier = datetime(2027, 1, 20, 16, tzinfo=UTC)
    sentence = "Den 1. rådslagning er torsdag 21. januar. Den næste kommer efter den."
    refused(case, changing(case, Conference, second, "starts_at", earlier), sentence)
    refused(case, lambda: moving.move(case.session, second, earlier, EVENING, "Salen er optaget"), sentence)
    later = datetime(2027, 5, 4, 15, tzinfo=UTC)
    moving.move(case.session, second, later, EVENING, "Salen er optaget")
    assert case.facts.conferences[1].starts_at == later


def test_a_conference_is_not_moved_past_the_day_it_is_followed_up(case: EveningCase) -> None:
    change_field(case.session, Conference, case.conference_id, "follow_up_on", SPRING, EVENING)
    refused(
        case,
        changing(case, Conference, case.conference_id, "starts_at", datetime(2027, 5, 4, 15, tzinfo=UTC)),
        "I har aftalt at mødes igen torsdag 15. april. Ret den dag først.",
    )


def test_a_follow_up_is_not_made_before_there_is_anything_to_follow_up(case: EveningCase) -> None:
    values: dict[str, Value] = {"number": 2, "kind": ConferenceKind.FOLLOW_UP}
    refused(case, lambda: add(case.session, Conference, case.case_id, EVENING, **values), "intet at følge op på endnu")
    refused(
        case,
        lambda: follow_up.add_next_conference(case.session, case.conference_id, EVENING, COPENHAGEN),
        "Afslut rådslagningen, før I planlægger den næste.",
    )
