"""What is typed in a box of one line outlives escape, a lock and a kill, until the answer is written."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import cast

import pytest
from sqlalchemy.orm import Session
from textual.worker import Worker

from samordner_tui.archive.file import Archive
from samordner_tui.refusals import Refused
from samordner_tui.tui.dialogs.words import LineDialog
from samordner_tui.tui.screens.new_case import NewCaseDialog
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.stages.asking import Asking
from samordner_tui.tui.stages.carrying_out import action
from samordner_tui.tui.widgets.drafted import DRAFT_AFTER
from samordner_tui.tui.widgets.drafted_line import DraftedLine
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.world import until


async def asked(walk: Walk) -> LineDialog:
    """Ask for a reason, and give the box."""
    ask_reason(walk)
    await until(walk.pilot, lambda: isinstance(walk.app.screen, LineDialog))
    assert isinstance(walk.app.screen, LineDialog)
    return walk.app.screen


def ask_reason(walk: Walk) -> Worker[str | None]:
    """Ask why Inge is not visited."""
    asking: Coroutine[None, None, str | None] = walk.stage.ask_reason("Hvorfor?", "Besøg Inge")
    return walk.stage.run_worker(asking)


async def test_a_reason_is_a_draft_a_moment_after_a_key(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await asked(walk)
        await walk.type("hun rej")
        await walk.pilot.pause(DRAFT_AFTER + 0.2)
        assert seeded.drafts() == {"line": "hun rej"}
        assert "Inge" not in str(seeded.archive.drafts(seeded.case_id))


async def test_a_box_closed_by_escape_opens_again_with_what_was_typed(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await asked(walk)
        await walk.type("hun rejser")
        await walk.press("escape")
        await walk.settle()
        assert (await asked(walk)).field.value == "hun rejser"


async def test_a_reason_outlives_a_lock(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await asked(walk)
        await walk.type("hun rejser")
        await walk.app.lock_now()
    with Archive.open(seeded.folder, None) as archive:
        assert Seeded(archive, seeded.folder, seeded.case_id).drafts() == {"line": "hun rejser"}


def leave(session: Session) -> None:
    """Write nothing."""


def refuse(session: Session) -> None:
    """A rule says no."""
    raise Refused("Det går ikke.")


async def test_the_draft_of_a_reason_goes_when_it_is_written_and_not_before(open_case: Open, seeded: Seeded) -> None:
    async with open_case() as walk:
        await asked(walk)
        await walk.type("hun rejser")
        await walk.press("enter")
        with pytest.raises(Refused):
            await walk.stage.write("Grund", refuse)
        await walk.settle()
        assert seeded.drafts() == {"line": "hun rejser"}
        await asked(walk)
        await walk.press("enter")
        await walk.stage.write("Grund", leave)
        await walk.settle()
        assert seeded.drafts() == {}


class GivesUp(Asking):
    """Two boxes, one after the other."""

    @action
    async def answer_one_of_two(self) -> None:
        """The first is answered, the second is not."""
        if await self.ask_text("Hvordan lyder det?", draft="new-words") is not None:
            await self.ask_text("Hvornår?")


async def test_what_is_answered_stays_a_draft_when_the_next_box_is_given_up(open_case: Open, seeded: Seeded) -> None:
    """Also when something else is written in the case afterwards."""
    async with open_case() as walk:
        GivesUp.answer_one_of_two(cast("GivesUp", walk.stage))
        await until(walk.pilot, lambda: isinstance(walk.app.screen, LineDialog))
        await walk.type("han vil bo hos Inge")
        first = walk.app.screen
        await walk.press("enter")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, LineDialog) and walk.app.screen is not first)
        await walk.press("escape")
        await walk.settle()
        await walk.stage.write("Noget andet", leave)
        await walk.settle()
        assert seeded.drafts() == {"line": "han vil bo hos Inge"}


async def test_what_is_typed_of_a_new_case_outlives_escape_and_goes_with_the_case(
    open_case: Open, seeded: Seeded
) -> None:
    async with open_case() as walk:
        await walk.press("escape")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, OverviewScreen)
        for round_number in range(2):
            await walk.press("n")
            await until(walk.pilot, lambda: isinstance(walk.app.screen, NewCaseDialog))
            dialog = walk.app.screen
            assert isinstance(dialog, NewCaseDialog)
            alias = dialog.query_one("#alias", DraftedLine)
            assert alias.value == ("", "Birk")[round_number]
            alias.focus()
            await walk.pilot.pause()
            if not round_number:
                await walk.type("Birk")
                await walk.press("escape")
                await walk.settle()
                assert set(seeded.archive.drafts(None).values()) == {"Birk"}
        await walk.press("enter")
        await walk.settle()
        await until(walk.pilot, lambda: seeded.archive.drafts(None) == {})
