"""The lines of a vCard as properties, read from its bytes: folds and soft breaks may fall within a letter.

Only what is asked for is put together; a photo or a note is passed over. Source: vCard 2.1, RFC 2426, RFC 6350.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.contacts.letters import letters_of

TOLD_EACH = 2000
"""Lines between two looks at whether it is to go on."""

_FOLD = (b" ", b"\t")
_SEMICOLON = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
LONGEST_HEAD = 1000
"""Bytes before the colon; a longer line is no property."""
_ENDS = re.compile(rb"[;:]")


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a card: `TEL;TYPE=CELL:+45 20 30 40 50`.

    Attributes:
        place: the line it begins on; 1 is the first.
        name: without its group, in capitals.
        types: its types in capitals, with those that stand bare as in 2.1.
        more: its other parameters by name, in capitals.
        value: what it says, as it stands.
    """

    place: int
    name: str
    value: str
    types: frozenset[str] = frozenset()
    more: dict[str, str] = field(default_factory=dict)


def properties(content: bytes, wanted: Collection[str], under_way: UnderWay) -> Iterator[Property]:
    """The properties of `content` whose names are wanted, in order.

    Raises:
        GivenUp: `under_way` was given up.
    """
    lines = content.splitlines()
    place, old = 0, False
    while place < len(lines):
        if place % TOLD_EACH == 0:
            under_way.reached(place, len(lines))
        begins, line = place, lines[place]
        place = _end(lines, begins)
        name = _ENDS.split(line, maxsplit=1)[0].rpartition(b".")[2].strip().upper().decode("latin-1")
        if name in wanted:
            found = _property(begins + 1, name, _joined(lines[begins:place], keeps_space=old))
            if found is not None:
                old = found.value.strip() == "2.1" if name == "VERSION" else old
                yield found
    under_way.reached(len(lines), len(lines))


def _is_soft(line: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def _end(lines: Sequence[bytes], begins: int) -> int:
    """Where the property ends that begins on a line: after its folds and soft breaks."""
    place = begins + 1
    if _is_soft(lines[begins]):
        while place < len(lines) and lines[place - 1].rstrip(b" \t").endswith(b"="):
            place += 1
        return place
    while place < len(lines) and lines[place].startswith(_FOLD):
        place += 1
    return place


def _joined(lines: Sequence[bytes], *, keeps_space: bool) -> bytes:
    """The lines of one property as one. In 2.1 the space of a fold belongs to the text."""
    if len(lines) > 1 and _is_soft(lines[0]):
        return b"".join(line.rstrip(b" \t").removesuffix(b"=") for line in lines)
    return lines[0] + b"".join(line if keeps_space else line[1:] for line in lines[1:])


def _property(place: int, name: str, line: bytes) -> Property | None:
    colon = _colon(line)
    if colon < 0:
        return None
    types: set[str] = set()
    more: dict[str, str] = {}
    for part in _SEMICOLON.split(letters_of(line[:colon]))[1:]:
        key, equals, value = part.strip().upper().partition("=")
        plain = value.replace('"', "")
        if key == "TYPE" or not equals:
            types.update((plain if equals else key).split(","))
        else:
            more[key] = plain
    return Property(place, name, _decoded(line[colon + 1 :], types, more), frozenset(types), more)


def _colon(line: bytes) -> int:
    """Where the value of a property begins: the first colon that is not within quotes; below zero where none is."""
    is_quoted = False
    for place, sign in enumerate(line[:LONGEST_HEAD]):
        if sign == ord('"'):
            is_quoted = not is_quoted
        elif sign == ord(":") and not is_quoted:
            return place
    return -1


def _decoded(value: bytes, types: Collection[str], more: dict[str, str]) -> str:
    """What a value says, freed of its encoding."""
    encoding = more.get("ENCODING", "")
    if encoding == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in types:
        value = quopri.decodestring(value)
    elif encoding in {"B", "BASE64"} or "BASE64" in types:
        try:
            value = base64.b64decode(value)
        except binascii.Error:
            value = b""
    return letters_of(value, more.get("CHARSET", ""))
