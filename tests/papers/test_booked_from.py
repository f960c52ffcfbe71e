"""What whoever lends, drives or interprets is given, also where there is no firm or nobody it is for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.practical import Booking
from samordner_tui.casework.change import add
from samordner_tui.casework.fields import Value
from samordner_tui.method.readings import invitees
from samordner_tui.method.terms import BookingKind
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import drawn, sheets
from samordner_tui.papers.paper.plain import text_of
from tests.papers.cases import demo, in_case
from tests.tui.world import TODAY

PAPERS = {
    BookingKind.LIFT: "transport_sheet",
    BookingKind.INTERPRETER: "interpreter_sheet",
    BookingKind.VENUE: "room_order",
}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with demo(tmp_path) as opened:
        yield opened


def ordered(archive: Archive, kind: BookingKind, *, firm: str | None, for_somebody: bool) -> tuple[str, str, str]:
    """To whom the paper of a new booking goes, what stands on it, and the name of the one it is for."""
    with in_case(archive) as context:
        assert context.conference is not None
        somebody = invitees(context.facts)[0]
        values: dict[str, Value] = {"conference_id": context.conference.id, "kind": kind, "contact": firm}
        case_id = context.case_id
    with archive.writing("Bestilt", case_id) as session:
        person = somebody.id if for_somebody else None
        booking = add(session, Booking, case_id, TODAY, **values, person_id=person)
    with in_case(archive) as context:
        (sheet,) = [one for one in sheets(context, paper_set().kind(PAPERS[kind])) if one.to.id == booking]
        return sheet.to.label, text_of(drawn(context, sheet, "da")), somebody.name


@pytest.mark.parametrize("kind", [BookingKind.LIFT, BookingKind.INTERPRETER])
def test_a_firm_is_named_with_the_one_it_is_booked_for(archive: Archive, kind: BookingKind) -> None:
    to, _text, name = ordered(archive, kind, firm="Fjord Taxa", for_somebody=True)
    assert to == f"Fjord Taxa ({name})"


@pytest.mark.parametrize(
    ("kind", "firm", "to"),
    [
        (BookingKind.LIFT, "Fjord Taxa", "Fjord Taxa"),
        (BookingKind.INTERPRETER, "Tolkene", "Tolkene"),
        (BookingKind.VENUE, "Pedellen", "Pedellen"),
        (BookingKind.LIFT, None, "Kørsel"),
        (BookingKind.INTERPRETER, None, "Tolk"),
        (BookingKind.VENUE, None, "Lokale"),
    ],
)
def test_a_booking_for_nobody_yet_is_called_by_its_firm_or_by_what_is_booked(
    archive: Archive, kind: BookingKind, firm: str | None, to: str
) -> None:
    label, text, _name = ordered(archive, kind, firm=firm, for_somebody=False)
    assert label == to
    assert "en person" not in text
    assert "**" not in text


def test_a_lift_for_somebody_without_a_firm_says_whom_it_is_for(archive: Archive) -> None:
    to, text, name = ordered(archive, BookingKind.LIFT, firm=None, for_somebody=True)
    assert to == f"Kørsel: {name}"
    assert name in text
