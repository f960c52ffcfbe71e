"""`samordner archive copies-gone`: the copies that were laid in other places are gone, says the samordner."""

from __future__ import annotations

from pathlib import Path

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import confirmed, json_option, opened, passphrase_option, yes_option
from samordner_tui.cli.spoken import SpokenCommand
from samordner_tui.language import _, said


@click.command(
    cls=SpokenCommand,
    help=said("Sig, at de kopier, du har lagt andre steder, er væk. Så er kvitteringer ikke foreløbige mere."),
)
@yes_option
@passphrase_option
@json_option
@click.pass_context
def copies_gone(context: click.Context, *, yes: bool, passphrase_file: Path | None, as_json: bool) -> None:
    """Note the day, until a copy is laid elsewhere again."""
    from samordner_tui.archive.backup import gone_elsewhere_on, lie_elsewhere, note_copies_gone
    from samordner_tui.cli.clock import now

    with opened(context, passphrase_file) as archive:
        lay_there = lie_elsewhere(archive)
        if lay_there:
            confirmed(_("Er alle kopier, du har lagt andre steder, slettet dér?"), yes=yes)
            note_copies_gone(archive, now().astimezone(archive.zone).date())
        day = gone_elsewhere_on(archive)
    said_so = _("Det er skrevet ned, at kopierne andre steder er væk.")
    line = said_so if lay_there else _("Der er ikke kopier andre steder, som programmet kender.")
    answer({"copies_gone_on": day.isoformat() if day else None}, [line], as_json=as_json)
