"""Import of an export gives an equal export, byte for byte."""

from __future__ import annotations

import json
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.refusals import CannotUndo
from samordner_tui.casework.facts import case_by_number, facts_of
from samordner_tui.casework.fidelity import write_remark
from samordner_tui.exchange.calendar import Dates
from samordner_tui.exchange.case_file import export_case, import_case
from samordner_tui.method.fidelity import remarks
from samordner_tui.resources import case_files
from tests.conftest import TODAY
from tests.exchange.hand_written import as_file, small
from tests.exchange.made_cases import cases

FICTIONAL = sorted(path.name for path in case_files().glob("*.json"))


def renumbered(export: bytes, number: str) -> bytes:
    """The same export under another number."""
    file = json.loads(export)
    return export.replace(f'"number": "{file["case"]["number"]}"'.encode(), f'"number": "{number}"'.encode(), 1)


@pytest.mark.parametrize("name", FICTIONAL)
def test_a_fictional_case_is_written_as_it_was_read(archive: Archive, name: str) -> None:
    content = (case_files() / name).read_bytes()
    number = import_case(archive, content, TODAY)
    assert export_case(archive, number, TODAY, "from_today") == content


@pytest.mark.parametrize("name", FICTIONAL)
def test_an_export_with_its_dates_gives_an_equal_export_under_another_number(archive: Archive, name: str) -> None:
    number = import_case(archive, (case_files() / name).read_bytes(), TODAY)
    first = export_case(archive, number, TODAY)
    import_case(archive, first, TODAY + timedelta(days=400), number="igen-1")
    assert export_case(archive, "igen-1", TODAY) == renumbered(first, "igen-1")


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive for many cases."""
    return Archive.create_training(Path(tempfile.mkdtemp(dir=tmp_path_factory.mktemp("mange"))) / "arkiv")


MANY = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    # A whole case takes minutes to shrink, and its sentence tells the place already.
    phases=[phase for phase in Phase if phase not in {Phase.shrink, Phase.explain}],
)
COUNTER = iter(range(1_000_000))


@settings(MANY, max_examples=40)
@given(case=cases(), form=st.sampled_from(get_args(Dates)))
def test_any_case_that_can_be_held_comes_back_equal(lasting: Archive, case: dict[str, object], form: Dates) -> None:
    number, again = f"a-{next(COUNTER)}", f"b-{next(COUNTER)}"
    import_case(lasting, as_file(case), TODAY, number=number)
    first = export_case(lasting, number, TODAY, form)
    import_case(lasting, first, TODAY, number=again)
    assert export_case(lasting, again, TODAY, form) == renumbered(first, again)


def test_a_venue_that_is_known_is_not_added_again(archive: Archive) -> None:
    case = small()
    case["venues"] = [{"id": "a", "name": "Forsamlingshuset"}, {"id": "b", "name": "Hallen", "price": 75.5}]
    case["bookings"] = [
        {"conference_id": "første", "kind": "venue", "venue_id": "b"},
        {"conference_id": "første", "kind": "venue", "venue_id": "a"},
    ]
    import_case(archive, as_file(case), TODAY)
    first = export_case(archive, "2027-07", TODAY)
    import_case(archive, first, TODAY, number="2027-08")
    assert export_case(archive, "2027-08", TODAY) == renumbered(first, "2027-08")
    assert [venue["name"] for venue in json.loads(first)["venues"]] == ["Hallen", "Forsamlingshuset"]


def test_two_venues_alike_stay_two(archive: Archive) -> None:
    case = small()
    case["venues"] = [{"id": "a", "name": "Hallen"}, {"id": "b", "name": "Hallen"}]
    case["bookings"] = [{"conference_id": "første", "kind": "venue", "venue_id": one} for one in ("a", "b")]
    import_case(archive, as_file(case), TODAY)
    first = export_case(archive, "2027-07", TODAY)
    assert len(json.loads(first)["venues"]) == 2
    import_case(archive, first, TODAY, number="2027-08")
    assert export_case(archive, "2027-08", TODAY) == renumbered(first, "2027-08")


def test_a_reason_about_a_person_follows_the_person(archive: Archive) -> None:
    case = small()
    case["people"] += [{"id": "people-4", "name": "Inge"}]
    case["notices"] = [
        {"kind": "set_aside", "about": f"task:visit_invitee/{one}", "reason": "rejser", "given_on": "2027-01-02"}
        for one in ("people-4", "noget")
    ]
    import_case(archive, as_file(case), TODAY)
    with archive.reading() as session:
        inge = session.scalar(select(Person.id).where(Person.name == "Inge"))
        assert list(session.scalars(select(Notice.about))) == [f"task:visit_invitee/{inge}", "task:visit_invitee/noget"]
    assert "task:visit_invitee/people-4" in export_case(archive, "2027-07", TODAY).decode()


def test_a_remark_on_a_measure_follows_its_conference(archive: Archive) -> None:
    content = (case_files() / "emil.json").read_bytes()
    number = import_case(archive, content, TODAY)
    with archive.writing("Bemærkning til et mål") as session:
        held = facts_of(session, case_by_number(session, number)).conferences[0]
        write_remark(session, held.id, "F12", "Maden kom sent, men vi ventede.", TODAY)
    first = export_case(archive, number, TODAY)
    assert held.id not in first.decode()
    import_case(archive, first, TODAY, number="igen-1")
    assert export_case(archive, "igen-1", TODAY) == renumbered(first, "igen-1")
    with archive.reading() as session:
        facts = facts_of(session, case_by_number(session, "igen-1"))
    assert remarks(facts, facts.conferences[0]) == {"F12": "Maden kom sent, men vi ventede."}
    assert remarks(facts, facts.conferences[1]) == {}


def test_an_import_is_one_step_of_the_history_that_is_not_undone(archive: Archive) -> None:
    import_case(archive, as_file(small()), TODAY)
    with archive.reading() as session:
        case_id = case_by_number(session, "2027-07")
    assert [line.label for line in archive.history(case_id)] == ["Sag hentet ind"]
    with pytest.raises(CannotUndo):
        archive.undo(case_id)


@settings(MANY, max_examples=25)
@given(case=cases(), day=st.dates(date(1990, 1, 1), date(2050, 1, 1)))
def test_what_is_left_of_any_case_on_any_day_is_a_case(lasting: Archive, case: dict[str, object], day: date) -> None:
    number, again = f"c-{next(COUNTER)}", f"d-{next(COUNTER)}"
    import_case(lasting, as_file(case), TODAY, number=number, as_of=day.isoformat())
    left = export_case(lasting, number, TODAY)
    import_case(lasting, left, TODAY, number=again, as_of=day.isoformat())
    assert export_case(lasting, again, TODAY) == renumbered(left, again)
