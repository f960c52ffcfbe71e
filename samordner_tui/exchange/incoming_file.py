"""Which reader a file is for: every file with people in it comes in here, whatever it is called.

A reader takes the bytes and tells how far it is; the first that knows its own kind reads. A table knows none, and is
the last.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from samordner_tui.casework.incoming import Incoming
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.contacts.letters import text_of
from samordner_tui.exchange.contacts.tables import read_table
from samordner_tui.exchange.contacts.vcards import is_vcards, read_vcards
from samordner_tui.exchange.graph.ego_tables import beside_each_other, is_ego_csv, joined, read_ego_csv
from samordner_tui.exchange.graph.graphml_reading import is_graphml, read_graphml
from samordner_tui.language import _
from samordner_tui.refusals import Refused

Reader = Callable[[bytes, UnderWay], Incoming]

LARGEST: Final = 60_000_000
"""Bytes. An address book of a thousand people with a photo each fills some 40 million."""

READERS: Final[tuple[tuple[Callable[[bytes], bool], Reader], ...]] = (
    (is_vcards, read_vcards),
    (is_graphml, read_graphml),
    (is_ego_csv, read_ego_csv),
)
"""How each kind of file is known by what stands in it, and its reader."""

NO_TEXT: Final = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
"""How files begin that hold no plain text: spreadsheets, papers, pictures."""


def read_file(path: Path, under_way: UnderWay) -> Incoming:
    """What a file would bring in. Nothing is kept.

    Raises:
        Refused: it cannot be read, or is no such file.
        GivenUp: `under_way` was given up.
    """
    try:
        tables = {one.name: _content(one) for one in beside_each_other(path)}
        content = joined(tables) if tables else _content(path)
    except (OSError, ValueError):
        raise Refused(_("Filen kan ikke læses.")) from None
    return read_content(content, under_way)


def _content(path: Path) -> bytes:
    """What stands in a file, and one byte too much of one that is too large."""
    with path.open("rb") as source:
        return source.read(LARGEST + 1)


def read_content(content: bytes, under_way: UnderWay) -> Incoming:
    """What the bytes of a file would bring in.

    Raises:
        Refused: nobody stands in it, or it is too large, or no file of a kind that is read here.
        GivenUp: `under_way` was given up.
    """
    if len(content) > LARGEST:
        raise Refused(_("Filen er for stor. Del den, og hent en del ad gangen."))
    reader = next((read for is_its_kind, read in READERS if is_its_kind(content)), _read_as_table)
    if reader is _read_as_table and content.startswith(NO_TEXT):
        raise Refused(_("Filen kan ikke læses her. Gem den som vCard eller CSV, og prøv igen."))
    found = reader(content, under_way)
    if not found.people and not found.refused:
        raise Refused(_("Der er ingen personer i filen."))
    return found


def _read_as_table(content: bytes, under_way: UnderWay) -> Incoming:
    return read_table(text_of(content), under_way)
