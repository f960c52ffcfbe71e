"""`samordner case delete`: a case is gone for good, and the receipt says how that was proved."""

from __future__ import annotations

from pathlib import Path

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import confirmed, json_option, opened, passphrase_option, yes_option
from samordner_tui.cli.receipt_paper import on_paper, receipt_folder, receipt_option
from samordner_tui.cli.spoken import SpokenCommand
from samordner_tui.language import _, said


@click.command(
    cls=SpokenCommand, help=said("Slet en sag for altid, også i sikkerhedskopierne. Svaret er en kvittering.")
)
@click.argument("case")
@receipt_option
@yes_option
@passphrase_option
@json_option
@click.pass_context
def delete(
    context: click.Context,
    *,
    case: str,
    receipt: Path | None,
    yes: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Say what goes, delete the case and print the receipt, which names nobody."""
    from samordner_tui.archive.backup import lie_elsewhere
    from samordner_tui.archive.retention import delete_case
    from samordner_tui.casework.case_deletion import going_with, said_before
    from samordner_tui.casework.facts import case_by_number
    from samordner_tui.cli.clock import now

    folder = receipt_folder(receipt)
    with opened(context, passphrase_file) as archive:
        with archive.reading() as session:
            case_id = case_by_number(session, case)
            going = going_with(session, case_id)
        what = "\n".join(said_before(going, copies_elsewhere=lie_elsewhere(archive)))
        confirmed(what + "\n\n" + _("Sagen {case} kan ikke hentes tilbage. Slet den?").format(case=case), yes=yes)
        done = delete_case(archive, case_id, now())
        told = (*done.lines(), *on_paper(archive, done, folder))
    answer(done.plain(), told, as_json=as_json)
