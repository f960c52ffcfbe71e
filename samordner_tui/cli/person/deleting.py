"""`samordner person delete`: one person of a case is gone for good, and the receipt says how that was proved.

The person is named by id: a name on the line would stay in the history of the terminal.
"""

from __future__ import annotations

from pathlib import Path

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import confirmed, json_option, opened, passphrase_option, yes_option
from samordner_tui.cli.receipt_paper import on_paper, receipt_folder, receipt_option
from samordner_tui.cli.spoken import SpokenCommand
from samordner_tui.language import _, said


@click.command(
    cls=SpokenCommand,
    help=said("Slet en person i en sag for altid, også i sikkerhedskopierne. Id'et står i »person list«."),
)
@click.argument("case")
@click.argument("person_id")
@receipt_option
@yes_option
@passphrase_option
@json_option
@click.pass_context
def delete(
    context: click.Context,
    *,
    case: str,
    person_id: str,
    receipt: Path | None,
    yes: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Say what goes, delete the person and print the receipt, which names nobody."""
    from samordner_tui.archive.backup import lie_elsewhere
    from samordner_tui.casework.facts import case_by_number
    from samordner_tui.casework.person_deletion import delete_for_good, going_with, said_before
    from samordner_tui.cli.clock import now

    folder = receipt_folder(receipt)
    with opened(context, passphrase_file) as archive:
        with archive.reading() as session:
            case_id = case_by_number(session, case)
            going = going_with(session, case_id, person_id)
        what = "\n".join(said_before(going, copies_elsewhere=lie_elsewhere(archive)))
        confirmed(what + "\n\n" + _("Det kan ikke fortrydes. Slet {name}?").format(name=going.name), yes=yes)
        done = delete_for_good(archive, case_id, person_id, now())
        told = (*done.lines(), *on_paper(archive, done, folder))
    answer(done.plain(), told, as_json=as_json)
