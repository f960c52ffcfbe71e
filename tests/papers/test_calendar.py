"""Calendar files, read back by another library: the same moment, neutral, and found again when something is moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Engagement
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.archive.records.practical import Invitation
from samordner_tui.casework.change import add
from samordner_tui.casework.facts import case_by_number
from samordner_tui.casework.fields import Value
from samordner_tui.method.readings import invitees
from samordner_tui.method.terms import ConferenceState, ContactOutcome, InvitationChoice, StopReason
from samordner_tui.papers.calendar.entries import Entry, calendar_file
from samordner_tui.papers.calendar.files import CalendarFile, calendar_files
from samordner_tui.papers.calendar.zones import RULES
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
    before = sequences(of_the_conference(archive))
    conference(archive, starts_at=datetime(2027, 1, 22, 16, tzinfo=UTC))
    once = sequences(of_the_conference(archive))
    conference(archive, starts_at=datetime(2027, 1, 21, 16, tzinfo=UTC))
    twice = sequences(of_the_conference(archive))
    assert before.keys() == once.keys() == twice.keys()
    assert all(before[uid] < once[uid] < twice[uid] for uid in before)


def test_a_conference_of_which_something_else_is_changed_does_not_count_up(archive: Archive) -> None:
    before = sequences(of_the_conference(archive))
    conference(archive, near_seats="I køkkenet")
    assert sequences(of_the_conference(archive)) == before


def test_a_conference_that_is_called_off_takes_its_entry_away(archive: Archive) -> None:
    before = sequences(of_the_conference(archive))
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


def test_whoever_was_sent_an_invitation_and_is_not_to_come_after_all_is_told_that_it_is_off(archive: Archive) -> None:
    with in_case(archive) as context:
        assert context.conference is not None
        conference_id, case_id = context.conference.id, context.case_id
        sent, unsent = (one.id for one in invitees(context.facts)[:2])
    with archive.writing("Ikke inviteret", case_id=case_id) as session:
        for person, day in ((sent, TODAY), (unsent, None)):
            values: dict[str, Value] = {"conference_id": conference_id, "person_id": person, "sent_on": day}
            add(session, Invitation, case_id, TODAY, **values)
            session.get_one(Person, person).invited = InvitationChoice.NOT_INVITED
    theirs = [one for one in of_the_conference(archive) if one.to.id == sent]
    assert [one.called_off for one in theirs] == [True]
    assert unsent not in {one.to.id for one in of_the_conference(archive)}


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


def test_a_visit_that_is_held_is_not_put_in_again_and_one_that_was_declined_is_taken_out(archive: Archive) -> None:
    visit(archive, outcome=ContactOutcome.MADE, held_on=date(2027, 1, 9))
    declined = visit(archive)
    with archive.writing("Afslået") as session:
        session.get_one(Contact, declined).outcome = ContactOutcome.DECLINED
    (made,) = [one for one in files(archive) if one.kind == "calendar_visits"]
    assert made.called_off
    assert [one.sequence for one in made.entries] == [1]


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
        assert event.summary.value == f"Frist, sag {IN_PREPARATION}"


def test_deadlines_move_with_the_day_they_are_counted_from(archive: Archive) -> None:
    (before,) = [one for one in files(archive) if one.kind == "calendar_deadlines"]
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
    conference(archive, state=ConferenceState.STOPPED, stop_reason=StopReason.FAMILY_SAID_STOP)
    made = [one for one in files(archive) if one.kind == "calendar_deadlines"]
    assert [one.called_off for one in made] == [False, True]
