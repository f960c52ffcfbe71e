"""An archive with a small case in it, and the program open on the case."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.after import TimeEntry
from samordner_tui.archive.records.assignment import Case, Consent, Engagement, SafetyRound
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Child, Contact, Custody, Person
from samordner_tui.archive.records.practical import Booking, RoleHolder, Venue
from samordner_tui.casework import safety
from samordner_tui.casework.change import add, change_fields
from samordner_tui.casework.fields import Value, record_named
from samordner_tui.casework.stages import load_stages
from samordner_tui.method.terms import (
    Activity,
    BookingKind,
    BookingState,
    ConsentAnswer,
    ConsentScope,
    ContactKind,
    DecidedBy,
    InvitationChoice,
    PersonKind,
    RoleName,
    SafetyAnswer,
    SafetyOccasion,
    Sector,
    StageId,
    VenueKind,
)
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.stages.stage import Stage
from samordner_tui.tui.widgets.fields.row import FieldRow
from tests.tui.evening import FIVE_O_CLOCK, TheEvening
from tests.tui.evening import seed as seed_evening
from tests.workers import until_over

THE_DAY = datetime(2027, 1, 21, 16, tzinfo=UTC)


@dataclass
class Seeded:
    """A case of four people, and the ids of its rows."""

    archive: Archive
    folder: Path
    case_id: str
    ids: dict[str, str] = field(default_factory=dict)

    def value(self, table: str, row_id: str, name: str) -> Value:
        """What the archive holds in a field."""
        with self.archive.reading() as session:
            value: Value = getattr(session.get(record_named(table), row_id), name)
            return value

    def inge(self, name: str) -> Value:
        """What the archive holds of Inge."""
        return self.value("people", self.ids["inge"], name)

    def drafts(self) -> dict[str, str]:
        """What is typed and not kept, by field."""
        return {name: text for (_, _, name), text in self.archive.drafts(self.case_id).items()}


def seed(archive: Archive, folder: Path, today: date) -> Seeded:
    """Put the case into an archive."""
    load_stages()
    ids: dict[str, str] = {}
    with archive.writing("Sagen") as session:
        case_id = add(session, Case, None, today, number="2027-03", alias="Alma", opened_on=today)
        ids["engagement"] = add(session, Engagement, case_id, today, municipality="Fjordby")
        alma = add(session, Person, case_id, today, name="Alma", kind=PersonKind.CHILD, age=11)
        ids["child"] = add(session, Child, case_id, today, person_id=alma)
        ids["inge"] = add(session, Person, case_id, today, name="Inge", relation="farmor")
        ids["mette"] = add(session, Person, case_id, today, name="Mette", relation="mor", household=True)
        ids["visit"] = add(session, Contact, case_id, today, kind=ContactKind.INITIATOR_MEETING)
        ids["time"] = add(session, TimeEntry, case_id, today, spent_on=today, activity=Activity.PREPARATION, minutes=30)
    return Seeded(archive, folder, case_id, ids)


@pytest.fixture
def seeded(tmp_path: Path, today: date) -> Iterator[Seeded]:
    """A plain archive with a case in it."""
    folder = tmp_path / "arkiv"
    folder.mkdir()
    archive = Archive.create_training(folder)
    yield seed(archive, folder, today)
    archive.close()


@dataclass
class Walk:
    """The program open on a case, and what a test does with it."""

    app: SamordnerApp
    pilot: Pilot[None]
    seeded: Seeded

    @property
    def screen(self) -> CaseScreen:
        """The case screen."""
        return next(one for one in self.app.screen_stack if isinstance(one, CaseScreen))

    @property
    def stage(self) -> Stage:
        """The stage that is shown."""
        assert self.screen.pane is not None
        return self.screen.pane

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        names = {" ": "space", "/": "slash", "-": "minus", "[": "left_square_bracket", "]": "right_square_bracket"}
        await self.pilot.press(*(names.get(letter, letter) for letter in text))

    async def settle(self) -> None:
        """Wait until the writer has written and the screen has read."""
        for _ in range(3):
            await until_over(one for one in self.app.workers if one.group in {"read", "form-read", "form"})
            self.seeded.archive.writer.drain()
            await self.pilot.pause()

    async def open(self, table: str, row: str, name: str | None = None) -> FieldRow:
        """Open the form of a row at a field."""
        await self.stage.open_row(table, self.seeded.ids[row], name)
        await self.settle()
        return self.row(name) if name else next(iter(self.form_rows().values()))

    def form_rows(self) -> dict[str, FieldRow]:
        """The fields of the open form."""
        assert self.stage.form is not None
        return self.stage.form.rows

    def row(self, name: str) -> FieldRow:
        """A field of the open form."""
        return self.form_rows()[name]

    async def empty(self, name: str) -> None:
        """Take away what stands in a field."""
        await self.press("end", *(["backspace"] * len(self.row(name).text)))

    def text_on_screen(self) -> str:
        """The screen as text."""
        width, height = self.app.size
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line)[:width] for line in lines[:height])

    def said(self) -> str:
        """The messages that are shown."""
        return "\n".join(notification.message for notification in self.app._notifications)

    @property
    def focused(self) -> Widget | None:
        """What has focus."""
        return self.app.focused


Open = Callable[..., AbstractAsyncContextManager[Walk]]


@pytest.fixture
def open_case(seeded: Seeded, today: date) -> Open:
    """Open the program on the case, at a stage and in a size."""

    @asynccontextmanager
    async def opening(
        stage: StageId = StageId.NETWORK, size: tuple[int, int] = (120, 40), **more: object
    ) -> AsyncIterator[Walk]:
        app = SamordnerApp(archive=seeded.archive, today=today, language="da")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            app.open_case(seeded.case_id, stage)
            await pilot.pause()
            walk = Walk(app, pilot, seeded)
            await walk.settle()
            yield walk

    return opening


@pytest.fixture
def evening(tmp_path: Path) -> TheEvening:
    """A plain archive."""
    archive = Archive.create_training(tmp_path / "arkiv", clock=lambda: FIVE_O_CLOCK)
    return TheEvening(archive, *seed_evening(archive))


@pytest.fixture
def conference_id(seeded: Seeded, today: date) -> str:
    """A conference in eleven days with a confirmed library, to which Inge is invited as chair."""
    with seeded.archive.writing("Rådslagning", seeded.case_id) as session:
        made = add(session, Conference, seeded.case_id, today, number=1, starts_at=THE_DAY)
        invited: dict[str, Value] = {"decided_by": DecidedBy.CHILD, "invited": InvitationChoice.INVITE, "ring": 1}
        change_fields(session, Person, seeded.ids["inge"], invited, today)
        place = add(session, Venue, None, today, name="Biblioteket", kind=VenueKind.LIBRARY)
        booked: dict[str, Value] = {"venue_id": place, "kind": BookingKind.VENUE, "state": BookingState.CONFIRMED}
        add(session, Booking, seeded.case_id, today, conference_id=made, **booked)
        nothing = dict.fromkeys(safety.MARKS, False)
        add(
            session,
            SafetyRound,
            seeded.case_id,
            today,
            occasion=SafetyOccasion.BEFORE_CONTACT,
            asked_on=today,
            **nothing,
        )
        chair: dict[str, Value] = {"role": RoleName.CHAIR, "person_id": seeded.ids["inge"]}
        seeded.ids["chair"] = add(session, RoleHolder, seeded.case_id, today, conference_id=made, **chair)
    return made


@pytest.fixture
def open_network(seeded: Seeded, today: date) -> None:
    """Consent is given and safety is answered: nothing stands between the samordner and the network."""
    mette, child = seeded.ids["mette"], seeded.ids["child"]
    with seeded.archive.writing("Samtykke", seeded.case_id) as session:
        custody: dict[str, Value] = {"person_id": mette, "child_id": child}
        add(session, Custody, seeded.case_id, today, **custody)
        for scope in (ConsentScope.METHOD, ConsentScope.CHILD_TALK):
            given: dict[str, Value] = {"scope": scope, "answer": ConsentAnswer.YES, "answered_on": today}
            add(session, Consent, seeded.case_id, today, **custody, **given)
        asked: dict[str, Value] = {"asked_on": today, "answered_on": today, "answered_by": "Birgit"}
        asked |= {"occasion": SafetyOccasion.BEFORE_CONTACT, "answer": SafetyAnswer.MAY_BEGIN}
        add(session, SafetyRound, seeded.case_id, today, **asked, **dict.fromkeys(safety.MARKS, False))


@pytest.fixture
def on_map(seeded: Seeded, today: date) -> Seeded:
    """Inge stands on the father's side in the second ring; Mette has no place yet."""
    with seeded.archive.writing("Inge", seeded.case_id) as session:
        change_fields(session, Person, seeded.ids["inge"], {"ring": 2, "sector": Sector.FATHERS_SIDE}, today)
    return seeded
