"""The house: what is shipped, what is imported when, and that the program speaks to nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = (
    *("sqlalchemy", "pydantic", "cryptography", "alembic", "sqlcipher3", "textual"),
    *("typst", "docx", "jinja2", "icalendar"),
)


def modules_after(code: str, *, path: Path = ROOT) -> set[str]:
    """The top-level modules that are loaded in a new process after `code`."""
    shown = f"{code}\nimport json, sys\nprint(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run(
        [sys.executable, "-c", shown],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(path)},
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_help_of_the_commands_loads_nothing_heavy() -> None:
    loaded = modules_after(
        "from samordner_tui.__main__ import main\n"
        "import contextlib, io\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    main(['--help'])"
    )
    assert loaded.isdisjoint(HEAVY)


def test_the_method_is_read_without_a_database_or_a_screen() -> None:
    loaded = modules_after("from samordner_tui.method.definition import method; method()")
    assert loaded.isdisjoint({"sqlalchemy", "textual", "cryptography", "alembic", "sqlcipher3"})


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as a wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_what_the_program_knows(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    assert "samordner_tui/data/method/familieraadslagning.toml" in held
    assert {f"samordner_tui/data/cases/{one.name}" for one in (ROOT / "data" / "cases").glob("*.json")} <= held
    papers = {str(one.relative_to(ROOT)) for one in (ROOT / "data" / "papers").rglob("*") if one.is_file()}
    assert {f"samordner_tui/{one}" for one in papers} <= held
    assert "samordner_tui/locale/en/LC_MESSAGES/samordner.mo" in held
    assert not [name for name in held if name.startswith(("tests/", "data/"))]


def test_the_program_finds_its_data_in_a_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from samordner_tui.method.definition import method; from samordner_tui import resources;"
            "print(resources.method_file()); print(len(method().stages))",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    where, stages = done.stdout.split("\n")[:2]
    assert Path(where).is_relative_to(tmp_path)
    assert int(stages) == 16


def test_every_font_lies_beside_its_licence() -> None:
    fonts = ROOT / "data" / "papers" / "fonts"
    families = {one.stem.split("-")[0] for one in fonts.glob("*.ttf")}
    assert families == {"Lato", "NotoSansArabic", "NotoEmoji", "DejaVuSans"}
    for free in families - {"DejaVuSans"}:
        assert "SIL Open Font License, Version 1.1" in (fonts / f"{free}-OFL.txt").read_text("utf-8")
    assert "Bitstream Vera Fonts Copyright" in (fonts / "DejaVu-LICENSE.txt").read_text("utf-8")


def test_papers_are_listed_without_a_screen_and_without_what_sets_them() -> None:
    loaded = modules_after("from samordner_tui.cli.papers import asking, listing, making, from_templates")
    assert loaded.isdisjoint({"textual", "typst", "docx", "rich"})


def test_papers_are_made_from_a_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "from samordner_tui.papers.kinds import paper_set, template\n"
        "from samordner_tui.papers.paper.blocks import Paper\n"
        "from samordner_tui.papers.paper.pdf import pdf_of\n"
        "from samordner_tui.papers.paper.reading import read_blocks\n"
        "text = template('leaflet_family', 'da').replace('{', '').replace('}', '').replace('%', '')\n"
        "print(len(paper_set().papers), pdf_of(Paper('x', 'da', 'leaflet', read_blocks(text)))[:4].decode())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    count, magic = done.stdout.split()
    assert int(count) >= 41
    assert magic == "%PDF"


def test_the_top_level_is_as_it_was_drawn() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode != 0:
        pytest.skip("not a checkout")
    tops = {name.split("/")[0] for name in tracked.stdout.splitlines()}
    assert {name for name in tops if not name.startswith(".")} <= {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "data",
        "samordner_tui",
        "tests",
    }
