"""Answers typed in from paper: the list tells of no small group how many they are, and the last can be mended."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from samordner_tui.archive.records.after import Evaluation
from samordner_tui.archive.records.day import Conference
from samordner_tui.casework.change import add
from samordner_tui.method.terms import ConferenceState, StageId
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.world import until


def _answers(seeded: Seeded) -> list[str]:
    with seeded.archive.reading() as session:
        return list(session.scalars(select(Evaluation.id)))


async def _type_one(walk: Walk) -> None:
    """On the line of the network: enter, and back."""
    walk.stage.list.point_at("+network")
    walk.stage.list.focus()
    await walk.pilot.pause()
    await walk.press("enter")
    await until(walk.pilot, lambda: walk.stage.form is not None)
    await walk.press("escape")
    await until(walk.pilot, lambda: walk.stage.form is None)
    await walk.settle()


async def test_two_typed_answers_look_like_one_and_the_last_is_mended_or_undone(
    seeded: Seeded, open_case: Open, today: date
) -> None:
    with seeded.archive.writing("Holdt", seeded.case_id) as session:
        add(session, Conference, seeded.case_id, today, number=1, state=ConferenceState.HELD)
    async with open_case(StageId.EVALUATION, (80, 24)) as walk:
        await until(walk.pilot, lambda: "Svarene" in walk.text_on_screen())
        assert "Ret svar" not in walk.text_on_screen()
        await _type_one(walk)
        await until(walk.pilot, lambda: "færre end 5 svar" in walk.text_on_screen())
        one = walk.text_on_screen()
        await _type_one(walk)
        assert len(_answers(seeded)) == 2
        assert walk.text_on_screen() == one, "nothing on the screen tells one from two"
        assert "Ret svar" in one
        await walk.press("k")
        await until(walk.pilot, lambda: walk.stage.form is not None)
        form = walk.stage.form
        assert form is not None
        assert form.view.row_id in _answers(seeded)
        await walk.press("escape")
        await until(walk.pilot, lambda: walk.stage.form is None)
        await walk.press("ctrl+z")
        await until(walk.pilot, lambda: len(_answers(seeded)) == 1)
        await walk.press("k")
        await until(walk.pilot, lambda: "Det er her ikke længere" in walk.said())
