"""The receipt for a deletion on paper: what was proved, and nobody."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest

from samordner_tui.archive.receipt import Receipt
from samordner_tui.language import Language
from samordner_tui.papers.deletion_receipt import receipt_name, receipt_paper
from samordner_tui.papers.fields.shared import Samordner
from samordner_tui.papers.paper.pdf import pdf_of
from samordner_tui.papers.paper.plain import text_of

RECEIPT = Receipt(
    date(2027, 1, 10),
    212,
    340,
    2,
    0,
    3,
    1,
    second_place_missing=False,
    copies_elsewhere=True,
    kinds={"people": 12, "contacts": 9, "conferences": 1, "plans": 1, "plan_items": 8, "evaluations": 3},
)


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


def test_it_tells_a_municipality_what_is_gone_by_kind_and_no_small_group_of_answers() -> None:
    whole = replace(RECEIPT, copies_elsewhere=False)
    text = " ".join(whole.lines())
    assert "12 personer, 9 besøg og samtaler, 1 rådslagning, 1 plan, 8 aftaler og alt andet" in text
    assert "væk i arkivet og i 2 sikkerhedskopier" in text
    assert "åbnet og set igennem" in text
    assert "gælder ikke papirer og filer, som er givet videre" in text
    assert not [word for word in ("linje", "database", "svar", "340", "212") if word in text]


def test_of_a_person_and_of_a_text_it_says_what_stays_and_counts_nothing() -> None:
    person = " ".join(replace(RECEIPT, record="people").lines())
    assert "Det var én person og alt, der kun handlede om den person." in person
    assert "Hele sagens historik før den dag er også væk." in person
    briefing = " ".join(replace(RECEIPT, record="briefings").lines())
    assert "Det var teksten til ét oplæg." in briefing
    assert "12 personer" not in person + briefing


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_one_page_also_when_everything_is_said(language: Language) -> None:
    pypdf = pytest.importorskip("pypdf", reason="the test extra is not whole")
    full = replace(RECEIPT, second_place_missing=True, copies_destroyed=1)
    pages = pypdf.PdfReader(io.BytesIO(pdf_of(receipt_paper(full, Samordner("Gerda Holm", "55 50 12 12"), language))))
    assert len(pages.pages) == 1


def test_copies_that_are_gone_are_said_with_the_day() -> None:
    gone = replace(RECEIPT, copies_elsewhere=False, copies_gone_on=date(2027, 2, 3))
    assert gone.title() == "Kvittering for sletning"
    assert gone.lines()[-1] == "Kopier, der lå andre steder, er væk. Det sagde samordneren 03-02-2027."


def test_its_name_holds_a_day_and_no_case() -> None:
    assert receipt_name(RECEIPT, "pdf") == "2027-01-10-kvittering.pdf"
