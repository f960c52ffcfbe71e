"""Archives with one fictional case in them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.archive.records.network import Child, Person
from samordner_tui.archive.records.practical import Supplier

PASSPHRASE = "fire ænder krydser vejen"  # noqa: S105 - a fictional one
NUMBER = "Sag-7731"
ALIAS = "Havørnsagen"
GRANDMOTHER = "Gunhild Tjørnelund"
SUPPLIER = "Kagehuset Sønderstrand"


@dataclass(frozen=True)
class Family:
    """The ids of one case: the case, a grandmother, and the child as a person."""

    case: str
    grandmother: str
    child: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the archive lies."""
    return tmp_path / "arkiv"


@pytest.fixture
def clock(now: datetime) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: now


class RememberingArgon2id:
    """Argon2id that makes each key once: the same secret, salt and parameters are asked for again and again here."""

    made: ClassVar[dict[tuple[object, ...], bytes]] = {}

    def __init__(self, *, salt: bytes, length: int, iterations: int, lanes: int, memory_cost: int) -> None:
        self._asked = (salt, length, iterations, lanes, memory_cost)
        self._derivation = Argon2id(
            salt=salt, length=length, iterations=iterations, lanes=lanes, memory_cost=memory_cost
        )

    def derive(self, secret: bytes) -> bytes:
        """The key of a secret."""
        place = (*self._asked, secret)
        if place not in self.made:
            self.made[place] = self._derivation.derive(secret)
        return self.made[place]


@pytest.fixture(autouse=True)
def keys_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deriving a key is slow on purpose, and most of the time these tests would take."""
    monkeypatch.setattr("samordner_tui.archive.keys.Argon2id", RememberingArgon2id)


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new encrypted archive and a new training archive, made once: making a key is slow on purpose."""
    place = tmp_path_factory.mktemp("untouched")
    Archive.create(place / "encrypted", PASSPHRASE)[0].close()
    Archive.create_training(place / "training").close()
    return place


@pytest.fixture
def archive(untouched: Path, folder: Path, clock: Callable[[], datetime]) -> Iterator[Archive]:
    """An encrypted archive with nothing in it."""
    shutil.copytree(untouched / "encrypted", folder)
    archive = Archive.open(folder, PASSPHRASE, clock=clock)
    yield archive
    archive.close(copy=False)


@pytest.fixture
def training(untouched: Path, folder: Path, clock: Callable[[], datetime]) -> Iterator[Archive]:
    """A plain archive with nothing in it."""
    shutil.copytree(untouched / "training", folder)
    archive = Archive.open(folder, None, clock=clock)
    yield archive
    archive.close()


def note_family(archive: Archive, number: str = NUMBER) -> Family:
    """Note a case with a grandmother and a child, and a supplier that other cases may share."""
    family = Family(case=new_id(), grandmother=new_id(), child=new_id())
    with archive.writing("Ny sag", family.case) as session:
        session.add(Case(id=family.case, number=number, alias=ALIAS))
        session.flush()
        session.add(Person(id=family.grandmother, case_id=family.case, name=GRANDMOTHER, relation="farmor"))
        session.add(Person(id=family.child, case_id=family.case, name="Solvej"))
        session.flush()
        session.add(Child(case_id=family.case, person_id=family.child, statement="Jeg vil gerne have farmor med."))
        session.add(Supplier(name=SUPPLIER))
    return family


def rename(archive: Archive, family: Family, name: str) -> None:
    """Give the grandmother another name, as one step."""
    with archive.writing("Navn", family.case) as session:
        session.get_one(Person, family.grandmother).name = name


def name_of(archive: Archive, person_id: str) -> str | None:
    """The name of a person, or None where there is no such person."""
    with archive.reading() as session:
        person = session.get(Person, person_id)
        return None if person is None else person.name
