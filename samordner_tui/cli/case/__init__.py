"""`samordner case`: the cases of an archive, one at a time or as a list."""

from __future__ import annotations

import click

from samordner_tui.cli.spoken import LazyGroup
from samordner_tui.language import said


@click.group(
    cls=LazyGroup,
    lazy={
        "list": "samordner_tui.cli.case.listing:list_cases",
        "show": "samordner_tui.cli.case.showing:show",
        "check": "samordner_tui.cli.case.checking:check",
        "schema": "samordner_tui.cli.case.schema:schema",
        "import": "samordner_tui.cli.case.importing:import_",
        "export": "samordner_tui.cli.case.exporting:export",
        "delete": "samordner_tui.cli.case.deleting:delete",
    },
    help=said("Se sagerne, hold dem op mod metoden, og hent dem ind, ud eller slet dem."),
)
def case() -> None:
    """Everything about a case."""
