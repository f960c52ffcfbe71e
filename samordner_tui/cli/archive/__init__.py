"""`samordner archive`: make an archive, see that it is whole, copy it and bring a copy back."""

from __future__ import annotations

import click

from samordner_tui.cli.spoken import LazyGroup
from samordner_tui.language import said


@click.group(
    cls=LazyGroup,
    lazy={
        "new": "samordner_tui.cli.archive.making:new",
        "verify": "samordner_tui.cli.archive.verifying:verify",
        "backup": "samordner_tui.cli.archive.copying:backup",
        "copies-gone": "samordner_tui.cli.archive.elsewhere:copies_gone",
        "restore": "samordner_tui.cli.archive.copying:restore",
    },
    help=said("Opret et arkiv, se om det er helt, og tag eller hent sikkerhedskopier."),
)
def archive() -> None:
    """Everything about the archive as a whole."""
