"""The receipt for a deletion as a paper, from the box it is read in: also at the door, where the archive is locked."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from samordner_tui.language import SPEECH, Language
from samordner_tui.papers.fields.shared import Samordner, samordner
from samordner_tui.tui.screens.paper_making import ask_folder

if TYPE_CHECKING:
    from samordner_tui.archive.receipt import Receipt
    from samordner_tui.tui.app import SamordnerApp


async def save_receipt(app: SamordnerApp, receipt: Receipt) -> Path | None:
    """Write the receipt as a PDF, and give where it lies; nothing where no folder was given.

    It holds nothing of any case, and so it is entered nowhere.

    Raises:
        Refused: it cannot be written there.
    """
    folder = app.paper_folder or await ask_folder(app)
    if folder is None:
        return None
    # Behind the door nobody knows who signs: the name is written by hand.
    own = Samordner("", "") if app.archive is None else await app.read(samordner)
    return await asyncio.to_thread(_written, receipt, own, folder, SPEECH.language)


def _written(receipt: Receipt, own: Samordner, folder: Path, language: Language) -> Path:
    from samordner_tui.exchange.paper_files import free_place
    from samordner_tui.exchange.whole_file import write_whole
    from samordner_tui.papers.deletion_receipt import receipt_name, receipt_paper
    from samordner_tui.papers.paper.pdf import pdf_of

    content = pdf_of(receipt_paper(receipt, own, language))
    path = free_place(folder, receipt_name(receipt, "pdf"))
    write_whole(path, content)
    return path
