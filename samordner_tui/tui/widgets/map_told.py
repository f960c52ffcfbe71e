"""What stands beside the network map: who is pointed at, how many there are, whom to ask for next, and the legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from textual.content import Content

from samordner_tui.casework.network_map import MIDDLE, NetworkMap, OnMap, TieOnMap
from samordner_tui.casework.ties import sentence
from samordner_tui.language import _
from samordner_tui.method.definition import Method
from samordner_tui.method.terms import Sector, Tie, TieQuality

ASKED_NEXT: Final = {
    Sector.MOTHERS_SIDE: "mothers_side",
    Sector.FATHERS_SIDE: "fathers_side",
    Sector.FRIENDS_LEISURE: "leisure",
    Sector.SCHOOL_WORK: "school",
    Sector.PROFESSIONALS: "professionals",
}
"""The prompt that asks for somebody in a sector where nobody stands."""

LEGEND: Final = {
    "⠭⠭⠭⠭": TieQuality.STRONG,
    "⠒⠒⠒⠒": TieQuality.ORDINARY,
    "⠂⠀⠂⠀": TieQuality.WEAK,
    "⡠⠊⠢⡠": TieQuality.TENSE,
    "⠒⠂⠐⠒": TieQuality.BROKEN,
}
"""The lines as they are drawn. Their meaning stands in words too, beside whoever is pointed at."""

CONTACT: Final = "⠒⠒⠀⠒"

LABEL_WIDTH: Final = 22
"""Letters for what is counted, before how many."""


def told(shown: NetworkMap, pointed: str, method: Method) -> Content:
    """Everything beside the map."""
    parts = [
        [*person_lines(shown, pointed, method), *tie_lines(shown, pointed, method)],
        [Content.styled(_("Hvem er på kortet"), "bold"), *counts(shown.placed, shown.round, method)],
        [*asked_next(shown.placed, shown.round, method)],
        [*_legend(method)],
    ]
    return Content("\n\n").join(Content("\n").join(part) for part in parts if part)


def person_lines(shown: NetworkMap, pointed: str, method: Method) -> Iterator[Content]:
    """Who is pointed at, and where they stand."""
    person = shown.person(pointed)
    if person is None:
        yield Content.styled(shown.heart, "bold")
        return
    yield Content.assemble((person.name, "bold"), "  ", (person.relation, "$muted"))
    yield Content(_place(shown, person, method))
    if person.contact is not None:
        yield Content(_("kontakten er {tie}").format(tie=method.label(person.contact)))
    if not person.is_invited:
        yield Content.styled(_("inviteres ikke"), "$muted")


def tie_lines(shown: NetworkMap, pointed: str, method: Method) -> Iterator[Content]:
    """The ties of whoever is pointed at, in words."""
    yield from (Content(_in_words(shown, one, method)) for one in shown.ties_of(pointed or MIDDLE))


def _in_words(shown: NetworkMap, tie: TieOnMap, method: Method) -> str:
    return sentence(shown.name(tie.first), shown.name(tie.second), tie.quality, tie.support, method)


def _place(shown: NetworkMap, person: OnMap, method: Method) -> str:
    """`ring 1, helt tæt på · mors side`."""
    ring, sector = _("ingen ring endnu"), _("ingen plads endnu")
    if person.ring is not None:
        ring = _("ring {ring}, {name}").format(ring=person.ring, name=shown.shape.ring_name(person.ring))
    if person.sector is not None:
        sector = method.label(person.sector)
    return f"{ring} · {sector}"


def counts(people: Sequence[OnMap], sectors: Iterable[Sector], method: Method) -> Iterator[Content]:
    """How many, by sector, by what they are, and by contact. Counts, never a score. Source: R154, R164, R165."""
    for sector in sectors:
        yield _count(method.label(sector), sum(one.sector is sector for one in people))
    professionals = sum(one.is_professional for one in people)
    yield Content("")
    yield _count(_("private"), len(people) - professionals)
    yield _count(_("professionelle"), professionals)
    yield Content("")
    for tie in Tie:
        yield _count(method.label(tie), sum(one.contact is tie for one in people))


def _count(label: str, count: int) -> Content:
    return Content(f"{label:<{LABEL_WIDTH}}{count:>3}")


def asked_next(people: Sequence[OnMap], sectors: Iterable[Sector], method: Method) -> Iterator[Content]:
    """What to ask where nobody stands yet."""
    there = {one.sector for one in people}
    empty = {ASKED_NEXT[one] for one in sectors if one in ASKED_NEXT and one not in there}
    if empty:
        yield Content.styled(_("Spørg videre"), "bold")
    yield from (Content(one.text.text) for one in method.prompts if one.id in empty)


def _legend(method: Method) -> Iterator[Content]:
    for line, quality in LEGEND.items():
        yield Content.styled(f"{line}  {method.label(quality)}", "$muted")
    yield Content.styled(f"{CONTACT}  " + _("levende kontakt"), "$muted")
    yield Content.styled("→     " + _("støtter"), "$muted")
