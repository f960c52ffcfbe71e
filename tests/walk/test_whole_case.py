"""One whole case by keyboard alone, following the open questions and the next steps."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual._compositor import Compositor

from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.overview import OverviewScreen
from samordner_tui.tui.screens.passphrase import PassphraseDialog, RecoveryCodeDialog
from samordner_tui.tui.screens.unlock import UnlockScreen
from tests.walk import afterwards, assignment, evening, family, preparing
from tests.walk.hand import Clock, Hand, the_first_day

PASSPHRASE = "fire små gule ænder"  # noqa: S105 - a fictional one


@pytest.fixture(autouse=True)
def drawn_when_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """No terminal shows the screen here: it is drawn whole each time the hand looks, not for every key between."""

    def not_drawn(
        compositor: Compositor, full: bool = False, screen_stack: object = None, simplify: bool = False
    ) -> None:
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", not_drawn)


@asynccontextmanager
async def program(folder: Path, size: tuple[int, int]) -> AsyncIterator[Hand]:
    """The program on a machine where it was never opened, on a clock that is moved by hand."""
    clock = Clock(the_first_day())
    app = SamordnerApp(folder / "arkiv", config=folder, now=clock, language="da")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Hand(app, pilot, clock)
    if app.archive is not None:
        app.archive.close(copy=False)


async def first_run(hand: Hand) -> None:
    """A new encrypted archive: the passphrase twice, and two groups of the recovery code from the paper."""
    hand.sees("Velkommen til Samordner")
    await hand.tap("enter")
    await hand.until(lambda: isinstance(hand.app.screen, PassphraseDialog), "the passphrase was asked for")
    for _ in range(2):
        await hand.tap(*("space" if letter == " " else letter for letter in PASSPHRASE), "enter")
    await hand.until(lambda: isinstance(hand.app.screen, RecoveryCodeDialog), "the code was shown")
    dialog = hand.app.screen
    assert isinstance(dialog, RecoveryCodeDialog)
    await hand.tap("enter")
    for place in dialog.asked_places:
        await hand.tap(*dialog.groups[place].lower(), "enter")
    await hand.until(lambda: isinstance(hand.app.screen, OverviewScreen), "the overview was shown")
    await hand.settle()


async def new_case(hand: Hand) -> None:
    """A number that is suggested, and a name that gives nobody away."""
    await hand.press("n")
    await hand.press("enter")
    await hand.type("Solsikke", "enter")
    await hand.until(lambda: hand.app.case_id is not None and hand.case.shown is not None, "the case was shown")
    await hand.settle()
    assert hand.facts.number == "2027-01"


async def lock_and_unlock(hand: Hand) -> None:
    """The door is shut in the middle of everything, and nothing is lost."""
    before = hand.facts
    await hand.tap("ctrl+l")
    await hand.until(lambda: isinstance(hand.app.screen, UnlockScreen), "the archive was locked")
    assert hand.app.archive is None
    assert "Solsikke" not in hand.screen_text
    await hand.tap(*("space" if letter == " " else letter for letter in PASSPHRASE), "enter")
    await hand.until(lambda: hand.app.case_id is not None and hand.case.shown is not None, "the case was shown")
    await hand.settle()
    assert hand.facts == before


PARTS = (
    first_run,
    new_case,
    assignment.independence,
    assignment.what_it_is_about,
    assignment.who_may_approve,
    assignment.known_to_the_family,
    assignment.safety,
    family.child_and_people,
    family.custody_and_consent,
    family.talk_with_the_child,
    family.invitations_decided,
    family.visits,
    preparing.day_and_place,
    preparing.food,
    lock_and_unlock,
    preparing.what_still_lacks,
    preparing.briefings,
    preparing.roles,
    preparing.invitations,
    preparing.food_ordered,
    preparing.safety_again,
    preparing.ready,
    evening.trin_1,
    evening.trin_2,
    evening.sent_back,
    evening.approved,
    evening.words_and_items,
    evening.guardian_and_date,
    evening.good_night,
    afterwards.plan_out,
    afterwards.evaluation,
    afterwards.closing,
    afterwards.deletion,
)
"""The walk from nothing to a case that is deleted."""


BEGINNING = PARTS[: PARTS.index(family.talk_with_the_child) + 1]
"""What a small window must be wide and high enough for before anything else."""


async def walk(hand: Hand, parts: Iterable[Callable[[Hand], Awaitable[None]]]) -> None:
    """Every part after the other, counting the keys of each."""
    for part in parts:
        with hand.counting(getattr(part, "__name__", "")):
            await part(hand)


async def test_a_whole_case_by_keyboard(tmp_path: Path) -> None:
    async with program(tmp_path, (120, 40)) as hand:
        await walk(hand, PARTS)
    print("\n".join(f"{count:5d} keys  {part}" for part, count in hand.counts.items()))  # noqa: T201 - seen with -s


async def test_the_beginning_in_the_smallest_window(tmp_path: Path) -> None:
    async with program(tmp_path, (80, 24)) as hand:
        await walk(hand, BEGINNING)
