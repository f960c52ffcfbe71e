"""The network as GraphML: one node a person, one edge a tie, everything named as in the archive.

Edges go from whoever is named first to the other; where support flows one way, from the one who gives it.
"""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as Tree

from samordner_tui.casework.network_map import TieOnMap
from samordner_tui.exchange.graph.plain import EGO_WITHOUT_ID, Described, attributes_of
from samordner_tui.method.signs import kept_in_xml
from samordner_tui.method.terms import Support

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"

KEYS: Final = {
    "graph": {"case": "string", "drawn_on": "string", "whose": "string", "drawn_with": "string"},
    "node": {
        "ego": "boolean",
        "name": "string",
        "relation": "string",
        "ring": "int",
        "sector": "string",
        "kind": "string",
        "contact": "string",
    },
    "edge": {"quality": "string", "support": "string"},
}
"""Every attribute, by what it is of, with its type."""


def write_graphml(described: Described) -> bytes:
    """The network of a map. What is not known has no attribute."""
    root = Tree.Element("graphml", {"xmlns": NAMESPACE})
    for of, keys in KEYS.items():
        for name, kind in keys.items():
            Tree.SubElement(root, "key", {"id": f"{of}_{name}", "for": of, "attr.name": name, "attr.type": kind})
    graph = Tree.SubElement(root, "graph", {"id": "network", "edgedefault": "directed"})
    _say(graph, "graph", described.about)
    for ego, name in described.egos:
        _say(Tree.SubElement(graph, "node", {"id": ego}), "node", {"ego": "true", "name": name})
    for person in described.shown.people:
        _say(Tree.SubElement(graph, "node", {"id": person.id}), "node", {"ego": "false", **attributes_of(person)})
    for number, tie in enumerate(described.shown.ties):
        _edge(graph, number, tie)
    Tree.indent(root)
    written: bytes = Tree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _edge(graph: Tree.Element, number: int, tie: TieOnMap) -> None:
    first, second, support = tie.first, tie.second, tie.support
    if support is Support.GETS:
        first, second, support = second, first, Support.GIVES
    ends = {"source": first or EGO_WITHOUT_ID, "target": second or EGO_WITHOUT_ID}
    edge = Tree.SubElement(graph, "edge", {"id": f"tie-{number}", **ends})
    _say(edge, "edge", {"quality": tie.quality.value, "support": support.value if support is not None else ""})


def _say(element: Tree.Element, of: str, attributes: dict[str, str]) -> None:
    for name, said in attributes.items():
        if said:
            Tree.SubElement(element, "data", {"key": f"{of}_{name}"}).text = kept_in_xml(said)
