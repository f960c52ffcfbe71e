"""The network as three tables, as egor and Network Canvas have them: who is in the middle, who is around, their ties.

The three lie in one zip, so that none goes without the others. A tie to the one in the middle is a column of whoever
has it. Source: case_systems.md 3.2.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from samordner_tui.casework.incoming import Incoming
from samordner_tui.casework.network_map import TieOnMap
from samordner_tui.exchange.graph.cells import Rows, rows_of, table
from samordner_tui.exchange.graph.plain import TURNED, Described, attributes_of
from samordner_tui.exchange.graph.understanding import Gathering
from samordner_tui.language import _
from samordner_tui.refusals import Refused

EGO: Final = "_ego.csv"
ALTERS: Final = "_attributeList_person.csv"
TIES: Final = "_edgeList_tie.csv"

EGO_COLUMNS: Final = ("egoID", "name", "case", "drawn_on", "whose", "drawn_with")
ALTER_COLUMNS: Final = (
    *("egoID", "alterID", "name", "relation", "ring", "sector", "kind", "contact"),
    *("quality_to_ego", "support_to_ego"),
)
TIE_COLUMNS: Final = ("egoID", "Source", "Target", "quality", "support")
"""`egoID`, `alterID`, `Source` and `Target` are what egor looks for."""

LARGEST: Final = 20_000_000
"""Bytes of the three tables together."""
ALWAYS: Final = (1980, 1, 1, 0, 0, 0)
"""The hour of a file in the zip: the same map gives the same bytes."""


def write_ego_csv(described: Described) -> bytes:
    """A zip with the three tables."""
    egos = [{"egoID": ego, "name": name, **described.about} for ego, name in described.egos]
    alters = [row for ego, _name in described.egos for row in _alters(described, ego)]
    ties = [row for ego, _name in described.egos for row in _ties(described, ego)]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for ending, table_ in (
            (EGO, table(EGO_COLUMNS, egos)),
            (ALTERS, table(ALTER_COLUMNS, alters)),
            (TIES, table(TIE_COLUMNS, ties)),
        ):
            archive.writestr(zipfile.ZipInfo(f"{described.case_number}{ending}", ALWAYS), table_)
    return content.getvalue()


def _alters(described: Described, ego: str) -> Iterator[dict[str, str]]:
    for person in described.shown.people:
        to_ego = next((one for one in described.shown.ties if {one.first, one.second} == {person.id, ego}), None)
        yield {"egoID": ego, "alterID": person.id, **attributes_of(person), **_to_ego(to_ego, person.id)}


def _to_ego(tie: TieOnMap | None, person_id: str) -> dict[str, str]:
    """How it is between somebody and the one in the middle, as seen from somebody."""
    if tie is None:
        return {}
    support = tie.support
    if support is not None and tie.first != person_id:
        support = TURNED.get(support, support)
    return {"quality_to_ego": tie.quality.value, "support_to_ego": support.value if support else ""}


def _ties(described: Described, ego: str) -> Iterator[dict[str, str]]:
    middle = {one for one, _name in described.shown.hearts}
    for tie in described.shown.ties:
        if not {tie.first, tie.second} & middle:
            ends = {"egoID": ego, "Source": tie.first, "Target": tie.second}
            yield {**ends, "quality": tie.quality.value, "support": tie.support.value if tie.support else ""}


def read_ego_csv(content: bytes) -> Incoming:
    """The people and ties of a zip with the three tables; places are lines of the table they stand in.

    Whoever stands around several egos is taken once.

    Raises:
        Refused: it is no such zip.
    """
    tables = _tables(content)
    gathering = Gathering()
    for _place, row in tables[EGO]:
        gathering.ego(row.get("egoID", ""))
    known: set[str] = set()
    for place, row in tables[ALTERS]:
        alter = row.get("alterID", "")
        is_again = alter in known and row.get("egoID", "") not in {gathering.middle, ""}
        if not is_again:
            gathering.person(place, alter, row)
        known.add(alter)
    for place, row in tables[ALTERS]:
        if row.get("quality_to_ego") and row.get("alterID", "") in gathering.keys:
            said = {"quality": row["quality_to_ego"], "support": row.get("support_to_ego", "")}
            gathering.tie(place, (row["alterID"], row.get("egoID", "")), said)
    for place, row in tables[TIES]:
        between = row.get("Source", ""), row.get("Target", "")
        is_again = frozenset(between) in gathering.pairs and row.get("egoID", "") not in {gathering.middle, ""}
        if not is_again:
            gathering.tie(place, between, row)
    return gathering.incoming()


def is_ego_csv(content: bytes) -> bool:
    """Whether it is a zip with a table of who is in the middle. A spreadsheet is a zip too, and has none."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _member(archive, EGO)
    except (zipfile.BadZipFile, ValueError, Refused):
        return False
    return True


def _tables(content: bytes) -> Mapping[str, Rows]:
    """The three tables by the endings of their names."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = {ending: _member(archive, ending) for ending in (EGO, ALTERS, TIES)}
            if sum(one.file_size for one in found.values()) > LARGEST:
                raise Refused(_("Filen er for stor til at være et netværk."))
            return {ending: rows_of(archive.read(one)) for ending, one in found.items()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise Refused(_("Filen er ikke en zip med de tre tabeller.")) from None


def _member(archive: zipfile.ZipFile, ending: str) -> zipfile.ZipInfo:
    """The one file whose name ends so."""
    for one in archive.infolist():
        if one.filename.lower().endswith(ending.lower()) or one.filename.lower() == ending[1:].lower():
            return one
    raise Refused(_("Tabellen »{name}« mangler i filen.").format(name=ending[1:]))
