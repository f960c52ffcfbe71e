"""Opening the archive that a line is about: by passphrase file, or by asking; never by an argument."""

from __future__ import annotations

import contextlib
import getpass
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from samordner_tui.cli.spoken import option
from samordner_tui.language import _, said
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

F = TypeVar("F", bound=Callable[..., object])

KEY_FILES = ("archive.key", "archive.key.bak")
LONGEST_SECRET_FILE = 4096


def passphrase_option(command: F) -> F:
    """The option every command has that opens a real archive."""
    return option(
        "--passphrase-file",
        envvar="SAMORDNER_PASSPHRASE_FILE",
        metavar="FILE",
        type=click.Path(path_type=Path),
        text=said("En fil med adgangskoden på første linje. Ellers bliver der spurgt."),
    )(command)


def json_option(command: F) -> F:
    """The option every command has that answers a script."""
    return option("--json", "as_json", is_flag=True, text=said("Svar som JSON."))(command)


def yes_option(command: F) -> F:
    """The option of what is otherwise asked about."""
    return option("--yes", is_flag=True, text=said("Spørg ikke først."))(command)


def folder_of(context: click.Context) -> Path:
    """The folder of the archive that the line names."""
    folder = context.find_root().obj
    if not isinstance(folder, Path):
        raise Refused(_("Sig hvilket arkiv: »samordner --archive MAPPE …«, eller sæt SAMORDNER_ARCHIVE."))
    return folder


@contextlib.contextmanager
def opened(context: click.Context, passphrase_file: Path | None, *, read_only: bool = False) -> Iterator[Archive]:
    """The archive, open while the block runs. A command that only reads works while the program is open."""
    from samordner_tui.archive.file import Archive
    from samordner_tui.cli.clock import now

    folder = folder_of(context)
    secret = secret_for(folder, passphrase_file)
    with Archive.open(folder, secret, read_only=read_only, clock=now) as archive:
        yield archive


def secret_for(folder: Path, passphrase_file: Path | None) -> str | None:
    """What opens the archive in `folder`. A training archive has no key file and needs nothing."""
    if not any((folder / name).exists() for name in KEY_FILES):
        return None
    return read_secret(passphrase_file) if passphrase_file is not None else ask_secret(_("Adgangskode: "))


def read_secret(file: Path) -> str:
    """The first line of a passphrase file."""
    try:
        content = file.read_bytes()[:LONGEST_SECRET_FILE].decode("utf-8-sig")
    except OSError:
        raise Refused(_("Filen med adgangskoden kan ikke læses.")) from None
    except UnicodeDecodeError:
        raise Refused(_("Filen med adgangskoden er ikke skrevet i UTF-8.")) from None
    secret = (content.splitlines() or [""])[0]
    if not secret:
        raise Refused(_("Filen med adgangskoden er tom."))
    return secret


def ask_secret(question: str) -> str:
    """Ask at the terminal, without showing what is typed."""
    if not sys.stdin.isatty():
        raise Refused(_("Adgangskoden mangler. Giv den i en fil med --passphrase-file."))
    return getpass.getpass(question, stream=sys.stderr)


def confirmed(question: str, *, yes: bool) -> None:
    """Ask, unless `yes`; whoever says no has changed nothing."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise Refused(_("Der skal siges ja først. Tilføj --yes."))
    if not says_yes(question):
        raise Refused(_("Intet er ændret."))


def says_yes(question: str) -> bool:
    """Ask whoever sits there. Where nobody does it is a no."""
    if not sys.stdin.isatty():
        return False
    click.echo(question + " " + _("[j/n] "), nl=False, err=True)
    return sys.stdin.readline().strip().lower() in {"j", "ja", "y", "yes"}
