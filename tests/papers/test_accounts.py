"""What the municipality is given to sign and to pay by: figures in columns, VAT where it is chosen, who answers."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from samordner_tui.archive.records.after import Expense, TimeEntry
from samordner_tui.archive.records.assignment import Engagement
from samordner_tui.archive.records.network import Contact
from samordner_tui.archive.settings import ADDS_VAT, put_setting
from samordner_tui.casework.views import Context
from samordner_tui.method.terms import DataRole
from samordner_tui.method.wording import show_date
from samordner_tui.papers.fields.kept import rows
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import drawn, sheets
from samordner_tui.papers.paper.blocks import Paper, Table, columns_of_figures, letters
from samordner_tui.papers.paper.plain import text_of
from samordner_tui.papers.paper.reading import read_blocks
from samordner_tui.papers.paper.word import word_of
from tests.papers.cases import EVERYTHING_DONE, demo, in_case


def made(context: Context, paper: str) -> Paper:
    return drawn(context, sheets(context, paper_set().kind(paper))[0], "da")


def sums(paper: Paper) -> dict[str, str]:
    table = [one for one in paper.blocks if isinstance(one, Table)][-1]
    return {letters(row[0]): letters(row[-1]) for row in table.rows}


def kroner(shown: str) -> int:
    """Øre, so that sums are whole."""
    whole, _comma, rest = shown.replace(".", "").partition(",")
    return int(whole) * 100 + int((rest + "00")[:2])


def test_without_vat_the_sum_is_what_was_spent_and_it_is_said(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        paper = made(context, "invoice_ground")
    stands = sums(paper)
    assert list(stands) == ["Timer", "Kørsel, km", "Udlæg efter bilag", "I alt"]
    assert kroner(stands["I alt"]) == sum(kroner(one) for name, one in stands.items() if name != "I alt")
    assert "Beløbene er uden moms." in text_of(paper)


def test_with_vat_a_quarter_of_fee_and_mileage_comes_on_top_and_never_of_expenses(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        put_setting(context.session, ADDS_VAT, "yes")
        paper = made(context, "invoice_ground")
        context.session.rollback()
    stands = sums(paper)
    fee, mileage, vat = (kroner(stands[one]) for one in ("Timer", "Kørsel, km", "Moms 25 % af timer og kørsel"))
    assert vat * 4 == pytest.approx(fee + mileage, abs=4)
    assert kroner(stands["Udlæg efter bilag"]) > 0
    assert kroner(stands["I alt med moms"]) == kroner(stands["I alt uden moms"]) + vat
    assert "Beløbene er uden moms." not in text_of(paper)


def test_the_period_runs_from_the_first_to_the_last_day_that_was_worked_on_both_papers(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        days = [one.spent_on for one in rows(context, TimeEntry)]
        days += [one.spent_on for one in rows(context, Expense)]
        days += [one.held_on for one in rows(context, Contact) if one.held_on is not None]
        first, last = (show_date(one, context.today) for one in (min(days), max(days)))
        ground, account = (text_of(made(context, one)) for one in ("invoice_ground", "time_account"))
    assert f"{first} – {last}" in ground
    assert f"fra {first} til {last}" in account


@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        (DataRole.CONTROLLER, "Samordneren er selv dataansvarlig."),
        (DataRole.PROCESSOR, "Samordneren er databehandler for kommunen."),
        (DataRole.BEING_CLARIFIED, "Det bliver aftalt, hvem der er dataansvarlig."),
    ],
)
def test_the_agreement_says_in_a_sentence_who_answers_for_the_data(
    tmp_path: Path, role: DataRole, sentence: str
) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        for row in rows(context, Engagement):
            row.data_role = role
        text = " ".join(text_of(made(context, "agreement")).split())
        context.session.rollback()
    assert f"computer. {sentence} De slettes" in text


def test_a_column_of_figures_is_read_from_its_last_digit_in_word_too() -> None:
    (table,) = read_blocks("| Hvad | Kr. | |\n|---|---|---|\n| Timer | 1.680,50 | 7 |\n| I alt | **12** | |\n")
    assert isinstance(table, Table)
    assert columns_of_figures(table) == (False, True, False)
    drawn_table = Document(BytesIO(word_of(Paper("Regning", "da", "list", (table,))))).tables[0]
    assert [cell.paragraphs[0].alignment for cell in drawn_table.columns[1].cells] == [WD_ALIGN_PARAGRAPH.RIGHT] * 3
    assert drawn_table.rows[1].cells[0].paragraphs[0].alignment is None


def test_whoever_tells_something_reads_when_and_where_on_lines_of_their_own(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        text = text_of(made(context, "informer_sheet"))
    assert ">" not in text


def test_the_sum_of_the_ground_is_that_of_its_lines_to_the_ore(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        for row in rows(context, Engagement):
            row.hourly_rate, row.kilometre_rate = Decimal("417.37"), Decimal("3.835")
        for worked in rows(context, TimeEntry):
            worked.minutes, worked.kilometres = 17, Decimal("3.7")
        stands = sums(made(context, "invoice_ground"))
        context.session.rollback()
    assert kroner(stands["I alt"]) == sum(kroner(one) for name, one in stands.items() if name != "I alt")
