"""`samordner case import`: a case file becomes a case."""

from __future__ import annotations

from pathlib import Path

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand, option
from samordner_tui.language import _, said
from samordner_tui.refusals import Refused


@click.command(
    "import",
    cls=SpokenCommand,
    help=said("Hent en sag ind fra en sagsfil, hel eller slet ikke. Svaret er sagens nummer."),
)
@click.argument("file", type=click.Path(path_type=Path))
@option("--as", "number", metavar="NUMBER", text=said("Giv sagen dette nummer."))
@option(
    "--as-of",
    metavar="DATE",
    text=said("Udelad det, der kom efter denne dag: 2027-01-10, today eller today-3."),
)
@passphrase_option
@json_option
@click.pass_context
def import_(
    context: click.Context,
    file: Path,
    number: str | None,
    as_of: str | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Add the case and print its number."""
    from samordner_tui.cli.clock import today
    from samordner_tui.exchange.case_file import import_case

    content = _content(file)
    with opened(context, passphrase_file) as archive:
        added = import_case(archive, content, today(archive), number=number, as_of=as_of)
    answer({"case": added}, [added], as_json=as_json)


def _content(file: Path) -> bytes:
    from samordner_tui.exchange.shape import LARGEST_FILE

    try:
        with file.expanduser().open("rb") as source:
            return source.read(LARGEST_FILE + 1)
    except OSError:
        raise Refused(_("Filen kan ikke læses.")) from None
