"""`samordner case delete`: a case is gone for good, and the receipt says how that was proved."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import confirmed, json_option, opened, passphrase_option, yes_option
from samordner_tui.cli.spoken import SpokenCommand, option
from samordner_tui.language import SPEECH, _, said
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samordner_tui.archive.receipt import Receipt
    from samordner_tui.papers.fields.shared import Samordner


@click.command(
    cls=SpokenCommand, help=said("Slet en sag for altid, også i sikkerhedskopierne. Svaret er en kvittering.")
)
@click.argument("case")
@option(
    "--receipt",
    metavar="DIR",
    type=click.Path(path_type=Path),
    text=said("Læg også kvitteringen som PDF i denne mappe. Den nævner ingen og ingen sag."),
)
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
    from samordner_tui.archive.retention import delete_case
    from samordner_tui.archive.settings import COPIES_ELSEWHERE
    from samordner_tui.casework.case_deletion import going_with, said_before
    from samordner_tui.casework.facts import case_by_number
    from samordner_tui.cli.clock import now
    from samordner_tui.papers.fields.shared import samordner

    folder = None if receipt is None else receipt.expanduser()
    if folder is not None and not folder.is_dir():
        raise Refused(_("Mappen findes ikke. Lav den først, eller vælg en anden."))
    with opened(context, passphrase_file) as archive:
        with archive.reading() as session:
            case_id = case_by_number(session, case)
            going = going_with(session, case_id)
        what = "\n".join(said_before(going, copies_elsewhere=bool(archive.setting(COPIES_ELSEWHERE))))
        confirmed(what + "\n\n" + _("Sagen {case} kan ikke hentes tilbage. Slet den?").format(case=case), yes=yes)
        done = delete_case(archive, case_id, now())
        with archive.reading() as session:
            own = samordner(session)
    plain = {name: value if isinstance(value, int) else str(value) for name, value in asdict(done).items()}
    told = (*done.lines(), *_on_paper(done, own, folder))
    answer(plain, told, as_json=as_json)


def _on_paper(receipt: Receipt, own: Samordner, folder: Path | None) -> Iterator[str]:
    """Write the receipt, and say where it lies, or why it could not be: the case is gone either way."""
    if folder is None:
        return
    from samordner_tui.exchange.whole_file import write_whole
    from samordner_tui.papers.deletion_receipt import receipt_name, receipt_paper
    from samordner_tui.papers.paper.pdf import pdf_of

    path = folder / receipt_name(receipt, "pdf")
    try:
        write_whole(path, pdf_of(receipt_paper(receipt, own, SPEECH.language)))
    except Refused as refusal:
        yield _("Kvitteringen blev ikke til en fil: {why}").format(why=refusal)
    else:
        yield _("Kvitteringen ligger i {file}.").format(file=path)
