"""`samordner case schema`: what a case file may hold, as JSON Schema."""

from __future__ import annotations

import json

import click

from samordner_tui.cli.opening import json_option
from samordner_tui.cli.spoken import SpokenCommand
from samordner_tui.language import said


@click.command(cls=SpokenCommand, help=said("Vis, hvordan en sagsfil er bygget op, som JSON Schema."))
@json_option
def schema(as_json: bool) -> None:
    """Print the schema. It is JSON with or without `--json`."""
    from samordner_tui.exchange.schema import case_schema
    from samordner_tui.method.definition import method

    click.echo(json.dumps(case_schema(method()), ensure_ascii=False, indent=2))
