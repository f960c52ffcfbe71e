"""After the evening: the plan goes out, is evaluated, the case is closed and deleted."""

from __future__ import annotations

from sqlalchemy import select

from samordner_tui.archive.records.assignment import Case
from samordner_tui.method.terms import ClosingReason, Respondent, StageId
from samordner_tui.tui.screens.overview import OverviewScreen
from tests.walk.family import COMING
from tests.walk.hand import Hand


async def plan_out(hand: Hand) -> None:
    """Within two days everybody has the plan; the child is talked with; the briefings are deleted."""
    hand.clock.go_to(2027, 1, 22, 10)
    await hand.go(StageId.PLAN_OUT)
    hand.asks("9 har ikke fået planen endnu.")
    await hand.press("u")
    await hand.press("e")
    await hand.choose("Solsikke", *COMING, "Lone Holm", "Karin")
    await hand.fill({"Hvordan": "givet i hånden"})
    await hand.done()
    await hand.question("Har referenten set planen igennem?")
    await hand.fill(
        {
            "Skrevet af fra papiret den": "i dag",
            "Referenten har set det igennem den": "i dag",
            "Barnets udgave lavet den": "i dag",
        }
    )
    await hand.back()
    await hand.question("Har du talt med barnet om, hvordan det gik?")
    await hand.fill({"Hvordan gik det?": "gennemført", "Dato": "i dag"})
    await hand.back()
    for whose in ("initiativtagerens", "Hanne Bak"):
        await hand.point(whose, section="Oplæg slettes")
        await hand.press("o")
        await hand.press("enter")
        await hand.until(lambda: "Kvittering for sletning" in hand.screen_text, "the receipt was shown")
        await hand.press("escape")
    await hand.press("t")
    await hand.fill({"Minutter": "300"})
    await hand.done()
    hand.asks_nothing()
    assert all(not briefing.text for briefing in hand.conference.briefings)


async def evaluation(hand: Hand) -> None:
    """What they say of it, by group and never by name."""
    hand.clock.go_to(2027, 2, 18, 10)
    await hand.go(StageId.EVALUATION)
    for group in ("barnet", "familien", "netværket"):
        await hand.question(f"Har {group} svaret på evalueringen?")
        await hand.fill({"Svaret den": "i dag", "Følte sig inddraget": "4", "Det hjælper barnet": "3"})
        await hand.back()
    hand.asks_nothing()
    groups = {one.group for one in hand.conference.evaluations}
    assert groups == {Respondent.CHILD, Respondent.FAMILY, Respondent.NETWORK}


async def closing(hand: Hand) -> None:
    """The time, the reason, and that everybody was told."""
    hand.clock.go_to(2027, 5, 3, 10)
    await hand.go(StageId.CLOSING)
    hand.no_longer_asks("Har du skrevet din tid op?")
    await hand.question("Hvorfor lukkes sagen?")
    hand.stands_in("Hvorfor lukkes sagen?")
    await hand.fill(
        {
            "Hvorfor lukkes sagen?": "planen kører, og netværket bærer den",
            "Lukket den": "i dag",
            "Alle har fået besked om lukningen den": "i dag",
            "Afleveret til kommunen den": "i dag",
        }
    )
    await hand.back()
    hand.asks_nothing()
    assert hand.facts.closing_reason is ClosingReason.PLAN_RUNS


async def deletion(hand: Hand) -> None:
    """Asked for by its number, deleted for good, with a receipt that names nobody."""
    folder = hand.app.open_archive.folder
    await hand.press("x")
    hand.sees("Slet sagen for altid?")
    await hand.type("2027-02", "enter")
    hand.sees("Intet er slettet.")
    await hand.press("escape")
    await hand.press("x")
    await hand.tap(*"2027-01", "enter")
    await hand.until(lambda: "Kvittering for sletning" in hand.screen_text, "the receipt was shown")
    for name in ("Solsikke", "Mette", "Inge", "2027-01 "):
        assert name not in hand.words
    await hand.press("escape")
    await hand.until(lambda: isinstance(hand.app.screen, OverviewScreen), "the overview was shown")
    await hand.settle()
    assert "Solsikke" not in hand.screen_text
    with hand.app.open_archive.reading() as session:
        assert session.scalars(select(Case)).all() == []
    assert (folder / "archive.db").exists()
