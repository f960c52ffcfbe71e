"""The row of a case in the overview is what the case screen shows, whenever the case has changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case, Engagement
from samordner_tui.archive.records.keeping import CaseSummary
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.assignment import open_case
from samordner_tui.casework.case_frame import Moment, read_case
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.facts import case_by_number
from samordner_tui.casework.folding import folded
from samordner_tui.casework.overview import page
from samordner_tui.casework.stages import load_stages
from samordner_tui.casework.summary import refresh_outdated, refresh_stale
from samordner_tui.exchange.demo import fill
from samordner_tui.method.definition import method
from samordner_tui.method.terms import ClosingReason, StageId, Standing
from samordner_tui.method.wording import show_date

ALMA = "2027-03"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The fictional cases of the demo."""
    folder: Path = tmp_path_factory.mktemp("arkiv")
    load_stages()
    with Archive.create_training(folder) as made:
        fill(made, date(2027, 1, 10))
        yield made


def row(archive: Archive, case_id: str) -> dict[str, object]:
    """The summary of a case as plain values."""
    with archive.reading() as session:
        found = session.get(CaseSummary, case_id)
        return {column.name: getattr(found, column.name) for column in CaseSummary.__table__.columns}


def alma(archive: Archive) -> str:
    """The id of the case of the pictures."""
    with archive.reading() as session:
        return case_by_number(session, ALMA)


def test_it_says_what_the_case_screen_says(archive: Archive, today: date) -> None:
    refresh_stale(archive, today, method())
    case_id = alma(archive)
    with archive.reading() as session:
        shown = read_case(session, case_id, None, StageId.NETWORK, Moment(method(), today, archive.zone))
    summary = row(archive, case_id)
    assert summary["verdicts"] == ",".join(verdict.standing for verdict in shown.verdicts)
    assert summary["next_step"] == shown.next_steps[0].text
    assert summary["next_due"] == shown.next_steps[0].due
    assert summary["conference_number"] == 1
    assert summary["computed_on"] == today


def test_a_change_makes_it_stale_and_it_is_made_anew(archive: Archive, today: date) -> None:
    case_id = alma(archive)
    refresh_stale(archive, today, method())
    with archive.writing("Ny person", case_id) as session:
        added = add(session, Person, case_id, today, name="Øjvind Åkjær")
    assert row(archive, case_id)["stale"] is True
    assert refresh_stale(archive, today, method()) == 1
    assert folded("åkjær") in str(row(archive, case_id)["search_text"])
    with archive.writing("Navn", case_id) as session:
        change_field(session, Person, added, "name", "Bent", today)
    refresh_stale(archive, today, method())
    assert folded("åkjær") not in str(row(archive, case_id)["search_text"])


def test_every_row_is_what_it_would_be_made_anew(archive: Archive, today: date) -> None:
    refresh_stale(archive, today, method())
    with archive.reading() as session:
        ids = list(session.scalars(select(CaseSummary.case_id)))
    before = {case_id: row(archive, case_id) for case_id in ids}
    with archive.keeping() as session:
        for summary in session.scalars(select(CaseSummary)):
            summary.stale = True
    refresh_stale(archive, today, method())
    assert {case_id: row(archive, case_id) for case_id in ids} == before


def test_another_day_makes_open_cases_anew(archive: Archive, today: date) -> None:
    refresh_stale(archive, today, method())
    tomorrow = today + timedelta(days=1)
    while refresh_outdated(archive, tomorrow, method(), most=1):
        pass
    assert row(archive, alma(archive))["computed_on"] == tomorrow


def test_stages_that_lie_ahead_are_not_counted(archive: Archive, today: date) -> None:
    with archive.reading() as session:
        shown = read_case(session, alma(archive), None, None, Moment(method(), today, archive.zone))
    assert shown.counts[StageId.CLOSING].total == 0
    assert shown.counts[StageId.CLOSING].standing is Standing.OPEN
    network = shown.counts[StageId.NETWORK]
    assert 0 < network.done < network.total
    assert network.standing is Standing.PARTLY


@pytest.mark.parametrize("closed", [False, True])
def test_a_case_that_should_have_been_deleted_says_so_and_stands_among_the_open_ones(
    tmp_path: Path, today: date, *, closed: bool
) -> None:
    """On the day after the deadline, without anybody having changed anything, and also where it is closed."""
    with Archive.create_training(tmp_path / "arkiv") as archive:
        deadline = today + timedelta(days=30)
        with archive.writing("Sagen") as session:
            case_id = open_case(session, "2027-09", "Birk", today)
            engagement = session.scalars(select(Engagement.id)).one()
            change_field(session, Engagement, engagement, "delete_by", deadline, today)
            if closed:
                change_field(session, Case, case_id, "closing_reason", next(iter(ClosingReason)), today)
                change_field(session, Case, case_id, "closed_on", today, today)
        refresh_stale(archive, today, method())
        assert row(archive, case_id)["closed"] is closed
        for day in (deadline, deadline + timedelta(days=1)):
            refresh_outdated(archive, day, method())
        summary = row(archive, case_id)
        assert summary["next_step"] == f"Skal slettes – fristen var {show_date(deadline, deadline)}"
        assert summary["next_due"] == deadline
        assert summary["closed"] is False
        with archive.reading() as session:
            (line,) = page(session, "", 0, 10)
        assert line.is_overdue(deadline + timedelta(days=1))
        assert not line.is_overdue(deadline)
