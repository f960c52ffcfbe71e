"""The evening: trin 1, the family's own time, trin 3, a plan that is sent back once, and the plan that is approved."""

from __future__ import annotations

from datetime import date

from samordner_tui.method.terms import ConferenceState, LogKind, Outcome, StageId, Standing
from samordner_tui.tui.screens.day import DayScreen
from tests.walk.family import COMING
from tests.walk.hand import Hand, texts

PLAN = (
    ("Rikke følger Solsikke til skole hver mandag.", "Rikke", "Hvem følger"),
    ("Inge passer hende, når mor er syg.", "Inge", "Hvem passer"),
    ("Bo er der hver søndag og hver aften kl. 18.", "Bo", "Hvordan ser"),
)


async def trin_1(hand: Hand) -> None:
    """Who is here, the briefings in order, and every question answered."""
    hand.clock.go_to(2027, 1, 21, 17)
    await hand.go(StageId.INFORMATION)
    hand.asks("Er I klar? Tryk b")
    for line in ("Rummet og bordet er", "Maden er her"):
        await hand.point(line, section="Før dørene åbner")
        await hand.press("space")
    await hand.point("Inge", section="Hvem kommer hvornår?")
    await hand.press("space")
    await hand.press("b")
    hand.sees("Hvornår begyndte trin 1?")
    await hand.press("enter")
    for name in ("Solsikke", *(one for one in COMING if one != "Inge"), "Hanne Bak", "Initiativtageren"):
        await hand.point(name, section="Hvem er her?")
        await hand.press("space")
    assert "7 fra familien og netværket · 3 fagpersoner" in hand.note_of("Hvem er her?")
    hand.asks("Er oplægget fra initiativtageren læst op?")
    for whose in ("initiativtagerens", "Hanne Bak"):
        await hand.point(whose, section="Oplæg")
        await hand.press("o")
    await hand.press("a")
    for line in ("Spørgsmålene", "Kravene"):
        await hand.point(line, section="På væggen")
        await hand.press("space")
    hand.asks("Hanne Bak er her endnu")
    await hand.point("Hanne Bak", section="Hvem er her?")
    await hand.press("g")
    hand.asks_nothing()
    assert hand.reason(3) == "du er vært"


async def leave_the_family_alone(hand: Hand) -> None:
    """Out of the room: the clock runs, and nothing is written of what is said."""
    await hand.press("f")
    hand.sees("Familien og netværket er alene fra nu af.")
    await hand.press("enter")
    await hand.until(lambda: isinstance(hand.app.screen, DayScreen), "the day was shown")
    hand.sees("Her skrives intet om, hvad familien siger.")


async def called_in(hand: Hand) -> None:
    """The family calls, is answered, and is alone again."""
    await hand.press("k")
    hand.sees("Kaldt ind af")
    await hand.press("1")
    hand.sees("Kaldt ind om")
    await hand.press("1")
    await hand.press("1")
    hand.sees("kaldt ind af ordstyreren · kommunens støtte · inde nu")
    hand.clock.pass_minutes(6)
    await hand.press("k")
    hand.sees("kaldt ind af ordstyreren · kommunens støtte · 6 min.")


async def family_ready(hand: Hand) -> None:
    """The family calls in for the last time, and reads its plan aloud."""
    await hand.press("f")
    hand.sees("Familiens egen tid slutter nu")
    await hand.press("enter")
    await hand.until(lambda: hand.app.screen is hand.case, "trin 3 was shown")
    await hand.settle()
    hand.asks("Er planen læst op? Tryk o.")
    await hand.press("o")
    await hand.press("enter")
    hand.asks("Hvad er svaret? Tryk a.")


async def trin_2(hand: Hand) -> None:
    """Alone for eighty minutes, with one call."""
    hand.clock.pass_minutes(70)
    await leave_the_family_alone(hand)
    hand.clock.pass_minutes(30)
    await called_in(hand)
    hand.clock.pass_minutes(44)
    await family_ready(hand)
    logged = [one.kind for one in hand.conference.log_entries]
    assert logged.count(LogKind.CALLED_IN) == 1
    hand.stands(1, Standing.MET)


async def sent_back(hand: Hand) -> None:
    """The plan is sent back on a line that the family knew, and the family has time again."""
    hand.clock.pass_minutes(10)
    await hand.press("a")
    await hand.press("3")
    await hand.choose("ædru")
    await hand.fill({"Kan godkendes, hvis": "planen siger, hvem der er der om aftenen"})
    await hand.done()
    decision = hand.conference.decisions[-1]
    assert decision.outcome is Outcome.RETURNED
    assert decision.rests_on_id in {one.id for one in hand.facts.statements}
    hand.asks("Familien skal have ny tid. Tryk f.")
    assert hand.reason(4) == "planen er sendt tilbage"
    hand.clock.pass_minutes(5)
    await leave_the_family_alone(hand)
    hand.clock.pass_minutes(30)
    await family_ready(hand)


async def approved(hand: Hand) -> None:
    """The leader says yes at once, and the paper is typed up with the family's words."""
    hand.clock.pass_minutes(10)
    await hand.press("a")
    await hand.press("1")
    await hand.fill({"Givet af": "Karin Vestergaard"})
    await hand.done()
    decision = hand.conference.decisions[-1]
    assert (decision.outcome, decision.round) == (Outcome.APPROVED, 2)
    hand.stands(4, Standing.MET)


async def words_and_items(hand: Hand) -> None:
    """The words as they stand on the sheet, cut into agreements; each says who and when in them."""
    await hand.press("p")
    hand.stands_in("Familiens egne ord")
    await hand.answer(texts(words for words, _, _ in PLAN))
    await hand.back()
    await hand.press("d")
    hand.hush()
    for words, who, answers in PLAN:
        await hand.open(" ".join(words.split()[:2]), section="Aftalerne")
        await hand.to("Hvem")
        assert hand.field.text == who
        await hand.fill(
            {
                "Svarer på spørgsmålet": answers,
                "Vedrører kommunen?": "vedrører ikke kommunen",
            }
        )
        await hand.back()
    plan = hand.conference.plans[-1]
    assert plan.words == texts(words for words, _, _ in PLAN)
    assert [item.who for item in plan.items] == [who for _, who, _ in PLAN]


async def guardian_and_date(hand: Hand) -> None:
    """Who watches over the plan, when they meet again, and that they ate together."""
    await hand.question("Hvem er planvogter?")
    hand.stands_in("Planvogter")
    await hand.fill({"Planvogter": "Inge", "I mødes igen den": "22/4"})
    await hand.back()
    hand.asks_nothing()
    assert hand.conference.follow_up_on == date(2027, 4, 22)
    await hand.press("7")
    hand.stands_in("Spiste alle sammen?")
    await hand.fill({"Spiste alle sammen?": "ja"})
    await hand.back()


async def good_night(hand: Hand) -> None:
    """The conference is held, and all five hjørnesten are met."""
    await hand.go(StageId.APPROVAL)
    await hand.press("z")
    await hand.press("enter")
    assert hand.conference.state is ConferenceState.HELD
    for number in range(1, 6):
        hand.stands(number, Standing.MET)
