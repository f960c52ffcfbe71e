"""`samordner archive verify`: whether each file of the archive is whole, its copies among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli import FOUND_WANTING
from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import folder_of, json_option, passphrase_option, secret_for
from samordner_tui.cli.spoken import SpokenCommand
from samordner_tui.language import _, said

if TYPE_CHECKING:
    from samordner_tui.archive.verify_files import Looked


@click.command(
    cls=SpokenCommand,
    help=said("Se, om arkivet, nøglefilen og hver sikkerhedskopi er hel. Svaret er 1, når noget ikke er det."),
)
@passphrase_option
@json_option
@click.pass_context
def verify(context: click.Context, passphrase_file: Path | None, as_json: bool) -> int:
    """Look through the database, the key file and the copies; works while the program is open."""
    from samordner_tui.archive.verify_files import look_through_folder
    from samordner_tui.cli.clock import now

    folder = folder_of(context)
    files = look_through_folder(folder, secret_for(folder, passphrase_file), now)
    whole = all(one.is_whole for one in files)
    plain = {"whole": whole, "files": [_plain(one, folder) for one in files]}
    answer(plain, _lines(files, folder), as_json=as_json)
    return 0 if whole else FOUND_WANTING


def _plain(file: Looked, folder: Path) -> dict[str, object]:
    return {
        "file": file.name_in(folder),
        "kind": file.kind.value,
        "whole": file.is_whole,
        "problems": [{"part": problem.part.value, "detail": problem.detail} for problem in file.problems],
    }


def _lines(files: Sequence[Looked], folder: Path) -> Iterator[str]:
    for file in files:
        sentences = dict.fromkeys(problem.sentence for problem in file.problems)
        yield f"{file.name_in(folder)}: {' '.join(sentences) or _('hel')}"
    if all(file.is_whole for file in files):
        yield _("Alt er helt.")
