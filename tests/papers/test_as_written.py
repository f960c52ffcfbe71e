"""An English paper with the child's own words and a Danish menu: they stay, and that is said once before it leaves."""

from __future__ import annotations

from pathlib import Path

from samordner_tui.language import Language
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.leaving import leaving, told
from samordner_tui.papers.making import sheets
from tests.papers.cases import EVERYTHING_DONE, demo, in_case

STAYS = "Det her står, som I har skrevet det, og bliver ikke oversat: "


def said(folder: Path, language: Language, *kinds: str) -> str:
    with demo(folder) as archive, in_case(archive, EVERYTHING_DONE) as context:
        papers = [one for kind in kinds for one in sheets(context, paper_set().kind(kind))]
        return "\n".join(told(leaving(context, papers, language)))


def test_an_english_invitation_tells_once_that_the_childs_words_and_the_food_stay(tmp_path: Path) -> None:
    text = said(tmp_path, "en", "invitation_child", "invitation_plain", "food_order")
    assert text.count(STAYS) == 1
    assert f"{STAYS}barnets egne ord i invitationen og maden." in text


def test_nothing_is_said_of_a_danish_paper_or_of_one_that_holds_only_our_words(tmp_path: Path) -> None:
    assert STAYS not in said(tmp_path / "da", "da", "invitation_child")
    assert STAYS not in said(tmp_path / "en", "en", "leaflet_family", "door_sign")
