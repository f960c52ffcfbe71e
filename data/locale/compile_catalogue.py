"""Compiles the English catalogue while a wheel or an editable install is made."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> list[Path]:
    """Compile each `data/locale/*.po` below `root` into the package, and name what was written."""
    written = []
    for source in sorted((root / "data" / "locale").glob("*.po")):
        target = root / "samordner_tui" / "locale" / source.stem / "LC_MESSAGES" / "samordner.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.{os.getpid()}")
        with source.open("rb") as readable, unfinished.open("wb") as writable:
            write_mo(writable, read_po(readable, locale=source.stem))
        # A program that reads the catalogue meanwhile sees the old one or the new one, never half of it.
        unfinished.replace(target)
        written.append(target)
    return written


class CompileCatalogue(BuildHookInterface[Any]):
    """The hook hatchling calls."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before anything is packed."""
        compile_catalogues(Path(self.root))
