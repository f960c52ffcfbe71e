"""Place, food, briefings, roles, invitations and the gate: what is arranged before the day."""

from __future__ import annotations

from samordner_tui.method.terms import Answer, BookingState, RoleName, StageId, Standing
from tests.walk.family import COMING
from tests.walk.hand import Hand

INITIATOR = "Kære familie. Vi ser en pige, der maler flot. Vi vil gerne høre jeres plan."
INFORMANT = "Solsikke er god til dansk. Hun siger selv, at frikvartererne er svære."
WORDING = "Kom og hjælp Solsikke torsdag den 21. januar kl. 17 på biblioteket."
ROLES = (
    ("Barnets støtteperson", "Rikke", "barnet"),
    ("Ordstyrer", "Kaj", "familien"),
    ("Referent", "Inge", "familien"),
)


async def day_and_place(hand: Hand) -> None:
    """A day that suits the family, and a neutral place that is new in the book."""
    await hand.go(StageId.VENUE)
    await hand.question("Hvilken dag passer familien bedst?")
    hand.stands_in("Begynder")
    await hand.fill({"Begynder": "21/1 17", "Slutter senest": "21/1 22", "Hvornår spiser I?": "mellem trin 1 og 2"})
    await hand.back()
    assert hand.reason(4) == "lederen kan nås"
    await hand.question("Hvor skal I mødes?")
    await hand.choose("lokale …")
    await hand.type("Fjordby Bibliotek", "enter")
    hand.sees("Fjordby Bibliotek")
    await hand.open("Fjordby Bibliotek", section="Lokalet")
    await hand.fill(
        {
            "Spurgt om minder fra stedet den": "i dag",
            "Har nogen dårlige minder fra stedet?": "nej",
            "Kommer familien her til andre møder?": "nej",
            "Betales af": "kommunen",
        }
    )
    await hand.back()
    await hand.question("Hvad er Fjordby Bibliotek for et sted?")
    hand.stands_in("Hvad er det for et sted?")
    await hand.fill(
        {
            "Hvad er det for et sted?": "bibliotek",
            "Rum tæt på til dig og initiativtageren": "ja",
            "Adgang om aftenen": "ja",
            "Nøgle, alarm og åbningstid": "nøgle i boksen",
        }
    )
    await hand.back()
    await hand.point("Fjordby Bibliotek", section="Lokalet")
    await hand.press("p")
    await hand.press("b")
    hand.asks_nothing()
    assert hand.conference.bookings[0].state is BookingState.CONFIRMED


async def food(hand: Hand) -> None:
    """The child chooses what everybody eats."""
    await hand.go(StageId.CATERING)
    await hand.question("Hvad vil Solsikke gerne have at spise?")
    hand.stands_in("Menuen")
    await hand.fill({"Menuen": "tacos", "Valgt af barnet": "ja", "Valgt den": "i dag", "Pris pr. kuvert i kr.": "90"})
    await hand.to("Leverandør")
    await hand.press("enter")
    await hand.choose("leverandør …")
    await hand.type("Havnens Køkken", "enter")
    await hand.fill({"Hentes af": "dig"})
    await hand.back()
    hand.no_longer_asks("Hvad vil Solsikke", "Hvor kommer maden fra?")


async def food_ordered(hand: Hand) -> None:
    """Ordered for as many as eat, within the budget."""
    await hand.go(StageId.CATERING)
    hand.sees("7 kuverter", "630 kr. af 2.000 kr.")
    await hand.press("b")
    await hand.press("enter")
    await hand.question("Har de bekræftet bestillingen?")
    await hand.fill({"Bekræftet den": "i dag"})
    await hand.back()
    hand.asks_nothing()


async def briefings(hand: Hand) -> None:
    """The initiativtager's is gone through; an informatør's is approved by those it tells about."""
    await hand.go(StageId.BRIEFINGS)
    await hand.question("Hvornår skriver initiativtageren sit oplæg")
    hand.stands_in("Oplægget")
    await _write_briefing(hand, INITIATOR)
    await hand.back()
    await hand.question("Hvem kan fortælle kort om det, alle skal vide?")
    await hand.press("n")
    await hand.fill({"Hvis oplæg er det?": "en informatør, der kender barnet"})
    await hand.done()
    await hand.fill({"Informatør": "Hanne Bak"})
    await _write_briefing(hand, INFORMANT)
    await hand.fill({"Kræver fritagelse for tavshedspligt?": "ja"})
    await hand.fill({"Fritaget for tavshedspligt den": "i dag"})
    await hand.back()
    assert hand.questions == ("Oplægget fra Hanne Bak er ikke godkendt af dem, det handler om. Hvem har godkendt det?",)
    await hand.question("Oplægget fra Hanne Bak er ikke godkendt")
    await hand.choose("Solsikke", "Mette", "Bo")
    hand.asks_nothing()


async def _write_briefing(hand: Hand, text: str) -> None:
    await hand.fill(
        {
            "Modtaget den": "i dag",
            "Oplægget": text,
            "Er det kort?": "ja",
            "Er det anerkendende?": "ja",
            "Er det positivt formuleret?": "ja",
            "Set igennem den": "i dag",
            "Gennemgået med barnet den": "i dag",
            "Gennemgået med forældrene den": "i dag",
        }
    )


async def roles(hand: Hand) -> None:
    """The child chooses its supporter; chair and note taker come from the network."""
    await hand.go(StageId.ROLES)
    for role, name, chosen_by in ROLES:
        await hand.open("○", section=role)
        await hand.fill({"Hvem": name})
        await hand.done()
        await hand.fill({"Valgt af": chosen_by})
        await hand.back()
        await hand.point(name, section=role)
        for key in ("p", "j", "i"):
            await hand.press(key)
    hand.sees("3 af 3 er fundet")
    holders = {one.role for one in hand.conference.role_holders if one.accepted and one.briefed_on}
    assert holders == {RoleName.SUPPORTER, RoleName.CHAIR, RoleName.NOTE_TAKER}
    assert hand.reason(5) == "barnet er klar"


async def invitations(hand: Hand) -> None:
    """Worded with the child, made for all, given, and answered."""
    hand.clock.go_to(2027, 1, 12)
    await hand.go(StageId.INVITATIONS)
    await hand.question("Hvad skal der stå i invitationen?")
    await hand.fill({"Teksten": WORDING})
    await hand.done()
    await hand.fill({"Lavet sammen med barnet": "ja"})
    await hand.back()
    await hand.press("a")
    assert "6 invitationer er lavet." in hand.said
    hand.hush()
    await hand.press("e")
    await hand.choose(*COMING)
    await hand.fill({"Sendes som": "givet i hånden"})
    await hand.done()
    for name in COMING:
        await hand.point(name, section="Invitationer")
        await hand.press("y")
        await hand.fill({"Svar": "ja"})
        await hand.done()
    hand.asks_nothing()
    hand.sees("6 af 6 er sendt · 6 siger ja")
    assert all(one.answer is Answer.YES for one in hand.conference.invitations)
    assert hand.reason(1) == "5 uden for hjemmet kommer"


async def safety_again(hand: Hand) -> None:
    """After the talk with the child, and three days before."""
    hand.clock.go_to(2027, 1, 18)
    await hand.go(StageId.ASSIGNMENT)
    for occasion in ("efter en samtale", "op til dagen"):
        await hand.press("g")
        await hand.choose(occasion)
        await hand.fill(
            {
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
    assert len(hand.facts.safety_rounds) == 3


async def what_still_lacks(hand: Hand) -> None:
    """The gate is shut, and each of its lines leads to where it is mended."""
    await hand.go(StageId.READY)
    is_open, missing = hand.gate("ready")
    assert not is_open
    assert missing
    await hand.press("home", "enter")
    assert hand.case.stage is not StageId.READY


async def ready(hand: Hand) -> None:
    """Everything is in its place."""
    await hand.go(StageId.READY)
    is_open, missing = hand.gate("ready")
    assert is_open, missing
    hand.sees("Alt er på plads. God rådslagning.")
    for number in range(1, 6):
        hand.stands(number, Standing.OPEN if number == 2 else Standing.PARTLY)
