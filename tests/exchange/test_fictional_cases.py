"""The three fictional cases: written in full, consistent, and sensible on every day of theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.casework.facts import case_by_number, conference_numbered, facts_of
from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.case_file import import_case
from samordner_tui.exchange.demo import ALMA, SERIES, SHOWN, SIBLINGS, Shown, fill
from samordner_tui.exchange.own_cases import read_own_case
from samordner_tui.exchange.reading import read_case
from samordner_tui.method.cornerstones import verdicts
from samordner_tui.method.definition import method
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.fidelity import marks
from samordner_tui.method.gates import gates
from samordner_tui.method.next_steps import next_steps
from samordner_tui.method.terms import MarkState, Outcome, PersonKind, Standing
from samordner_tui.resources import case_files
from tests.conftest import TODAY

OPEN, PARTLY, MET = Standing.OPEN, Standing.PARTLY, Standing.MET


@dataclass(frozen=True)
class Seen:
    """A fictional case on a day."""

    facts: CaseFacts
    conference: Conference | None
    today: date

    @property
    def standings(self) -> list[Standing]:
        """How the five stand."""
        return [verdict.standing for verdict in verdicts(self.facts, self.conference, self.today)]

    @property
    def reasons(self) -> list[str]:
        """Why they stand so."""
        return [verdict.reason for verdict in verdicts(self.facts, self.conference, self.today)]

    @property
    def unlike(self) -> dict[str, tuple[MarkState, str]]:
        """The measures that are not met, each with how it stands and why."""
        assert self.conference is not None
        found = marks(self.facts, self.conference, self.today, method())
        return {one.id: (one.state, one.reason) for one in found if one.state is not MarkState.MET}

    @property
    def shut(self) -> list[str]:
        """The gates that are not open."""
        return [gate.name for gate in gates(self.facts, self.conference, self.today, method()) if not gate.open]

    @property
    def steps(self) -> list[str]:
        """What is to be done next, by the id of the task."""
        return [step.id for step in next_steps(self.facts, self.conference, self.today, method())]


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.file)
def test_what_a_demo_reads_at_once_is_what_every_check_lets_through(shown: Shown) -> None:
    content = (case_files() / shown.file).read_bytes()
    calendar = Calendar(TODAY, ZoneInfo("Europe/Copenhagen"))
    assert read_own_case(content, calendar) == read_case(content, calendar)


def see(archive: Archive, shown: Shown, day: int | None = None, conference: int | None = None) -> Seen:
    """A case as of `day`, counted from today and seen on that day; to its end where it is None."""
    content = (case_files() / shown.file).read_bytes()
    number = import_case(archive, content, TODAY, number="set", as_of=f"today{day:+d}" if day is not None else None)
    with archive.reading() as session:
        facts = facts_of(session, case_by_number(session, number))
    return Seen(facts, conference_numbered(facts, conference), TODAY + timedelta(days=60 if day is None else day))


def test_almas_case_stands_as_in_the_pictures(archive: Archive) -> None:
    seen = see(archive, ALMA, 0)
    assert seen.facts.alias == "Alma"
    assert seen.standings == [PARTLY, OPEN, PARTLY, PARTLY, PARTLY]
    assert seen.reasons == [
        "8 af 10 er besøgt",
        "lægges i trin 2",
        "du er uafhængig",
        "lederen kan nås",
        "støtteperson mangler",
    ]
    assert {"visit_invitee", "choose_supporter", "find_second_room"} <= set(seen.steps)
    assert seen.conference is not None
    assert seen.conference.starts_at is not None
    assert (seen.conference.starts_at.date() - TODAY).days == 11
    kinds = [person.kind for person in seen.facts.people if person.decided_on is not None]
    assert kinds.count(PersonKind.PRIVATE) == 11, "ten are invited, and one is not"
    assert kinds.count(PersonKind.PROFESSIONAL) == 1


def test_the_siblings_are_ready_on_the_morning_of_their_conference(archive: Archive) -> None:
    seen = see(archive, SIBLINGS, -1)
    assert seen.standings == [PARTLY, OPEN, PARTLY, PARTLY, PARTLY]
    assert not {"network_contact", "ready"} & set(seen.shut)
    assert seen.steps == []


def test_the_series_waits_for_its_follow_up(archive: Archive) -> None:
    seen = see(archive, SERIES, 0)
    assert seen.conference is not None
    assert seen.conference.number == 2
    assert seen.conference.progress == ()
    assert seen.facts.closed_on is None
    assert seen.steps == ["ask_about_safety_before_day"]


@pytest.mark.parametrize("shown", SHOWN)
def test_at_its_end_a_case_meets_all_five(archive: Archive, shown: Shown) -> None:
    seen = see(archive, shown)
    for conference in seen.facts.conferences:
        at_the_end = Seen(seen.facts, conference, seen.today)
        assert at_the_end.standings == [MET] * 5
        assert not set(at_the_end.shut) - {"close_case"}


def test_the_siblings_plan_was_sent_back_once_and_approved_the_same_evening(archive: Archive) -> None:
    seen = see(archive, SIBLINGS)
    assert seen.conference is not None
    assert [decision.outcome for decision in seen.conference.decisions] == [Outcome.RETURNED, Outcome.APPROVED]
    returned = seen.conference.decisions[0]
    assert returned.rests_on_id in {statement.id for statement in seen.facts.statements}
    assert [step.number for step in seen.conference.steps].count(2) == 2
    assert len(seen.facts.conflict_pairs) == 1
    assert any(person.needs_interpreter for person in seen.facts.people)


def test_the_follow_up_tells_what_became_of_every_agreement(archive: Archive) -> None:
    seen = see(archive, SERIES)
    first, second = seen.facts.conferences
    assert {item.id for plan in first.plans for item in plan.items} == {told.item_id for told in second.progress}
    assert "close_case" not in seen.shut


@pytest.mark.parametrize("shown", SHOWN)
def test_no_hjoernesten_is_departed_from_on_the_way(archive: Archive, shown: Shown) -> None:
    content = (case_files() / shown.file).read_bytes()
    for day in range(-140, 60, 20):
        number = import_case(archive, content, TODAY, number=f"dag{day}", as_of=f"today{day:+d}")
        with archive.reading() as session:
            facts = facts_of(session, case_by_number(session, number))
        seen = Seen(facts, conference_numbered(facts, None), TODAY + timedelta(days=day))
        assert Standing.BROKEN not in seen.standings, (day, seen.reasons)


def test_the_demo_holds_the_three_at_three_stages(archive: Archive) -> None:
    assert fill(archive, TODAY) == ("2027-03", "2027-01", "2026-19")


NO_RETURN = (MarkState.NOT_RELEVANT, "Planen blev ikke sendt tilbage.")
NO_NEXT_YET = (MarkState.NOT_YET, "Den næste rådslagning er ikke oprettet.")


def test_the_method_was_followed_at_almas_conference(archive: Archive) -> None:
    """A professional was called in and left again; the plan was approved in the first round."""
    assert see(archive, ALMA).unlike == {"F20": NO_RETURN, "F24": NO_NEXT_YET}


def test_the_siblings_plan_was_returned_fairly_and_approved_in_the_second_round(archive: Archive) -> None:
    """It rested on a demand the family knew, and they had time alone again."""
    assert see(archive, SIBLINGS).unlike == {"F24": NO_NEXT_YET}


def test_emils_series_ends_with_a_reason_and_no_informant_the_second_time(archive: Archive) -> None:
    second = see(archive, SERIES, conference=2)
    first = replace(second, conference=conference_numbered(second.facts, 1))
    assert first.unlike == {"F20": NO_RETURN}
    assert second.unlike == {
        "F16": (MarkState.NOT_RELEVANT, "Ingen informatør var med i trin 1."),
        "F20": NO_RETURN,
        "F21": (MarkState.PARTLY, "Der er en planvogter og en grund til, at I ikke mødes igen."),
    }
