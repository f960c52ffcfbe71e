"""The command `samordner` itself: which archive it is about, and the nouns below it."""

from __future__ import annotations

from pathlib import Path

import click

from samordner_tui import __version__
from samordner_tui.cli.spoken import LazyGroup, SpokenOption, option
from samordner_tui.language import said


def _tell_version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"samordner {__version__}")
        context.exit()


@click.group(
    cls=LazyGroup,
    lazy={
        "demo": "samordner_tui.cli.demo:demo",
        "archive": "samordner_tui.cli.archive:archive",
        "case": "samordner_tui.cli.case:case",
        "person": "samordner_tui.cli.person:person",
        "network": "samordner_tui.cli.network:network",
        "conference": "samordner_tui.cli.conference:conference",
        "papers": "samordner_tui.cli.papers.asking:papers",
        "results": "samordner_tui.cli.results:results",
    },
    help=said("Samordner: en familierådslagning fra opgaven til den godkendte plan. Uden kommando åbnes programmet."),
)
@option(
    "--archive",
    "folder",
    envvar="SAMORDNER_ARCHIVE",
    metavar="PATH",
    type=click.Path(path_type=Path),
    text=said("Mappen med arkivet. Ellers den, som SAMORDNER_ARCHIVE nævner."),
)
@click.option(
    "--version",
    cls=SpokenOption,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_version,
    help=said("Vis programmets udgave."),
)
@click.pass_context
def samordner(context: click.Context, folder: Path | None) -> None:
    """Remember which archive the line is about."""
    context.obj = folder.expanduser() if folder is not None else None
