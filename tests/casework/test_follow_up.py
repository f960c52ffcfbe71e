"""The series: the next conference grows from the last, and each agreement is followed."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.day import Conference, PlanItem, Progress
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import Booking, Invitation, Menu, RoleHolder, Venue
from samordner_tui.casework import (
    agreement_course,
    follow_up,
    honest_ends,
    offered_again,
    plan_words,
    steps,
    taken_again,
)
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.fields import Value
from samordner_tui.casework.views import Context, Section
from samordner_tui.method.predicates.child import supporter_chosen_by_child
from samordner_tui.method.predicates.follow_up import progress_noted
from samordner_tui.method.terms import (
    BookingKind,
    BookingState,
    ChosenBy,
    ConferenceKind,
    ConferenceState,
    InvitationChoice,
    NoticeKind,
    ProgressState,
    RoleName,
    StopReason,
)
from samordner_tui.refusals import Refused
from tests.casework.evening_case import COPENHAGEN, EVENING, EveningCase, evening_case

SPRING = date(2027, 4, 15)


@pytest.fixture
def case() -> EveningCase:
    """A plan without a meeting: over, with a date to meet on, a chair, a venue, an interpreter, food and an invitee."""
    made = evening_case()
    change_field(made.session, Conference, made.conference_id, "follow_up_on", SPRING, EVENING)
    change_field(made.session, Conference, made.conference_id, "near_seats", "på kontoret", EVENING)
    venue = add(made.session, Venue, None, EVENING, name="Biblioteket")
    values = {"conference_id": made.conference_id}
    booking: dict[str, Value] = {"kind": BookingKind.VENUE, "venue_id": venue, "state": BookingState.CONFIRMED}
    add(made.session, Booking, made.case_id, EVENING, **values, **booking)
    add(
        made.session, Booking, made.case_id, EVENING, **values, kind=BookingKind.INTERPRETER, person_id=made.grandmother
    )
    role: dict[str, Value] = {"role": RoleName.CHAIR, "person_id": made.grandmother, "accepted": True}
    add(made.session, RoleHolder, made.case_id, EVENING, **values, **role)
    add(made.session, Menu, made.case_id, EVENING, **values, dishes="Tacos", ordered_covers=7)
    add(made.session, Invitation, made.case_id, EVENING, **values, person_id=made.grandmother)
    change_field(made.session, Person, made.grandmother, "ring", 1, EVENING)
    steps.plan_without_meeting(made.session, made.conference_id, made.now)
    return made


def with_next(case: EveningCase) -> str:
    """The id of the next conference."""
    return follow_up.add_next_conference(case.session, case.conference_id, EVENING, COPENHAGEN)


def offers(case: EveningCase) -> dict[str, str]:
    """What is offered at the conference that is under way, with how it stands."""
    sections = [one for one in follow_up.view(case.context).sections if one.id == offered_again.OFFERED]
    return {row.cells[0]: row.cells[2] for section in sections for row in section.rows}


def take(case: EveningCase, what: str) -> None:
    """Take one thing again."""
    section = section_of(case.context, offered_again.OFFERED)
    row = next(row for row in section.rows if row.cells[0] == what)
    taken_again.take_again(case.session, case.context, row.id)


def says(case: EveningCase, item_id: str) -> list[str]:
    """What an agreement said at each conference."""
    return [one.item.what for one in agreement_course.course(case.context, item_id)]


def offers_of_next(case: EveningCase) -> dict[str, str]:
    """What is offered at the next conference, which is then the one of the case."""
    case.conference_id = with_next(case)
    return offers(case)


def venues(case: EveningCase) -> list[str]:
    """The venues that are booked."""
    return [one.venue.name for one in case.conference.bookings if one.venue is not None]


def section_of(context: Context, section_id: str) -> Section:
    """A section of the stage."""
    return next(one for one in follow_up.view(context).sections if one.id == section_id)


def test_the_next_conference_is_on_the_day_agreed_at_the_same_hour(case: EveningCase) -> None:
    """Summer time has begun: it is still five o'clock."""
    next_id = with_next(case)
    found = next(one for one in case.facts.conferences if one.id == next_id)
    assert (found.number, found.kind) == (2, ConferenceKind.FOLLOW_UP)
    assert found.starts_at is not None
    assert found.starts_at.astimezone(ZoneInfo("Europe/Copenhagen")).isoformat() == "2027-04-15T17:00:00+02:00"


def test_everything_of_last_time_is_offered_and_nothing_of_it_follows_by_itself(case: EveningCase) -> None:
    next_id = with_next(case)
    assert offers(case) == dict.fromkeys(("Inviteret", "Kortet", "Ordstyrer", "Lokale", "Tolk", "Maden"), "○ tilbydes")
    found = next(one for one in case.facts.conferences if one.id == next_id)
    assert (found.role_holders, found.bookings, found.invitations, found.menu) == ((), (), (), None)


def test_what_is_taken_is_asked_for_anew_and_the_rest_stays_offered(case: EveningCase) -> None:
    next_id = with_next(case)
    take(case, "Ordstyrer")
    take(case, "Lokale")
    found = next(one for one in case.facts.conferences if one.id == next_id)
    assert [(one.role, one.accepted) for one in found.role_holders] == [(RoleName.CHAIR, None)]
    assert [(one.state, one.venue.name if one.venue else "") for one in found.bookings] == [
        (BookingState.NEEDED, "Biblioteket")
    ]
    assert found.near_seats == "på kontoret"
    stands = offers(case)
    assert (stands["Ordstyrer"], stands["Lokale"]) == ("● med igen", "● med igen")
    assert {stands[one] for one in ("Inviteret", "Kortet", "Tolk", "Maden")} == {"○ tilbydes"}
    with pytest.raises(Refused, match="allerede med"):
        take(case, "Ordstyrer")


def test_all_is_taken_by_one_key_and_only_once(case: EveningCase) -> None:
    next_id = with_next(case)
    case.moment += timedelta(days=30)
    assert taken_again.take_all_again(case.session, case.context) == 6
    assert taken_again.take_all_again(case.session, case.context) == 0
    found = next(one for one in case.facts.conferences if one.id == next_id)
    assert [one.person_id for one in found.invitations] == [case.grandmother]
    assert found.menu is not None
    assert (found.menu.dishes, found.menu.chosen_by_child, found.menu.ordered_covers) == ("Tacos", None, None)


def test_somebody_who_is_not_invited_any_more_is_offered_neither_seat_nor_role_nor_booking(case: EveningCase) -> None:
    with_next(case)
    case.session.get_one(Person, case.grandmother).invited = InvitationChoice.NOT_INVITED
    case.session.flush()
    assert offers(case).keys() == {"Kortet", "Lokale", "Maden"}


def test_whom_the_child_chose_last_time_it_has_not_chosen_for_this_time(case: EveningCase) -> None:
    role: dict[str, Value] = {"role": RoleName.SUPPORTER, "person_id": case.grandmother, "child_id": case.child}
    own = {"conference_id": case.conference_id}
    add(case.session, RoleHolder, case.case_id, EVENING, **own, **role, chosen_by=ChosenBy.CHILD, accepted=True)
    case.conference_id = with_next(case)
    taken_again.take_all_again(case.session, case.context)
    assert {(one.role, one.chosen_by) for one in case.conference.role_holders} == {
        (RoleName.CHAIR, None),
        (RoleName.SUPPORTER, None),
    }
    assert not supporter_chosen_by_child(case.facts, case.conference, EVENING).holds


def test_of_two_venues_that_were_asked_the_one_that_said_yes_is_taken_again(case: EveningCase) -> None:
    other = add(case.session, Venue, None, EVENING, name="Hallen")
    own = {"conference_id": case.conference_id}
    asked: dict[str, Value] = {"kind": BookingKind.VENUE, "venue_id": other, "state": BookingState.ASKED}
    add(case.session, Booking, case.case_id, EVENING, **own, **asked)
    case.conference_id = with_next(case)
    taken_again.take_all_again(case.session, case.context)
    assert venues(case) == ["Biblioteket"]


def test_of_two_venues_that_never_answered_one_is_booked_and_the_other_is_not_said_to_be(case: EveningCase) -> None:
    booked = next(one for one in case.conference.bookings if one.kind is BookingKind.VENUE)
    change_field(case.session, Booking, booked.id, "state", BookingState.ASKED, EVENING)
    other = add(case.session, Venue, None, EVENING, name="Hallen")
    own = {"conference_id": case.conference_id}
    asked: dict[str, Value] = {"kind": BookingKind.VENUE, "venue_id": other, "state": BookingState.ASKED}
    add(case.session, Booking, case.case_id, EVENING, **own, **asked)
    case.conference_id = with_next(case)
    taken_again.take_all_again(case.session, case.context)
    shown = [row.cells[1:] for row in section_of(case.context, offered_again.OFFERED).rows if row.cells[0] == "Lokale"]
    assert shown == [(venues(case)[0], "● med igen")]
    assert len(venues(case)) == 1


def test_the_map_is_kept_once_also_where_the_next_conference_is_made_the_same_evening(case: EveningCase) -> None:
    with_next(case)
    take(case, "Kortet")
    assert offers(case)["Kortet"] == "● med igen"


def test_after_one_that_was_stopped_unprepared_the_one_before_it_is_offered_again(case: EveningCase) -> None:
    before = offers_of_next(case)
    steps.stop(case.session, case.conference_id, StopReason.ILLNESS, case.now)
    assert offers_of_next(case) == before


def test_the_list_and_the_method_follow_the_same_plan_past_one_that_was_stopped(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, "- Karen følger Alma i skole", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    case.conference_id = with_next(case)
    steps.stop(case.session, case.conference_id, StopReason.ILLNESS, case.now)
    case.conference_id = with_next(case)
    (row,) = section_of(case.context, follow_up.PROGRESS).rows
    found = progress_noted(case.facts, case.conference, EVENING)
    assert (found.holds, found.subject_id) == (False, row.id.removeprefix("item:"))


def test_the_next_conference_waits_until_this_one_is_over_and_is_made_once(case: EveningCase) -> None:
    change_field(case.session, Conference, case.conference_id, "state", ConferenceState.PLANNED, EVENING)
    with pytest.raises(Refused, match="Afslut"):
        with_next(case)
    change_field(case.session, Conference, case.conference_id, "state", ConferenceState.HELD, EVENING)
    with_next(case)
    with pytest.raises(Refused, match="oprettet"):
        with_next(case)


def test_a_follow_up_before_the_first_is_refused_and_after_a_stop_comes_a_first_again() -> None:
    case = evening_case()
    with pytest.raises(Refused, match="intet at følge op på"):
        add(case.session, Conference, case.case_id, EVENING, number=2, kind=ConferenceKind.FOLLOW_UP)
    steps.stop(case.session, case.conference_id, StopReason.ILLNESS, case.now)
    with_next(case)
    assert [one.kind for one in case.facts.conferences] == [ConferenceKind.FIRST] * 2


def test_meeting_again_before_this_conference_is_refused(case: EveningCase) -> None:
    with pytest.raises(Refused, match="efter denne"):
        change_field(case.session, Conference, case.conference_id, "follow_up_on", date(2027, 1, 20), EVENING)


def test_each_agreement_is_followed_and_a_new_word_takes_the_place_of_the_old(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, "- Karen følger Alma i skole", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    next_id = with_next(case)
    section = section_of(case.context, follow_up.PROGRESS)
    assert section.rows[0].id.startswith("item:")
    item = section.rows[0].id.removeprefix("item:")
    first = follow_up.note_progress(case.session, next_id, item, ProgressState.PARTLY, EVENING)
    assert follow_up.note_progress(case.session, next_id, item, ProgressState.DONE, EVENING) == first
    assert case.session.get_one(Progress, first).state is ProgressState.DONE


def test_a_new_agreement_keeps_the_one_it_builds_on_and_its_course_is_read_across_the_series(case: EveningCase) -> None:
    plan = plan_words.type_plan(case.session, case.conference_id, "- Karen følger Alma i skole\n- Ring", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    first, other = (one.id for one in case.conference.plans[0].items)
    next_id = with_next(case)
    noted = follow_up.note_progress(case.session, next_id, first, ProgressState.CHANGED, EVENING)
    change_field(case.session, Progress, noted, "childs_words", "Nu cykler jeg", EVENING)
    steps.plan_without_meeting(case.session, next_id, case.now)
    carried = agreement_course.carry_on(case.session, next_id, first, EVENING)
    change_field(case.session, PlanItem, carried, "what", "Karen cykler med Alma", EVENING)
    with pytest.raises(Refused, match="allerede ført videre"):
        agreement_course.carry_on(case.session, next_id, first, EVENING)
    told = agreement_course.told(case.context, carried)
    assert says(case, carried) == ["Karen følger Alma i skole", "Karen cykler med Alma"]
    assert [one.when.partition(" · ")[0] for one in told] == ["1. rådslagning", "2. rådslagning"]
    assert told[0].became == ("◐ lavet om · »Nu cykler jeg« · sagt ved 2. rådslagning",)
    assert told[1].became == ("○ ikke fulgt op endnu",)
    assert agreement_course.told(case.context, first) == told
    assert says(case, other) == ["Ring"]


def test_an_agreement_that_is_in_the_new_plan_already_is_said_to_build_on_the_old_one(case: EveningCase) -> None:
    for conference_id, words in ((case.conference_id, "- Karen ringer"), (with_next(case), "- Karen skriver")):
        plan = plan_words.type_plan(case.session, conference_id, words, EVENING)
        plan_words.cut_into_agreements(case.session, plan, EVENING)
    old, new = (one.plans[0].items[0].id for one in case.facts.conferences)
    agreement_course.build_on(case.session, new, old, EVENING)
    assert says(case, new) == ["Karen ringer", "Karen skriver"]


def test_a_plan_without_a_meeting_keeps_its_reason_and_says_so_in_the_series() -> None:
    case = evening_case()
    with pytest.raises(Refused, match="hvorfor"):
        honest_ends.plan_without_meeting(case.session, case.conference_id, " ", case.now)
    case.session.rollback()
    honest_ends.plan_without_meeting(case.session, case.conference_id, "De aftalte det ved bordet", case.now)
    row = section_of(case.context, "series").rows[0]
    assert row.cells[2] == "plan uden møde · De aftalte det ved bordet"


def test_agreements_that_build_on_each_other_in_a_ring_are_each_told_once(case: EveningCase) -> None:
    """As a file that was read in may have them."""
    plan = plan_words.type_plan(case.session, case.conference_id, "- Karen ringer\n- Karen skriver", EVENING)
    plan_words.cut_into_agreements(case.session, plan, EVENING)
    first, second = (one.id for one in case.conference.plans[0].items)
    agreement_course.build_on(case.session, first, second, EVENING)
    agreement_course.build_on(case.session, second, first, EVENING)
    assert says(case, first) == ["Karen ringer", "Karen skriver"]


def test_a_day_that_cannot_be_read_in_a_notice_is_left_out_of_the_series(case: EveningCase) -> None:
    values: dict[str, Value] = {
        "kind": NoticeKind.REMARK,
        "about": "moved:i-gaar",
        "reason": "syg",
        "given_on": EVENING,
    }
    add(case.session, Notice, case.case_id, EVENING, conference_id=case.conference_id, **values)
    assert len(section_of(case.context, "series").rows) == 1
