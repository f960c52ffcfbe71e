"""The network as three tables, as egor and Network Canvas have them: who is in the middle, who is around, their ties.

They are three files beside each other, or three in a zip as Network Canvas hands them out. A tie to the one in the
middle is a column of whoever has it. Source: case_systems.md 3.2.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from samordner_tui.casework.incoming import Incoming
from samordner_tui.casework.network_map import TieOnMap
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.graph.cells import Row, rows_of, table
from samordner_tui.exchange.graph.plain import EGO_WITHOUT_ID, TURNED, Described, attributes_of
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


def write_ego_tables(described: Described) -> dict[str, bytes]:
    """The three tables, by what their files end with."""
    egos = [{"egoID": ego, "name": name, **described.about} for ego, name in described.egos]
    alters = [row for ego, _name in described.egos for row in _alters(described, ego)]
    ties = [row for ego, _name in described.egos for row in _ties(described, ego)]
    return {
        EGO: table(EGO_COLUMNS, egos),
        ALTERS: table(ALTER_COLUMNS, alters),
        TIES: table(TIE_COLUMNS, ties),
    }


def joined(tables: Mapping[str, bytes]) -> bytes:
    """Tables, by their names, as the zip they are read from."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, written in tables.items():
            archive.writestr(name, written)
    return content.getvalue()


def beside_each_other(path: Path) -> tuple[Path, ...]:
    """The three files of a network, where one of them is named and the others lie beside it; else none."""
    for ending in (EGO, ALTERS, TIES):
        if path.name.lower().endswith(ending.lower()):
            begins = path.name[: -len(ending)]
            found = tuple(path.with_name(begins + one) for one in (EGO, ALTERS, TIES))
            return found if all(one.is_file() for one in found) else ()
    return ()


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


def read_ego_csv(content: bytes, under_way: UnderWay) -> Incoming:
    """The people and ties of a zip with the three tables; places are lines of the table they stand in.

    Whoever stands around several egos is taken once, and their tie to each of them.

    Raises:
        Refused: it is no such zip, or has too many people.
        GivenUp: `under_way` was given up.
    """
    tables = _tables(content, under_way)
    gathering = Gathering()
    alters = {row.said.get("alterID", "") for row in tables[ALTERS]}
    for row in tables[EGO]:
        if row.fault:
            gathering.refuse(row.place, row.fault)
        else:
            gathering.ego(row.place, _ego_of(row, alters), row.said)
    _take_alters(gathering, under_way.follow(tables[ALTERS], len(tables[ALTERS]), begins=40, ends=70))
    for row in under_way.follow(tables[ALTERS], len(tables[ALTERS]), begins=70, ends=80):
        alter, quality = row.said.get("alterID", ""), row.said.get("quality_to_ego", "")
        if quality and alter in gathering.around and not row.fault:
            said = {"quality": quality, "support": row.said.get("support_to_ego", "")}
            gathering.tie(row.place, (alter, _ego_of(row, alters)), said)
    _take_ties(gathering, under_way.follow(tables[TIES], len(tables[TIES]), begins=80))
    return gathering.incoming()


def _ego_of(row: Row, alters: Collection[str]) -> str:
    """The one in the middle whom a row is about, under a name that none of the others around has.

    Other programs number those in the middle from 1, and those around from 1 as well.
    """
    ego = row.said.get("egoID", "") or EGO_WITHOUT_ID
    return f"{EGO_WITHOUT_ID} {ego}" if ego in alters else ego


def _take_alters(gathering: Gathering, rows: Iterable[Row]) -> None:
    """Everybody around, once."""
    seen = _Seen()
    for row in rows:
        alter = row.said.get("alterID", "")
        if row.fault:
            gathering.refuse(row.place, row.fault)
        elif not seen.around_another(alter, row.said.get("egoID", "")):
            gathering.person(row.place, alter, row.said)


def _take_ties(gathering: Gathering, rows: Iterable[Row]) -> None:
    """Every tie between two around, once."""
    seen = _Seen()
    for row in rows:
        between = row.said.get("Source", ""), row.said.get("Target", "")
        if row.fault:
            gathering.refuse(row.place, row.fault)
        elif not seen.around_another(frozenset(between), row.said.get("egoID", "")):
            gathering.tie(row.place, between, row.said)


class _Seen:
    """What stands around which egos: the same around a second ego is no news; twice around one it is a fault."""

    def __init__(self) -> None:
        self._egos: dict[Hashable, set[str]] = {}

    def around_another(self, what: Hashable, ego: str) -> bool:
        """Whether it was seen around other egos alone; now it is seen around this one."""
        egos = self._egos.setdefault(what, set())
        is_again = bool(egos) and ego not in egos
        egos.add(ego)
        return is_again


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


def _tables(content: bytes, under_way: UnderWay) -> Mapping[str, Sequence[Row]]:
    """The three tables by the endings of their names, told as the first two fifths of the way."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = {ending: _member(archive, ending) for ending in (EGO, ALTERS, TIES)}
            if sum(one.file_size for one in found.values()) > LARGEST:
                raise Refused(_("Filen er for stor til at være et netværk."))
            written = {ending: archive.read(one) for ending, one in found.items()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise Refused(_("Filen er ikke en zip med de tre tabeller.")) from None
    tables: dict[str, Sequence[Row]] = {}
    for (ending, table_), (begins, ends) in zip(written.items(), ((0, 2), (2, 20), (20, 40)), strict=True):
        tables[ending] = tuple(under_way.follow(rows_of(table_), table_.count(b"\n"), begins=begins, ends=ends))
    return tables


def _member(archive: zipfile.ZipFile, ending: str) -> zipfile.ZipInfo:
    """The one file whose name ends so."""
    for one in archive.infolist():
        if one.filename.lower().endswith(ending.lower()) or one.filename.lower() == ending[1:].lower():
            return one
    raise Refused(_("Tabellen »{name}« mangler i filen.").format(name=ending[1:]))
