"""`samordner archive verify`: whether the archive is whole."""

from __future__ import annotations

from pathlib import Path

import click

from samordner_tui.cli import FOUND_WANTING
from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand
from samordner_tui.language import _, said


@click.command(cls=SpokenCommand, help=said("Se, om arkivet er helt. Svaret er 1, når noget ikke er det."))
@passphrase_option
@json_option
@click.pass_context
def verify(context: click.Context, passphrase_file: Path | None, as_json: bool) -> int:
    """Look through the database and the key file."""
    from samordner_tui.archive.verify import verify as look_through

    with opened(context, passphrase_file, read_only=True) as archive:
        problems = look_through(archive)
    lines = [problem.sentence for problem in problems] or [_("Arkivet er helt.")]
    found = [{"part": problem.part.value, "detail": problem.detail} for problem in problems]
    answer({"whole": not problems, "problems": found}, lines, as_json=as_json)
    return FOUND_WANTING if problems else 0
