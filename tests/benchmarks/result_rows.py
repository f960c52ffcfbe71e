"""An encrypted archive of many cases that were held: as many rows of each table as a case usually has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import insert

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.after import Evaluation, TimeEntry
from samordner_tui.archive.records.assignment import Case, Engagement
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference, Decision, Plan, PlanItem, Presence, Progress, Step
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.casework.fields import table_of
from samordner_tui.method.terms import (
    Activity,
    ConferenceKind,
    ConferenceState,
    Municipal,
    Outcome,
    PersonKind,
    ProgressState,
    Respondent,
)

PEOPLE, CONTACTS, ENTRIES, ITEMS, TRIN = 12, 6, 5, 6, 3
BATCH = 200
MUNICIPALITIES = ("Fjordby", "Sundby", "Havneby", "Nørreby")
BEGUN = date(2017, 1, 2)
Row = tuple[type[Record], Mapping[str, object]]


def fill_with_results(archive: Archive, cases: int) -> None:
    """Add the cases, so many in a step."""
    for first in range(0, cases, BATCH):
        by_record: dict[type[Record], list[Mapping[str, object]]] = {}
        for number in range(first, min(first + BATCH, cases)):
            for record, values in _case(number):
                by_record.setdefault(record, []).append(values)
        with archive.writing("Sager", kind="fixed") as session:
            for record, rows in by_record.items():
                session.execute(insert(table_of(record)), rows)


def make_results(folder: Path, cases: int, passphrase: str) -> None:
    """The archive on its own."""
    archive, _code = Archive.create(folder, passphrase)
    fill_with_results(archive, cases)
    archive.close(copy=False)


def _case(number: int) -> Iterator[Row]:
    case_id = new_id()
    day = BEGUN + timedelta(days=number % 3000)
    own = {"case_id": case_id}
    yield Case, {"id": case_id, "number": f"2027-{number:05}", "alias": f"Sag {number}", "opened_on": day}
    yield (
        Engagement,
        {
            "id": new_id(),
            **own,
            "municipality": MUNICIPALITIES[number % len(MUNICIPALITIES)],
            "referred_on": day,
            "agreed_hours": Decimal(38),
            "planned_conferences": 2,
        },
    )
    for place in range(CONTACTS):
        yield Contact, {"id": new_id(), **own, "minutes": 45 + place, "held_on": day, "note": "Talt om dagen. " * 8}
    for place in range(ENTRIES):
        yield TimeEntry, {"id": new_id(), **own, "spent_on": day, "activity": Activity.VISIT, "minutes": 30 + place}
    people = [new_id() for _place in range(PEOPLE)]
    kinds = (PersonKind.CHILD, PersonKind.PROFESSIONAL, *[PersonKind.PRIVATE] * PEOPLE)
    for person, kind in zip(people, kinds, strict=False):
        yield Person, {"id": person, **own, "name": "Karen Ørsted", "relation": "moster", "kind": kind}
    first = new_id()
    yield from _conference(own, first, 1, day + timedelta(days=42), people)
    items = [new_id() for _place in range(ITEMS)]
    yield from _plan(own, first, items)
    second = new_id()
    yield from _conference(own, second, 2, day + timedelta(days=130), people)
    for item in items:
        progress = {"conference_id": second, "item_id": item, "state": ProgressState.DONE}
        yield Progress, {"id": new_id(), **own, **progress}


def _conference(own: Mapping[str, object], conference: str, number: int, day: date, people: list[str]) -> Iterator[Row]:
    at = datetime(day.year, day.month, day.day, 16, tzinfo=UTC)
    kind = ConferenceKind.FIRST if number == 1 else ConferenceKind.FOLLOW_UP
    held = {"number": number, "kind": kind, "state": ConferenceState.HELD, "starts_at": at}
    yield Conference, {"id": conference, **own, **held}
    within = {**own, "conference_id": conference}
    for trin in range(1, TRIN + 1):
        yield Step, {"id": new_id(), **within, "number": trin, "started_at": at + timedelta(hours=trin - 1)}
        for person in people if trin == 1 else people[:3]:
            yield Presence, {"id": new_id(), **within, "step": trin, "person_id": person}
    yield Decision, {"id": new_id(), **within, "outcome": Outcome.APPROVED, "decided_at": at + timedelta(hours=3)}
    for group in Respondent:
        marks = {"felt_involved": 3, "measures_agreed": 4, "effect_on_child": 2}
        yield Evaluation, {"id": new_id(), **within, "group": group, **marks}


def _plan(own: Mapping[str, object], conference: str, items: list[str]) -> Iterator[Row]:
    plan = new_id()
    yield Plan, {"id": plan, **own, "conference_id": conference, "words": "Karen følger i skole. " * 20}
    for item in items:
        agreed = {"plan_id": plan, "what": "Karen følger i skole", "municipal": Municipal.NO}
        yield PlanItem, {"id": item, **own, **agreed}
