"""Visits: those closest to the child first; a visit is made when method and responsibility are explained."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from samordner_tui.archive.records.after import TimeEntry
from samordner_tui.archive.records.network import Contact
from samordner_tui.casework import visits
from samordner_tui.casework.account import account_of
from samordner_tui.casework.reasons import NeedsReason, keep_reason
from samordner_tui.method.terms import ContactForm, ContactKind, ContactOutcome, PersonKind, StageId
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import THE_DAY, TODAY, PreparedCase


def besoegt(case: PreparedCase, person_id: str) -> str:
    """What stands of a person under *Besøgt*."""
    return next(row.cells[3] for row in case.section(StageId.NETWORK, "people").rows if row.id == person_id)


def test_those_closest_to_the_child_are_visited_first(case: PreparedCase) -> None:
    case.person("Tove", ring=3)
    case.person("Inge", ring=1)
    case.person("Ulla", kind=PersonKind.PROFESSIONAL)
    case.person("Kurt", invite=False)
    assert [one.name for one in visits.next_to_visit(case.facts)] == ["Inge", "Tove"]


def test_a_visit_with_two_people_counts_for_both(case: PreparedCase) -> None:
    case.open_network()
    karen, per = case.person("Karen"), case.person("Per")
    visit = visits.plan_visit(case.session, case.case_id, [karen, per], TODAY)
    visits.record(
        case.session,
        visit,
        TODAY,
        {"outcome": ContactOutcome.MADE, "method_explained": True, "responsibility_explained": True},
    )
    assert (besoegt(case, karen), besoegt(case, per)) == ("● 10. jan.", "● 10. jan.")


def test_a_visit_where_the_responsibility_is_not_explained_is_not_a_visit_yet(case: PreparedCase) -> None:
    case.open_network()
    karen = case.person("Karen")
    visit = visits.plan_visit(case.session, case.case_id, [karen], TODAY)
    visits.record(case.session, visit, TODAY, {"outcome": ContactOutcome.MADE, "method_explained": True})
    assert besoegt(case, karen) == "◐ forklar mere"


@pytest.mark.parametrize(
    ("outcome", "shown"),
    [
        (ContactOutcome.INFORMED_OTHERWISE, "● på anden måde"),
        (ContactOutcome.DECLINED, "● ønsker ikke besøg"),
        (ContactOutcome.TRIED, "◐ prøvet"),
    ],
)
def test_who_could_not_be_visited_is_settled_in_another_way(
    case: PreparedCase, outcome: ContactOutcome, shown: str
) -> None:
    case.open_network()
    lars = case.person("Lars")
    visit = visits.plan_visit(case.session, case.case_id, [lars], TODAY)
    visits.record(case.session, visit, TODAY, {"outcome": outcome})
    assert besoegt(case, lars) == shown


def test_a_planned_visit_shows_its_day(case: PreparedCase) -> None:
    case.open_network()
    inge = case.person("Inge")
    visits.plan_visit(case.session, case.case_id, [inge], TODAY, planned_at=THE_DAY - timedelta(days=7))
    assert besoegt(case, inge) == "◐ aftalt 14. jan."


def test_who_took_part_in_a_visit_can_be_changed(case: PreparedCase) -> None:
    case.open_network()
    karen, per = case.person("Karen"), case.person("Per")
    visit = visits.plan_visit(case.session, case.case_id, [karen], TODAY)
    visits.set_people(case.session, visit, [per], TODAY)
    assert case.facts.contacts[0].people == (per,)


def test_a_visit_is_with_somebody(case: PreparedCase) -> None:
    with pytest.raises(Refused, match="hvem du vil besøge"):
        visits.plan_visit(case.session, case.case_id, [], TODAY)


def test_minutes_and_kilometres_stand_on_the_visit_and_are_counted_once(case: PreparedCase) -> None:
    case.open_network()
    visit = visits.plan_visit(case.session, case.case_id, [case.person("Karen")], TODAY)
    visits.record(
        case.session,
        visit,
        TODAY,
        {
            "outcome": ContactOutcome.MADE,
            "minutes": 75,
            "kilometres": Decimal("12.5"),
            "form": ContactForm.HOME,
        },
    )
    account = account_of(case.session, case.case_id)
    assert (account.minutes, account.kilometres) == (75, Decimal("12.5"))
    assert case.facts.time_minutes == 75
    assert case.session.query(TimeEntry).count() == 0


def test_what_a_talk_is_follows_from_who_it_is_with(case: PreparedCase) -> None:
    case.child()
    mette = case.parent()
    inge, ulla = case.person("Inge"), case.person("Ulla", kind=PersonKind.PROFESSIONAL)
    kinds = [visits.kind_of_talk(case.facts, one) for one in (case.facts.children[0].person_id, mette, inge, ulla)]
    assert kinds == [
        ContactKind.CHILD_TALK,
        ContactKind.PARENT_TALK,
        ContactKind.NETWORK_VISIT,
        ContactKind.INFORMANT_TALK,
    ]


def test_a_visit_to_a_parent_and_others_is_a_visit_to_the_network(case: PreparedCase) -> None:
    case.child()
    mette, inge = case.parent(), case.person("Inge")
    assert visits.kind_of_talks(case.facts, (mette,)) is ContactKind.PARENT_TALK
    assert visits.kind_of_talks(case.facts, (mette, inge)) is ContactKind.NETWORK_VISIT
    child = case.facts.children[0].person_id
    assert visits.kind_of_talks(case.facts, (mette, child)) is ContactKind.CHILD_TALK


def test_a_visit_before_consent_is_named_and_asks_for_a_reason(case: PreparedCase) -> None:
    case.child()
    case.parent()
    case.safe()
    with pytest.raises(NeedsReason, match="Mette har ikke svaret") as asked:
        case.add(Contact, kind=ContactKind.NETWORK_VISIT)
    assert asked.value.about == ("gate:network_contact/consent",)


def test_with_a_reason_the_visit_is_planned_and_the_reason_is_kept(case: PreparedCase) -> None:
    case.child()
    case.parent()
    case.safe()
    with pytest.raises(NeedsReason) as asked:
        case.add(Contact, kind=ContactKind.NETWORK_VISIT)
    (about,) = asked.value.about
    keep_reason(case.session, case.case_id, about, "Mette er på rejse", TODAY, case.conference.id)
    case.add(Contact, kind=ContactKind.NETWORK_VISIT)
    assert [one.reason for one in case.facts.notices] == ["Mette er på rejse"]


def test_a_talk_with_the_child_asks_for_consent_to_the_talk(case: PreparedCase) -> None:
    case.child()
    case.parent()
    with pytest.raises(NeedsReason):
        case.add(Contact, kind=ContactKind.CHILD_TALK)


def test_a_meeting_with_the_initiativtager_waits_for_nothing(case: PreparedCase) -> None:
    case.add(Contact, kind=ContactKind.INITIATOR_MEETING)


def test_no_reason_takes_the_place_of_asking_about_safety(case: PreparedCase) -> None:
    case.child()
    case.consent(case.parent())
    with pytest.raises(Refused, match="Det skal være på plads") as refused:
        case.add(Contact, kind=ContactKind.NETWORK_VISIT)
    assert not isinstance(refused.value, NeedsReason)
