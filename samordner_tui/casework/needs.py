"""What the answers make it necessary to book: an interpreter, a lift, a minder, a link. Source: P10, P13, P14."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samordner_tui.casework.bookings import state_words, what
from samordner_tui.casework.cells import joined, marked, name_of
from samordner_tui.casework.fields import Value
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import invitation_of
from samordner_tui.method.terms import (
    Answer,
    Attendance,
    BookingKind,
    BookingState,
    InvitationChoice,
    Standing,
)

SECTION = "bookings"


@dataclass(frozen=True)
class Need:
    """Something somebody needs on the day, that has to be booked."""

    kind: BookingKind
    person_id: str


def needs(facts: f.CaseFacts, conference: f.Conference) -> Iterator[Need]:
    """Everything that those who may come have said they need."""
    for person in facts.people:
        if not _may_come(facts, conference, person):
            continue
        if person.needs_interpreter:
            yield Need(BookingKind.INTERPRETER, person.id)
        if person.needs_lift:
            yield Need(BookingKind.LIFT, person.id)
        if Attendance.VIDEO in _forms(conference, person):
            yield Need(BookingKind.VIDEO_LINK, person.id)


def unmet(facts: f.CaseFacts, conference: f.Conference) -> tuple[Need, ...]:
    """The needs that nothing is booked for; a booking for nobody in particular serves everybody."""
    active = [one for one in conference.bookings if one.state is not BookingState.CANCELLED]
    served = {(one.kind, one.person_id) for one in active}
    return tuple(
        need
        for need in needs(facts, conference)
        if (need.kind, need.person_id) not in served and (need.kind, None) not in served
    )


def section(context: Context) -> Section:
    """Every booking but the venue, and what is still to be booked."""
    columns = (Column(_("Hvad"), 26, grow=True), Column(_("Hvordan står det"), 26))
    conference = context.conference
    rows: list[Row] = []
    if conference is not None:
        rows = [
            Row(
                one.id,
                "bookings",
                (what(context, one), state_words(context, one)),
                dim=one.state is BookingState.CANCELLED,
            )
            for one in conference.bookings
            if one.kind is not BookingKind.VENUE
        ]
        rows += [_expected_row(context, conference, need) for need in unmet(context.facts, conference)]
    values: dict[str, Value] = {"conference_id": conference.id} if conference is not None else {}
    empty = _("Skal nogen hentes, have tolk eller være med på video, står det her.")
    return Section(
        SECTION, _("Det, der skal bestilles"), columns, tuple(rows), empty=empty, adds="bookings", add_values=values
    )


def _expected_row(context: Context, conference: f.Conference, need: Need) -> Row:
    title = joined(context.method.label(need.kind), name_of(context.facts, need.person_id))
    values = {"conference_id": conference.id, "kind": need.kind, "person_id": need.person_id}
    cells = (title, marked(Standing.OPEN, _("bestil")))
    return Row(expected_id(need), "bookings", cells, add_values=values, field="state")


def expected_id(need: Need) -> str:
    """The id of the line of a need that nothing is booked for."""
    return f"+{need.kind}/{need.person_id}"


def _may_come(facts: f.CaseFacts, conference: f.Conference, person: f.Person) -> bool:
    invitation = invitation_of(conference, person.id)
    if invitation is not None and invitation.answer is Answer.NO:
        return False
    the_child = any(child.person_id == person.id for child in facts.children)
    return the_child or person.invited is InvitationChoice.INVITE


def _forms(conference: f.Conference, person: f.Person) -> set[Attendance | None]:
    invitation = invitation_of(conference, person.id)
    return {person.attendance, invitation.attendance if invitation is not None else None}
