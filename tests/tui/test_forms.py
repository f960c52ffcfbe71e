"""A form is drawn from data: groups that apply, the first empty field, and adding with what cannot be done without."""

from __future__ import annotations

from time import monotonic

from samordner_tui.archive.records.after import TimeEntry
from samordner_tui.method.terms import InvitationChoice, StageId
from samordner_tui.tui.dialogs.fields import FieldsDialog
from samordner_tui.tui.screens.case import CaseScreen
from tests.tui.conftest import Open, Seeded
from tests.tui.world import until


async def test_enter_opens_the_row_and_escape_goes_back_to_it(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        walk.stage.list.point_at(seeded.ids["inge"])
        await walk.press("enter")
        await walk.settle()
        assert "Person · Inge" in walk.text_on_screen()
        await walk.press("escape")
        await walk.settle()
        assert walk.stage.form is None
        assert walk.stage.list.row is not None
        assert walk.stage.list.row.id == seeded.ids["inge"]
        assert walk.focused is walk.stage.list


async def test_a_group_is_shown_when_it_applies(open_case: Open) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "invited")
        assert not walk.row("not_invited_reason").display
        await walk.press("end", "right", "right")
        await walk.pilot.pause()
        assert walk.row("not_invited_reason").display


async def test_the_form_opens_at_its_first_empty_field(open_case: Open) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge")
        focused = walk.focused
        assert focused is not None
        assert focused.parent is not None
        assert walk.row("name").widget is not focused


async def test_labels_stand_above_in_a_narrow_window_and_beside_in_a_wide_one(open_case: Open) -> None:
    async with open_case(size=(80, 24)) as walk:
        row = await walk.open("people", "inge", "name")
        assert row.size.height >= 2
        assert "Navn" in walk.text_on_screen()
    async with open_case(size=(160, 50)) as walk:
        row = await walk.open("people", "inge", "name")
        assert row.size.height == 1
        line = next(line for line in walk.text_on_screen().splitlines() if "Navn " in line)
        assert "Inge" in line


async def test_adding_asks_first_for_what_cannot_be_done_without(open_case: Open, seeded: Seeded) -> None:
    async with open_case(StageId.CLOSING) as walk:
        walk.stage.list.point_at(seeded.ids["time"])
        await walk.press("n")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, FieldsDialog))
        dialog = walk.app.screen
        assert isinstance(dialog, FieldsDialog)
        assert [row.spec.name for row in dialog.rows] == ["minutes"]
        await walk.type("45")
        await walk.press("enter")
        await walk.settle()
        with seeded.archive.reading() as session:
            assert sorted(one.minutes for one in session.query(TimeEntry)) == [30, 45]
        assert walk.stage.form is not None
        assert walk.stage.form.view.table == "time_entries"


async def test_escape_adds_nothing_and_what_was_typed_is_there_again(open_case: Open, seeded: Seeded) -> None:
    async with open_case(StageId.CLOSING) as walk:
        walk.stage.list.point_at(seeded.ids["time"])
        await walk.press("n")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, FieldsDialog))
        await walk.type("tre")
        await walk.press("enter")
        await walk.pilot.pause()
        assert "Skriv et helt tal" in walk.text_on_screen()
        await walk.press("escape")
        await walk.settle()
        with seeded.archive.reading() as session:
            assert session.query(TimeEntry).count() == 1
        await walk.press("n")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, FieldsDialog))
        dialog = walk.app.screen
        assert isinstance(dialog, FieldsDialog)
        assert dialog.rows[0].text == "tre"


async def test_help_is_shown_for_the_field_that_has_focus(open_case: Open) -> None:
    async with open_case(size=(160, 50)) as walk:
        await walk.open("people", "inge", "ring")
        await walk.pilot.pause()
        assert "1 er tættest på barnet." in walk.text_on_screen()
        await walk.press("tab")
        await walk.pilot.pause()
        assert "1 er tættest på barnet." not in walk.text_on_screen()


async def test_a_reading_that_began_before_an_answer_was_kept_does_not_take_it_away(open_case: Open) -> None:
    async with open_case() as walk:
        row = await walk.open("people", "inge", "invited")
        form = walk.stage.form
        assert form is not None
        old, begun = form.view, monotonic()
        await walk.press("end", "right", "right", "tab")
        await walk.settle()
        after = row.text
        assert after != InvitationChoice.UNDECIDED
        form.show(old, begun)
        assert row.text == after
        assert walk.row("not_invited_reason").display


async def test_escape_closes_the_form_first_also_when_nothing_has_focus(open_case: Open) -> None:
    async with open_case() as walk:
        await walk.open("people", "inge", "relation")
        await walk.type("!")
        walk.screen.set_focus(None)
        await walk.press("escape")
        await walk.settle()
        assert walk.stage.form is None
        assert walk.app.screen is walk.screen
        await walk.press("escape")
        await walk.pilot.pause()
        assert not any(isinstance(screen, CaseScreen) for screen in walk.app.screen_stack)
