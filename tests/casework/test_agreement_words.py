"""Who and when are proposed from the family's own words, and what two people can understand in two ways is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from samordner_tui.casework.agreement_words import Proposed, proposed
from samordner_tui.method import facts as f
from samordner_tui.method.clarity import is_clear, open_questions
from samordner_tui.method.terms import WhenKind

THE_EVENING = date(2027, 1, 21)
NAMES = ("Alma", "Bertil", "Karen Holm", "mormor", "Inge", "farmor", "Jonas", "far", "Mette", "mor", "Per", "Lone")
CHILDREN = ("Alma", "Bertil")
WHAT, WHO, OFTEN, FROM = "Hvad sker der helt konkret?", "Hvem helt præcis?", "Hvor tit?", "Fra hvornår?"


def said(line: str) -> Proposed:
    """What is proposed of a line of a plan."""
    return proposed(line, NAMES, CHILDREN, THE_EVENING)


def asked(line: str) -> tuple[str, ...]:
    """What is asked about a line when its proposals stand."""
    found = said(line)
    item = f.PlanItem("1", 1, line, found.who, found.when_kind, found.when_date, found.when_words)
    return open_questions(item)


@pytest.mark.parametrize(
    ("line", "who", "often"),
    [
        (
            "Farfar henter Alma hver tirsdag kl. 15 fra skolen fra den 4. maj",
            "Farfar",
            "hver tirsdag kl. 15 fra den 4. maj",
        ),
        ("Hver onsdag spiser Alma hos moster Pia kl. 18", "moster Pia", "Hver onsdag kl. 18"),
        ("Om fredagen sover Alma hos mormor og morfar", "mormor og morfar", "Om fredagen"),
        ("Farmor kommer to gange om ugen og laver mad", "Farmor", "to gange om ugen"),
        ("Far: køre til fodbold mandag og torsdag", "Far", "mandag og torsdag"),
        ("Hente Alma fra SFO hver mandag kl. 16 (onkel Henrik)", "onkel Henrik", "hver mandag kl. 16"),
        ("Almas moster tager hende med til svømning hver anden lørdag", "Almas moster", "hver anden lørdag"),
        ("Lone og Per skiftes til at køre i hverdagene", "Lone og Per", "i hverdagene"),
        (
            "Farmor passer dem den første weekend i måneden",
            "Farmor",
            "den første weekend i måneden",
        ),
        ("Alma bor hos Karen i hverdagene og hos mor i weekenden", "Karen", "i hverdagene og i weekenden"),
        (
            "Per kører Bertil mandag til onsdag. Jonas gør det torsdag og fredag.",
            "Per og Jonas",
            "mandag til onsdag og torsdag og fredag",
        ),
    ],
)
def test_who_and_how_often_are_the_words_of_the_family(line: str, who: str, often: str) -> None:
    assert said(line) == Proposed(who, WhenKind.REPEATING, None, often)
    assert asked(line) == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Mor søger om aflastning inden den 1. februar", date(2027, 2, 1)),
        ("Jonas betaler for lejrskolen senest 15/3", date(2027, 3, 15)),
        ("Inge taler med Alma på fredag", date(2027, 1, 22)),
        ("Alma bor hos farmor fra den 3. januar", date(2028, 1, 3)),
    ],
)
def test_a_day_is_read_as_the_next_such_day(line: str, day: date) -> None:
    assert (said(line).when_kind, said(line).when_date) == (WhenKind.DATE, day)
    assert asked(line) == ()


@pytest.mark.parametrize(
    ("line", "who", "event"),
    [
        ("Når mor er syg, kommer Inge og henter", "Inge", "Når mor er syg"),
        ("Mor ringer til skolen, hvis Alma er syg.", "Mor", "hvis Alma er syg"),
    ],
)
def test_an_event_is_an_answer_to_when(line: str, who: str, event: str) -> None:
    assert said(line) == Proposed(who, WhenKind.EVENT, None, event)
    assert is_clear(f.PlanItem("1", 1, line, who, WhenKind.EVENT, None, event))


@pytest.mark.parametrize(
    ("line", "questions"),
    [
        ("mormor hjælper mere", (WHAT, OFTEN, FROM)),
        ("Vi vil alle sammen prøve at være bedre til at støtte mor i det daglige", (WHAT, WHO, FROM)),
        ("Alle er der for Alma", (WHAT, WHO, FROM)),
        ("Mor og far taler bedre sammen", (WHAT, FROM)),
        ("Morfar besøger Alma, når der er brug for det", (OFTEN, FROM)),
        ("Inge ringer så tit som muligt", (OFTEN, FROM)),
        ("Nogen henter Alma hver dag", (WHO,)),
        ("Karen og de andre henter Alma hver dag", ("Hvem helt præcis?",)),
        ("Jonas gør sit bedste hver dag", (WHAT,)),
    ],
)
def test_what_two_people_can_understand_in_two_ways_is_asked(line: str, questions: tuple[str, ...]) -> None:
    found = said(line)
    who = "Karen og de andre" if "de andre" in line else found.who
    assert open_questions(f.PlanItem("1", 1, line, who, found.when_kind, None, found.when_words)) == questions


@pytest.mark.parametrize(
    "line", ["Karen hjælper Alma med lektier hver tirsdag", "Karen hjælper mor med madpakker hver morgen"]
)
def test_help_with_something_that_is_named_is_not_asked_about(line: str) -> None:
    assert asked(line) == ()


@pytest.mark.parametrize("words", ["snart", "når der er tid", "hurtigst muligt", "på et tidspunkt"])
def test_a_day_that_never_needs_to_come_is_asked_about(words: str) -> None:
    item = f.PlanItem("1", 1, f"Jonas maler værelset {words}", "Jonas", WhenKind.FROM_NOW)
    assert open_questions(item)


@pytest.mark.parametrize("line", ["", "   ", "Det bliver godt.", "En familievejleder kommer", "[b]Alma[/b]", "– ("])
def test_what_does_not_stand_there_is_not_proposed(line: str) -> None:
    assert said(line).when_kind is None
    assert said(line).who in {None, "Alma"}


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Aftensmad laves af farmor hver dag", "farmor"),
        ("Pengene betales af far den 1. marts", "far"),
        ("Alma bliver hentet af mormor hver mandag", "mormor"),
        ("Fodbold hver tirsdag kl. 17, far kører", "far"),
        ("Lektier læses med mormor hver tirsdag", None),
        ("Tøj vaskes hver søndag", None),
        ("Skærm slukkes kl. 20 hver dag", None),
        ("Ingen drikker øl hver dag, når børnene er der", None),
        ("Thea henter Alma hver dag", None),
    ],
)
def test_a_thing_is_never_proposed_as_who_and_where_nobody_is_named_it_is_asked(line: str, who: str | None) -> None:
    assert said(line).who == who
    assert asked(line) == (() if who else ("Hvem gør det?",))


@pytest.mark.parametrize("words", ["den 29. februar", "29/2", "den 31. december", "den 31. april"])
def test_a_date_is_the_next_such_day_or_left_open_whatever_day_it_is(words: str) -> None:
    today, last = date(2027, 1, 1), date(2033, 12, 31)
    while today <= last:
        day = proposed(f"Mor henter Alma {words}", NAMES, CHILDREN, today).when_date
        assert day is None or today <= day < date(today.year + 2, 1, 1), today
        today += timedelta(days=1)


def test_the_29th_of_february_is_read_where_this_year_or_the_next_has_one() -> None:
    days = [proposed("Mor henter den 29. februar", NAMES, (), date(year, 2, 1)).when_date for year in range(2027, 2033)]
    assert days == [date(2028, 2, 29), date(2028, 2, 29), None, None, date(2032, 2, 29), date(2032, 2, 29)]


FROM_NOW = f.PlanItem("1", 1, "", "Karen", WhenKind.FROM_NOW)


@pytest.mark.parametrize(
    "what",
    [
        "Mormor er der for at hente Alma kl. 15",
        "Mormor er der for at lave mad kl. 18",
        "Alma er hjemme ikke senere end kl. 20",
        "Far henter fremover Alma i skolen kl. 15",
        "Karen er mindre end 10 minutter væk",
        "Inge har telefonen tændt mere end to timer efter sengetid",
        "Far drikker ikke mere, når børnene er hjemme",
        "Mor og far taler sammen i telefon kl. 19",
        "Jonas tager ansvar for at hente Bertil kl. 16",
        "Alma må ikke bruge mere end en time på telefonen",
        "Mormor er der for at lægge Alma i seng kl. 20",
        "Farfar sætter vækkeuret til kl. 7",
        "Alma ringer hjem, hvis hun kommer senere end kl. 17",
        "Mor skriver til klasselæreren, hvis Alma er syg",
    ],
)
def test_what_is_clear_is_not_asked_about(what: str) -> None:
    assert open_questions(replace(FROM_NOW, what=what)) == ()


@pytest.mark.parametrize(
    "what",
    [
        "Mormor er der for at støtte Alma, når det er svært",
        "Mormor er der altid for Alma og Bertil",
        "Vi tager ansvar for at Alma har det godt",
        "Mor og far taler sammen om tingene fra nu af",
        "Alma ser mere til far end til Jonas",
        "Alma er mindre alene hjemme",
        "Far ringer senere",
    ],
)
def test_what_only_sounds_clear_is_asked_about(what: str) -> None:
    assert open_questions(replace(FROM_NOW, what=what))
