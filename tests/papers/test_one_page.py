"""One page where one page will do: no paper of the demo cases runs over by a line or two."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samordner_tui.language import Language
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import drawn, sheets
from samordner_tui.papers.paper.blocks import Item, Paper, Paragraph, Points, Span
from samordner_tui.papers.paper.pdf import pdf_of
from tests.papers.cases import EVERYTHING_DONE, IN_PREPARATION, demo, in_case

SEVERAL = {
    "wall_sheets",
    "name_cards",
    "door_sign",
    "plan_sheets",
    "plan",
    "briefing_aloud",
    "fidelity_report",
    "time_account",
}
"""Papers that grow with what they hold, or have a page for each thing."""
ONE = [one.id for one in paper_set().papers if one.id not in SEVERAL]


def pages(pdf: bytes) -> int:
    found = re.search(rb"/Type\s*/Pages\s*/Count (\d+)", pdf)
    assert found is not None
    return int(found[1])


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_paper_of_the_demo_cases_is_one_page(tmp_path: Path, language: Language) -> None:
    longer = []
    with demo(tmp_path) as archive:
        for number in (IN_PREPARATION, EVERYTHING_DONE):
            with in_case(archive, number) as context:
                for kind in ONE:
                    longer += [
                        f"{number} {kind}"
                        for sheet in sheets(context, paper_set().kind(kind))
                        if sheet.is_ready and pages(pdf_of(drawn(context, sheet, language))) > 1
                    ]
    assert longer == []


@pytest.mark.parametrize(("lines", "wanted"), [(34, 1), (40, 1), (42, 2)])
def test_a_paper_that_runs_over_by_a_little_is_set_smaller(lines: int, wanted: int) -> None:
    """Thirty-four lines fill a page in the size of a letter; six more are taken in, and not eight."""
    items = tuple(Item((Paragraph((Span("En linje i en liste"),)),)) for _line in range(lines))
    assert pages(pdf_of(Paper("Prøve", "da", "letter", (Points(items),)))) == wanted
