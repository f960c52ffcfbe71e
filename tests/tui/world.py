"""A program to try, on an archive of its own, with cases in the overview and nobody real in them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo

from textual.pilot import Pilot

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Authority, Case
from samordner_tui.archive.records.keeping import CaseSummary
from samordner_tui.archive.records.network import Child, Person
from samordner_tui.casework.assignment import open_case
from samordner_tui.casework.change import add
from samordner_tui.method.terms import AuthorityKind, PersonKind
from samordner_tui.tui.app import SamordnerApp

TODAY = date(2027, 1, 10)
PASSPHRASE = "fire små gule ænder"  # noqa: S105 - a fictional one
NOON = datetime(2027, 1, 10, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))
NAMES = ("Alma", "Birk", "Dagny", "Ellinor", "Frej", "Gry", "Hjalmar", "Ida", "Jens", "Åse")
VERDICTS = (
    "partly,open,met,partly,met",
    "met,met,met,met,met",
    "open,open,open,open,open",
    "broken,partly,met,open,met",
)


def clock() -> datetime:
    """Noon on the day it is."""
    return NOON


def new_archive(folder: Path) -> Archive:
    """An encrypted archive, whose recovery code is written down."""
    archive, _code = Archive.create(folder, PASSPHRASE, clock=clock)
    archive.set_setting("recovery_code_confirmed", "yes")
    return archive


def training_archive(folder: Path) -> Archive:
    """A plain archive, which opens at once."""
    return Archive.create_training(folder, clock=clock)


def lay_out_cases(archive: Archive, count: int) -> None:
    """`count` lines in the overview, as they stand when they are made today."""
    with archive.writing("Sager") as session:
        for place in range(count):
            case = Case(number=f"2027-{place + 1:02d}", alias=NAMES[place % len(NAMES)])
            session.add(case)
            session.flush()
            session.merge(_summary(case, place))


def _summary(case: Case, place: int) -> CaseSummary:
    return CaseSummary(
        case_id=case.id,
        number=case.number,
        alias=case.alias,
        state="Forberedelse",
        closed=place % 7 == 6,
        conference_number=1,
        conference_at=None if place % 5 == 4 else datetime(2027, 1, 21, 16, tzinfo=UTC) + timedelta(days=3 * place),
        verdicts=VERDICTS[place % len(VERDICTS)],
        next_step="Besøg Inge (farmor)",
        next_due=date(2027, 1, 6) + timedelta(days=2 * place),
        search_text=f"{case.number} {case.alias}".casefold().replace("å", "aa"),
        computed_on=TODAY,
        stale=False,
    )


def almas_case(archive: Archive) -> str:
    """A case with a child, a network in three rings and a number to call."""
    day = date(2027, 1, 3)
    with archive.writing("Ny sag") as session:
        case_id = open_case(session, "2027-03", "Alma", day)
        alma = add(session, Person, case_id, day, name="Alma", age=11, kind=PersonKind.PRIVATE)
        add(session, Child, case_id, day, person_id=alma, statement="Jeg vil have tacos [b]og[/b] is.")
        for name, ring in (("Mette", 1), ("Inge", 2), ("Åse [red]Ørsted", 3)):
            add(session, Person, case_id, day, name=name, ring=ring, kind=PersonKind.PRIVATE)
        add(session, Authority, case_id, day, kind=AuthorityKind.ON_CALL, name="Døgnvagten", phone="70 10 20 30")
    return case_id


@asynccontextmanager
async def running(app: SamordnerApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The program on a screen of `size`; the archive it has open is closed afterwards."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot
    if app.archive is not None:
        app.archive.close(copy=False)


async def until(pilot: Pilot[None], happened: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something that a thread brings about; never a fixed time."""
    end = monotonic() + seconds
    while not happened():
        assert monotonic() < end, "it did not happen"
        await pilot.pause(0.01)
    await pilot.pause()


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type letters, spaces among them."""
    await pilot.press(*("space" if letter == " " else letter for letter in text))


def shown(app: SamordnerApp) -> str:
    """What stands on the screen, as plain lines."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())
