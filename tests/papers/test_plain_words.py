"""What the samordner wrote is looked at again before it leaves; what the family wrote, and a translation, is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.day import Plan, PlanItem
from samordner_tui.archive.records.network import Child
from samordner_tui.archive.records.papers import OwnTemplate
from samordner_tui.archive.records.practical import Wording
from samordner_tui.casework.fields import FieldSpec, fields_of
from samordner_tui.casework.plain_advice import advice_to
from samordner_tui.method.definition import method
from samordner_tui.method.wording.plain_language import flagged
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.leaving import leaving, told
from samordner_tui.papers.making import Sheet, sheets
from samordner_tui.papers.plain_words import _read_by_the_family, advice_on_template, advised
from tests.papers.cases import EVERYTHING_DONE, IN_PREPARATION, demo, in_case
from tests.tui.world import TODAY

HEAVY = "Kommunalbestyrelsens myndighedsafgørelse vedrørende foranstaltninger iværksættes hurtigst muligt. " * 3


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with demo(tmp_path) as opened:
        yield opened


def cases(archive: Archive) -> list[str]:
    with archive.reading() as session:
        return list(session.scalars(select(Case.number)))


def said(archive: Archive, *kinds: str) -> str:
    """What is said before these papers leave, of the first conference that has them."""
    for case in cases(archive):
        with in_case(archive, case) as shown:
            for conference in shown.facts.conferences:
                context = replace(shown, conference=conference)
                papers: list[Sheet] = [one for kind in kinds for one in sheets(context, paper_set().kind(kind))]
                if {one.kind.id for one in papers if one.is_ready} == {*kinds}:
                    return "\n".join(told(leaving(context, papers)))
    raise AssertionError(kinds)


def test_a_word_in_the_wording_is_told_before_the_invitation_leaves_and_not_before_another_paper(
    archive: Archive,
) -> None:
    with archive.writing("Tekst") as session:
        for row in session.query(Wording):
            row.text = "Far nægter at komme.\nKom du."
    assert "»nægter« kan høres, som om nogen får skylden" in said(archive, "invitation_child")
    assert "nægter" not in said(archive, "leaflet_family", "door_sign")


def test_what_a_supporter_is_told_is_looked_at_too_with_signs_that_a_paper_sets_in_its_own_way(
    archive: Archive,
) -> None:
    with archive.writing("Støtte") as session:
        for row in session.query(Child):
            row.support_before = "*Mødet* [afholdes] hjemme"
    assert "»afholdes« siger ikke, hvem der gør det" in said(archive, "supporter_sheet")


def test_what_the_family_wrote_in_its_plan_stands_as_it_is(archive: Archive) -> None:
    with archive.writing("Planen") as session:
        for plan in session.query(Plan):
            plan.contingency = "Far nægter."
        for item in session.query(PlanItem):
            item.what = "Far påstår noget"
    assert "siges lettere" not in said(archive, "plan", "plan_child")


def test_papers_as_they_are_have_nothing_to_say_easier(archive: Archive) -> None:
    for case in (IN_PREPARATION, EVERYTHING_DONE):
        with in_case(archive, case) as context:
            assert advised(context, [one for kind in paper_set().papers for one in sheets(context, kind)]) == ()


def test_a_template_of_ones_own_is_told_its_weight_beside_that_of_its_reader_and_its_words() -> None:
    child, family = (paper_set().kind(one) for one in ("leaflet_child_young", "leaflet_family"))
    text = "# Til dig\n\nKære {{ child }}. Du får {# note #} at vide, hvad der iværksættes.\n"
    light = list(advice_on_template(child, text, "da"))
    assert light[0].endswith("Til et barn er det helst højst 25.")
    assert any("»iværksættes«" in one for one in light)
    heavy = list(advice_on_template(family, HEAVY, "da"))
    assert heavy[0].endswith("Til en familie er det helst højst 35.")
    assert heavy[1] == "Prøv kortere sætninger og kortere ord."
    assert list(advice_on_template(paper_set().kind("invoice_ground"), HEAVY, "da")) == []


def test_a_template_of_ones_own_is_told_of_again_before_a_paper_of_it_leaves(archive: Archive) -> None:
    with archive.keeping() as session:
        session.add(OwnTemplate(kind="leaflet_family", language="da", text=HEAVY, written_on=TODAY))
    told_now = said(archive, "leaflet_family")
    assert "helst højst 35" in told_now
    assert "»iværksættes«" in told_now
    assert "iværksættes" not in said(archive, "door_sign")


def marked() -> list[FieldSpec]:
    return [spec for specs in _read_by_the_family().values() for spec in specs]


@pytest.mark.parametrize("spec", marked(), ids=lambda spec: f"{spec.table}.{spec.name}")
def test_the_same_is_suggested_under_every_field_that_a_child_or_the_family_reads(spec: FieldSpec) -> None:
    advice = advice_to(spec)
    assert advice is not None
    assert "»nægter«" in advice("Far nægter.")[0]


def test_nothing_is_suggested_to_what_the_family_says_itself() -> None:
    own = {"words", "contingency", "what", "who", "statement", "childs_words", "may_be_told"}
    assert not own & {spec.name for spec in marked()}
    assert all(advice_to(spec) is None for spec in fields_of(Plan).values())


def test_the_points_of_the_running_order_are_plain() -> None:
    points = [one.text.da for one in method().running_order]
    assert points
    assert [one.words for text in points for one in flagged(text)] == []
