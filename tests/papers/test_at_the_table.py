"""Who has a card and who stands on the child's list: everybody who is asked, the little brother too."""

from __future__ import annotations

from pathlib import Path

from samordner_tui.casework.views import Context
from samordner_tui.method.terms import InvitationChoice, PersonKind
from samordner_tui.papers.fields.shared import FROM_AFAR
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import drawn, sheets
from samordner_tui.papers.paper.plain import text_of
from tests.papers.cases import EVERYTHING_DONE, demo, in_case

BROTHER = "Bertil"


def text(context: Context, paper: str) -> str:
    return text_of(drawn(context, sheets(context, paper_set().kind(paper))[0], "da"))


def test_a_little_brother_has_a_card_and_stands_among_those_who_come(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        (brother,) = (one for one in context.facts.people if one.name == BROTHER)
        assert (brother.kind, brother.invited) == (PersonKind.CHILD, InvitationChoice.INVITE)
        cards, coming = (text(context, one) for one in ("name_cards", "who_comes"))
    assert BROTHER.upper() in cards
    assert BROTHER in coming.partition("DE ER PÅ ARBEJDE")[0]


def test_whoever_takes_part_from_afar_has_no_card_and_nobodys_work_stands_on_theirs(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        afar = [one.name for one in context.facts.people if one.attendance in FROM_AFAR]
        cards = text(context, "name_cards")
    with demo(tmp_path / "again") as archive, in_case(archive, EVERYTHING_DONE) as context:
        others = text(context, "name_cards")
        at_work = [one for one in context.facts.people if one.kind is PersonKind.PROFESSIONAL]
    assert afar
    assert not any(name.upper() in cards for name in afar)
    assert any(one.name.upper() in others for one in at_work)
    assert not any(one.relation in others for one in at_work if one.relation)
