"""What the program refuses, refused in a file too. Source: design 5, R4, R77, R155."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.evening import evening_of
from samordner_tui.exchange.problems import Problem
from samordner_tui.exchange.rows import CaseRows, FileRow, value_of
from samordner_tui.language import _
from samordner_tui.method.terms import BriefingKind, ConferenceState, InvitationChoice, PersonKind, PresentAs

PRIVATE_TIME = 2


def refused(case: CaseRows, calendar: Calendar) -> Iterator[Problem]:
    """Each thing in the case that could not have been entered by hand."""
    yield from _children_who_are_not(case)
    yield from _nobody_there(case)
    yield from _asked_though_not_invited(case, calendar)
    yield from _read_though_not_approved(case, calendar)
    yield from _steps_that_run_backwards(case)
    yield from _written_in_private_time(case, calendar)


def _children_who_are_not(case: CaseRows) -> Iterator[Problem]:
    for row in case.rows("children"):
        person = case.row("people", row.text("person_id"))
        if person is not None and value_of("people", person, "kind") is not PersonKind.CHILD:
            yield Problem(f"{row.place}.person_id", _("Personen står ikke som barn på listen over personer."))


def _nobody_there(case: CaseRows) -> Iterator[Problem]:
    for row in case.rows("presences"):
        if value_of("presences", row, "present_as") is PresentAs.PERSON and row.text("person_id") is None:
            yield Problem(f"{row.place}.person_id", _("Det mangler."))


def _asked_though_not_invited(case: CaseRows, calendar: Calendar) -> Iterator[Problem]:
    """Somebody marked as not invited gets no invitation and no role. Source: R155."""
    sentences = {
        "invitations": _("Personen inviteres ikke og kan ikke få en invitation."),
        "role_holders": _("Personen inviteres ikke og kan ikke få en rolle."),
    }
    away = {
        row.id: row for row in case.rows("people") if value_of("people", row, "invited") is InvitationChoice.NOT_INVITED
    }
    for table, sentence in sentences.items():
        for row in case.rows(table):
            person = away.get(row.text("person_id") or "")
            if person is not None and not _decided_afterwards(case, person, row.text("conference_id"), calendar):
                yield Problem(f"{row.place}.person_id", sentence)


def _decided_afterwards(case: CaseRows, person: FileRow, conference_id: str | None, calendar: Calendar) -> bool:
    """Whether it was decided when that conference was over: what somebody did there still stands."""
    conference = case.row("conferences", conference_id)
    evening, decided_on = evening_of(case, conference_id, calendar), person.values.get("decided_on")
    return (
        conference is not None
        and value_of("conferences", conference, "state") is not ConferenceState.PLANNED
        and evening is not None
        and isinstance(decided_on, date)
        and decided_on >= evening
    )


def _read_though_not_approved(case: CaseRows, calendar: Calendar) -> Iterator[Problem]:
    """An informatør's briefing is read aloud only when those it tells about have approved this version. Source: R77."""
    for row in case.rows("briefings"):
        read_on = row.values.get("read_aloud_on")
        if row.values.get("kind") is BriefingKind.INITIATOR or not isinstance(read_on, date):
            continue
        answers = [one for one in case.rows("briefing_approvals") if one.text("briefing_id") == row.id]
        if not answers or not all(_approved(one, row, read_on, calendar) for one in answers):
            yield Problem(
                f"{row.place}.read_aloud_on",
                _("Oplægget er ikke godkendt af dem, det handler om. Det kan ikke være læst op."),
            )


def _approved(answer: FileRow, briefing: FileRow, read_on: date, calendar: Calendar) -> bool:
    approved_on = answer.values.get("approved_on")
    # A text that is deleted afterwards is a change too, and leaves the version behind.
    same_version = "deleted_on" in briefing.values or (
        answer.values.get("approved_version", 1) == value_of("briefings", briefing, "version")
    )
    return (
        answer.values.get("approved") is True
        and same_version
        and not (isinstance(approved_on, date) and calendar.civil_date(approved_on) > read_on)
    )


def _steps_that_run_backwards(case: CaseRows) -> Iterator[Problem]:
    """A trin ends after it has begun; time that has passed is never negative. Source: design 3."""
    for row in case.rows("steps"):
        began, ended = row.values.get("started_at"), row.values.get("ended_at")
        if isinstance(ended, datetime) and not (isinstance(began, datetime) and began <= ended):
            yield Problem(f"{row.place}.ended_at", _("Et trin kan ikke slutte, før det er begyndt."))


def _written_in_private_time(case: CaseRows, calendar: Calendar) -> Iterator[Problem]:
    """Between the start and the end of private time no words are stored. Source: R4, R10, design 5."""
    for conference in case.rows("conferences"):
        rounds = [row for row in case.rows("steps") if _is_private_time_of(row, conference)]
        plans = [row for row in case.rows("plans") if row.text("conference_id") == conference.id]
        for number, plan in enumerate(row for row in plans if row.text("words") is not None):
            if _could_not_be_written(plan, number, rounds, calendar):
                sentence = _("Familien har sin egen tid. Indtil den er slut, gemmes ingen ord.")
                yield Problem(f"{plan.place}.words", sentence)


def _is_private_time_of(row: FileRow, conference: FileRow) -> bool:
    return (
        row.text("conference_id") == conference.id
        and row.values.get("number") == PRIVATE_TIME
        and "started_at" in row.values
    )


def _could_not_be_written(plan: FileRow, earlier: int, rounds: list[FileRow], calendar: Calendar) -> bool:
    """Whether a plan, after `earlier` others of its conference, has words from within a round of private time."""
    ended = sum("ended_at" in row.values for row in rounds)
    if ended < len(rounds) and earlier >= ended:
        return True
    typed_on = plan.values.get("typed_on")
    days = [_days_of(row, calendar) for row in rounds]
    return isinstance(typed_on, date) and any(first < typed_on < last for first, last in days)


def _days_of(row: FileRow, calendar: Calendar) -> tuple[date, date]:
    began, ended = row.values.get("started_at"), row.values.get("ended_at")
    first = calendar.civil_date(began) if isinstance(began, datetime) else date.max
    return first, calendar.civil_date(ended) if isinstance(ended, datetime) else date.max
