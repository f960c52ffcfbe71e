"""`samordner conference`: a conference as it went, and whether the method was followed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.casework.facts import case_by_number, facts_of
from samordner_tui.casework.fidelity import write_remark
from tests.cli.conftest import Rows, Say
from tests.conftest import NOW, TODAY

EMIL = "2026-19"
NAMES = ("Emil", "Mads", "Hanne", "Line", "Kenneth", "Spejderhytten")


def fidelity(say: Say, *words: object) -> dict[str, dict[str, object]]:
    """The marks by their id."""
    said = say("conference", "fidelity", *words, "--json")
    assert said.code == 0, said.err
    rows: Rows = json.loads(said.out)
    return {str(row["id"]): row for row in rows}


@pytest.mark.usefixtures("demo")
def test_a_held_conference_is_told_measure_by_measure(say: Say) -> None:
    """Emil's first conference went by the book; the next one is in five days."""
    found = fidelity(say, EMIL, "--conference", 1)
    assert list(found) == [f"F{number}" for number in range(1, 25)]
    states = {which: row["state"] for which, row in found.items()}
    assert [which for which, state in states.items() if state != "met"] == ["F20", "F24"]
    assert (states["F20"], states["F24"]) == ("not_relevant", "not_yet")
    assert found["F17"] == {
        "id": "F17",
        "state": "met",
        "reason": "Familien var alene i 92 min.",
        "title": "Familien har tid alene",
        "remark": None,
    }
    assert found["F24"]["reason"] == "Den 2. rådslagning er sat til fredag 15. januar."


@pytest.mark.usefixtures("demo")
def test_almas_conference_lacks_what_the_samordner_has_still_to_do(say: Say) -> None:
    """Two are not visited, the note taker has not answered, and nobody knows where the small one goes."""
    found = fidelity(say, "2027-03")
    met = [which for which, row in found.items() if row["state"] == "met"]
    assert met == ["F1", "F2", "F3", "F4", "F5", "F10", "F15"]
    assert {row["state"] for row in found.values()} == {"met", "not_yet"}
    assert found["F7"]["reason"] == "8 af 10 er besøgt."
    assert found["F11"]["reason"] == "Et ekstra rum til et lille barn mangler."
    assert found["F13"]["reason"] == "Nadia har ikke svaret endnu."


@pytest.mark.usefixtures("demo")
def test_freja_and_noahs_conference_waits_for_the_evening_alone(say: Say) -> None:
    """Everything is ready: only what happens tonight and after is not yet."""
    found = fidelity(say, "2027-01")
    waits = [which for which, row in found.items() if row["state"] == "not_yet"]
    assert waits == ["F6", "F7", "F9", "F12", *(f"F{number}" for number in range(16, 25))]
    assert found["F8"]["state"] == found["F13"]["state"] == found["F14"]["state"] == "met"


def test_a_remark_is_told_with_its_measure(demo: Path, say: Say) -> None:
    with Archive.open(demo, None, clock=lambda: NOW) as archive, archive.writing("Bemærkning til et mål") as session:
        held = facts_of(session, case_by_number(session, EMIL)).conferences[0]
        write_remark(session, held.id, "F12", "Maden kom sent.", TODAY)
    assert fidelity(say, EMIL, "--conference", 1)["F12"]["remark"] == "Maden kom sent."
    lines = say("conference", "fidelity", EMIL, "--conference", 1).out.splitlines()
    place = lines.index("F12 I spiser sammen: opfyldt")
    assert lines[place + 1 : place + 3] == ["  I spiste sammen.", "  Bemærkning: Maden kom sent."]


@pytest.mark.usefixtures("demo")
def test_a_conference_is_shown_with_its_times_and_counts_and_no_name(say: Say) -> None:
    shown = say("conference", "show", EMIL, "--conference", 1, "--json")
    assert shown.code == 0, shown.err
    assert not any(name in shown.out for name in NAMES)
    told = shown.json
    assert (told["number"], told["kind"], told["state"]) == (1, "first", "held")
    assert told["starts_at"] == "2026-10-14T16:30:00+02:00"
    assert told["trin"] == [
        {"number": number, "round": 1, "started_at": began, "ended_at": ended, "minutes": minutes}
        for number, began, ended, minutes in (
            (1, "2026-10-14T16:36:00+02:00", "2026-10-14T17:30:00+02:00", 54),
            (2, "2026-10-14T17:40:00+02:00", "2026-10-14T19:12:00+02:00", 92),
            (3, "2026-10-14T19:16:00+02:00", "2026-10-14T19:50:00+02:00", 34),
        )
    ]
    assert told["plans"] == [
        {"version": 1, "items": 8, "unclear": 0, "typed_on": "2026-10-15", "confirmed_on": "2026-10-15"}
    ]
    assert told["decisions"] == [
        {
            "round": 1,
            "outcome": "approved",
            "decided_at": "2026-10-14T19:39:00+02:00",
            "provisional_until": None,
            "leader_called": False,
            "rests_on": None,
        }
    ]
    assert told["follow_up"] == {"on": "2027-01-15", "guardian": True, "waived": False, "next": 2}


@pytest.mark.usefixtures("demo")
def test_participants_are_counted_by_group_in_each_trin(say: Say) -> None:
    """In private time there is no professional, and the carer of the mother is a helper."""
    rows = say("conference", "show", EMIL, "--conference", 1, "--json").json["participants"]
    assert rows == [
        {"trin": 1, "child": 1, "private": 9, "professional": 3, "helper": 1},
        {"trin": 2, "child": 1, "private": 9, "professional": 0, "helper": 1},
        {"trin": 3, "child": 1, "private": 9, "professional": 2, "helper": 1},
    ]


@pytest.mark.usefixtures("demo")
def test_a_conference_is_read_aloud_line_by_line(say: Say) -> None:
    lines = say("conference", "show", EMIL, "--conference", 1).out.splitlines()
    assert lines[0] == "Sag 2026-19, 1. rådslagning"
    assert not any(name in line for name in NAMES for line in lines)
    assert "Trin 2: 17.40 til 19.12, 92 min." in lines
    assert "Med i trin 2: 1 barn · 9 fra familien og netværket · 1 hjælper" in lines
    assert "Plan, udgave 1: 8 punkter" in lines
    assert "I mødes igen fredag 15. januar." in lines


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("command", ["show", "fidelity"])
def test_a_conference_that_is_not_there_is_refused_with_a_sentence(say: Say, command: str) -> None:
    said = say("conference", command, EMIL, "--conference", 7)
    assert said.code != 0
    assert "ingen rådslagning nummer 7" in said.err
    assert "Der er ingen sag med nummeret 2020-01." in say("conference", command, "2020-01").err
