"""The receipt for a deletion on paper: what was proved, and nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samordner_tui.archive.receipt import Receipt
from samordner_tui.language import Language
from samordner_tui.papers.deletion_receipt import receipt_name, receipt_paper
from samordner_tui.papers.fields.shared import Samordner
from samordner_tui.papers.paper.pdf import pdf_of
from samordner_tui.papers.paper.plain import text_of

RECEIPT = Receipt(date(2027, 1, 10), 212, 340, 2, 0, 3, 1, second_place_missing=False, copies_elsewhere=True)


def test_the_receipt_says_every_line_of_what_was_proved() -> None:
    text = " ".join(text_of(receipt_paper(RECEIPT, Samordner("Gerda Holm", "55 50 12 12"), "da")).split())
    for line in RECEIPT.lines():
        assert line in text
    assert "Gerda Holm, telefon 55 50 12 12" in text


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_set_in_both_languages_also_while_nobody_is_known_to_sign(language: Language) -> None:
    assert pdf_of(receipt_paper(RECEIPT, Samordner("", ""), language)).startswith(b"%PDF")


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_not_called_deleted_before_the_copies_out_of_reach_are_too(language: Language) -> None:
    for receipt in (RECEIPT, replace(RECEIPT, second_place_missing=True, copies_elsewhere=False)):
        text = text_of(receipt_paper(receipt, Samordner("", ""), language))
        assert not [word for word in ("slettet", "deleted", "deletion") if word in text.lower()]
    whole = text_of(receipt_paper(replace(RECEIPT, copies_elsewhere=False), Samordner("", ""), language))
    assert {"da": "Slettet 10-01-2027.", "en": "Deleted 10-01-2027."}[language] in whole


def test_its_name_holds_a_day_and_no_case() -> None:
    assert receipt_name(RECEIPT, "pdf") == "2027-01-10-kvittering.pdf"
