"""What each kind of field takes, and how it shows it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import add, change_fields
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import StageId
from samordner_tui.tui.widgets.fields.line import LineField
from samordner_tui.tui.widgets.fields.lines import LinesField
from tests.tui.conftest import Open, Seeded
from tests.tui.preparing import act


@pytest.mark.parametrize(
    ("table", "row", "name", "typed", "kept", "shown"),
    [
        ("contacts", "visit", "held_on", "9/1", date(2027, 1, 9), "lør. 9. jan."),
        ("contacts", "visit", "held_on", "i går", date(2027, 1, 9), "lør. 9. jan."),
        ("contacts", "visit", "held_on", "14-01-2027", date(2027, 1, 14), "tors. 14. jan."),
        ("contacts", "visit", "held_on", "tors", date(2027, 1, 14), "tors. 14. jan."),
        (
            "contacts",
            "visit",
            "planned_at",
            "14/1 17.30",
            datetime(2027, 1, 14, 16, 30, tzinfo=UTC),
            "tors. 14. jan. kl. 17.30",
        ),
        ("contacts", "visit", "kilometres", "12,5", Decimal("12.5"), "12,5"),
        ("people", "inge", "age", " 69 ", 69, "69"),
        ("people", "inge", "phone", "12 34 56 78", "12 34 56 78", "12 34 56 78"),
    ],
)
async def test_what_is_typed_is_understood_and_shown(
    table: str, row: str, name: str, typed: str, kept: Value, shown: str, open_case: Open, seeded: Seeded
) -> None:
    async with open_case() as walk:
        field = await walk.open(table, row, name)
        await walk.type(typed)
        await walk.press("tab")
        await walk.settle()
        assert seeded.value(table, seeded.ids[row], name) == kept
        assert field.text == shown


@pytest.mark.parametrize(
    ("table", "row", "name", "first", "again", "kept"),
    [
        ("contacts", "visit", "held_on", "9/1", "8/1", date(2027, 1, 8)),
        ("contacts", "visit", "planned_at", "14/1 17.30", "15/1 18", datetime(2027, 1, 15, 17, tzinfo=UTC)),
        ("contacts", "visit", "kilometres", "12,5", "30", Decimal("30")),
        ("people", "inge", "age", "69", "70", 70),
        ("people", "inge", "phone", "12 34", " 56 78", "12 34 56 78"),
    ],
)
async def test_a_date_or_number_that_stands_there_is_replaced_and_text_is_added_to(
    table: str, row: str, name: str, first: str, again: str, kept: Value, open_case: Open, seeded: Seeded
) -> None:
    async with open_case() as walk:
        await walk.open(table, row, name)
        await walk.type(first)
        await walk.press("tab")
        await walk.settle()
        await walk.press("shift+tab")
        await walk.type(again)
        await walk.press("tab")
        await walk.settle()
        assert seeded.value(table, seeded.ids[row], name) == kept


async def test_a_hidden_field_is_masked_until_it_is_asked_for(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "address")
        await walk.type("Strandvej 1")
        await walk.press("tab")
        await walk.settle()
        assert seeded.inge("address") == "Strandvej 1"
        assert "Strandvej" not in walk.text_on_screen()
        await walk.press("shift+tab", "f4")
        await walk.pilot.pause()
        assert "Strandvej 1" in walk.text_on_screen()
        await walk.press("tab")
        await walk.pilot.pause()
        assert "Strandvej" not in walk.text_on_screen()
        assert isinstance(row.control, LineField)


async def test_a_secret_address_stands_nowhere_on_the_screen_until_it_is_asked_for(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    secret: dict[str, Value] = {"address": "Strandvej 1, 7800 Skive", "address_secret": True}
    with seeded.archive.writing("Adresse", seeded.case_id) as session:
        change_fields(session, Person, seeded.ids["inge"], secret, today)
    async with open_case(size=(80, 24)) as walk:
        walk.stage.list.focus()
        for key in ("o", "escape", "h", "escape"):
            await act(walk, key)
            assert "Strandvej" not in walk.text_on_screen()
        await walk.open("people", "inge", "address")
        assert "Strandvej" not in walk.text_on_screen()
        await walk.press("f4")
        await walk.pilot.pause()
        assert "Strandvej 1, 7800 Skive" in walk.text_on_screen()
        await walk.press("tab")
        await walk.pilot.pause()
        assert "Strandvej" not in walk.text_on_screen()


async def test_a_hidden_text_of_several_lines_is_covered(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("children", "child", "fears")
        await walk.type("mørke")
        await walk.press("shift+tab")
        await walk.settle()
        assert seeded.value("children", seeded.ids["child"], "fears") == "mørke"
        assert "mørke" not in walk.text_on_screen()
        await walk.press("tab", "f4")
        await walk.pilot.pause()
        assert "mørke" in walk.text_on_screen()
        assert isinstance(row.control, LinesField)


async def test_the_calendar_picks_a_date(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        row = await walk.open("contacts", "visit", "held_on")
        await walk.press("f4")
        await walk.pilot.pause()
        assert "januar 2027" in walk.text_on_screen()
        await walk.press("down", "right", "enter")
        await walk.settle()
        assert seeded.value("contacts", seeded.ids["visit"], "held_on") == date(2027, 1, 18)
        assert row.text == "man. 18. jan."


async def test_a_time_of_day(open_case: Open, seeded: Seeded) -> None:
    with seeded.archive.writing("Leder", seeded.case_id) as session:
        from samordner_tui.archive.records.assignment import Authority
        from samordner_tui.casework.change import add
        from samordner_tui.method.terms import AuthorityKind

        seeded.ids["leader"] = add(
            session, Authority, seeded.case_id, date(2027, 1, 10), kind=AuthorityKind.LEADER, name="Bo"
        )
    async with open_case() as walk:
        row = await walk.open("authorities", "leader", "reachable_from")
        await walk.type("1630")
        await walk.press("tab")
        await walk.settle()
        assert seeded.value("authorities", seeded.ids["leader"], "reachable_from") == time(16, 30)
        assert row.text == "16.30"


async def test_alt_gr_letters_are_typed(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "email")
        await walk.press("i", "at", "b", "full_stop", "d", "k", "tab")
        await walk.settle()
        assert seeded.inge("email") == "i@b.dk"


async def test_a_name_known_in_the_case_is_taken_by_a_key_and_not_typed_again(open_case: Open, seeded: Seeded) -> None:
    async with open_case(StageId.ASSIGNMENT) as walk:
        field = await walk.open("engagements", "engagement", "contact_person")
        assert "→ Alma, Inge, Mette" in walk.text_on_screen()
        await walk.press("right", "right")
        assert field.text == "Inge"
        await walk.empty("contact_person")
        await walk.type("me")
        await walk.pilot.pause(0.05)
        await walk.press("right", "tab")
        await walk.settle()
        assert seeded.value("engagements", seeded.ids["engagement"], "contact_person") == "Mette"


async def test_a_name_that_stands_there_is_not_turned_into_another(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "name")
        await walk.press("end", "right", "right", "tab")
        await walk.settle()
        assert seeded.inge("name") == "Inge"


async def test_a_time_alone_is_understood_where_the_form_says_when_it_begins(
    open_case: Open, seeded: Seeded, today: date
) -> None:
    with seeded.archive.writing("Rådslagning", seeded.case_id) as session:
        begins: dict[str, Value] = {"number": 1, "starts_at": datetime(2027, 1, 21, 16, tzinfo=UTC)}
        seeded.ids["conference"] = add(session, Conference, seeded.case_id, today, **begins)
    async with open_case() as walk:
        await walk.open("conferences", "conference", "ends_at")
        await walk.type("21.30")
        await walk.press("tab")
        await walk.settle()
        kept = seeded.value("conferences", seeded.ids["conference"], "ends_at")
        assert kept == datetime(2027, 1, 21, 20, 30, tzinfo=UTC)
