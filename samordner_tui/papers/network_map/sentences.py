"""The map in sentences, for whoever hears it: on a screen reader, beside a picture, or printed by a command."""

from __future__ import annotations

from collections.abc import Iterator

from samordner_tui.casework.network_map import NetworkMap, TieOnMap
from samordner_tui.casework.ties import sentence
from samordner_tui.language import _
from samordner_tui.method.definition import Method
from samordner_tui.papers.network_map.versions import Version


def map_in_sentences(shown: NetworkMap, method: Method, version: Version = Version.WORKING) -> Iterator[str]:
    """Who is in the middle, then ring by ring, then the ties. An empty line parts the rings.

    Args:
        shown: the map, as its version shows it.
        method: what a tie is called.
        version: for whom. The meeting hears who knows whom, and not how.
    """
    yield _("I midten: {child}").format(child=shown.heart)
    for ring in range(1, shown.rings + 1):
        yield ""
        yield _("Ring {number}, {name}").format(number=ring, name=shown.shape.ring_name(ring))
        for sector in shown.round:
            there = [one for one in shown.placed if (one.ring, one.sector) == (ring, sector)]
            if there:
                yield f"{shown.shape.sector_name(sector)}: {', '.join(one.with_relation for one in there)}"
    if shown.beside:
        yield ""
        yield _("Uden plads endnu: {names}").format(names=", ".join(one.with_relation for one in shown.beside))
    yield ""
    for tie in shown.ties:
        yield _tie(shown, tie, method, version)
    for person in shown.people:
        if person.contact is not None:
            yield _("{name}: kontakten er {tie}").format(name=person.name, tie=method.label(person.contact))


def _tie(shown: NetworkMap, tie: TieOnMap, method: Method, version: Version) -> str:
    first, second = shown.name(tie.first), shown.name(tie.second)
    if version is Version.MEETING:
        return _("{first} og {second} kender hinanden").format(first=first, second=second)
    return sentence(first, second, tie.quality, tie.support, method)
