"""`samordner conference show`: how one conference went, with counts and no names."""

from __future__ import annotations

from pathlib import Path

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand, option
from samordner_tui.language import said


@click.command(
    cls=SpokenCommand, help=said("Vis, hvordan en rådslagning gik: tider, antal, svar og plan. Ingen navne.")
)
@click.argument("case")
@option("--conference", metavar="N", type=int, text=said("Rådslagning nummer N. Ellers den, der er i gang."))
@passphrase_option
@json_option
@click.pass_context
def show(
    context: click.Context, case: str, conference: int | None, passphrase_file: Path | None, as_json: bool
) -> None:
    """Print the conference; works while the program is open."""
    from samordner_tui.cli.clock import today
    from samordner_tui.cli.conference.choosing import conference_of
    from samordner_tui.cli.conference.course import course_of
    from samordner_tui.cli.conference.telling import lines
    from samordner_tui.method.definition import method

    with opened(context, passphrase_file, read_only=True) as archive:
        facts, found = conference_of(archive, case, conference)
        day = today(archive)
    answer(course_of(facts, found), lines(facts, found, day, method()), as_json=as_json)
