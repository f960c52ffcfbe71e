"""Where in a case the words stand that the overview found it by. The text itself is not shown, only its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Authority, Engagement, Statement
from samordner_tui.archive.records.base import OfCase
from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.casework.cells import short_day
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.folding import folded
from samordner_tui.casework.summary import SEARCHED
from samordner_tui.language import _
from samordner_tui.method.definition import method

Place = Callable[[OfCase, date], str]


def places_found(session: Session, case_id: str, sought: str, today: date) -> tuple[str, ...]:
    """Every place in a case where one of the words stands, each once, in the order of the way."""
    words, rows = folded(sought).split(), Rows(session, case_id)
    found = (
        PLACES[record, name](row, today)
        for record, names in SEARCHED
        for row in rows.all(record)
        for name in names
        if any(word in folded(str(getattr(row, name) or "")) for word in words)
    )
    return tuple(dict.fromkeys(found))


def _of_visit(row: OfCase, today: date, with_day: str, without: str) -> str:
    held_on = row.held_on if isinstance(row, Contact) else None
    return with_day.format(day=short_day(held_on, today)) if held_on is not None else without


def _note(row: OfCase, today: date) -> str:
    return _of_visit(row, today, _("noten om besøg {day}"), _("noten om et besøg"))


def _place(row: OfCase, today: date) -> str:
    return _of_visit(row, today, _("stedet for besøg {day}"), _("stedet for et besøg"))


def _statement(row: OfCase, today: date) -> str:
    kind = method().label(row.kind) if isinstance(row, Statement) else ""
    return _("en tekst ({kind})").format(kind=kind)


PLACES: Final[dict[tuple[type[OfCase], str], Place]] = {
    (Person, "name"): lambda row, today: _("et navn i netværket"),
    (Person, "relation"): lambda row, today: _("hvem nogen er for barnet"),
    (Engagement, "municipality"): lambda row, today: _("kommunens navn"),
    (Engagement, "contact_person"): lambda row, today: _("kontaktpersonens navn"),
    (Authority, "name"): lambda row, today: _("et navn i kommunen"),
    (Contact, "place"): _place,
    (Contact, "note"): _note,
    (Statement, "text"): _statement,
    (Briefing, "subject"): lambda row, today: _("emnet for et oplæg"),
}
"""What each field that is searched is called, when a word stands in it."""
