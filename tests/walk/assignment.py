"""Opgaven: the agreement, what the case is about, who may approve, and safety before anybody is called."""

from __future__ import annotations

from samordner_tui.method.terms import SafetyAnswer, Standing, StatementKind
from tests.walk.hand import Hand

CONCERN = "Solsikke er trist og siger ikke meget i skolen."
STRENGTHS = ("Hun er god til at male.", "Bedstemor henter hver onsdag.")
QUESTIONS = (
    "Hvem følger hende til skole?",
    "Hvem passer hende, når mor er syg?",
    "Hvordan ser hun sin far mere?",
)
BOTTOM_LINE = "Hun skal hver dag være sammen med en voksen, der er ædru."


async def independence(hand: Hand) -> None:
    """The four questions, and what was agreed with the municipality."""
    hand.asks("Er du uafhængig af familien")
    hand.stands(3, Standing.OPEN)
    await hand.question("Er du uafhængig af familien")
    hand.stands_in("Kender du familien?")
    await hand.fill(
        {
            "Kender du familien?": "nej",
            "Er du ansat i familieafdelingen?": "nej",
            "Er du i familie med nogen i sagen?": "nej",
            "Har du del i afgørelsen?": "nej",
            "Kommune": "Fjordby",
            "Ansat gennem": "Samordnerforeningen",
            "Kontaktperson i kommunen": "Lone Holm",
            "Kontaktpersonens telefon": "70 11 22 33",
            "Opgaven kom den": "i går",
            "Du sagde ja den": "i dag",
            "Du talte med initiativtageren den": "i dag",
            "Opstartsmødet blev holdt den": "i dag",
            "Hvem har ansvar for data?": "du er databehandler for kommunen",
            "Datainstruks modtaget den": "i dag",
            "Slettes senest": "3/7",
            "Tavshedspligt skrevet under den": "i dag",
            "Børneattest bekræftet af kommunen den": "i dag",
            "Aftalte timer": "40",
            "Timeløn i kr.": "420",
            "Kr. pr. km": "3,79",
            "Aftalt antal rådslagninger": "2",
            "Budget til forplejning i kr.": "2000",
            "Aftale om evaluering": "Skema til alle efter tre måneder",
        }
    )
    await hand.back()
    hand.no_longer_asks("uafhængig", "Hvornår sagde du ja", "datainstruks")
    hand.stands(3, Standing.PARTLY)
    assert hand.facts.engagement.municipality == "Fjordby"
    hand.sees("Du er uafhængig af familien og af afgørelsen.")


async def what_it_is_about(hand: Hand) -> None:
    """The kind of case, its purpose, and the words of the initiativtager."""
    await hand.question("Hvad skal der ske, for at")
    await hand.fill({"Sagen handler om": "forebyggelse", "Formålet": "At Solsikke igen er glad for at gå i skole."})
    await hand.back()
    await hand.question("Hvad er bekymringen for")
    await statement(hand, CONCERN, "initiativtageren")
    await hand.question("Hvad går godt for")
    await statement(hand, STRENGTHS[0], "initiativtageren og familien sammen")
    await hand.point(STRENGTHS[0])
    await hand.press("n")
    await statement(hand, STRENGTHS[1], "initiativtageren og familien sammen")
    await hand.question("Hvilke spørgsmål skal familien svare på")
    await statement(hand, QUESTIONS[0], "initiativtageren og familien sammen")
    for question in QUESTIONS[1:]:
        await hand.point(QUESTIONS[0][:16])
        await hand.press("n")
        await statement(hand, question, "initiativtageren og familien sammen")
    await hand.point("Er der noget, planen skal holde sig inden for")
    await hand.press("n")
    await statement(hand, BOTTOM_LINE, "initiativtageren")
    facts = hand.facts
    kinds = [one.kind for one in facts.statements]
    assert kinds.count(StatementKind.QUESTION) == len(QUESTIONS)
    assert kinds.count(StatementKind.BOTTOM_LINE) == 1
    hand.no_longer_asks("Hvad er bekymringen", "Hvad går godt", "Hvilke spørgsmål skal", "Er spørgsmålene lavet sammen")


async def statement(hand: Hand, text: str, written_by: str) -> None:
    """One concern, strength, question or bottom line."""
    await hand.fill({"Teksten": text})
    await hand.done()
    await hand.fill({"Formuleret af": written_by})
    await hand.back()


async def who_may_approve(hand: Hand) -> None:
    """The initiativtager, a leader who can be reached, who answers for safety, and the number for the night."""
    await hand.question("Hvem kan sige endeligt ja")
    await hand.fill({"Er med som": "leder", "Navn": "Karin Vestergaard"})
    await hand.done()
    await hand.fill(
        {
            "Telefon": "70 44 55 66",
            "Kan godkende planen endeligt?": "ja",
            "Hvad må personen sige ja til?": "støtte op til 20.000 kr.",
            "Kan nås på dagen fra kl.": "16",
            "Kan nås på dagen til kl.": "23",
            "Bekræftet den": "i dag",
        }
    )
    await hand.back()
    hand.no_longer_asks("Hvem kan sige endeligt ja")
    hand.stands(4, Standing.PARTLY)
    for role, name, phone in (
        ("initiativtager", "Lone Holm", "70 11 22 33"),
        ("svarer for sikkerheden", "Bente Riis", "70 77 88 99"),
        ("døgnvagt", "Døgnvagten", "70 10 20 30"),
    ):
        await hand.point("Karin", section="Hvem i kommunen")
        await hand.press("n")
        await hand.fill({"Er med som": role, "Navn": name})
        await hand.done()
        await hand.fill({"Telefon": phone})
        await hand.back()


async def known_to_the_family(hand: Hand) -> None:
    """The family knows the questions and the bottom line before the day."""
    for asked in ("Kender familien spørgsmålene", "Kender familien kommunens krav"):
        while any(asked in question for question in hand.questions):
            await hand.question(asked)
            hand.stands_in("Familien kender det siden")
            await hand.answer("i dag")
            await hand.back()


async def safety(hand: Hand) -> None:
    """Asked before the first call, and answered by a named person."""
    await hand.question("Er der noget om sikkerhed")
    await hand.fill(
        {
            "Spurgt den": "i dag",
            "Vold eller trusler?": "nej",
            "Seksuelle overgreb?": "nej",
            "Æresrelateret konflikt eller negativ social kontrol?": "nej",
            "Tilhold, opholdsforbud eller anden afgørelse?": "nej",
            "Kommunens svar": "du kan begynde",
            "Svaret af": "Bente Riis",
            "Svaret den": "i dag",
        }
    )
    await hand.back()
    hand.no_longer_asks("Er der noget om sikkerhed")
    assert hand.facts.safety_rounds[0].answer is SafetyAnswer.MAY_BEGIN
