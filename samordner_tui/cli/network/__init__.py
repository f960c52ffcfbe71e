"""`samordner network`: the network of a case, to be read or read aloud; people come in, and maps go out."""

from __future__ import annotations

import click

from samordner_tui.cli.spoken import LazyGroup
from samordner_tui.language import said


@click.group(
    cls=LazyGroup,
    lazy={
        "map": "samordner_tui.cli.network.mapping:show_map",
        "tree": "samordner_tui.cli.network.family:show_tree",
        "compare": "samordner_tui.cli.network.comparing:compare_maps",
        "import": "samordner_tui.cli.network.importing:import_people",
        "export": "samordner_tui.cli.network.exporting:export",
    },
    help=said("Se netværket i en sag som tekst, sammenlign kort, hent personer ind, og gem kort som filer."),
)
def network() -> None:
    """Everything about a network."""
