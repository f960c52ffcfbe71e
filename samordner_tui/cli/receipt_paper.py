"""The receipt for a deletion as a paper in a folder that a line names. It names nobody, and no case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from samordner_tui.cli.spoken import option
from samordner_tui.language import SPEECH, _, said
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive
    from samordner_tui.archive.receipt import Receipt

F = TypeVar("F", bound=Callable[..., object])


def receipt_option(command: F) -> F:
    """The folder for the receipt."""
    text = said("Læg også kvitteringen som PDF i denne mappe. Den nævner ingen og ingen sag.")
    return option("--receipt", metavar="DIR", type=click.Path(path_type=Path), text=text)(command)


def receipt_folder(asked: Path | None) -> Path | None:
    """The folder, looked at before anything is deleted.

    Raises:
        Refused: there is no such folder.
    """
    folder = None if asked is None else asked.expanduser()
    if folder is not None and not folder.is_dir():
        raise Refused(_("Mappen findes ikke. Lav den først, eller vælg en anden."))
    return folder


def on_paper(archive: Archive, receipt: Receipt, folder: Path | None) -> Iterator[str]:
    """Write the receipt, and say where it lies, or why it could not be: what is deleted is gone either way."""
    if folder is None:
        return
    from samordner_tui.exchange.whole_file import write_whole
    from samordner_tui.papers.deletion_receipt import receipt_name, receipt_paper
    from samordner_tui.papers.fields.shared import samordner
    from samordner_tui.papers.paper.pdf import pdf_of

    with archive.reading() as session:
        own = samordner(session)
    path = folder / receipt_name(receipt, "pdf")
    try:
        write_whole(path, pdf_of(receipt_paper(receipt, own, SPEECH.language)))
    except Refused as refusal:
        yield _("Kvitteringen blev ikke til en fil: {why}").format(why=refusal)
    else:
        yield _("Kvitteringen ligger i {file}.").format(file=path)
