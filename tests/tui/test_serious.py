"""Something grave is noted field by field; nothing of it is lost, and no words are kept while a family is alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from textual.pilot import Pilot

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.after import SeriousMatter
from samordner_tui.archive.records.day import Conference, Step
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.serious import FIELDS, WORDS
from samordner_tui.method.terms import SeriousKind, StageId
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.day import DayScreen
from samordner_tui.tui.screens.serious import SeriousDialog, advice
from samordner_tui.tui.widgets.fields.row import REST
from samordner_tui.tui.widgets.serious_before import NotesBefore
from tests.tui.world import TODAY, almas_case, running, shown, training_archive, type_text, until

BEGAN = datetime(2027, 1, 10, 10, tzinfo=UTC)


@dataclass
class Box:
    """The box over the case of Alma, and what a test does with it."""

    app: SamordnerApp
    pilot: Pilot[None]
    archive: Archive
    case_id: str

    @property
    def dialog(self) -> SeriousDialog:
        """The box."""
        assert isinstance(self.app.screen, SeriousDialog)
        return self.app.screen

    @property
    def is_open(self) -> bool:
        """Whether the box is there, with its fields."""
        return isinstance(self.app.screen, SeriousDialog) and self.app.screen.fields is not None

    async def open(self) -> None:
        """By its key."""
        await self.pilot.press("f9")
        await until(self.pilot, lambda: self.is_open)

    async def close(self) -> None:
        """By escape."""
        await self.pilot.press("escape")
        await until(self.pilot, lambda: not isinstance(self.app.screen, SeriousDialog))

    async def to(self, name: str) -> None:
        """Into a field."""
        assert self.dialog.fields is not None
        self.dialog.fields.rows[name].widget.focus()
        await self.pilot.pause()

    async def choose_kind(self) -> None:
        """Told by a child."""
        await self.to("kind")
        await self.pilot.press("right", "tab")
        await self.settle()

    async def settle(self) -> None:
        """Wait until the writer has written and the box has read."""
        for _ in range(3):
            self.archive.writer.drain()
            await self.pilot.pause(0.05)

    def notes(self) -> list[dict[str, object]]:
        """What is noted."""
        return notes(self.archive)

    def drafts(self) -> dict[str, str]:
        """What is typed and not kept, by field."""
        return {name: text for (_, _, name), text in self.archive.drafts(self.case_id).items()}


def notes(archive: Archive) -> list[dict[str, object]]:
    """What is noted in an archive."""
    with archive.reading() as session:
        rows = session.scalars(select(SeriousMatter))
        return [{name: getattr(row, name) for name in FIELDS if getattr(row, name) is not None} for row in rows]


@asynccontextmanager
async def box(tmp_path: Path, *, alone: bool = False) -> AsyncIterator[Box]:
    """The box over the open case; with the family alone, or not."""
    archive = training_archive(tmp_path / "arkiv")
    case_id = almas_case(archive)
    if alone:
        with archive.writing("Egen tid", case_id) as session:
            conference_id = session.scalar(select(Conference.id))
            if conference_id is None:
                conference_id = add(session, Conference, case_id, TODAY, number=1)
            add(session, Step, case_id, TODAY, conference_id=conference_id, number=2, round=1, started_at=BEGAN)
    app = SamordnerApp(archive=archive, config=tmp_path, today=TODAY)
    async with running(app, (100, 50)) as pilot:
        app.open_case(case_id, StageId.PRIVATE_TIME if alone else StageId.NETWORK)
        await until(pilot, lambda: isinstance(app.screen, DayScreen if alone else CaseScreen))
        one = Box(app, pilot, archive, case_id)
        await one.open()
        yield one


async def test_looking_only_notes_nothing(tmp_path: Path) -> None:
    async with box(tmp_path) as one:
        assert "70 10 20 30" in shown(one.app)
        await one.pilot.press("down", "down", "x", "right")
        await one.close()
        assert one.notes() == []
        assert one.drafts() == {}


async def test_a_kind_that_is_turned_to_is_noted_at_once_with_the_moment(tmp_path: Path) -> None:
    async with box(tmp_path) as one:
        await one.to("kind")
        await one.pilot.press("right")
        await one.pilot.pause(REST + 0.3)
        await one.settle()
        assert [note["kind"] for note in one.notes()] == [SeriousKind.TOLD_BY_CHILD]
        assert isinstance(one.notes()[0]["learned_at"], datetime)


async def test_each_field_is_kept_as_it_is_left_and_a_moment_that_cannot_be_read_takes_nothing_with_it(
    tmp_path: Path,
) -> None:
    async with box(tmp_path) as one:
        await one.choose_kind()
        await one.to("municipality_told_at")
        await type_text(one.pilot, "senere")
        await one.to("municipality_told")
        await type_text(one.pilot, "Vagten")
        await one.pilot.press("tab")
        await one.settle()
        (note,) = one.notes()
        assert (note["kind"], note["municipality_told"]) == (SeriousKind.TOLD_BY_CHILD, "Vagten")
        assert one.drafts() == {"municipality_told_at": "senere"}
        await one.pilot.press("escape")
        await one.settle()
        assert one.is_open
        await one.close()
        assert one.drafts() == {"municipality_told_at": "senere"}


async def test_words_typed_before_the_kind_are_a_draft_that_the_box_opens_again_with(tmp_path: Path) -> None:
    async with box(tmp_path) as one:
        await one.to("municipality_told")
        await type_text(one.pilot, "Vagten")
        await one.pilot.press("escape")
        await until(one.pilot, lambda: "Vælg, hvad det er" in shown(one.app))
        await one.close()
        assert one.notes() == []
        assert one.drafts()["municipality_told"] == "Vagten"
        await one.open()
        assert "Vagten" in shown(one.app)
        await one.choose_kind()
        (note,) = one.notes()
        assert note["municipality_told"] == "Vagten"
        assert one.drafts() == {}


async def test_a_lock_keeps_what_is_typed(tmp_path: Path) -> None:
    async with box(tmp_path) as one:
        await one.choose_kind()
        await one.to("child_told_what")
        await type_text(one.pilot, "Jeg ringer nu")
        await one.app.lock_now()
        with Archive.open(tmp_path / "arkiv", None) as archive:
            (note,) = notes(archive)
        assert note["child_told_what"] == "Jeg ringer nu"


async def test_a_note_from_before_is_opened_again_from_the_list(tmp_path: Path) -> None:
    async with box(tmp_path) as one:
        await one.choose_kind()
        await one.close()
        await one.open()
        assert "Noteret før" in shown(one.app)
        one.app.screen.query_one(NotesBefore).focus()
        await one.pilot.press("enter")
        await one.settle()
        await one.to("municipality_told")
        await type_text(one.pilot, "Vagten")
        await one.close()
        (note,) = one.notes()
        assert note["municipality_told"] == "Vagten"


async def test_what_is_undone_is_no_longer_shown(tmp_path: Path) -> None:
    async with box(tmp_path) as one:
        await one.choose_kind()
        await one.close()
        await one.pilot.press("ctrl+z")
        await one.settle()
        assert one.notes() == []
        await one.open()
        assert not one.app.screen.query(NotesBefore)


async def test_while_the_family_is_alone_the_kind_is_kept_and_words_wait(tmp_path: Path) -> None:
    async with box(tmp_path, alone=True) as one:
        assert one.dialog.fields is not None
        assert not WORDS & one.dialog.fields.rows.keys()
        assert "Familien har sin egen tid" in shown(one.app)
        await one.choose_kind()
        await until(one.pilot, lambda: bool(one.notes()))
        (note,) = one.notes()
        assert note["kind"] is SeriousKind.TOLD_BY_CHILD
        await one.close()
        with one.archive.writing("Familien er klar", one.case_id) as session:
            step_id = session.scalar(select(Step.id).where(Step.number == 2))
            assert step_id is not None
            change_field(session, Step, step_id, "ended_at", datetime(2027, 1, 10, 11, tzinfo=UTC), TODAY)
        await one.open()
        one.app.screen.query_one(NotesBefore).focus()
        await one.pilot.press("enter")
        await one.settle()
        await one.to("municipality_told")
        await type_text(one.pilot, "Vagten")
        await one.close()
        (note,) = one.notes()
        assert note["municipality_told"] == "Vagten"


def test_what_is_advised_has_a_row_behind_it() -> None:
    """No row tells what 114 does, and none says whose the duty is alone. Source: domain.md 5.5."""
    said = " ".join(advice())
    assert "114" not in said
    assert "gives videre" not in said
    assert "Alle har pligt til at underrette" in said
