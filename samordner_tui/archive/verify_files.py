"""Every file of an archive, and whether it is whole: the database, the key file, and each copy.

Also where the archive itself cannot be opened: then the copies tell what can be brought back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

import sqlcipher3.dbapi2 as driver

from samordner_tui.archive.backup import BACKUPS, Copy, copies_in, places_with_copies
from samordner_tui.archive.engine import connect
from samordner_tui.archive.keys import KEY_FILE, KEY_FILE_COPY, read_key_file
from samordner_tui.archive.opening import DATABASE
from samordner_tui.archive.refusals import (
    ArchiveRefused,
    DamagedArchive,
    DamagedKeyFile,
    EmptyArchive,
    ForeignArchive,
    LostDatabase,
    MissingKeyFile,
    WrongSecret,
)
from samordner_tui.archive.schema import version_of
from samordner_tui.archive.verify import Part, Problem, key_problems, problems_in, verify_open

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

NOT_A_DATABASE: Final = 26
"""SQLite's code for a file whose first page the key does not open."""


class Kind(StrEnum):
    """What a file is of an archive."""

    ARCHIVE = "archive"
    KEY_FILE = "key_file"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked through."""

    kind: Kind
    path: Path
    """The file, or the folder of the copy."""
    problems: tuple[Problem, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is the matter with it."""
        return not self.problems

    def name_in(self, folder: Path) -> str:
        """What it is called by who has the archive in `folder`: short for what lies in it, else the whole path."""
        return self.path.relative_to(folder).as_posix() if self.path.is_relative_to(folder) else str(self.path)


def look_through(archive: Archive) -> tuple[Looked, ...]:
    """Look through an open archive and every copy within reach."""
    archive.writer.drain()
    key = archive.connections.key()
    with archive.copying:
        database = Looked(Kind.ARCHIVE, archive.folder / DATABASE, verify_open(archive))
        copies = [copy for place in places_with_copies(archive) for copy in copies_in(place)]
        return (database, *_key_file(archive.folder, key), *_copies(copies, archive.folder, key))


def look_through_folder(folder: Path, secret: str | None, clock: Callable[[], datetime]) -> tuple[Looked, ...]:
    """Look through the archive in `folder` without changing it, also one that cannot be opened.

    Raises:
        WrongSecret: the secret opens neither the key file nor its copy.
        MissingKeyFile, DamagedKeyFile: the same is the matter with both.
        NoArchive: there is none.
    """
    from samordner_tui.archive.file import Archive

    try:
        with Archive.open(folder, secret, read_only=True, clock=clock) as archive:
            return look_through(archive)
    except (DamagedArchive, EmptyArchive, ForeignArchive, LostDatabase, DamagedKeyFile, MissingKeyFile):
        key = _key(folder, secret)
        database = Looked(Kind.ARCHIVE, folder / DATABASE, _closed(folder / DATABASE, key))
        return (database, *_key_file(folder, key), *_copies(copies_in(folder / BACKUPS), folder, key))


def _key(folder: Path, secret: str | None) -> bytes | None:
    """The key, from the key file or, where that is damaged, from its copy."""
    if not (folder / KEY_FILE).exists() and not (folder / KEY_FILE_COPY).exists():
        return None
    if not secret:
        raise WrongSecret
    try:
        return read_key_file(folder / KEY_FILE).unlock(secret)
    except (DamagedKeyFile, MissingKeyFile):
        return read_key_file(folder / KEY_FILE_COPY).unlock(secret)


def _key_file(folder: Path, key: bytes | None) -> Iterator[Looked]:
    if key is not None:
        yield Looked(Kind.KEY_FILE, folder / KEY_FILE, tuple(key_problems(folder)))


def _copies(copies: list[Copy] | tuple[Copy, ...], folder: Path, key: bytes | None) -> Iterator[Looked]:
    for copy in copies:
        problems = (*_closed(copy.database, key, of_copy=True), *_key_of_copy(copy, folder, key))
        yield Looked(Kind.COPY, copy.folder, problems)


def _key_of_copy(copy: Copy, folder: Path, key: bytes | None) -> Iterator[Problem]:
    """A copy is opened by the key file that lies with it: it must be whole, and take the passphrase in use."""
    if key is None:
        return
    try:
        theirs = read_key_file(copy.folder / KEY_FILE)
    except ArchiveRefused as error:
        yield Problem(Part.KEY_FILE, type(error).__name__)
        return
    with contextlib.suppress(ArchiveRefused):
        if theirs != read_key_file(folder / KEY_FILE):
            yield Problem(Part.OLD_KEY_FILE, KEY_FILE)


def _closed(path: Path, key: bytes | None, *, of_copy: bool = False) -> tuple[Problem, ...]:
    """What is not whole in a database that is read as it lies."""
    try:
        with contextlib.closing(connect(path, key, read_only=True)) as raw:
            version_of(raw)
            return problems_in(raw, encrypted=key is not None)
    except (driver.Error, ArchiveRefused) as error:
        code = getattr(error, "sqlite_errorcode", None)
        part = Part.OTHER_KEY if of_copy and code == NOT_A_DATABASE else Part.UNREADABLE
        return (Problem(part, type(error).__name__),)
