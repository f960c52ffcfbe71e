"""What the program refuses, refused in a file too. Source: design 5, R4, R77, R155."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.problems import Problem
from samordner_tui.exchange.rows import CaseRows, FileRow, value_of
from samordner_tui.language import _
from samordner_tui.method.terms import BriefingKind, InvitationChoice, PersonKind, PresentAs


def refused(case: CaseRows, calendar: Calendar) -> Iterator[Problem]:
    """Each thing in the case that could not have been entered by hand."""
    yield from _children_who_are_not(case)
    yield from _nobody_there(case)
    yield from _asked_though_not_invited(case)
    yield from _read_though_not_approved(case, calendar)
    yield from _written_in_private_time(case)


def _children_who_are_not(case: CaseRows) -> Iterator[Problem]:
    for row in case.rows("children"):
        person = case.row("people", row.text("person_id"))
        if person is not None and value_of("people", person, "kind") is not PersonKind.CHILD:
            yield Problem(f"{row.place}.person_id", _("Personen står ikke som barn på listen over personer."))


def _nobody_there(case: CaseRows) -> Iterator[Problem]:
    for row in case.rows("presences"):
        if value_of("presences", row, "present_as") is PresentAs.PERSON and row.text("person_id") is None:
            yield Problem(f"{row.place}.person_id", _("Det mangler."))


def _asked_though_not_invited(case: CaseRows) -> Iterator[Problem]:
    """Somebody marked as not invited gets no invitation and no role. Source: R155."""
    away = {row.id for row in case.rows("people") if value_of("people", row, "invited") is InvitationChoice.NOT_INVITED}
    for row in case.rows("invitations"):
        if row.text("person_id") in away:
            yield Problem(f"{row.place}.person_id", _("Personen skal ikke inviteres og kan ikke få en invitation."))
    for row in case.rows("role_holders"):
        if row.text("person_id") in away:
            yield Problem(f"{row.place}.person_id", _("Personen skal ikke inviteres og kan ikke få en rolle."))


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
    version = value_of("briefings", briefing, "version")
    return (
        answer.values.get("approved") is True
        and answer.values.get("approved_version") in {None, version}
        and not (isinstance(approved_on, date) and calendar.civil_date(approved_on) > read_on)
    )


def _written_in_private_time(case: CaseRows) -> Iterator[Problem]:
    """Between the start and the end of private time no words are stored. Source: R4, R10, design 5."""
    for conference in case.rows("conferences"):
        rounds = [row for row in case.rows("steps") if _is_private_time_of(row, conference)]
        running = [row for row in rounds if _began(row) and row.values.get("ended_at") is None]
        ended = [row for row in rounds if row.values.get("ended_at") is not None]
        if not running:
            continue
        plans = [row for row in case.rows("plans") if row.text("conference_id") == conference.id]
        for plan in [row for row in plans if row.text("words") is not None][len(ended) :]:
            yield Problem(
                f"{plan.place}.words", _("Familiens egen tid er i gang. Indtil den er slut, gemmes ingen ord.")
            )


def _is_private_time_of(row: FileRow, conference: FileRow) -> bool:
    return row.text("conference_id") == conference.id and row.values.get("number") == 2


def _began(row: FileRow) -> bool:
    return isinstance(row.values.get("started_at"), datetime)
