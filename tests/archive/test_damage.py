"""Each thing that can be wrong with the folder has a sentence of its own, and nothing is lost by trying."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from samordner_tui.archive import refusals
from samordner_tui.archive.backup import back_up
from samordner_tui.archive.engine import connect
from samordner_tui.archive.file import Archive, wall_clock
from samordner_tui.archive.keys import KEY_FILE, KEY_FILE_COPY
from samordner_tui.archive.opening import DATABASE
from samordner_tui.archive.verify import Part, verify
from samordner_tui.refusals import Refused
from tests.archive.conftest import GRANDMOTHER, PASSPHRASE, Family, name_of, note_family


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Family]:
    """A closed archive with a case, made once and copied."""
    folder = tmp_path_factory.mktemp("hel") / "arkiv"
    archive, _code = Archive.create(folder, PASSPHRASE)
    family = note_family(archive)
    archive.close(copy=False)
    return folder, family


@pytest.fixture
def copied(whole: tuple[Path, Family], folder: Path) -> Path:
    """A copy of it, to be damaged."""
    shutil.copytree(whole[0], folder)
    return folder


def _zero_length(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"")


def _half(folder: Path) -> None:
    content = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(content[: len(content) // 2])


def _first_thousand(folder: Path) -> None:
    (folder / DATABASE).write_bytes((folder / DATABASE).read_bytes()[:1000])


def _first_page(folder: Path) -> None:
    content = bytearray((folder / DATABASE).read_bytes())
    content[40] ^= 1
    (folder / DATABASE).write_bytes(content)


def _text(folder: Path) -> None:
    (folder / DATABASE).write_text("Kære familie\n" * 900)


def _no_database(folder: Path) -> None:
    (folder / DATABASE).unlink()


def _no_key_file(folder: Path) -> None:
    (folder / KEY_FILE).unlink()


def _spoiled_key_file(folder: Path) -> None:
    (folder / KEY_FILE).write_bytes((folder / KEY_FILE).read_bytes()[:300])


DAMAGES: list[tuple[Callable[[Path], None], type[refusals.ArchiveRefused]]] = [
    (_zero_length, refusals.EmptyArchive),
    (_half, refusals.DamagedArchive),
    (_first_thousand, refusals.DamagedArchive),
    (_first_page, refusals.DamagedArchive),
    (_text, refusals.DamagedArchive),
    (_no_database, refusals.LostDatabase),
    (_no_key_file, refusals.MissingKeyFile),
    (_spoiled_key_file, refusals.DamagedKeyFile),
]


@pytest.mark.parametrize("read_only", [False, True], ids=["writing", "reading"])
@pytest.mark.parametrize(("damage", "refusal"), DAMAGES, ids=[damage.__name__[1:] for damage, _refusal in DAMAGES])
def test_damage_is_refused_with_its_own_sentence_and_touches_nothing(
    copied: Path, damage: Callable[[Path], None], refusal: type[refusals.ArchiveRefused], *, read_only: bool
) -> None:
    """With the right passphrase; every file is as it was."""
    damage(copied)
    before = {path.name: path.read_bytes() for path in copied.iterdir() if path.is_file()}
    with pytest.raises(refusals.ArchiveRefused) as refused:
        Archive.open(copied, PASSPHRASE, read_only=read_only)
    assert type(refused.value) is refusal
    after = {path.name: path.read_bytes() for path in copied.iterdir() if path.is_file()}
    assert {name: after[name] for name in before} == before


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    """No two are the same."""
    kinds = [kind for kind in vars(refusals).values() if isinstance(kind, type) and issubclass(kind, Refused)]
    sentences = {str(kind()) for kind in kinds if issubclass(kind, refusals.ArchiveRefused)}
    assert len(sentences) == len(kinds) - 1


def test_a_wrong_passphrase_is_refused_and_the_right_one_still_opens(copied: Path, whole: tuple[Path, Family]) -> None:
    """Typed wrong, left out, or empty."""
    for secret in ("en helt anden kode", "", None):
        with pytest.raises(refusals.WrongSecret):
            Archive.open(copied, secret)
    with Archive.open(copied, PASSPHRASE) as archive:
        assert name_of(archive, whole[1].grandmother) == GRANDMOTHER


def test_the_copy_of_the_key_file_opens_the_archive_when_it_is_put_back(copied: Path) -> None:
    """As the sentence says."""
    _spoiled_key_file(copied)
    shutil.copy(copied / KEY_FILE_COPY, copied / KEY_FILE)
    Archive.open(copied, PASSPHRASE).close()


def test_the_key_of_another_archive_opens_nothing(copied: Path, tmp_path: Path) -> None:
    """The passphrase is right and the file is not the key's own: damaged, and not a wrong passphrase."""
    other, _code = Archive.create(tmp_path / "andet", PASSPHRASE)
    other.close()
    shutil.copy(tmp_path / "andet" / KEY_FILE, copied / KEY_FILE)
    with pytest.raises(refusals.DamagedArchive):
        Archive.open(copied, PASSPHRASE)


def test_a_spoiled_page_is_said_when_it_is_read_and_named_by_verify(copied: Path, whole: tuple[Path, Family]) -> None:
    """The page with the people of the case no longer holds its seal; nothing is copied over the copies there are."""
    with Archive.open(copied, PASSPHRASE) as archive, contextlib.closing(archive.connections.raw()) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'people'").fetchone()
    content = bytearray((copied / DATABASE).read_bytes())
    content[(page - 1) * 4096 + 300] ^= 1
    (copied / DATABASE).write_bytes(content)
    with Archive.open(copied, PASSPHRASE) as archive:
        with pytest.raises(refusals.DamagedArchive):
            name_of(archive, whole[1].grandmother)
        problems = verify(archive)
        assert {problem.part for problem in problems} & {Part.SEALS, Part.PAGES, Part.UNREADABLE}
        assert all(problem.sentence and problem.detail for problem in problems)
        with pytest.raises((refusals.BackupFailed, refusals.DamagedArchive)):
            back_up(archive, wall_clock())


def test_a_whole_archive_verifies_without_problems(archive: Archive) -> None:
    """Pages, seals, references and key file; a copy of the key file that differs is named."""
    note_family(archive)
    assert verify(archive) == ()
    (archive.folder / KEY_FILE_COPY).unlink()
    assert [problem.part for problem in verify(archive)] == [Part.KEY_FILE]


def test_an_archive_in_a_folder_that_cannot_be_written_is_read_as_it_lies(
    copied: Path, whole: tuple[Path, Family], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick with a switch: opening it for writing is refused, reading leaves no file beside it."""
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    with pytest.raises(refusals.FolderNotWritable):
        Archive.open(copied, PASSPHRASE)
    before = sorted(path.name for path in copied.iterdir())
    with Archive.open(copied, PASSPHRASE, read_only=True) as archive:
        assert name_of(archive, whole[1].grandmother) == GRANDMOTHER
        assert sorted(path.name for path in copied.iterdir()) == before


def test_an_archive_that_somebody_writes_is_verified_by_one_who_reads(archive: Archive, folder: Path) -> None:
    """Beside the program that is open."""
    note_family(archive)
    with Archive.open(folder, PASSPHRASE, read_only=True) as reader:
        assert verify(reader) == ()


def test_a_file_of_a_newer_program_is_refused(folder: Path) -> None:
    """By the version in its header."""
    Archive.create_training(folder).close()
    with contextlib.closing(connect(folder / DATABASE, None)) as raw:
        raw.execute("PRAGMA user_version = 900")
    with pytest.raises(refusals.NewerArchive):
        Archive.open(folder, None)


def test_a_database_of_another_program_is_refused(folder: Path) -> None:
    """By the mark in its header."""
    Archive.create_training(folder).close()
    with contextlib.closing(connect(folder / DATABASE, None)) as raw:
        raw.execute("PRAGMA application_id = 7")
    with pytest.raises(refusals.ForeignArchive):
        Archive.open(folder, None)


def test_a_database_without_tables_is_refused(folder: Path) -> None:
    """It is not taken for a new archive."""
    Archive.create_training(folder).close()
    with contextlib.closing(connect(folder / DATABASE, None)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            raw.execute(f'DROP TABLE "{name}"')
    with pytest.raises(refusals.EmptyArchive):
        Archive.open(folder, None)


def test_an_archive_is_not_made_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A file lies where the folder should be."""
    (tmp_path / "fil").write_text("")
    with pytest.raises(refusals.FolderNotWritable):
        Archive.create_training(tmp_path / "fil" / "arkiv")
