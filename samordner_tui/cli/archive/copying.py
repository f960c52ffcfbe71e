"""`samordner archive backup` and `restore`: a copy of the archive, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import (
    confirmed,
    folder_of,
    json_option,
    opened,
    passphrase_option,
    secret_for,
    yes_option,
)
from samordner_tui.cli.spoken import SpokenCommand, option
from samordner_tui.language import _, said
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.backup import Copy


@click.command(cls=SpokenCommand, help=said("Tag en sikkerhedskopi, og se efter, at den er hel."))
@option(
    "--to",
    "place",
    metavar="PATH",
    type=click.Path(path_type=Path),
    text=said("Et andet sted end ved siden af arkivet, for eksempel en USB-nøgle."),
)
@passphrase_option
@json_option
@click.pass_context
def backup(context: click.Context, place: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Make a verified copy."""
    from samordner_tui.archive.backup import back_up, back_up_elsewhere
    from samordner_tui.cli.clock import now

    with opened(context, passphrase_file) as archive:
        copy = back_up(archive, now()) if place is None else back_up_elsewhere(archive, place.expanduser(), now())
    lines = [_("Sikkerhedskopien ligger i {folder}.").format(folder=copy.folder)]
    answer({"copy": str(copy.folder), "made_at": copy.made_at.isoformat()}, lines, as_json=as_json)


@click.command(
    cls=SpokenCommand,
    help=said("Hent en sikkerhedskopi tilbage: mappen COPY, eller den nyeste. Det slettede forbliver slettet."),
)
@click.argument("copy", required=False, type=click.Path(path_type=Path))
@yes_option
@passphrase_option
@json_option
@click.pass_context
def restore(context: click.Context, copy: Path | None, yes: bool, passphrase_file: Path | None, as_json: bool) -> None:
    """Bring a copy back; what it replaces is kept as a copy itself."""
    from samordner_tui.archive.restore import restore as bring_back
    from samordner_tui.cli.clock import now

    folder = folder_of(context)
    chosen = _newest(folder).folder if copy is None else copy.expanduser()
    confirmed(_("Hent kopien {name} tilbage som arkivet?").format(name=chosen.name), yes=yes)
    restored = bring_back(chosen, folder, secret_for(chosen, passphrase_file), now())
    lines = [_("Kopien {name} er hentet tilbage.").format(name=chosen.name)]
    if restored.kept is not None:
        lines.append(_("Det, der var der før, ligger i {folder}.").format(folder=restored.kept))
    plain = {
        "restored": str(chosen),
        "deleted_again": restored.deleted_again,
        "kept": None if restored.kept is None else str(restored.kept),
    }
    answer(plain, lines, as_json=as_json)


def _newest(folder: Path) -> Copy:
    from samordner_tui.archive.backup import BACKUPS, copies_in

    found = copies_in(folder / BACKUPS)
    if not found:
        raise Refused(_("Der er ingen sikkerhedskopi ved siden af arkivet. Nævn den mappe, den ligger i."))
    return found[0]
