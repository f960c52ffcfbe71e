"""Words a Danish caseworker writes are each met with a suggestion, and ordinary words with none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samordner_tui.method.wording.plain_language import Kind, flagged

ROOT = Path(__file__).parents[2]

WRITTEN: dict[Kind, str] = {
    "blame": (
        "misbrug stofmisbruget alkoholiker voldelig aggressive evner|ikke formår|ikke benægter bagatelliserer"
        " lyver umotiveret uvillige ustabilt kaotiske uopdragen trodsig møgunge forkælet problemadfærd"
        " du|burde socialt|udsatte manglende|samarbejde manglende|forældreevne ude|af|stand|til"
        " dårligt|forældreskab overbeskyttende nægter svigter må|tage|jer|sammen uansvarlig utilstrækkelige"
    ),
    "term": (
        "Undertegnede indkalder indkaldelsen hermed borgeren klienten vedkommende meddeler tilkendegiver"
        " anmoder ansøger fremsender orienterer informerer redegøre foreligger fremgår|af på|baggrund|af"
        " grundet hvorvidt derudover henholdsvis primært forinden efterfølgende fremadrettet afslutningsvis"
        " snarest fornødne henvendelse bistå understøtte tilstræber imødekomme varetage påbegynde afventer"
        " udebliver konstaterer observation vurdering præcisere udviser fastholde evaluere dialog|med fokus|på"
        " udfordringer kompleks parterne ressourcer resiliens kognitive diagnosen psykisk|syg udredning"
        " afdække børnefaglig visiteret statusmødet delmål journalen aktindsigt partshøring samtykkeerklæring"
        " hjemmel paragraffen ydelsen døgninstitution hjemgivelse forældremyndighedsindehaver samværsforælder"
        " biologiske|forældre ovennævnte omfattet|af stimulering foranstaltning"
    ),
    "passive": (
        "afholdes bevilges etableres indstilles meddeles pålægges sikres tildeles udpeges bliver|bevilget"
        " bliver|pålagt er|blevet|anbragt blev|indkaldt er|blevet|underrettet"
    ),
}

ORDINARY = """
Kom og spis med os på torsdag. Vi mødes kl. 17 og siger hej til alle. Alma glæder sig til at se dig.
Mormor henter Alma i skole hver tirsdag, og farfar kører hende hjem, når de har spist.
De synes begge to, det er hyggeligt.
Far kan lide at spille bold med sin søn. Han er tit træt, men han kommer altid, når han har lovet det.
Det er svært for mor om morgenen. Hun vil gerne have hjælp til at få alle ud ad døren til tiden.
Emil bliver ked af det, når nogen råber. Han går op på sit værelse og hører musik, til der er ro igen.
Vi findes for hinanden. Det lykkes nok. Vi ses, vi tales ved, og vi trives med det. Der er ikke noget, der haster.
Læreren har brugt en time på at tale med os om, hvordan det går. Borgerhuset er åbent. Journalisten kom ikke.
Orienteringsløb og boligkomplekser. Kontakten til lyset sidder ved døren.
"""

FOR_THE_FAMILY = {
    "wordings": ("text",),
    "menus": ("dishes",),
    "children": ("support_before", "support_during", "support_after"),
    "statements": ("text",),
    "briefings": ("text",),
    "plans": ("words",),
    "plan_items": ("what", "declined_because"),
    "decisions": ("possible_if", "reason"),
}
"""What a demo case holds that a family reads."""


@pytest.mark.parametrize(
    ("kind", "words"), [(kind, word.replace("|", " ")) for kind, text in WRITTEN.items() for word in text.split()]
)
def test_a_word_from_the_office_is_met_with_a_suggestion(kind: Kind, words: str) -> None:
    (found,) = flagged(f"Det står her: {words}.")
    assert (found.words, found.kind) == (words, kind)
    assert found.instead or kind == "passive"


def test_ordinary_words_are_left_alone() -> None:
    assert [one.words for one in flagged(ORDINARY)] == []


@pytest.mark.parametrize("case", sorted(ROOT.glob("data/cases/*.json")), ids=lambda path: path.stem)
def test_what_the_demo_cases_say_to_a_family_is_left_alone(case: Path) -> None:
    tables = json.loads(case.read_text("utf-8"))
    texts = [
        row[field]
        for table, fields in FOR_THE_FAMILY.items()
        for row in tables[table]
        for field in fields
        if row.get(field)
    ]
    assert texts
    assert [one.words for text in texts for one in flagged(text)] == []
