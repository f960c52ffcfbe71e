"""What the program must know before the archive is open: look, language, and which folder was opened last.

Kept in `program.toml` in the configuration folder. Nothing of a case stands there. What reads and writes TOML is
imported when there is something to read: this runs before the first picture.
"""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from samordner_tui.language import Language
from samordner_tui.tui.theme import FJORD

PROGRAM = "samordner"
FILE = "program.toml"


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the program looks and speaks before it knows the archive."""

    theme: str = FJORD
    language: Language = "da"
    folder: str = ""

    def archive_folder(self) -> Path:
        """The folder opened last, or the place where an archive lies when nothing else is chosen."""
        return Path(self.folder) if self.folder else user_data_path(PROGRAM, appauthor=False) / "arkiv"


def config_folder() -> Path:
    """Where the program keeps its own few settings; `SAMORDNER_CONFIG` moves it."""
    moved = os.environ.get("SAMORDNER_CONFIG")
    return Path(moved) if moved else user_config_path(PROGRAM, appauthor=False)


def load(folder: Path) -> Preferences:
    """What was kept; what is missing or wrong is as to begin with."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return Preferences()
    import tomllib

    try:
        kept = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return Preferences()
    texts = {name: value for name, value in kept.items() if isinstance(value, str)}
    return Preferences(
        theme=texts.get("theme", FJORD),
        language="en" if texts.get("language") == "en" else "da",
        folder=texts.get("folder", ""),
    )


def save(folder: Path, preferences: Preferences) -> None:
    """Keep `preferences`. Where the folder cannot be written, they hold until the program ends."""
    import json

    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in asdict(preferences).items()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return
