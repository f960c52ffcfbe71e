"""The prompter by keyboard: from the welcome through the briefings, and back where it was after a kill."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from sqlalchemy import select

from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.archive.records.day import Step
from samordner_tui.casework import steps
from samordner_tui.casework.change import add
from samordner_tui.casework.clock import Now
from samordner_tui.casework.fields import Value
from samordner_tui.casework.walk_in import WalkIn, let_in
from samordner_tui.method.terms import BriefingKind, PersonKind, StageId
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.prompter import PrompterScreen
from samordner_tui.tui.widgets.big_letters import LETTERS
from samordner_tui.tui.widgets.big_text import BIG_ROWS, big_rows, plain_rows, wrapped
from samordner_tui.tui.widgets.reading import FASTEST, SLOWEST, Reading
from tests.tui.evening import FIVE_O_CLOCK, TheEvening, Walk, walking
from tests.tui.world import until

TODAY: date = FIVE_O_CLOCK.date()
FIRST_BRIEFING = 6
"""The place of the first briefing."""


def trin_1_runs(evening: TheEvening, text: str, *, approved: bool = True) -> str:
    """Trin 1 has begun, and an informatør has a briefing."""
    with evening.archive.writing("Trin 1", evening.case_id) as session:
        steps.begin_information(session, evening.conference_id, now_of(evening))
        values = {"kind": BriefingKind.INFORMANT_CHILD, "text": text}
        briefing = add(session, Briefing, evening.case_id, TODAY, conference_id=evening.conference_id, **values)
        if approved:
            alma = next(one.id for one in evening.facts.people if one.name == "Alma")
            by: dict[str, Value] = {"person_id": alma, "approved": True, "approved_version": 1}
            add(session, BriefingApproval, evening.case_id, TODAY, briefing_id=briefing, **by)
    return briefing


def now_of(evening: TheEvening) -> Now:
    """The moment it is."""
    return Now(evening.moment, evening.archive.zone)


async def open_at(walk: Walk, place: int) -> None:
    """The prompter, so many points on from where it opens."""
    await walk.press("k")
    await until(walk.pilot, lambda: isinstance(walk.app.screen, PrompterScreen))
    await walk.settle()
    await walk.press(*["right"] * place)


def prompter(walk: Walk) -> PrompterScreen:
    """The prompter."""
    assert isinstance(walk.app.screen, PrompterScreen), walk.app.screen
    return walk.app.screen


async def test_one_key_opens_it_and_the_arrows_lead_from_point_to_point(evening: TheEvening) -> None:
    trin_1_runs(evening, "Alma er glad for dansk")
    async with walking(evening, StageId.INFORMATION) as walk:
        await open_at(walk, 0)
        assert "Byd velkommen" in walk.text()
        await walk.press("right", "right")
        assert "Formålet" in walk.text()
        await walk.press("left")
        assert "Det praktiske" in walk.text()
        await walk.press("escape")
        assert isinstance(walk.app.screen, CaseScreen)


async def test_a_program_that_was_killed_opens_at_the_same_point(evening: TheEvening) -> None:
    trin_1_runs(evening, "Alma er glad for dansk")
    async with walking(evening, StageId.INFORMATION) as walk:
        await open_at(walk, 3)
        assert "De tre trin" in walk.text()
    async with walking(evening, StageId.INFORMATION) as walk:
        await open_at(walk, 0)
        assert "De tre trin" in walk.text()


async def test_a_rehearsal_keeps_no_place(evening: TheEvening) -> None:
    async with walking(evening, StageId.INFORMATION) as walk:
        await open_at(walk, 1)
        assert "Prøve" in walk.text()
    assert evening.conference.evening_marks == ()


async def test_a_rehearsal_ends_no_briefing(evening: TheEvening) -> None:
    trin_1_runs(evening, "Alma er glad for dansk og for Ulla")
    with evening.archive.writing("Ikke begyndt", evening.case_id) as session:
        for one in session.scalars(select(Step)):
            session.delete(one)
    async with walking(evening, StageId.INFORMATION) as walk:
        await open_at(walk, FIRST_BRIEFING)
        assert not prompter(walk).shown.is_running
        await walk.press(*["plus"] * 20)
        await walk.press("space")
        await until(walk.pilot, lambda: "Læst til ende." in walk.text())
        assert "Tryk o" not in walk.text()
        await walk.press("o", "u")
        assert prompter(walk).place == FIRST_BRIEFING
    assert evening.conference.briefings[0].read_aloud_on is None


async def test_a_briefing_rolls_to_its_end_and_is_noted_as_read_by_one_key(evening: TheEvening) -> None:
    trin_1_runs(evening, "Alma er glad for dansk og for Ulla")
    async with walking(evening, StageId.INFORMATION) as walk:
        await open_at(walk, FIRST_BRIEFING)
        assert "står stille · 130 ord i minuttet · 1 min. tilbage" in walk.text()
        await walk.press(*["plus"] * 20)
        await walk.press("space")
        assert prompter(walk).query_one(Reading).pace == FASTEST
        await until(walk.pilot, lambda: "Læst til ende. Tryk o" in walk.text())
        assert evening.conference.briefings[0].read_aloud_on is None
        await walk.press("o")
        assert "noteret som læst op" in walk.text()
    assert evening.conference.briefings[0].read_aloud_on == TODAY


async def test_the_reader_can_stop_go_back_and_change_the_pace_and_the_letters(evening: TheEvening) -> None:
    trin_1_runs(evening, "Alma er glad for dansk og for Ulla. " * 40)
    async with walking(evening, StageId.INFORMATION) as walk:
        await open_at(walk, FIRST_BRIEFING)
        reading = prompter(walk).query_one(Reading)
        await walk.press("down", "down", "down", "down")
        assert reading.place == 4 * BIG_ROWS
        assert reading.scroll_offset.y > 0
        await walk.press("up", "minus")
        assert (reading.place, reading.pace) == (3 * BIG_ROWS, 120)
        await walk.press("t")
        assert "Alma er glad for dansk" in walk.text()
        await walk.press(*["minus"] * 20)
        assert reading.pace == SLOWEST
        await walk.press("space")
        assert reading.rolls
        await walk.press("right")
        assert not reading.rolls


async def test_a_briefing_that_is_not_approved_is_left_out_with_its_reason_and_we_go_on(evening: TheEvening) -> None:
    trin_1_runs(evening, "Hemmeligt om Mette", approved=False)
    async with walking(evening, StageId.INFORMATION) as walk:
        await open_at(walk, FIRST_BRIEFING)
        assert "ikke godkendt" in walk.text()
        assert "Hemmeligt" not in walk.text()
        await walk.press("o", "space")
        assert evening.conference.briefings[0].read_aloud_on is None
        await walk.press("u")
        await walk.type("Mor sagde nej")
        await walk.press("enter")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, PrompterScreen))
        await walk.settle()
        assert "Grunden er skrevet ned" in walk.text()
        await walk.press("right")
        assert "Er der noget, I ikke forstod" in walk.text()
    assert evening.conference.briefings[0].left_out_reason == "Mor sagde nej"


async def test_what_is_done_before_the_family_is_alone_is_noted_from_the_prompter(evening: TheEvening) -> None:
    trin_1_runs(evening, "Alma er glad for dansk")
    with evening.archive.writing("Lærer", evening.case_id) as session:
        ulla = let_in(session, evening.conference_id, WalkIn("Ulla", PersonKind.PROFESSIONAL), now_of(evening))
    async with walking(evening, StageId.INFORMATION) as walk:
        await open_at(walk, FIRST_BRIEFING + 1)
        for key, hint in (("a", "Tryk a"), ("space", "Tryk mellemrum"), ("g", "Tryk g")):
            assert hint in walk.text()
            await walk.press(key)
            assert hint not in walk.text()
            await walk.press("right")
    conference = evening.conference
    assert conference.questions_answered is True
    assert "wall:bottom_lines" in {one.about for one in conference.evening_marks}
    assert [one.left_at for one in conference.presences if one.person_id == ulla] == [evening.moment]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_name_of_the_case_stands_where_everybody_sees_it(evening: TheEvening, size: tuple[int, int]) -> None:
    trin_1_runs(evening, "Alma er glad for dansk")
    async with walking(evening, StageId.INFORMATION, size=size) as walk:
        await open_at(walk, 0)
        assert "2027-03" not in walk.text()
        assert prompter(walk).idle_lock_waits()


@pytest.mark.parametrize("letter", [*LETTERS, *"ÅÄÖÜåäöüéÉèê☺"])
def test_every_letter_is_drawn(letter: str) -> None:
    rows = big_rows(letter, 40)
    assert len(rows) == BIG_ROWS
    assert any(row.strip() for row in rows)


def test_letters_are_told_apart() -> None:
    alike = {("'", "’"), ('"', "“"), ('"', "”"), ("“", "”"), ("’", "'"), ("“", '"'), ("”", '"'), ("”", "“")}
    for one in LETTERS:
        for other in LETTERS:
            if one != other and (one, other) not in alike:
                assert big_rows(one, 40) != big_rows(other, 40), (one, other)


@given(st.text(alphabet="abcåÆ .,\n", max_size=200), st.integers(8, 60))
def test_nothing_of_a_text_is_lost_or_cut_whatever_the_width(text: str, cells: int) -> None:
    assert "".join("".join(wrapped(text, cells, cell_len)).split()) == "".join(text.split())
    assert all(cell_len(row) <= cells for row in (*big_rows(text, cells), *plain_rows(text, cells)))
