"""Calendar files, read back by another library: the same moment, neutral, and found again when something is moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Engagement
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.keeping import Change
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.archive.records.practical import Booking, Invitation, Venue
from samordner_tui.casework.change import add, remove
from samordner_tui.casework.facts import case_by_number
from samordner_tui.casework.fields import Value
from samordner_tui.casework.papers import register_papers
from samordner_tui.method.readings import invitees
from samordner_tui.method.terms import (
    Answer,
    BookingKind,
    BookingState,
    ConferenceState,
    ContactForm,
    ContactOutcome,
    InvitationChoice,
    StopReason,
    VenueKind,
)
from samordner_tui.papers.calendar.entries import Entry, calendar_file
from samordner_tui.papers.calendar.files import calendar_files
from samordner_tui.papers.calendar.handed import CalendarFile
from samordner_tui.papers.calendar.zones import RULES
from samordner_tui.papers.device_files import device_files
from tests.papers.cases import IN_PREPARATION, demo, in_case
from tests.tui.world import TODAY

vobject = pytest.importorskip("vobject", reason="the second library; it comes with the test extra")

MADE = datetime(2027, 1, 10, 12, tzinfo=UTC)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with demo(tmp_path) as opened:
        yield opened


def files(archive: Archive, *, with_place: bool = False) -> tuple[CalendarFile, ...]:
    with in_case(archive) as context:
        return calendar_files(context, "da", with_place=with_place)


def texts(archive: Archive, *, with_place: bool = False) -> list[str]:
    with in_case(archive) as context:
        return [one.content(context, MADE).decode() for one in calendar_files(context, "da", with_place=with_place)]


def of_the_conference(archive: Archive) -> tuple[CalendarFile, ...]:
    return tuple(one for one in files(archive) if one.kind == "calendar_conference")


def let_out(archive: Archive) -> tuple[CalendarFile, ...]:
    """Make the files and enter them in the register, as whoever makes them does."""
    with in_case(archive) as context:
        assert context.conference is not None
        made = calendar_files(context, "da")
        bundled = [
            one for kind in sorted({one.kind for one in made}) for one in device_files(context, kind, "da", MADE)
        ]
        conference_id, case_id = context.conference.id, context.case_id
    with archive.writing("Papirer lavet", case_id, kind="fixed") as session:
        makings = [one.making for one in bundled]
        register_papers(session, case_id, conference_id, makings, archive.clock(), TODAY, TODAY)
    return made


def of_the_kind(made: tuple[CalendarFile, ...], kind: str) -> tuple[CalendarFile, ...]:
    return tuple(one for one in made if one.kind == kind)


def take_the_conference_away(archive: Archive) -> None:
    with in_case(archive) as context:
        assert context.conference is not None
        conference_id, case_id = context.conference.id, context.case_id
    with archive.writing("Taget væk", case_id) as session:
        remove(session, Conference, conference_id, TODAY)


def uninvite_the_first(archive: Archive) -> str:
    with in_case(archive) as context:
        case_id, person = context.case_id, invitees(context.facts)[0].id
    with archive.writing("Ikke inviteret", case_id) as session:
        session.get_one(Person, person).invited = InvitationChoice.NOT_INVITED
    return person


def sequences(made: tuple[CalendarFile, ...]) -> dict[str, int]:
    return {entry.uid: entry.sequence for one in made for entry in one.entries}


def conference(archive: Archive, **values: object) -> None:
    with in_case(archive) as context:
        assert context.conference is not None
        conference_id, case_id = context.conference.id, context.case_id
    with archive.writing("Dagen", case_id=case_id) as session:
        row = session.get_one(Conference, conference_id)
        for name, value in values.items():
            setattr(row, name, value)


def read_back(moment: datetime, zone: ZoneInfo) -> datetime:
    text = calendar_file([Entry("u", 0, "Møde", moment, moment + timedelta(hours=1))], zone, MADE).decode()
    found = vobject.readOne(text).vevent.dtstart.value
    assert isinstance(found, datetime)
    return found


@pytest.mark.parametrize("zone", sorted(RULES))
def test_a_moment_is_the_same_when_another_program_reads_it_in_summer_in_winter_and_around_both_changes(
    zone: str,
) -> None:
    noon = [datetime(year, month, 15, 11, tzinfo=UTC) for year in (2026, 2031) for month in (1, 4, 7, 11)]
    changes = [datetime(2027, 3, 27, 12, tzinfo=UTC), datetime(2027, 10, 30, 12, tzinfo=UTC)]
    around = [day + timedelta(hours=hour) for day in changes for hour in range(26)]
    for moment in [*noon, *around]:
        assert read_back(moment, ZoneInfo(zone)) == moment


@pytest.mark.parametrize("zone", sorted(RULES))
def test_a_file_brings_the_rules_of_its_zone_with_it(zone: str) -> None:
    moment = datetime(2027, 1, 21, 16, tzinfo=UTC)
    text = calendar_file([Entry("u", 0, "Møde", moment)], ZoneInfo(zone), MADE).decode()
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert f"DTSTART;TZID={zone}:" in text
    assert text.count("RRULE:FREQ=YEARLY") == 2


def test_in_a_zone_without_rules_here_a_moment_is_given_in_utc() -> None:
    moment = datetime(2027, 7, 21, 16, tzinfo=UTC)
    text = calendar_file([Entry("u", 0, "Møde", moment)], ZoneInfo("Asia/Kathmandu"), MADE).decode()
    assert "DTSTART:20270721T160000Z" in text
    assert "VTIMEZONE" not in text


def test_each_who_comes_has_a_file_with_one_neutral_entry_and_nobody_else_in_it(archive: Archive) -> None:
    with in_case(archive) as context:
        names = [*(one.name for one in context.facts.people), *(one.name for one in context.facts.authorities)]
        words = [one.text for one in context.facts.statements]
        made = [one for one in calendar_files(context, "da") if one.kind == "calendar_conference"]
        invited = invitees(context.facts)
        texts = [one.content(context, MADE).decode() for one in made]
    assert {one.id for one in invited} <= {one.to.id for one in made}
    for text in texts:
        event = vobject.readOne(text).vevent
        assert str(event.summary.value).startswith("Møde")
        assert getattr(event, "class").value == "PRIVATE"
        assert not any(name in text for name in [*names, *words])
        assert "ATTENDEE" not in text
        assert "ORGANIZER" not in text
        assert "LOCATION" not in text
    assert all("METHOD:PUBLISH" in text for text in texts)
    assert len({one.entries[0].uid for one in made}) == len(made)


def test_the_samordner_and_the_initiativtager_have_a_file_too(archive: Archive) -> None:
    first, second = of_the_conference(archive)[:2]
    assert (first.to.id, first.to.label) == ("", "Gerda Holm")
    assert second.to.label == "Birgitte Holm"


def test_a_place_stands_in_it_only_where_it_is_wanted(archive: Archive) -> None:
    assert not any("Bibliotek" in text for text in texts(archive))
    assert any("LOCATION:Fjordby Bibliotek" in text for text in texts(archive, with_place=True))


def test_a_file_name_holds_the_case_number_and_no_name(archive: Archive) -> None:
    made = files(archive)
    assert made[3].name(IN_PREPARATION) == "2027-03-calendar-conference-04.ics"
    assert len({one.name(IN_PREPARATION) for one in made}) == len(made)


def test_a_file_made_twice_says_the_same(archive: Archive) -> None:
    assert texts(archive) == texts(archive)


def test_a_conference_that_is_moved_keeps_its_id_and_counts_up(archive: Archive) -> None:
    let_out(archive)
    before = sequences(of_the_conference(archive))
    conference(archive, starts_at=datetime(2027, 1, 22, 16, tzinfo=UTC))
    once = sequences(of_the_conference(archive))
    conference(archive, starts_at=datetime(2027, 1, 21, 16, tzinfo=UTC))
    twice = sequences(of_the_conference(archive))
    assert before.keys() == once.keys() == twice.keys()
    assert set(before.values()) == {0}
    assert all(before[uid] < once[uid] < twice[uid] for uid in before)


def test_a_conference_of_which_something_else_is_changed_does_not_count_up(archive: Archive) -> None:
    before = sequences(of_the_conference(archive))
    conference(archive, near_seats="I køkkenet")
    assert sequences(of_the_conference(archive)) == before


def test_a_conference_that_is_called_off_takes_its_entry_away_from_those_who_got_it(archive: Archive) -> None:
    before = sequences(of_the_kind(let_out(archive), "calendar_conference"))
    conference(archive, state=ConferenceState.STOPPED, stop_reason=StopReason.FAMILY_SAID_STOP)
    made = of_the_conference(archive)
    with in_case(archive) as context:
        text = made[1].content(context, MADE).decode()
    assert "METHOD:CANCEL" in text
    event = vobject.readOne(text).vevent
    assert event.status.value == "CANCELLED"
    assert before[event.uid.value] < int(event.sequence.value)
    assert made[1].name(IN_PREPARATION) == "2027-03-calendar-conference-cancel-02.ics"
    assert len(made) == len(before)


def test_a_conference_that_is_called_off_before_anyone_got_a_file_makes_none(archive: Archive) -> None:
    conference(archive, state=ConferenceState.STOPPED, stop_reason=StopReason.FAMILY_SAID_STOP)
    assert of_the_conference(archive) == ()


def test_a_conference_that_is_taken_up_again_counts_over_the_file_that_called_it_off(archive: Archive) -> None:
    let_out(archive)
    conference(archive, state=ConferenceState.STOPPED, stop_reason=StopReason.FAMILY_SAID_STOP)
    off = sequences(of_the_kind(let_out(archive), "calendar_conference"))
    conference(archive, state=ConferenceState.PLANNED, stop_reason=None)
    made = of_the_conference(archive)
    again = sequences(made)
    assert not any(one.called_off for one in made)
    assert again.keys() == off.keys()
    assert all(again[uid] > off[uid] for uid in off)


def test_a_conference_that_has_no_day_any_more_is_taken_out_with_the_day_it_had(archive: Archive) -> None:
    before = of_the_kind(let_out(archive), "calendar_conference")
    conference(archive, starts_at=None, ends_at=None)
    made = of_the_conference(archive)
    assert all(one.called_off for one in made)
    assert [one.entries[0].starts for one in made] == [one.entries[0].starts for one in before]
    assert {one.to.id for one in made} == {one.to.id for one in before}


def test_a_conference_that_is_taken_away_is_taken_out_of_every_calendar(archive: Archive) -> None:
    before = sequences(of_the_kind(let_out(archive), "calendar_conference"))
    take_the_conference_away(archive)
    made = of_the_conference(archive)
    assert all(one.called_off for one in made)
    assert sequences(made).keys() == before.keys()


def test_whoever_got_a_file_and_is_not_to_come_after_all_is_told_of_the_day_they_knew_and_no_more(
    archive: Archive,
) -> None:
    before = let_out(archive)
    person = uninvite_the_first(archive)
    let_out(archive)
    conference(archive, starts_at=datetime(2027, 1, 22, 16, tzinfo=UTC))
    with in_case(archive) as context:
        (made,) = [one for one in calendar_files(context, "da", with_place=True) if one.to.id == person]
        text = made.content(context, MADE).decode()
    (known,) = [one for one in before if one.to.id == person]
    assert made.called_off
    assert made.entries[0].starts == known.entries[0].starts
    assert made.entries[0].uid == known.entries[0].uid
    assert made.entries[0].sequence > known.entries[0].sequence
    assert "LOCATION" not in text
    assert not any(one.called_off for one in of_the_conference(archive) if one.to.id != person)


def test_whoever_is_not_to_come_and_got_no_file_gets_none(archive: Archive) -> None:
    person = uninvite_the_first(archive)
    assert person not in {one.to.id for one in of_the_conference(archive)}


def test_a_number_never_falls_when_the_journal_is_emptied(archive: Archive) -> None:
    let_out(archive)
    conference(archive, starts_at=datetime(2027, 1, 22, 16, tzinfo=UTC))
    moved = sequences(of_the_kind(let_out(archive), "calendar_conference"))
    with archive.writing("Tømt") as session:
        session.execute(delete(Change))
    conference(archive, starts_at=datetime(2027, 1, 23, 16, tzinfo=UTC))
    after = sequences(of_the_conference(archive))
    assert after.keys() == moved.keys()
    assert all(after[uid] > moved[uid] for uid in moved)


def visit(archive: Archive, **values: Value) -> str:
    with archive.writing("Besøg") as session:
        case_id = case_by_number(session, IN_PREPARATION)
        planned = datetime(2027, 1, 12, 16, tzinfo=UTC)
        return add(session, Contact, case_id, TODAY, planned_at=planned, place="Hos Karen", **values)


def test_visits_stand_in_the_samordners_own_file_and_say_only_that_there_is_something(archive: Archive) -> None:
    visit(archive)
    (made,) = [one for one in files(archive) if one.kind == "calendar_visits"]
    with in_case(archive) as context:
        text = made.content(context, MADE).decode()
    assert [one.summary.value for one in vobject.readOne(text).vevent_list] == [f"Aftale, sag {IN_PREPARATION}"]
    assert "Karen" not in text


def told_of_visits(archive: Archive) -> list[tuple[bool, list[int]]]:
    found = of_the_kind(files(archive), "calendar_visits")
    return [(one.called_off, [entry.sequence for entry in one.entries]) for one in found]


@pytest.mark.parametrize("outcome", [ContactOutcome.DECLINED, ContactOutcome.CALLED_OFF])
def test_a_visit_that_is_held_is_not_put_in_again_and_one_that_was_declined_or_called_off_is_taken_out(
    archive: Archive, outcome: ContactOutcome
) -> None:
    visit(archive, outcome=ContactOutcome.MADE, held_on=date(2027, 1, 9))
    fell_away = visit(archive)
    let_out(archive)
    with archive.writing("Det bliver ikke til noget") as session:
        session.get_one(Contact, fell_away).outcome = outcome
    assert told_of_visits(archive) == [(True, [3])]


def test_a_visit_that_was_declined_before_it_stood_in_a_file_is_not_told_of(archive: Archive) -> None:
    visit(archive, outcome=ContactOutcome.DECLINED)
    assert told_of_visits(archive) == []


@pytest.mark.parametrize("how", ["taken away", "no day"])
def test_a_visit_that_is_taken_away_or_has_no_day_any_more_is_taken_out_once_it_stood_in_a_file(
    archive: Archive, how: str
) -> None:
    gone = visit(archive)
    (before,) = of_the_kind(let_out(archive), "calendar_visits")
    unsaid = visit(archive)
    with archive.writing("Væk") as session:
        for one in (gone, unsaid):
            if how == "taken away":
                remove(session, Contact, one, TODAY)
            else:
                session.get_one(Contact, one).planned_at = None
    (made,) = of_the_kind(files(archive), "calendar_visits")
    assert made.called_off
    assert [(one.uid, one.starts) for one in made.entries] == [(one.uid, one.starts) for one in before.entries]
    assert made.entries[0].sequence > before.entries[0].sequence


def test_a_visit_that_comes_back_by_undoing_counts_over_the_file_that_took_it_out(archive: Archive) -> None:
    gone = visit(archive)
    let_out(archive)
    with in_case(archive) as context:
        case_id = context.case_id
    with archive.writing("Væk", case_id) as session:
        remove(session, Contact, gone, TODAY)
    (off,) = of_the_kind(files(archive), "calendar_visits")
    assert archive.undo(case_id) == "Væk"
    (back,) = of_the_kind(files(archive), "calendar_visits")
    assert (off.called_off, back.called_off) == (True, False)
    assert back.entries[0].uid == off.entries[0].uid
    assert back.entries[0].sequence > off.entries[0].sequence


def test_the_place_of_a_visit_at_home_stands_in_no_calendar(archive: Archive) -> None:
    visit(archive, form=ContactForm.HOME)
    visit(archive, form=ContactForm.CAFE)
    (made,) = of_the_kind(files(archive, with_place=True), "calendar_visits")
    assert sorted(one.place for one in made.entries) == ["", "Hos Karen"]


def test_deadlines_are_whole_days_that_are_reminded_of_the_day_before(archive: Archive) -> None:
    (made,) = [one for one in files(archive) if one.kind == "calendar_deadlines"]
    with in_case(archive) as context:
        text = made.content(context, MADE).decode()
    events = vobject.readOne(text).vevent_list
    assert events
    for event in events:
        assert type(event.dtstart.value) is date
        assert event.dtstart.value >= TODAY
        assert event.valarm.trigger.value == timedelta(hours=-15)
        assert re.fullmatch(rf"Frist \d+, sag {IN_PREPARATION}", event.summary.value)
    assert len({event.summary.value for event in events}) == len(events)


def test_deadlines_move_with_the_day_they_are_counted_from(archive: Archive) -> None:
    (before,) = [one for one in let_out(archive) if one.kind == "calendar_deadlines"]
    conference(archive, starts_at=datetime(2027, 1, 28, 16, tzinfo=UTC))
    (after,) = [one for one in files(archive) if one.kind == "calendar_deadlines"]
    old, new = ({entry.uid: entry for entry in one.entries} for one in (before, after))
    moved = [uid for uid in old.keys() & new.keys() if old[uid].starts != new[uid].starts]
    assert moved
    assert all(new[uid].sequence > old[uid].sequence for uid in moved)


def test_deadlines_counted_from_a_conference_that_is_called_off_go_with_it(archive: Archive) -> None:
    with archive.writing("Slettes") as session:
        case_id = case_by_number(session, IN_PREPARATION)
        row = next(one for one in session.query(Engagement) if one.case_id == case_id)
        row.delete_by = date(2027, 9, 1)
    let_out(archive)
    conference(archive, state=ConferenceState.STOPPED, stop_reason=StopReason.FAMILY_SAID_STOP)
    made = [one for one in files(archive) if one.kind == "calendar_deadlines"]
    assert [one.called_off for one in made] == [False, True]


def test_a_deadline_that_is_moved_behind_today_is_taken_out(archive: Archive) -> None:
    (before,) = of_the_kind(let_out(archive), "calendar_deadlines")
    conference(archive, starts_at=datetime(2027, 1, 12, 16, tzinfo=UTC))
    standing, off = of_the_kind(files(archive), "calendar_deadlines")
    assert off.called_off
    assert {one.uid for one in off.entries} | {one.uid for one in standing.entries} == {
        one.uid for one in before.entries
    }


def test_deadlines_of_a_conference_that_is_taken_away_are_taken_out(archive: Archive) -> None:
    (before,) = of_the_kind(let_out(archive), "calendar_deadlines")
    take_the_conference_away(archive)
    made = of_the_kind(files(archive), "calendar_deadlines")
    off = {entry.uid for one in made if one.called_off for entry in one.entries}
    assert off
    assert off <= {entry.uid for entry in before.entries}


def the_booking(archive: Archive, **values: object) -> None:
    with in_case(archive) as context:
        assert context.conference is not None
        conference_id, case_id = context.conference.id, context.case_id
    with archive.writing("Lokale", case_id) as session:
        wanted = select(Booking).where(Booking.conference_id == conference_id, Booking.kind == BookingKind.VENUE)
        for row in session.scalars(wanted):
            for name, value in values.items():
                setattr(row, name, value)


def another_venue(archive: Archive, kind: VenueKind = VenueKind.VILLAGE_HALL) -> str:
    with archive.writing("Lokale") as session:
        venue = Venue(name="Forsamlingshuset", address="Engvej 1", kind=kind)
        session.add(venue)
        session.flush()
        return venue.id


def move_to_another(archive: Archive) -> None:
    venue = another_venue(archive)
    with in_case(archive) as context:
        assert context.conference is not None
        conference_id, case_id = context.conference.id, context.case_id
    the_booking(archive, state=BookingState.CANCELLED)
    with archive.writing("Et andet lokale", case_id) as session:
        row = Booking(case_id=case_id, conference_id=conference_id, kind=BookingKind.VENUE, venue_id=venue)
        row.state = BookingState.CONFIRMED
        session.add(row)


def change_its_address(archive: Archive) -> None:
    with archive.writing("Lokale") as session:
        for row in session.scalars(select(Venue)):
            row.address = "Engvej 7"


@pytest.mark.parametrize(
    "change",
    [
        move_to_another,
        change_its_address,
        lambda archive: the_booking(archive, venue_id=another_venue(archive)),
        lambda archive: the_booking(archive, state=BookingState.CANCELLED),
    ],
    ids=["another is booked", "its address", "its venue", "called off"],
)
def test_another_place_counts_up(archive: Archive, change: Callable[[Archive], None]) -> None:
    the_booking(archive, state=BookingState.CONFIRMED)
    let_out(archive)
    before = {one.to.id: one.entries[0] for one in files(archive, with_place=True) if "conference" in one.kind}
    change(archive)
    after = {one.to.id: one.entries[0] for one in files(archive, with_place=True) if "conference" in one.kind}
    assert before.keys() == after.keys()
    assert all(before[to].place != after[to].place for to in before)
    assert all(before[to].sequence < after[to].sequence for to in before)


@pytest.mark.parametrize(
    "how",
    [
        {"state": BookingState.ASKED},
        {"starts_at": datetime(2027, 1, 25, 16, tzinfo=UTC)},
        {"venue_id": VenueKind.FAMILY_HOME},
        {"venue_id": VenueKind.NETWORK_HOME},
    ],
    ids=["only asked", "another day", "the family's home", "a home of the network"],
)
def test_a_place_that_is_not_confirmed_for_the_day_or_is_a_home_stands_in_no_calendar(
    archive: Archive, how: dict[str, object]
) -> None:
    kind = how.get("venue_id")
    if isinstance(kind, VenueKind):
        how = {"venue_id": another_venue(archive, kind)}
    the_booking(archive, **{"state": BookingState.CONFIRMED, **how})
    assert not any("LOCATION" in one for one in texts(archive, with_place=True))


def says_no(archive: Archive) -> str:
    with in_case(archive) as context:
        assert context.conference is not None
        person, conference_id, case_id = invitees(context.facts)[0].id, context.conference.id, context.case_id
    with archive.writing("Svar", case_id) as session:
        wanted = select(Invitation).where(Invitation.conference_id == conference_id, Invitation.person_id == person)
        row = session.scalar(wanted)
        if row is None:
            row = Invitation(case_id=case_id, conference_id=conference_id, person_id=person)
            session.add(row)
        row.answer = Answer.NO
    return person


def test_whoever_has_said_no_gets_no_calendar_file(archive: Archive) -> None:
    person = says_no(archive)
    assert person not in {one.to.id for one in of_the_conference(archive)}


def test_whoever_says_no_after_a_file_went_out_has_it_taken_out_again(archive: Archive) -> None:
    before = {one.to.id: one.entries[0] for one in let_out(archive) if one.kind == "calendar_conference"}
    person = says_no(archive)
    (off,) = [one for one in of_the_conference(archive) if one.to.id == person]
    assert off.called_off
    assert off.entries[0].uid == before[person].uid
    assert off.entries[0].sequence > before[person].sequence
