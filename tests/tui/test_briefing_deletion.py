"""The words of a briefing are deleted: what goes of the history is said first, and the history says it afterwards."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.day import Conference
from samordner_tui.casework.change import add
from samordner_tui.method.terms import BriefingKind, ConferenceState, StageId
from samordner_tui.tui.screens.deletion import DeletionDialog
from samordner_tui.tui.screens.history import HistoryScreen
from tests.tui.conftest import Open, Seeded
from tests.tui.world import until

WORDS = "Skolen har set, at Alma er glad for musik"


async def test_a_briefing_is_deleted_and_the_rest_of_the_history_is_there_to_read(
    seeded: Seeded, open_case: Open, today: date
) -> None:
    with seeded.archive.writing("Rådslagningen", seeded.case_id) as session:
        held = add(session, Conference, seeded.case_id, today, number=1, state=ConferenceState.HELD)
    with seeded.archive.writing("Oplægget", seeded.case_id) as session:
        kind, author = BriefingKind.INFORMANT_CHILD, seeded.ids["inge"]
        briefing = add(
            session, Briefing, seeded.case_id, today, conference_id=held, kind=kind, author_id=author, text=WORDS
        )
    async with open_case(StageId.PLAN_OUT, (80, 24)) as walk:
        walk.stage.list.point_at(briefing)
        walk.stage.list.focus()
        await walk.pilot.pause()
        await walk.press("o")
        await until(walk.pilot, lambda: "Slet oplægget fra" in walk.text_on_screen())
        asked = " ".join(walk.text_on_screen().split())
        assert "det, der handler om oplæg: 1 ændring. Resten bliver stående." in asked
        assert "hvem der sagde ja til det, bliver stående" in asked
        await walk.press("enter")
        await until(walk.pilot, lambda: "Kvittering for sletning" in walk.text_on_screen())
        told = " ".join(walk.text_on_screen().split())
        assert "Det var teksten til ét oplæg." in told
        assert "Det, historikken holdt af teksten, er også væk." in told
        await walk.press("escape")
        await until(walk.pilot, lambda: not isinstance(walk.app.screen, DeletionDialog))
        with seeded.archive.reading() as session:
            assert session.scalars(select(Briefing.text)).all() == [None]
        await walk.press("h")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, HistoryScreen) and "Rådsl" in walk.text_on_screen())
        history = walk.text_on_screen()
        assert "Teksten til et oplæg er slettet for altid" in history
        assert "Her er ikke sket noget endnu" not in history
        assert "musik" not in history
