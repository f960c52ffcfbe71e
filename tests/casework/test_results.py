"""Results across cases: every figure as it is counted by hand, and none from fewer than five cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.day import Conference, Progress
from samordner_tui.archive.retention import delete_case
from samordner_tui.casework.results import Period, Results, Row, read_results
from samordner_tui.casework.results.told import against_agreement, empty, notes, period_words
from samordner_tui.method.definition import method
from samordner_tui.method.terms import ClosingReason, ConferenceState, ProgressState
from samordner_tui.refusals import Refused
from tests.casework.result_cases import KNOWN, Made, fjordby, lay_out, sundby
from tests.conftest import NOW, TODAY

ALL_TIME = Period()
YEAR_2026 = Period(date(2026, 1, 1), date(2026, 12, 31))
BY_HAND: dict[str, dict[str, Decimal | int | str]] = {
    "cases": {"total": 26, "held": 16, "under_way": 5, "ended_family_stopped": 5},
    "conferences": {"held": 22, "planned": 5},
    "participants": {"total": 101, "private": 70, "child": 16, "professional": 10, "helper": 5},
    "hours": {"total": 140, "with_agreement": 110, "without_agreement": 30},
    "agreed_hours": {"agreed": 120},
    "conferences_by_agreement": {"total": 22, "with_agreement": 10, "other": 12},
    "agreed_conferences": {"agreed": 10},
    "lead_time": {"median": Decimal("41.5")},
    "lead_weeks": {"total": 16, "within_eight": 16},
    "approved": {"total": 22, "round_1": 11, "round_2": 5, "not_approved": 6},
    "items_by_owner": {"total": 36, "network": 26, "municipality": 10},
    "items_by_progress": {"total": 36, "done": 6, "not_yet": 30},
    "answers": {"total": 15, "family": 10, "child": 5},
    "felt_involved": {"family": 3, "child": 4},
    "measures_agreed": {"family": 4},
    "effect_on_child": {"family": 4, "child": 2},
}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive with nothing in it."""
    with Archive.create_training(tmp_path / "arkiv", clock=lambda: NOW) as made:
        yield made


def results(archive: Archive, period: Period = ALL_TIME, municipality: str = "") -> Results:
    with archive.reading() as session:
        return read_results(session, period, TODAY, archive.zone, municipality)


Shown = dict[str, dict[str, Decimal | int | str]]


def figures(found: Results) -> Shown:
    """What is shown, by table and line; what is nothing is left out."""
    return {
        table.id: {row.id: _said(row) for row in table.rows if row.is_held_back or row.value} for table in found.tables
    }


def _said(row: Row) -> Decimal | str:
    return "held back" if row.is_held_back or row.value is None else row.value


def test_every_figure_is_as_it_is_counted_by_hand(archive: Archive) -> None:
    lay_out(archive)
    assert figures(results(archive)) == BY_HAND
    found = results(archive)
    assert against_agreement(found, "hours") == "Af 120 aftalte timer er 110 brugt."
    assert against_agreement(found, "conferences_by_agreement") == "Af 10 aftalte rådslagninger er 10 holdt."


def test_deleted_cases_are_counted_by_their_lines_and_every_case_once(archive: Archive) -> None:
    """What a line does not keep stands under the deleted ones, so that every total is the same as before."""
    for case_id in lay_out(archive)[:5]:
        delete_case(archive, case_id, NOW)
    found = results(archive)
    by_table = figures(found)
    totals = ("cases", "participants", "hours", "conferences_by_agreement", "approved")
    for table in totals:
        assert by_table[table]["total"] == BY_HAND[table]["total"]
    assert by_table["cases"] == BY_HAND["cases"]
    assert by_table["conferences"] == BY_HAND["conferences"]
    assert by_table["participants"] == {"total": 101, "private": 50, "child": 11, "professional": 5, "deleted": 35}
    assert by_table["hours"] == {"total": 140, "with_agreement": 55, "without_agreement": 30, "deleted": 55}
    assert by_table["approved"] == {"total": 22, "round_1": 6, "round_2": 5, "not_approved": 6, "deleted": 5}
    assert by_table["answers"] == {"total": 5, "family": 5}
    assert any("så langt deres linje rækker" in note for note in notes(found))


def test_a_municipality_is_the_same_however_it_is_written(archive: Archive) -> None:
    lay_out(archive)
    found = results(archive, municipality="SUNDBY kommune")
    assert (found.municipality, found.municipalities) == ("sundby", ("Fjordby Kommune", "sundby"))
    assert figures(found)["cases"] == {"total": 11, "held": 6, "under_way": 5}
    assert figures(found)["hours"] == {"total": 30, "without_agreement": 30}
    assert figures(found)["lead_time"] == {"median": 30}


def test_a_municipality_with_few_cases_is_not_looked_at_alone_and_neither_is_the_only_other(archive: Archive) -> None:
    """All cases less those of Fjordby would be the four of Sundby."""
    lay_out(archive, [*KNOWN[:10], *KNOWN[10:14]])
    assert results(archive).municipalities == ()
    for name in ("Sundby", "Fjordby", "Havneby"):
        with pytest.raises(Refused, match="færre end fem sager"):
            results(archive, municipality=name)


def test_a_part_that_is_small_in_one_municipality_is_held_back_in_the_other(archive: Archive) -> None:
    """Six stopped, one of them in Sundby: five in Fjordby would tell of the one."""
    stopped = Made("Sundby", closing=ClosingReason.FAMILY_STOPPED)
    lay_out(archive, [*KNOWN, stopped])
    assert figures(results(archive))["cases"]["ended_family_stopped"] == 6
    assert figures(results(archive, municipality="Fjordby"))["cases"]["ended_family_stopped"] == "held back"


def test_with_a_small_part_the_smallest_other_is_held_back_too(archive: Archive) -> None:
    """Two that ended are the total less the two other parts; the five on their way are held back with them."""
    lay_out(archive, [one for number, one in enumerate(KNOWN) if number not in {16, 17, 18}])
    found = results(archive)
    assert figures(found)["cases"] == {
        "total": 23,
        "held": 16,
        "under_way": "held back",
        "ended_family_stopped": "held back",
    }
    assert any("færre end fem sager" in note for note in notes(found))


def test_four_cases_tell_nothing_at_all(archive: Archive) -> None:
    lay_out(archive, KNOWN[:4])
    found = results(archive)
    assert found.tables == ()
    assert "færre end fem sager" in empty(found)


def test_an_archive_without_cases_says_so(archive: Archive) -> None:
    assert "ingen sager endnu" in empty(results(archive))
    assert "ingen sager i den periode" in empty(results(archive, YEAR_2026))


def test_four_answers_of_a_group_give_no_figure(archive: Archive) -> None:
    without_child = replace(fjordby(0), answers=fjordby(9).answers)
    lay_out(archive, [without_child, *KNOWN[1:]])
    shown = figures(results(archive))
    assert shown["felt_involved"] == {"family": 3, "child": "held back"}
    assert shown["answers"]["child"] == "held back"


def test_a_case_belongs_to_the_period_of_its_last_conference(archive: Archive) -> None:
    """Held on 15 January 2027 in Copenhagen, though assigned in 2026; the last of two conferences counts."""
    late = [replace(sundby(), assigned_on=date(2026, 9, 17), became=None, lead=120) for _number in range(5)]
    lay_out(archive, [*KNOWN, *late])
    assert figures(results(archive, YEAR_2026)) == BY_HAND
    assert figures(results(archive, Period(date(2027, 1, 15), date(2027, 1, 15))))["cases"] == {"total": 5, "held": 5}
    assert results(archive, YEAR_2026).years == (2027, 2026)


def test_a_deleted_case_is_counted_in_a_period_that_has_its_whole_year(archive: Archive) -> None:
    for case_id in lay_out(archive)[:5]:
        delete_case(archive, case_id, NOW)
    assert figures(results(archive, YEAR_2026))["cases"]["total"] == 26
    half = results(archive, Period(date(2026, 1, 1), date(2026, 6, 30)))
    assert figures(half)["cases"]["total"] == 21
    assert half.is_partly_left_out
    assert not half.has_deleted
    assert any("kun et år" in note for note in notes(half))


def test_the_line_of_a_deleted_case_is_of_the_year_in_which_it_was_held_here(archive: Archive) -> None:
    """Half past eleven in the evening in UTC is the next year in Copenhagen, and a conference ahead is not held."""
    with archive.writing("Sag") as session:
        case = Case(number="2026-01", alias="Alma")
        session.add(case)
        session.flush()
        session.add_all(
            [
                Conference(
                    case_id=case.id,
                    number=1,
                    state=ConferenceState.HELD,
                    starts_at=datetime(2025, 12, 31, 23, 30, tzinfo=UTC),
                ),
                Conference(case_id=case.id, number=2, starts_at=datetime(2027, 3, 1, 16, tzinfo=UTC)),
            ]
        )
        case_id = case.id
    delete_case(archive, case_id, NOW)
    assert results(archive).years == (2026,)


def measured(archive: Archive, municipality: str = "") -> Shown:
    with archive.reading() as session:
        return figures(read_results(session, ALL_TIME, TODAY, archive.zone, municipality, method()))


def test_how_often_the_method_was_followed_is_counted_by_conference(archive: Archive) -> None:
    """Of 22 conferences: family outnumbers professionals where anybody is noted, and six are followed by another."""
    lay_out(archive)
    by_measure = measured(archive)
    assert [name for name in by_measure if name.startswith("fidelity_")] == [f"fidelity_F{n}" for n in range(1, 25)]
    assert by_measure["fidelity_F6"] == {"total": 22, "met": 16, "unmarked": 6}
    assert by_measure["fidelity_F24"] == {"total": 22, "met": 6, "not": 16}
    assert measured(archive, "Sundby")["fidelity_F24"] == {"total": 12, "met": 6, "not": 6}


def test_the_measures_count_deleted_cases_as_unmarked(archive: Archive) -> None:
    for case_id in lay_out(archive)[:5]:
        delete_case(archive, case_id, NOW)
    assert measured(archive)["fidelity_F24"] == {"total": 22, "met": 6, "not": 11, "unmarked": 5}


def test_the_time_to_the_first_conference_is_told_by_weeks_and_never_by_one_family(archive: Archive) -> None:
    lay_out(archive, [replace(sundby(), lead=days) for days in (28, 56, 57) for _number in range(5)])
    shown = figures(results(archive))
    assert shown["lead_weeks"] == {"total": 15, "within_four": 5, "within_eight": 5, "later": 5}
    assert shown["lead_time"] == {"median": 56}


def test_what_became_of_an_agreement_is_what_was_said_last(archive: Archive) -> None:
    """It was done at the second conference, and changed at the third; the order of the rows says nothing."""
    ids = lay_out(archive)[10:16]
    with archive.writing("Tredje") as session:
        for case_id in ids:
            third = Conference(case_id=case_id, number=3, state=ConferenceState.HELD)
            session.add(third)
            session.flush()
            done = session.scalars(select(Progress).where(Progress.case_id == case_id)).one()
            item_id, second = done.item_id, done.conference_id
            session.delete(done)
            session.flush()
            for conference_id, state in ((third.id, ProgressState.CHANGED), (second, ProgressState.DONE)):
                session.add(Progress(case_id=case_id, conference_id=conference_id, item_id=item_id, state=state))
                session.flush()
    assert figures(results(archive))["items_by_progress"] == {"total": 36, "changed": 6, "not_yet": 30}


def test_a_period_is_said_in_words() -> None:
    assert period_words(ALL_TIME) == "hele tiden"
    assert period_words(YEAR_2026) == "2026"
    assert period_words(Period(date(2026, 3, 1), date(2026, 8, 31))) == "fra 1-3-2026 til 31-8-2026"
    assert period_words(Period(ends=date(2026, 8, 31))) == "til 31-8-2026"
