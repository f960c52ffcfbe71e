"""Whether a database is whole: its pages, their seals, and the keys between its rows. Problems are values."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from samordner_tui.archive.engine import connect, refusal_for
from samordner_tui.archive.keys import KEY_FILE, KEY_FILE_COPY, read_key_file
from samordner_tui.archive.refusals import ArchiveRefused, DamagedArchive
from samordner_tui.archive.schema import version_of
from samordner_tui.language import _

if TYPE_CHECKING:
    from sqlite3 import Connection as Raw

    from samordner_tui.archive.file import Archive


class Part(StrEnum):
    """What of an archive has a problem."""

    PAGES = "pages"
    SEALS = "seals"
    REFERENCES = "references"
    KEY_FILE = "key_file"
    OLD_KEY_FILE = "old_key_file"
    OTHER_KEY = "other_key"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not whole."""

    part: Part
    detail: str
    """What the database says of it: pages and tables, never content."""

    @property
    def sentence(self) -> str:
        """What it means to a person."""
        return {
            Part.PAGES: _("Noget af filen er beskadiget."),
            Part.SEALS: _("Noget af filen er ændret, uden at programmet har gjort det."),
            Part.REFERENCES: _("En linje peger på en anden, som ikke er der."),
            Part.KEY_FILE: _("Nøglefilen er ikke hel, eller dens kopi er en anden."),
            Part.OLD_KEY_FILE: _(
                "Dens nøglefil er en anden end arkivets. Den åbnes måske med en tidligere adgangskode."
            ),
            Part.OTHER_KEY: _(
                "Arkivets nøgle åbner den ikke. Den er helt beskadiget, eller den er fra et andet arkiv."
            ),
            Part.UNREADABLE: _("Filen kan ikke læses."),
        }[self.part]


def verify(archive: Archive) -> tuple[Problem, ...]:
    """What is not whole in an open archive and its key file. Nothing, when all is well."""
    archive.writer.drain()
    problems = verify_open(archive)
    return problems if archive.training else (*problems, *key_problems(archive.folder))


def verify_open(archive: Archive) -> tuple[Problem, ...]:
    """What is not whole in the database of an open archive."""
    with contextlib.closing(archive.connections.raw()) as raw:
        return problems_in(raw, encrypted=not archive.training)


def verify_file(path: Path, key: bytes | None) -> tuple[Problem, ...]:
    """What is not whole in a copy that nobody has open."""
    try:
        with contextlib.closing(connect(path, key, journal="DELETE")) as raw:
            version_of(raw)
            return problems_in(raw, encrypted=key is not None)
    except (driver.Error, ArchiveRefused) as error:
        return (Problem(Part.UNREADABLE, type(error).__name__),)


def problems_in(raw: Raw, *, encrypted: bool) -> tuple[Problem, ...]:
    """What is not whole in the database of a connection."""
    try:
        return tuple(_problems(raw, encrypted=encrypted))
    except driver.DatabaseError as error:
        if not isinstance(refusal_for(error), DamagedArchive):
            raise
        return (Problem(Part.UNREADABLE, type(error).__name__),)


def _problems(raw: Raw, *, encrypted: bool) -> Iterator[Problem]:
    for (line,) in raw.execute("PRAGMA integrity_check").fetchall():
        if line != "ok":
            yield Problem(Part.PAGES, str(line))
    if encrypted:
        # The seals are read from the main file alone, so what stands in the log must be there first.
        with contextlib.suppress(driver.OperationalError):
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        for (line,) in raw.execute("PRAGMA cipher_integrity_check").fetchall():
            yield Problem(Part.SEALS, str(line))
    for table, row, referred, _key in raw.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem(Part.REFERENCES, f"{table} {row} -> {referred}")


def key_problems(folder: Path) -> Iterator[Problem]:
    """What is not whole in the key file and its copy."""
    try:
        if read_key_file(folder / KEY_FILE) != read_key_file(folder / KEY_FILE_COPY):
            yield Problem(Part.KEY_FILE, KEY_FILE_COPY)
    except ArchiveRefused as error:
        yield Problem(Part.KEY_FILE, type(error).__name__)
