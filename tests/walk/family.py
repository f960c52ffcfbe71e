"""The child and the parents, the network around them, their consent, and the talk with the child."""

from __future__ import annotations

from datetime import date

from samordner_tui.method.terms import (
    Attendance,
    ConsentAnswer,
    DecidedBy,
    InvitationChoice,
    PersonKind,
    StageId,
    Standing,
)
from tests.walk.hand import Hand

PEOPLE = (
    "Mette, mor, 1, bor hjemme, 38 år",
    "Bo, far, bor ikke hjemme, 2, 41 år",
    "Inge, farmor, 1, fars side, 12 34 56 78",
    "Kaj, morfar, 2",
    "Rikke, moster, 2",
    "Jonas, fodboldtræner, 3",
    "Signe, veninde, 2, 11 år",
    "Hanne Bak, klasselærer",
)
WORDS = "Jeg vil gerne bo hos mor og se far om søndagen."
COMING = ("Mette", "Bo", "Inge", "Kaj", "Rikke", "Jonas")


async def child_and_people(hand: Hand) -> None:
    """The child, and everybody around her, a line each."""
    await hand.go(StageId.CHILD)
    hand.asks("Hvem er barnet, I mødes om?")
    await hand.question("Hvem er barnet")
    await hand.fill({"Navn": "Solsikke", "Alder": "11"})
    await hand.press("enter")
    hand.stands_in("Vil være med")
    await hand.back()
    hand.no_longer_asks("Hvem er barnet")
    await hand.go(StageId.NETWORK)
    for line in PEOPLE:
        await hand.type(line)
        hand.sees(line.split(",", 1)[0])
        await hand.press("enter")
    await hand.press("escape")
    people = {person.name: person for person in hand.facts.people}
    assert people["Mette"].household is True
    assert people["Inge"].ring == 1
    assert people["Hanne Bak"].kind is PersonKind.PROFESSIONAL
    assert len(people) == len(PEOPLE) + 1


async def custody_and_consent(hand: Hand) -> None:
    """Both parents hold custody, and each says yes to the method and to the talk."""
    await hand.go(StageId.CHILD)
    for parent in ("Mette", "Bo"):
        await hand.press("f")
        await hand.choose(parent)
    assert len(hand.facts.custodies) == 2
    await hand.question("Må du tale med Solsikke?")
    assert hand.case.stage is StageId.ASSIGNMENT
    hand.sees("0 af 4 samtykker er på plads")
    for parent in ("Mette", "Bo"):
        await hand.press("y")
        await hand.choose(f"{parent} metoden", f"{parent} samtaler")
        await hand.fill({"Svaret": "ja", "Givet": "skriftligt"})
        await hand.done()
    hand.sees("4 af 4 samtykker er på plads")
    assert all(consent.answer is ConsentAnswer.YES for consent in hand.facts.consents)
    await hand.go(StageId.CHILD)
    hand.no_longer_asks("Må du tale med Solsikke?", "Hvem har forældremyndigheden")


async def talk_with_the_child(hand: Hand) -> None:
    """Where the child feels safe: what she wishes, how she will be there, and her own words."""
    await hand.question("Hvornår taler du med Solsikke?")
    await hand.choose()
    hand.stands_in("Aftalt til")
    await hand.fill({"Aftalt til": "6/1 15.00", "Sted eller form": "gåtur"})
    await hand.back()
    hand.clock.go_to(2027, 1, 6, 16)
    await hand.question("Hvornår taler du med Solsikke?")
    hand.stands_in("Hvordan gik det?")
    await hand.fill({"Hvordan gik det?": "gennemført", "Dato": "i dag"})
    await hand.back()
    assert hand.facts.contacts[0].held_on == date(2027, 1, 6), "the day is read where it is typed, not where it began"
    await hand.question("Hvordan vil Solsikke selv være med?")
    hand.stands_in("Vil være med")
    await hand.fill(
        {
            "Vil være med": "i rummet",
            "Valgt af barnet den": "i dag",
            "Bliver hørt ved": "med en tegning eller et billede",
            "Barnets egne ord": WORDS,
            "Ønsker at spise": "tacos",
            "Ønsker at se": "Inge",
            "Ønsker om rummet og bordet": "runde borde",
            "Ønsker til invitationen": "en sol",
            "Støtte før": "Mette",
            "Støtte undervejs": "Rikke",
            "Støtte bagefter": "Inge",
            "Forberedt den": "i dag",
            "Har forstået, hvad der skal ske og hvorfor": "ja",
            "Talt om det den": "i dag",
            "Har fået sin tidslinje den": "i dag",
        }
    )
    await hand.back()
    hand.no_longer_asks("Hvordan vil Solsikke", "Hvornår taler du", "Har Solsikke forstået", "Hvornår er Solsikke")
    child = hand.facts.children[0]
    assert child.participation is Attendance.IN_ROOM
    assert child.understands is True
    hand.stands(5, Standing.PARTLY)


async def invitations_decided(hand: Hand) -> None:
    """The child and the parents say who is to come; one is not invited, and is told."""
    await hand.go(StageId.NETWORK)
    await hand.point("Mette", section="Mennesker")
    await hand.press("i")
    await hand.tap("2", "j", "j", "1", *"jjjj")
    await hand.press("enter")
    people = {person.name: person for person in hand.facts.people}
    assert [people[name].decided_by for name in COMING] == [DecidedBy.PARENT] * 2 + [DecidedBy.CHILD] * 4
    await hand.question("Skal Signe inviteres?")
    await hand.press("2")
    await hand.press("n")
    await hand.fill({"Hvorfor ikke?": "en forælder ønsker det ikke", "Fået det at vide": "i en samtale"})
    await hand.done()
    hand.no_longer_asks("Skal Signe inviteres?")
    people = {person.name: person for person in hand.facts.people}
    assert all(people[name].invited is InvitationChoice.INVITE for name in COMING)
    assert people["Signe"].invited is InvitationChoice.NOT_INVITED
    hand.stands(1, Standing.PARTLY)


async def visits(hand: Hand) -> None:
    """Everybody hears what a familierådslagning is, and what it asks of those who come."""
    for _ in COMING:
        await hand.question("Hvornår kan I mødes?")
        await hand.press("1")
        await hand.fill({"Hvordan gik det?": "gennemført", "Dato": "i dag"})
        await hand.fill({"Metoden er forklaret": "ja", "Ansvaret som deltager er forklaret": "ja"})
        await hand.back()
    hand.no_longer_asks("Hvornår kan I mødes?")
    assert hand.reason(1) == "ingen har sagt ja endnu"
    while any("Hvad siger Solsikke" in question for question in hand.questions):
        await hand.question("Hvad siger Solsikke")
        await hand.fill({"Sagt af": "Solsikke", "Skal med?": "ja"})
        await hand.done()
        await hand.back()
    assert {view.said_by_id for view in hand.facts.views} == {hand.facts.children[0].person_id}
