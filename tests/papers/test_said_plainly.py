"""What was hard to read on paper once: whose a form is, when food is fetched, what the minder need not know."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from samordner_tui.archive.records.practical import Wording
from samordner_tui.casework.views import Context
from samordner_tui.language import Language
from samordner_tui.papers.kinds import paper_set, template
from samordner_tui.papers.making import drawn, sheets, written
from samordner_tui.papers.paper.plain import text_of
from tests.papers.cases import EVERYTHING_DONE, demo, in_case
from tests.papers.made_set import LANGUAGES

FORMS = ("evaluation_child", "evaluation_family", "evaluation_network", "evaluation_professional")


def text(context: Context, paper: str, language: Language = "da") -> str:
    made = text_of(drawn(context, sheets(context, paper_set().kind(paper))[0], language))
    return " ".join(made.split())


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_evaluation_form_says_whose_it_is(language: Language) -> None:
    whose = {template(form, language).split("**")[1] for form in FORMS}
    assert len(whose) == len(FORMS)


def test_the_form_on_paper_has_the_answers_of_the_form_on_the_screen(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        for form in FORMS:
            on_paper = text(context, form).casefold()
            scale = next(one for one in context.method.evaluation_scales if form.endswith(one.group))
            assert all(f"[ ] {one.text.da}" in on_paper for one in scale.answers)


def test_the_running_order_says_that_the_food_is_fetched_then(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        assert "· hentes kl. 16.20" in text(context, "running_order_sheet")


def test_whoever_minds_the_small_ones_is_told_only_of_their_food(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        own = {one.person_id for one in context.facts.children}
        eats = [one for one in context.facts.people if one.id in own and one.diets]
        assert eats
        for age, told in ((3, True), (None, True), (15, False)):
            people = tuple(replace(one, age=age) if one in eats else one for one in context.facts.people)
            sheet = text(replace(context, facts=replace(context.facts, people=people)), "minder_sheet")
            assert all((f"{one.name}: " in sheet) is told for one in eats)


@pytest.mark.parametrize("paper", ["supporter_sheet", "chair_sheet", "invitation_plain", "consent_method"])
def test_english_is_right_of_two_children_too(paper: str) -> None:
    words = template(paper, "en")
    assert not any(f"{{{{ child }}}} {verb} " in words for verb in ("has", "is", "does", "wants", "needs", "feels"))
    assert "does {{ child }}" not in words


def test_a_consent_has_a_line_where_no_child_is_written_yet(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        nobody = replace(context, facts=replace(context.facts, children=()))
        assert "Det drejer sig om ____" in text(nobody, "consent_method")


@pytest.mark.parametrize("number", ["2027-03", "2027-01", "2026-19"])
def test_the_childs_invitation_says_the_food_once_and_about_when_it_ends(tmp_path: Path, number: str) -> None:
    with demo(tmp_path) as archive, in_case(archive, number) as context:
        assert context.conference is not None
        assert context.conference.menu is not None
        dish = (context.conference.menu.dishes or "").split(maxsplit=1)[0].strip(",").casefold()
        childs, plain = text(context, "invitation_child").casefold(), text(context, "invitation_plain").casefold()
    assert childs.count(dish) == plain.count(dish) == 1
    assert "slutte omkring kl. " in childs
    assert "slutte omkring kl. " in plain
    assert "varer, så længe" not in plain


def test_an_invitation_whose_end_is_not_known_gives_no_end_and_food_nobody_told_of_stands_there(tmp_path: Path) -> None:
    with demo(tmp_path) as archive:
        with archive.writing("Tekst") as session:
            for row in session.query(Wording):
                row.text = "Kom og vær med."
        with in_case(archive) as context:
            assert context.conference is not None
            open_end = replace(context, conference=replace(context.conference, ends_at=None))
            childs, plain = text(open_end, "invitation_child"), text(open_end, "invitation_plain")
    assert "Vi skal have: Tacos" in childs
    assert "slutte" not in childs + plain
    assert "varer, så længe I har brug for det" in plain


def test_no_sentence_clings_to_the_point_before_it(tmp_path: Path) -> None:
    """A line below a point of a list, with nothing between, would be read as part of it."""
    clings = re.compile(r"^(?:- |\d+\. )[^\n]*[^\\\n]\n(?=[^\s\d>#|-])", re.MULTILINE)
    with demo(tmp_path) as archive:
        for number in ("2027-03", "2027-01", "2026-19"):
            with in_case(archive, number) as context:
                for kind in paper_set().papers:
                    for sheet in sheets(context, kind):
                        for language in LANGUAGES:
                            found = clings.search(written(context, sheet, language))
                            assert found is None, (number, kind.id, language, found)
