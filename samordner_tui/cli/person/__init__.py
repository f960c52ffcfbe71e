"""`samordner person`: the people of a case, and one of them deleted for good."""

from __future__ import annotations

import click

from samordner_tui.cli.spoken import LazyGroup
from samordner_tui.language import said


@click.group(
    cls=LazyGroup,
    lazy={
        "list": "samordner_tui.cli.person.listing:list_people",
        "delete": "samordner_tui.cli.person.deleting:delete",
    },
    help=said("Se personerne i en sag, og slet en af dem for altid."),
)
def person() -> None:
    """Everything about a person."""
