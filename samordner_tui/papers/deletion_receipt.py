"""The receipt for a deletion as a paper: for the municipality and for the samordner's own file.

It stands outside the set of a case: when it is made, there is no case any more. It names nobody, and the number of the
case is written on it by hand. Source: P25, domain.md 5.3.
"""

from __future__ import annotations

from samordner_tui.archive.receipt import Receipt
from samordner_tui.language import SPEECH, Language, _
from samordner_tui.papers.fields.shared import Samordner
from samordner_tui.papers.kinds import template
from samordner_tui.papers.paper.blocks import Paper
from samordner_tui.papers.paper.filling import fill
from samordner_tui.papers.paper.reading import read_blocks


def receipt_paper(receipt: Receipt, own: Samordner, language: Language) -> Paper:
    """The paper.

    Args:
        receipt: what was deleted, and what was proved.
        own: who signs; both empty where it is not known.
        language: of the paper.
    """
    with SPEECH.speaking(language):
        fields = {
            "title": receipt.title(),
            "lines": receipt.lines(),
            "held_by_copies": receipt.is_held_by_copies,
            "samordner": own.name,
            "phone": own.phone,
        }
        text = fill(template("deletion_receipt", language), fields)
        return Paper(receipt.title(), language, "letter", read_blocks(text))


def receipt_name(receipt: Receipt, suffix: str) -> str:
    """`2027-01-10-kvittering.pdf`: a day, and no case."""
    return f"{receipt.deleted_on.isoformat()}-{_('kvittering')}.{suffix}"
