"""GraphML read: our own, and what is understood of yEd, Gephi and Network Canvas.

A document type is refused before anything in it is looked at, so that no entity grows and no other file is fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from samordner_tui.casework.incoming import Incoming
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.graph.understanding import Gathering, is_ego
from samordner_tui.exchange.how_many import not_too_many
from samordner_tui.language import _
from samordner_tui.refusals import Refused

LARGEST: Final = 20_000_000
"""Bytes of a file that is read."""
DEEPEST: Final = 100
"""Elements inside each other."""
READ_AT_ONCE: Final = 262_144
"""Bytes between two looks at whether it is to go on."""
HALF: Final = 50
"""Percent of the work that are done when the file is read, and nothing in it is understood yet."""
LABEL: Final = "NodeLabel"
"""Where yEd writes what stands on a node."""


@dataclass
class Element:
    """A node or an edge as it stands in the file."""

    line: int
    called: tuple[str, ...]
    """The id of a node; of an edge its two ends."""
    said: dict[str, str] = field(default_factory=dict)


BEGINNING: Final = 4096
"""Bytes in which a file of this kind says what it is."""


def is_graphml(content: bytes) -> bool:
    """Whether it is one, in whatever letters it is written."""
    return b"<graphml" in content[:BEGINNING].replace(b"\0", b"")


def read_graphml(content: bytes, under_way: UnderWay) -> Incoming:
    """The people and ties of a file. Whoever cannot be taken is refused with line and reason.

    Raises:
        Refused: the file is no GraphML, or has too many people.
        GivenUp: `under_way` was given up.
    """
    if len(content) > LARGEST:
        raise Refused(_("Filen er for stor til at være et netværk."))
    reader = _Reader()
    reader.read(content, under_way)
    gathering = Gathering()
    for node in reader.nodes:
        if is_ego(node.said):
            gathering.ego(node.line, node.called[0], node.said)
    for node in under_way.follow(reader.nodes, len(reader.nodes), begins=HALF, ends=80):
        if not is_ego(node.said):
            gathering.person(node.line, node.called[0], node.said)
    for edge in under_way.follow(reader.edges, len(reader.edges), begins=80):
        gathering.tie(edge.line, (edge.called[0], edge.called[1]), edge.said)
    return gathering.incoming()


class _Reader:
    """Follows the file from beginning to end."""

    def __init__(self) -> None:
        self.nodes: list[Element] = []
        self.edges: list[Element] = []
        self._names: dict[str, str] = {}
        self._defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
        self._open: list[str] = []
        self._elements: list[Element] = []
        self._key = ""
        self._said: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = _no_document_type
        self._parser.StartElementHandler = self._begins
        self._parser.EndElementHandler = self._ends
        self._parser.CharacterDataHandler = self._says

    def read(self, content: bytes, under_way: UnderWay) -> None:
        """Read it all, which is half of the way.

        Raises:
            Refused: it cannot be read, or has too many people.
            GivenUp: `under_way` was given up.
        """
        try:
            for begins in range(0, len(content), READ_AT_ONCE):
                under_way.reached(HALF * begins // len(content), 100)
                self._parser.Parse(content[begins : begins + READ_AT_ONCE], False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as failure:
            raise Refused(
                _("Filen er ikke GraphML, der kan læses. Det går galt på linje {line}.").format(line=failure.lineno)
            ) from None
        except (LookupError, ValueError):
            raise Refused(_("Filen er ikke GraphML, der kan læses. Gem den i UTF-8.")) from None
        for kind, elements in (("node", self.nodes), ("edge", self.edges)):
            for one in elements:
                one.said = self._defaults[kind] | one.said

    def _begins(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if not self._open and name != "graphml":
            raise Refused(_("Filen er ikke GraphML."))
        if len(self._open) >= DEEPEST:
            raise Refused(_("Filen er for indviklet til at være et netværk."))
        self._open.append(name)
        self._said.clear()
        match name:
            case "key":
                self._names[attributes.get("id", "")] = attributes.get("attr.name", "").lower()
                self._key = attributes.get("id", "")
            case "data":
                self._key = attributes.get("key", "")
            case "node":
                self._enter(self.nodes, attributes.get("id", ""))
                not_too_many(len(self.nodes))
            case "edge":
                self._enter(self.edges, attributes.get("source", ""), attributes.get("target", ""))

    def _enter(self, elements: list[Element], *called: str) -> None:
        element = Element(self._parser.CurrentLineNumber, called)
        elements.append(element)
        self._elements.append(element)

    def _ends(self, tag: str) -> None:
        name, text = self._open.pop(), "".join(self._said)
        if name in {"node", "edge"}:
            self._elements.pop()
        elif name == LABEL:
            self._take("node label", text.strip())
        elif name == "data":
            self._take(self._names.get(self._key, ""), text)
        elif name == "default":
            for said in self._defaults.values():
                said[self._names.get(self._key, "")] = text
        self._said.clear()

    def _take(self, attribute: str, said: str) -> None:
        if self._elements and attribute:
            self._elements[-1].said.setdefault(attribute, said)

    def _says(self, text: str) -> None:
        if self._open and self._open[-1] in {"data", "default", LABEL}:
            self._said.append(text)


def _no_document_type(*_told: object) -> None:
    raise Refused(_("Filen har en dokumenttype. Den slags kan hente andre filer og læses ikke."))
