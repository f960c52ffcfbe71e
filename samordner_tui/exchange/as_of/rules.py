"""What was known on an earlier day, where no mark on a column says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from samordner_tui.casework.fields import Value
from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.evening import evening_of
from samordner_tui.exchange.rows import CaseRows, FileRow
from samordner_tui.method.terms import BookingState, ContactKind, ContactOutcome, RoleName

ALSO_SINCE: Mapping[str, Mapping[str, str]] = {
    "bookings": {"reference": "confirmed_on"},
    "menus": {"dishes": "chosen_on"},
    "briefings": {"text": "received_on"},
    "plans": {"words": "typed_on"},
}
"""Columns that are known since a date on the same row, and may be typed before it too."""

ABOUT_SOMEBODY = frozenset({("presences", "person_id"), ("deliveries", "person_id"), ("deliveries", "authority_id")})
"""References that a row may be without, and yet says nothing when what they named is left out."""

OF_THE_EVENING = (
    "state",
    "meal_shared",
    "hosted_by_samordner",
    "led_by_samordner",
    "questions_answered",
    "plan_read_at",
    "stop_reason",
    "guardian_id",
    "follow_up_on",
    "no_follow_up_reason",
)
"""What nobody knows of a conference before its evening."""

TOLD_BY_THE_CHILD = (
    "voice",
    "statement",
    "fears",
    "wish_food",
    "wish_guests",
    "wish_room",
    "wish_seat",
    "wish_invitation",
    "wish_music",
    "wish_breaks",
)
"""What a child tells in its first talk."""

AGREED_WITH_ITS_SUPPORTER = ("support_before", "support_during", "support_after")
"""What is agreed when a child has chosen its supporter."""

TOLD_AT_A_VISIT = ("attendance", "willing_to_hold_role")
"""What somebody tells when they are visited."""

Settle = Callable[[CaseRows, FileRow, date, Calendar], FileRow]


def settled(case: CaseRows, table: str, row: FileRow, day: date, calendar: Calendar) -> FileRow:
    """`row`, stripped of its later dates, as it stood on `day`; `case` is the whole of it."""
    rule = RULES.get(table)
    return rule(case, row, day, calendar) if rule is not None else row


def _conference(case: CaseRows, row: FileRow, day: date, calendar: Calendar) -> FileRow:
    evening = evening_of(case, row.id, calendar)
    return _without(row, OF_THE_EVENING) if evening is not None and evening > day else row


def _booking(case: CaseRows, row: FileRow, day: date, calendar: Calendar) -> FileRow:
    """The state of a booking follows the dates that are left of it."""
    whole = case.row("bookings", row.id)
    if whole is None or whole.values == row.values:
        return row
    for column, state in (
        ("cancelled_on", BookingState.CANCELLED),
        ("confirmed_on", BookingState.CONFIRMED),
        ("asked_on", BookingState.ASKED),
    ):
        if column in row.values:
            return row.with_values(state=state)
    return _without(row, ("state",))


def _child(case: CaseRows, row: FileRow, day: date, calendar: Calendar) -> FileRow:
    first = _first_contact(case, row.text("person_id"), {ContactKind.CHILD_TALK})
    if first is not None and first > day:
        row = _without(row, TOLD_BY_THE_CHILD)
    asked = _first_dated(
        one.values.get("asked_on", one.values.get("accepted_on"))
        for one in case.rows("role_holders")
        if one.values.get("role") is RoleName.SUPPORTER and one.text("child_id") in {None, row.id}
    )
    return _without(row, AGREED_WITH_ITS_SUPPORTER) if asked is not None and asked > day else row


def _person(case: CaseRows, row: FileRow, day: date, calendar: Calendar) -> FileRow:
    first = _first_contact(case, row.id, set(ContactKind))
    return _without(row, TOLD_AT_A_VISIT) if first is not None and first > day else row


def _first_contact(case: CaseRows, person_id: str | None, kinds: set[ContactKind]) -> date | None:
    """The day of the first contact that reached somebody; None where none is dated."""
    mine = {row.text("contact_id") for row in case.rows("contact_people") if row.text("person_id") == person_id}
    return _first_dated(
        row.values.get("held_on")
        for row in case.rows("contacts")
        if row.id in mine
        and row.values.get("kind", ContactKind.NETWORK_VISIT) in kinds
        and row.values.get("outcome") in {ContactOutcome.MADE, ContactOutcome.INFORMED_OTHERWISE}
    )


def _first_dated(values: Iterable[Value]) -> date | None:
    return min((value for value in values if isinstance(value, date)), default=None)


def _without(row: FileRow, names: tuple[str, ...]) -> FileRow:
    return row.with_values(**dict.fromkeys(names))


RULES: Mapping[str, Settle] = {
    "conferences": _conference,
    "bookings": _booking,
    "children": _child,
    "people": _person,
}
