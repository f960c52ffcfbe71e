"""A folder that is typed: where files may go, what is meant by what was typed, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path

from samordner_tui.language import _


def documents() -> Path:
    """The folder that is meant when nothing else is typed."""
    found = user_documents_path()
    return found if found.is_dir() else Path.home()


def typed_path(typed: str) -> Path:
    """What was typed as a path: `~` is the home of whoever sits there."""
    return Path(typed.strip()).expanduser()


def no_folder(typed: str) -> str:
    """What is wrong with a folder; nothing where it is there."""
    if typed.strip() and typed_path(typed).is_dir():
        return ""
    if typed.strip() and typed_path(typed).exists():
        return _("Det er en fil, ikke en mappe. Skriv den mappe, filerne skal ligge i.")
    return _("Mappen findes ikke. Lav den først, eller vælg en anden.")
