"""Maps to print: a small one with everything on it, a large one, and any that hypothesis thinks of."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from samordner_tui.casework.map_shape import ROUND
from samordner_tui.casework.network_map import Drawn, NetworkMap, OnMap, TieOnMap
from samordner_tui.method.terms import Sector, Support, Tie, TieQuality
from samordner_tui.papers.network_map.paper import Paper
from samordner_tui.papers.network_map.side_column import Sheet
from samordner_tui.papers.network_map.versions import Version, seen_in

DAY = date(2027, 1, 10)
FIRST = ("Mette", "Jonas", "Karen", "Per", "Sofie", "Inge", "Lars", "Anne-Marie", "Bo", "Åse", "Gülşen", "Ulla")
LAST = ("Sørensen", "Holm", "Kjærgaard", "Østergaard", "Yılmaz", "Vestergaard-Madsen")


def person(place: int, name: str, ring: int | None, sector: Sector | None, **more: bool) -> OnMap:
    """Somebody with a relation and a contact of some kind."""
    relation = ("moster", "nabo", "klasselærer og holder oplæg")[place % 3]
    contact = (None, *Tie)[place % 4]
    return OnMap(
        f"p{place}",
        name,
        relation,
        ring,
        sector,
        contact,
        is_professional=more.get("is_professional", sector is Sector.PROFESSIONALS),
        is_invited=more.get("is_invited", True),
    )


def small() -> NetworkMap:
    """Alma, four around her, one who is not to come, one without a place, and a tie of every kind."""
    return NetworkMap(
        (("alma", "Alma Sørensen"),),
        (
            person(0, "Karen Holm", 1, Sector.MOTHERS_SIDE),
            person(1, "Jonas Bak", 1, Sector.FATHERS_SIDE),
            person(2, "Ulla Juhl", 3, Sector.PROFESSIONALS),
            person(3, "Kim Falk", 3, Sector.FRIENDS_LEISURE, is_invited=False),
            person(4, "Tove <Nabo> & »Søn«", 2, Sector.FRIENDS_LEISURE),
            person(5, "Amir Dogan", None, None),
        ),
        (
            TieOnMap("p0", "alma", TieQuality.STRONG, Support.GIVES),
            TieOnMap("p1", "alma", TieQuality.WEAK, None),
            TieOnMap("p0", "p1", TieQuality.TENSE, None),
            TieOnMap("p2", "alma", TieQuality.ORDINARY, Support.BOTH),
            TieOnMap("p3", "p0", TieQuality.BROKEN, None),
        ),
        drawn=Drawn(whose="Alma Sørensen", drawn_with="Alma og Karen", frozen_on=DAY),
    )


def large(count: int = 60, ties: int = 120) -> NetworkMap:
    """So many people with so many ties, spread as networks are."""
    people = tuple(
        person(place, f"{FIRST[place % 12]} {LAST[place % 6]}", 1 + (place % 6 > 0) + (place % 6 > 2), ROUND[place % 5])
        for place in range(count)
    )
    qualities, supports = tuple(TieQuality), (None, *Support)
    tied = tuple(
        TieOnMap(
            f"p{place % count}",
            "alma" if place < count else f"p{(place * 7 + 3) % count}",
            qualities[place % 5],
            supports[place % 4],
        )
        for place in range(ties)
    )
    return NetworkMap((("alma", "Alma"),), people, tied)


names = st.one_of(
    st.sampled_from(FIRST),
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=120),
    st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST)),
)
maps = st.lists(st.tuples(names, st.integers(1, 4), st.sampled_from(list(Sector))), max_size=40).map(
    lambda found: NetworkMap((("alma", "Alma"),), tuple(person(place, *one) for place, one in enumerate(found)))
)


def sheet(shown: NetworkMap, version: Version = Version.WORKING, paper: Paper = Paper.A4) -> Sheet:
    """A map as it is printed."""
    return Sheet(seen_in(shown, version), "2027-03", DAY, version, paper)
