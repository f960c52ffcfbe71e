"""`samordner network`: the network of a case, to be read or read aloud, and people brought into it."""

from __future__ import annotations

import click

from samordner_tui.cli.spoken import LazyGroup
from samordner_tui.language import said


@click.group(
    cls=LazyGroup,
    lazy={
        "map": "samordner_tui.cli.network.mapping:show_map",
        "tree": "samordner_tui.cli.network.family:show_tree",
        "import": "samordner_tui.cli.network.importing:import_people",
    },
    help=said("Se netværket i en sag som tekst, og hent personer ind i det."),
)
def network() -> None:
    """Everything about a network."""
