"""Who is visited next and when: ring by ring, a town in one trip, evenings that are free until all must be visited."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from samordner_tui.archive.records.network import Contact
from samordner_tui.casework import visits
from samordner_tui.casework.assignment import open_case
from samordner_tui.casework.free_evenings import evening_of, free_evenings, taken_days
from samordner_tui.casework.next_visits import asked_about, known_homes, next_visits, town_of
from samordner_tui.method.definition import method
from samordner_tui.method.schedule import due_dates
from samordner_tui.method.terms import ContactOutcome, StageId
from tests.casework.prepared_case import COPENHAGEN, TODAY, PreparedCase


def order(case: PreparedCase) -> list[tuple[str, str]]:
    """Names and reasons, in the order they are to be visited."""
    homes = known_homes(case.session, case.case_id)
    return [(one.person.name, one.reason) for one in next_visits(case.facts, homes, TODAY)]


def tried(case: PreparedCase, person_id: str, day: date) -> None:
    """Somebody did not answer."""
    visit = visits.plan_visit(case.session, case.case_id, [person_id], TODAY)
    visits.record(case.session, visit, TODAY, {"outcome": ContactOutcome.TRIED, "held_on": day})


def test_those_closest_come_first_and_whoever_has_no_ring_last(case: PreparedCase) -> None:
    for name, ring in (("Tove", 3), ("Per", None), ("Karen", 1)):
        case.person(name, ring=ring)
    assert order(case) == [
        ("Karen", "er i ring 1, ikke spurgt endnu"),
        ("Tove", "er i ring 3, ikke spurgt endnu"),
        ("Per", "har ingen ring endnu, ikke spurgt endnu"),
    ]


def test_of_those_who_did_not_answer_the_one_tried_longest_ago_comes_first(case: PreparedCase) -> None:
    case.open_network()
    lars, ulla = case.person("Lars", ring=2), case.person("Ulla", ring=2)
    case.person("Bo", ring=2)
    tried(case, lars, date(2027, 1, 8))
    tried(case, ulla, date(2027, 1, 4))
    told = [one for one in order(case) if one[0] != "Mette"]
    assert told == [
        ("Bo", "er i ring 2, ikke spurgt endnu"),
        ("Ulla", "er i ring 2, svarede ikke 4. jan."),
        ("Lars", "er i ring 2, svarede ikke 8. jan."),
    ]


def test_those_of_one_town_are_one_trip_and_those_of_one_home_one_visit(case: PreparedCase) -> None:
    case.person("Karen", ring=1, address="Strandvej 1, 7800 Skive")
    case.person("Bo", ring=2, address="Skolegade 3, 8600 Silkeborg")
    case.person("Tove", ring=3, address="Banken 4, 7800 SKIVE")
    case.person("Per", ring=3, address="strandvej 1, 7800 Skive")
    assert order(case) == [
        ("Karen", "er i ring 1, ikke spurgt endnu"),
        ("Tove", "bor også i SKIVE: samme tur som Karen"),
        ("Per", "bor samme sted som Karen: ét besøg"),
        ("Bo", "er i ring 2, ikke spurgt endnu"),
    ]


def test_a_secret_address_makes_no_trip_for_it_would_tell_the_town(case: PreparedCase) -> None:
    case.person("Karen", ring=1, address="Strandvej 1, 7800 Skive")
    case.person("Bo", ring=2)
    case.person("Tove", ring=3, address="Banken 4, 7800 Skive", address_secret=True)
    assert [name for name, _reason in order(case)] == ["Karen", "Bo", "Tove"]
    assert "Skive" not in str(order(case))


def test_whoever_has_a_time_waits_no_longer_until_the_day_has_come(case: PreparedCase) -> None:
    case.open_network()
    karen, tove = case.person("Karen", ring=1), case.person("Tove", ring=2)
    at = datetime.combine(TODAY + timedelta(days=1), time(17), tzinfo=UTC)
    visits.plan_visit(case.session, case.case_id, [karen], TODAY, planned_at=at)
    assert "Karen" not in dict(order(case))
    assert asked_about(case.facts, TODAY) == tove
    assert asked_about(case.facts, TODAY + timedelta(days=1)) == karen


def test_who_is_next_stands_above_the_visits(case: PreparedCase) -> None:
    case.person("Karen", ring=1)
    assert case.section(StageId.NETWORK, "contacts").note == "Næste: Karen er i ring 1, ikke spurgt endnu"


def test_an_evening_is_free_where_no_case_has_a_visit_or_a_conference_on_it(case: PreparedCase) -> None:
    case.open_network()
    case.on_the_day(datetime(2027, 1, 14, 17, tzinfo=COPENHAGEN))
    karen = case.person("Karen")
    visits.plan_visit(
        case.session, case.case_id, [karen], TODAY, planned_at=datetime(2027, 1, 12, 9, tzinfo=COPENHAGEN)
    )
    other = open_case(case.session, "2027-04", "Emil", TODAY)
    held: dict[str, object] = {"outcome": ContactOutcome.TRIED}
    for moment, more in ((datetime(2027, 1, 13, 18, tzinfo=UTC), {}), (datetime(2027, 1, 11, 18, tzinfo=UTC), held)):
        case.session.add(Contact(case_id=other, noted_on=TODAY, planned_at=moment, **more))
    case.session.flush()
    taken = taken_days(case.session, COPENHAGEN)
    assert free_evenings(taken, TODAY, date(2027, 1, 16)) == (
        date(2027, 1, 11),
        date(2027, 1, 15),
        date(2027, 1, 16),
    )


def test_no_evening_is_offered_after_all_must_be_visited(case: PreparedCase) -> None:
    case.on_the_day()
    until = due_dates(case.facts, case.conference, method())["network_visited"]
    assert until == date(2027, 1, 14)
    assert free_evenings((), TODAY, until)[-1] == until
    assert free_evenings((), until, until) == ()


def test_seven_evenings_are_offered_at_most_also_while_no_day_is_set() -> None:
    assert len(free_evenings((), TODAY, None)) == 7
    assert len(free_evenings([TODAY + timedelta(days=1)], TODAY, None)) == 7


def test_an_evening_begins_at_five_where_the_archive_is_at_home() -> None:
    assert evening_of(date(2027, 7, 1), COPENHAGEN) == datetime(2027, 7, 1, 15, tzinfo=UTC)


def test_the_town_of_an_address() -> None:
    towns = {"Strandvej 1, 7800 Skive": "Skive", "Hovedgaden 2, Vinderup": "Vinderup", "Strandvej 1": "", "": ""}
    assert {address: town_of(address) for address in towns} == towns
