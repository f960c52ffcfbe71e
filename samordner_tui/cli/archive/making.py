"""`samordner archive new`: a new archive, and its recovery code in a file of its own."""

from __future__ import annotations

from pathlib import Path

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import ask_secret, json_option, passphrase_option, read_secret
from samordner_tui.cli.spoken import SpokenCommand, WrongLine, option
from samordner_tui.exchange.own_file import new_own_file
from samordner_tui.language import _, said
from samordner_tui.refusals import Refused


@click.command(cls=SpokenCommand, help=said("Opret et nyt arkiv i mappen PATH."))
@click.argument("path", type=click.Path(path_type=Path))
@passphrase_option
@option(
    "--recovery-out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    text=said("Hertil skrives gendannelseskoden. Skriv den af på papir, og slet filen."),
)
@option("--training", is_flag=True, text=said("Et åbent øvearkiv uden adgangskode, kun til opdigtede personer."))
@json_option
@click.pass_context
def new(
    context: click.Context,
    path: Path,
    passphrase_file: Path | None,
    recovery_out: Path | None,
    training: bool,
    as_json: bool,
) -> None:
    """Make the archive; nothing is left behind where that fails."""
    folder = path.expanduser()
    if training:
        _make_training(folder)
    else:
        if recovery_out is None:
            raise WrongLine(_("Sig, hvor gendannelseskoden skal skrives, med --recovery-out."), context)
        _make(folder, passphrase_file, recovery_out)
    lines = [_("Arkivet er oprettet i {folder}.").format(folder=folder)]
    if not training:
        lines.append(
            _("Gendannelseskoden står i {file}. Skriv den af på papir, og slet filen.").format(file=recovery_out)
        )
    answer({"archive": str(folder), "training": training}, lines, as_json=as_json)


def _make_training(folder: Path) -> None:
    from samordner_tui.archive.file import Archive

    Archive.create_training(folder).close()


def _make(folder: Path, passphrase_file: Path | None, recovery_out: Path) -> None:
    from samordner_tui.archive.file import Archive

    passphrase = read_secret(passphrase_file) if passphrase_file is not None else _asked_twice()
    # The file is made first: an archive whose recovery code could not be written must not come into being.
    with new_own_file(recovery_out) as file:
        archive, code = Archive.create(folder, passphrase)
        archive.close()
        file.write(f"{code}\n".encode())


def _asked_twice() -> str:
    passphrase = ask_secret(_("Vælg en adgangskode: "))
    if ask_secret(_("Skriv den igen: ")) != passphrase:
        raise Refused(_("De to adgangskoder er ikke ens. Intet er oprettet."))
    return passphrase
