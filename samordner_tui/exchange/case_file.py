"""The case file: one case as JSON, in and out. Import of an export gives an equal export."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pydantic import ValidationError

from samordner_tui.archive.records.assignment import Case
from samordner_tui.casework.entry import forbidden
from samordner_tui.casework.facts import case_by_number
from samordner_tui.casework.fields import adapter_of, field_of
from samordner_tui.exchange.as_of import case_as_of
from samordner_tui.exchange.calendar import Calendar, Dates
from samordner_tui.exchange.collecting import collect_case
from samordner_tui.exchange.completing import completed
from samordner_tui.exchange.reading import read_case
from samordner_tui.exchange.rows import CaseRows
from samordner_tui.exchange.storing import add_case
from samordner_tui.exchange.writing import write_case
from samordner_tui.language import _
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive


def export_case(archive: Archive, number: str, today: date, dates: Dates = "absolute") -> bytes:
    """The case file of a case; `dates` says whether its days are counted from `today`."""
    with archive.reading() as session:
        case = collect_case(session, case_by_number(session, number))
    return write_case(case, Calendar(today, archive.zone, dates))


def import_case(
    archive: Archive, content: bytes, today: date, *, number: str | None = None, as_of: str | None = None
) -> str:
    """Add the case that a file holds, and return its number. All of it or nothing.

    Args:
        archive: The open archive.
        content: The file as it was read.
        today: What `today` means in the file.
        number: Another number for the case; the file's own where it is None.
        as_of: Leave out what came after this day: `2027-01-10` or `today-3`.

    Raises:
        CaseFileWrong: The file is wrong somewhere; the sentence names every place.
        Refused: The number is taken, or `as_of` is not a day.
    """
    calendar = Calendar(today, archive.zone)
    day = _day(as_of, today, calendar)
    case = read_case(content, calendar)
    if number is not None:
        case = _numbered(case, number)
    if day is not None:
        case = case_as_of(case, day, calendar)
    return add_case(archive, completed(case))


def _day(text: str | None, today: date, calendar: Calendar) -> date | None:
    if text is None:
        return None
    try:
        return Calendar(today, calendar.zone, "from_today").read_date(text)
    except ValueError:
        raise Refused(_("»{text}« er ikke en dag. Skriv den som 2027-01-21 eller today-3.").format(text=text)) from None


def _numbered(case: CaseRows, number: str) -> CaseRows:
    """The case under another number, held to the same limits as the one in the file."""
    try:
        adapter_of(field_of(Case, "number")).validate_python(number)
    except ValidationError:
        raise Refused(
            _("Et sagsnummer har højst 24 tegn: bogstaver, tal, punktum, bindestreg og understregning.")
        ) from None
    if forbidden(number) is not None:
        raise Refused(_("Sagens nummer ligner et CPR-nummer. Vælg et andet."))
    return CaseRows(case.case.with_values(number=number), case.tables)
