"""What the journal of a case tells of the rows a calendar is made from: what each was, and how often it was changed.

The journal is kept as long as the case is, with every change in it, also one that was undone and a row that was taken
away. It is emptied when a person is deleted for good; what was there then is what a row was before its next change.
A number in the record would have to be kept right by every way a day can be changed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Authority, Case, Engagement
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference, Decision
from samordner_tui.archive.records.keeping import Change
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.archive.records.papers import PaperMade
from samordner_tui.archive.records.practical import Booking, Invitation, Venue
from samordner_tui.archive.row_images import rows_as_they_are
from samordner_tui.casework.fields import table_of

OF_A_CASE: Final[tuple[type[Record], ...]] = (
    Engagement,
    Conference,
    Decision,
    Contact,
    Person,
    Authority,
    Booking,
    Invitation,
    PaperMade,
)

Image = Mapping[str, object]
"""A row as the journal keeps it: days and moments as text."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a row; `number` is its place among all changes of the archive."""

    number: int
    before: Image | None
    after: Image | None


@dataclass(frozen=True, slots=True)
class Past:
    """One row: its changes in their order, and what it is now. One that is gone is nothing now."""

    steps: tuple[Step, ...]
    now: Image | None

    def at(self, moment: int) -> Image | None:
        """What it was when the change with this number was made."""
        earlier = [one.after for one in self.steps if one.number < moment]
        if earlier:
            return earlier[-1]
        return self.steps[0].before if self.steps else self.now

    @property
    def last(self) -> Image:
        """What it is, or was before it was taken away."""
        if self.now is not None:
            return self.now
        return next((one.before for one in reversed(self.steps) if one.before is not None), {})

    def ever(self, field: str) -> frozenset[object]:
        """Everything a field was, and is."""
        images = [*(image for one in self.steps for image in (one.before, one.after)), self.now]
        return frozenset(image[field] for image in images if image is not None and image.get(field) is not None)

    def changed(self, fields: Collection[str], since: int) -> int:
        """How often one of `fields` was changed after that change, also by the row coming or going."""
        later = ((one.before or {}, one.after or {}) for one in self.steps if one.number > since)
        return sum(any(before.get(name) != after.get(name) for name in fields) for before, after in later)


class Journal:
    """The rows of a case, those that are gone among them, by their table and id; and the venues it has booked."""

    def __init__(self, session: Session, case_id: str) -> None:
        self.tables: dict[str, dict[str, Past]] = {}
        here = {Case.__tablename__: [case_id]}
        for table in map(table_of, OF_A_CASE):
            here[table.name] = list(session.scalars(select(table.c.id).where(table.c.case_id == case_id)))
        steps = _steps(session, Change.case_id == case_id, Change.record.in_(here.keys()))
        for name, ids in here.items():
            self._keep(session, name, ids, steps.get(name, {}))
        used = {str(venue) for one in self.tables["bookings"].values() for venue in one.ever("venue_id")}
        of_venues = Change.record == Venue.__tablename__, Change.row_id.in_(used)
        self._keep(session, Venue.__tablename__, used, _steps(session, *of_venues).get(Venue.__tablename__, {}))

    def _keep(self, session: Session, name: str, ids: Collection[str], told: Mapping[str, list[Step]]) -> None:
        silent = [(name, one) for one in ids if one not in told]
        now = {place[1]: image for place, image in rows_as_they_are(session, silent).items()}
        self.tables[name] = {row: Past(tuple(found), found[-1].after) for row, found in told.items()}
        self.tables[name] |= {row: Past((), _read(image)) for row, image in now.items()}

    def of(self, table: str, row_id: str) -> Past:
        """One row; one that never was there has no past and is nothing now."""
        return self.tables[table].get(row_id, Past((), None))

    def where(self, table: str, **values: str) -> Iterator[Past]:
        """The rows that have these values, or had them before they were taken away."""
        for one in self.tables[table].values():
            if all(one.last.get(name) == value for name, value in values.items()):
                yield one


def _steps(session: Session, *which: ColumnElement[bool]) -> dict[str, dict[str, list[Step]]]:
    kept = select(Change).where(*which).order_by(Change.id)
    found: dict[str, dict[str, list[Step]]] = {}
    for one in session.scalars(kept):
        step = Step(one.id, _read(one.before), _read(one.after))
        found.setdefault(one.record, {}).setdefault(one.row_id, []).append(step)
    return found


def _read(image: str | None) -> Image | None:
    return None if image is None else json.loads(image)
