"""The file of an older program is brought up to date: a copy first, all or nothing, and no row is lost."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

import pytest
from sqlalchemy import select

from samordner_tui.archive import refusals, schema
from samordner_tui.archive.backup import BACKUPS, copies_in
from samordner_tui.archive.engine import connect, pragma
from samordner_tui.archive.file import Archive
from samordner_tui.archive.opening import DATABASE
from samordner_tui.archive.records.keeping import CaseSummary
from samordner_tui.archive.records.network import Child
from samordner_tui.archive.upgrade import REVISIONS, revision, upgrade
from samordner_tui.archive.verify import verify
from tests.archive.conftest import GRANDMOTHER, PASSPHRASE, Family, name_of, note_family, rename

NEXT = schema.SCHEMA_VERSION + 1
"""The version of a program that is newer than this one."""

SECOND = '''
"""People are asked for their name in another length, which rebuilds the table that everything points at."""

import sqlalchemy as sa
from alembic import op

revision = "NEXT"
down_revision = "THIS"


def upgrade():
    op.drop_index("ix_people_case_id", "people")
    op.create_index("ix_people_case_id", "people", ["case_id", "name"])
    with op.batch_alter_table("people", recreate="always") as table:
        table.alter_column("name", type_=sa.String(240))
    op.execute("UPDATE people SET relation = 'farmor til barnet' WHERE relation = 'farmor'")
'''

FAILING = SECOND + "    op.execute('PRAGMA_DER_IKKE_FINDES')\n"
ORPHANS = SECOND + "    op.execute(sa.delete(sa.table('people')))\n"


@pytest.fixture
def older(folder: Path) -> tuple[Path, Family]:
    """A closed archive of this version, with a case and a step that could be undone."""
    archive, _code = Archive.create(folder, PASSPHRASE)
    family = note_family(archive)
    rename(archive, family, "Gunhild")
    rename(archive, family, GRANDMOTHER)
    with archive.keeping() as session:
        session.connection().exec_driver_sql("UPDATE case_summaries SET stale = 0")
    archive.close(copy=False)
    return folder, family


@pytest.fixture
def newer_program(older: tuple[Path, Family], monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of the next version, made after the archive was."""
    assert older
    for place in ("schema", "opening"):
        monkeypatch.setattr(f"samordner_tui.archive.{place}.SCHEMA_VERSION", NEXT)


def _revisions(place: Path, second: str) -> Path:
    """The shipped revisions with another one after them."""
    place.mkdir()
    (place / "versions").mkdir()
    shipped = [f"versions/{path.name}" for path in (REVISIONS / "versions").glob("0*.py")]
    for name in ("env.py", "script.py.mako", *shipped):
        (place / name).write_bytes((REVISIONS / name).read_bytes())
    (place / "versions" / f"{NEXT:04d}_next.py").write_text(
        second.replace('"NEXT"', f'"{NEXT:04d}"').replace('"THIS"', f'"{NEXT - 1:04d}"'), encoding="utf-8"
    )
    return place


def _key(folder: Path) -> bytes | None:
    from samordner_tui.archive.opening import unlock

    return unlock(folder, PASSPHRASE).key


@pytest.mark.usefixtures("newer_program")
def test_an_older_archive_is_upgraded_and_keeps_every_row(
    older: tuple[Path, Family], tmp_path: Path, now: datetime
) -> None:
    """Also those that point at the table that is rebuilt. Undo ends, and begins again with what is done next."""
    folder, family = older
    upgrade(folder, _key(folder), now, revisions=_revisions(tmp_path / "revisioner", SECOND), version=NEXT)
    with Archive.open(folder, PASSPHRASE) as archive:
        assert name_of(archive, family.grandmother) == GRANDMOTHER
        with archive.reading() as session:
            assert len(session.scalars(select(Child.id)).all()) == 1
            assert session.scalars(select(CaseSummary.stale)).all() == [True]
            names = session.connection().exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        assert "alembic_version" not in names
        assert not [name for name in names if name.startswith("_alembic")]
        assert verify(archive) == ()
        with pytest.raises(refusals.CannotUndo):
            archive.undo(family.case)
        rename(archive, family, "Bedste")
        archive.undo(family.case)
        assert name_of(archive, family.grandmother) == GRANDMOTHER


@pytest.mark.usefixtures("newer_program")
def test_an_encrypted_copy_is_made_before_the_upgrade(
    older: tuple[Path, Family], tmp_path: Path, now: datetime
) -> None:
    """It is of the older version, and whole."""
    folder, _family = older
    upgrade(folder, _key(folder), now, revisions=_revisions(tmp_path / "revisioner", SECOND), version=NEXT)
    (copy,) = copies_in(folder / BACKUPS)
    with closing(connect(copy.database, _key(copy.folder), journal="DELETE")) as raw:
        assert pragma(raw, "user_version") == NEXT - 1
        assert raw.execute("SELECT relation FROM people WHERE relation IS NOT NULL").fetchall() == [("farmor",)]
    assert GRANDMOTHER.encode() not in copy.database.read_bytes()


@pytest.mark.parametrize("second", [FAILING, ORPHANS], ids=["it fails", "it leaves rows that point at nothing"])
def test_an_upgrade_that_does_not_come_through_leaves_the_archive_as_it_was(
    older: tuple[Path, Family], tmp_path: Path, now: datetime, second: str
) -> None:
    """All or nothing."""
    folder, family = older
    with pytest.raises(refusals.UpgradeFailed):
        upgrade(folder, _key(folder), now, revisions=_revisions(tmp_path / "revisioner", second), version=NEXT)
    with Archive.open(folder, PASSPHRASE) as archive:
        assert name_of(archive, family.grandmother) == GRANDMOTHER
        assert archive.undo(family.case) == "Navn"
        assert verify(archive) == ()


@pytest.mark.usefixtures("newer_program")
def test_an_older_archive_is_not_upgraded_by_one_who_only_reads(older: tuple[Path, Family]) -> None:
    """A sentence says what to do."""
    with pytest.raises(refusals.OlderArchive):
        Archive.open(older[0], PASSPHRASE, read_only=True)


@pytest.mark.parametrize("version", range(1, schema.SCHEMA_VERSION))
def test_a_file_of_every_earlier_version_gets_the_tables_of_this_one(
    tmp_path: Path, now: datetime, version: int
) -> None:
    """A new archive and an upgraded one have the same tables, and what stood in the old one stands there still."""
    folder, fresh = tmp_path / "gammel", tmp_path / "ny"
    folder.mkdir()
    (folder / DATABASE).touch()
    with closing(connect(folder / DATABASE, None, journal="WAL")) as raw:
        raw.executescript((Path(__file__).parent / f"schema_{version}.sql").read_text("utf-8"))
        raw.execute("INSERT INTO cases (id, number, alias) VALUES ('a', '2027-01', 'Alma')")
        raw.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {version}")
    upgrade(folder, None, now)
    Archive.create_training(fresh).close()
    with closing(connect(folder / DATABASE, None)) as old, closing(connect(fresh / DATABASE, None)) as new:
        assert old.execute("SELECT alias FROM cases").fetchall() == [("Alma",)]
        assert tables_of(old) == tables_of(new)
        assert pragma(old, "user_version") == schema.SCHEMA_VERSION


def tables_of(raw: Connection) -> dict[str, str]:
    """Every table, index and trigger as SQL with its white space and quotes evened out, by name.

    The constraints of a table stand in the order of their names: which comes first means nothing to SQLite, and a
    rebuilt table has them in any order.
    """
    found = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: _evened(re.sub(r"\s|\"", "", sql)) for name, sql in found}


def _evened(sql: str) -> str:
    columns, *constraints = sql.removesuffix(")").split(",CONSTRAINT") if sql.startswith("CREATETABLE") else [sql]
    return ",CONSTRAINT".join([columns, *sorted(constraints)])


def test_the_newest_revision_is_the_version_the_program_writes() -> None:
    """Numbered without holes."""
    names = sorted(path.name[:4] for path in (REVISIONS / "versions").glob("0*.py"))
    assert names == [revision(version) for version in range(1, schema.SCHEMA_VERSION + 1)]


def test_alembic_is_imported_only_when_an_upgrade_is_due(training: Archive, folder: Path) -> None:
    """Opening, writing and closing do without it."""
    training.close()
    script = f"""
import sys
from pathlib import Path
from samordner_tui.archive.file import Archive
with Archive.open(Path({str(folder)!r}), None) as archive:
    archive.set_setting("zone", "America/Nuuk")
    assert archive.zone.key == "America/Nuuk"
assert "alembic" not in sys.modules
assert "textual" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parent.parent.parent)
    assert (folder / DATABASE).exists()
