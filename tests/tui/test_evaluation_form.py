"""The evaluation at the laptop: only the form is shown, one after the other answers, and nothing leads out of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from textual import events
from textual.pilot import Pilot

from samordner_tui.archive.file import Archive
from samordner_tui.archive.private_time import PRIVATE_TIME
from samordner_tui.archive.records.after import Evaluation
from samordner_tui.archive.records.day import Conference, Step
from samordner_tui.casework.change import add
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import ConferenceState, Respondent, StageId
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.evaluation_form import EvaluationFormScreen
from samordner_tui.tui.screens.evaluation_kept import AnswersKept
from samordner_tui.tui.screens.unlock import UnlockScreen
from samordner_tui.tui.widgets.answer_scale import AnswerScale
from samordner_tui.tui.widgets.respondents import Respondents
from samordner_tui.tui.widgets.secret import SecretInput
from tests.tui.world import PASSPHRASE, TODAY, almas_case, new_archive, running, shown, type_text, until

Answer = tuple[Respondent, int | None, int | None, int | None, str | None]


@asynccontextmanager
async def at_the_laptop(
    folder: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[SamordnerApp, Pilot[None], Archive]]:
    """The form, opened from the stage of a conference that is held."""
    archive = new_archive(folder / "arkiv")
    case_id = almas_case(archive)
    with archive.writing("Holdt", case_id) as session:
        add(session, Conference, case_id, TODAY, number=1, state=ConferenceState.HELD)
    app = SamordnerApp(archive=archive, config=folder, today=TODAY)
    async with running(app, size) as pilot:
        app.open_case(case_id, StageId.EVALUATION)
        await until(pilot, lambda: isinstance(app.screen, CaseScreen) and "Svarene" in shown(app))
        await pilot.press("f")
        await until(pilot, lambda: isinstance(app.screen, EvaluationFormScreen) and "Hvem svarer?" in shown(app))
        yield app, pilot, archive


def answers(archive: Archive) -> list[Answer]:
    """What is kept, in the order of the groups."""
    with archive.reading() as session:
        rows = session.scalars(select(Evaluation)).all()
        return sorted(
            (one.group, one.felt_involved, one.measures_agreed, one.effect_on_child, one.words) for one in rows
        )


def drafts(archive: Archive) -> list[str]:
    """What is half filled in."""
    with archive.reading() as session:
        (case_id,) = {one.case_id for one in session.scalars(select(Conference))}
    return [*archive.drafts(case_id).values()]


async def test_a_child_answers_with_faces_and_one_question_is_shown_at_a_time(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("1")
        await until(pilot, lambda: "Lyttede de voksne til dig?" in shown(app))
        assert "╰───╯" in shown(app)
        assert "Alma" not in shown(app)
        await pilot.press("5", "right", "enter")
        await until(pilot, lambda: "Spørgsmål 3 af 4" in shown(app))
        assert "Lyttede" not in shown(app)
        await pilot.press("0")
        await type_text(pilot, "Mere is")
        await pilot.press("enter")
        await until(pilot, lambda: "Tak" in shown(app))
        assert answers(archive) == [(Respondent.CHILD, 4, 0, None, "Mere is")]
        await until(pilot, lambda: drafts(archive) == [])


async def test_the_next_one_sees_nothing_of_what_was_answered_before(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("2", "4", "4", "4")
        await type_text(pilot, "hemmeligt")
        await pilot.press("enter")
        await until(pilot, lambda: "Tak" in shown(app))
        await pilot.press("backspace", "escape")
        assert "hemmeligt" not in shown(app)
        await pilot.press("2")
        await until(pilot, lambda: app.screen.query_one(AnswerScale).has_focus)
        assert app.screen.query_one(AnswerScale).cursor < 0
        await pilot.press("1", "1", "1")
        await until(pilot, lambda: "Spørgsmål 4 af 4" in shown(app))
        assert "hemmeligt" not in shown(app)
        await pilot.press("ctrl+z", "ctrl+z", "enter")
        await until(pilot, lambda: len(answers(archive)) == 2)
        assert answers(archive) == [
            (Respondent.FAMILY, 0, 0, 0, None),
            (Respondent.FAMILY, 3, 3, 3, "hemmeligt"),
        ]


@pytest.mark.parametrize(("key", "kept"), [("1", None), ("2", True), ("3", False)])
async def test_escape_halfway_asks_and_does_as_it_is_told(tmp_path: Path, key: str, *, kept: bool | None) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("3", "2", "escape")
        await until(pilot, lambda: "Vil du stoppe her?" in shown(app))
        await pilot.press(key)
        if kept is None:
            await until(
                pilot, lambda: "Spørgsmål 2 af 4" in shown(app) and isinstance(app.screen, EvaluationFormScreen)
            )
            return
        await until(pilot, lambda: "Tak" in shown(app) or "Hvem svarer?" in shown(app))
        await until(pilot, lambda: drafts(archive) == [])
        assert answers(archive) == ([(Respondent.NETWORK, 1, None, None, None)] if kept else [])


async def test_a_name_is_refused_and_the_words_stay_to_be_mended(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("4", "1", "1", "1")
        await type_text(pilot, "Mette var god")
        await pilot.press("enter")
        await until(pilot, lambda: "Der står et navn: Mette" in shown(app))
        assert answers(archive) == []
        await pilot.press("home", *["delete"] * 5)
        await type_text(pilot, "Moren")
        await pilot.press("enter")
        await until(pilot, lambda: [one[4] for one in answers(archive)] == ["Moren var god"])


async def test_a_cpr_number_is_not_kept_in_an_answer(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("4", "1", "1", "1")
        await type_text(pilot, "010203-1234")
        await pilot.press("enter")
        await until(pilot, lambda: "CPR" in shown(app))
        assert answers(archive) == []
        assert all("1234" not in one for one in drafts(archive))


async def test_no_key_leads_out_of_the_form_but_the_passphrase(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, _archive):
        for widget in (Respondents, SecretInput):
            for key in (*(f"f{one}" for one in range(1, 13)), "ctrl+p", "ctrl+q", "ctrl+z", "escape", "h", "x"):
                app.screen.query_one(widget).focus()
                await pilot.press(key)
                assert isinstance(app.screen, EvaluationFormScreen), key
        await pilot.press("escape")
        await type_text(pilot, "forkert")
        await pilot.press("enter")
        await until(pilot, lambda: "passer ikke" in shown(app))
        assert "forkert" not in shown(app)
        await pilot.press("escape")
        await type_text(pilot, PASSPHRASE)
        assert PASSPHRASE not in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))


async def test_what_is_half_answered_is_kept_when_the_archive_locks_and_is_read_by_nobody(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("2", "3")
        await until(pilot, lambda: "Spørgsmål 2 af 4" in shown(app))
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen) and app.archive is None)
        await until(pilot, lambda: not app.closing.locked())
        folder = archive.folder
    with Archive.open(folder, PASSPHRASE) as opened:
        assert answers(opened) == [(Respondent.FAMILY, 2, None, None, None)]
        assert drafts(opened) == []


async def test_what_a_crash_left_half_answered_is_kept_and_not_shown_to_the_next(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("2", "3")
        await until(pilot, lambda: len(drafts(archive)) == 1)
        # As if the program had been cut off here: nothing of it is saved in an orderly way.
        screen = app.screen
        assert isinstance(screen, EvaluationFormScreen)
        screen._filled = None
        screen.dismiss(None)
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))
        await pilot.press("f")
        await until(pilot, lambda: answers(archive) == [(Respondent.FAMILY, 2, None, None, None)])
        await until(pilot, lambda: drafts(archive) == [])
        assert "Hvem svarer?" in shown(app)


async def test_what_a_crash_left_is_kept_also_where_the_next_presses_keys_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("2", "3")
        await until(pilot, lambda: len(drafts(archive)) == 1)
        screen = app.screen
        assert isinstance(screen, EvaluationFormScreen)
        screen._filled = None
        screen.dismiss(None)
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))
        may_go_on, kept = asyncio.Event(), AnswersKept.keep_what_was_cut_off

        async def late(answers: AnswersKept) -> None:
            await may_go_on.wait()
            await kept(answers)

        monkeypatch.setattr(AnswersKept, "keep_what_was_cut_off", late)
        await pilot.press("f")
        await until(pilot, lambda: isinstance(app.screen, EvaluationFormScreen))
        await pilot.press("1", "5", "x", "escape")
        may_go_on.set()
        await until(pilot, lambda: "Hvem svarer?" in shown(app))
        assert answers(archive) == [(Respondent.FAMILY, 2, None, None, None)]
        assert drafts(archive) == []
        await pilot.press("1", "5")
        await until(pilot, lambda: len(drafts(archive)) == 1)


async def test_each_answer_has_a_draft_of_its_own(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("2", "3")
        await until(pilot, lambda: len(drafts(archive)) == 1)
        screen = app.screen
        assert isinstance(screen, EvaluationFormScreen)
        # As if the answer could not be written: the next one begins all the same.
        screen._filled = None
        await pilot.press("escape", "1", "5")
        await until(pilot, lambda: len(drafts(archive)) == 2)


@pytest.mark.parametrize("words", ["", "godt"])
async def test_enter_pressed_twice_keeps_one_answer(tmp_path: Path, words: str) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("2", "4", "4", "4")
        await type_text(pilot, words)
        for _ in range(2):
            app.post_message(events.Key("enter", "\r"))
        await until(pilot, lambda: answers(archive) != [])
        await pilot.pause()
        await until(pilot, lambda: "Tak" in shown(app) or "Hvem svarer?" in shown(app))
        assert answers(archive) == [(Respondent.FAMILY, 3, 3, 3, words or None)]


async def test_words_cut_off_halfway_are_kept_without_the_name_in_them(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("3", "1", "1", "1")
        await type_text(pilot, "Mette lyttede")
        await pilot.press("escape")
        await until(pilot, lambda: "Vil du stoppe her?" in shown(app))
        await pilot.press("2")
        await until(pilot, lambda: answers(archive) == [(Respondent.NETWORK, 0, 0, 0, "… lyttede")])
        await until(pilot, lambda: drafts(archive) == [])


async def test_the_mouse_chooses_a_group_a_face_and_the_way_past(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.click(Respondents, offset=(5, 0))
        await until(pilot, lambda: "Spørgsmål 1 af 4" in shown(app))
        await pilot.click(AnswerScale, offset=(60, 2))
        await until(pilot, lambda: "Spørgsmål 2 af 4" in shown(app))
        await pilot.click(AnswerScale, offset=(16, 3))
        await until(pilot, lambda: "Spørgsmål 3 af 4" in shown(app))
        await pilot.click(AnswerScale, offset=(5, 7))
        await until(pilot, lambda: "Spørgsmål 4 af 4" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: answers(archive) == [(Respondent.CHILD, 4, 1, None, None)])


async def test_backspace_goes_back_and_the_answer_is_given_anew(tmp_path: Path) -> None:
    async with at_the_laptop(tmp_path) as (app, pilot, archive):
        await pilot.press("2", "1", "2", "backspace", "backspace")
        await until(pilot, lambda: "Spørgsmål 1 af 4" in shown(app))
        await pilot.press("5", "5", "5", "enter")
        await until(pilot, lambda: answers(archive) == [(Respondent.FAMILY, 4, 4, 4, None)])


@pytest.mark.parametrize("in_private_time", [1, 2])
async def test_while_the_family_is_alone_the_form_opens_for_none_of_its_conferences(
    tmp_path: Path, in_private_time: int
) -> None:
    archive = new_archive(tmp_path / "arkiv")
    case_id = almas_case(archive)
    with archive.writing("Holdt", case_id) as session:
        for number in (1, 2):
            held = add(session, Conference, case_id, TODAY, number=number, state=ConferenceState.HELD)
            if number == in_private_time:
                begun: dict[str, Value] = {"number": PRIVATE_TIME, "started_at": datetime(2027, 1, 21, 16, tzinfo=UTC)}
                add(session, Step, case_id, TODAY, conference_id=held, **begun)
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app, (80, 24)) as pilot:
        app.open_case(case_id, StageId.EVALUATION)
        await until(pilot, lambda: isinstance(app.screen, CaseScreen) and "Svarene" in shown(app))
        await pilot.press("f")
        await until(pilot, lambda: any("Evalueringen venter" in one.message for one in app._notifications))
        assert isinstance(app.screen, CaseScreen)
