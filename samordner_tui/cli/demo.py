"""`samordner demo`: the program with three fictional cases, in an archive that is gone when it closes."""

from __future__ import annotations

import signal
import sys
import tempfile
from pathlib import Path

import click

from samordner_tui.cli.spoken import SpokenCommand
from samordner_tui.language import said


@click.command(
    cls=SpokenCommand,
    help=said("Åbn programmet med tre opdigtede sager. Intet gemmes, når det lukkes."),
)
def demo() -> int:
    """Fill a throw-away archive and open the program on it."""
    from samordner_tui.archive.file import Archive
    from samordner_tui.cli.clock import now, today
    from samordner_tui.exchange.demo import fill
    from samordner_tui.tui.app import SamordnerApp

    _leave_nothing_behind()
    with tempfile.TemporaryDirectory(prefix="samordner-demo-", ignore_cleanup_errors=True) as folder:
        archive = Archive.create_training(Path(folder) / "arkiv", clock=now)
        with archive:
            fill(archive, today(archive))
            app = SamordnerApp(archive=archive)
            app.run()
        return app.return_code or 0


def _leave_nothing_behind() -> None:
    """A window that is closed ends the program in good order, so that the archive goes too."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda _number, _frame: sys.exit(0))
