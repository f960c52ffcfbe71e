"""`samordner conference`: one conference of a case, as it went and as it stands by the method."""

from __future__ import annotations

import click

from samordner_tui.cli.spoken import LazyGroup
from samordner_tui.language import said


@click.group(
    cls=LazyGroup,
    lazy={
        "show": "samordner_tui.cli.conference.showing:show",
        "fidelity": "samordner_tui.cli.conference.marking:show_fidelity",
    },
    help=said("Se en rådslagning: hvordan den gik, og om metoden blev fulgt."),
)
def conference() -> None:
    """Everything about a conference."""
