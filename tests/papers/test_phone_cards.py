"""Contact cards for the samordner's own phone: initials and a number, read back by another program."""

from __future__ import annotations

from pathlib import Path

import pytest

from samordner_tui.archive.records.network import Person
from samordner_tui.method.terms import InvitationChoice
from samordner_tui.papers.phone_cards import initials, phone_cards
from tests.papers.cases import demo, in_case

vobject = pytest.importorskip("vobject", reason="the second library; it comes with the test extra")


def test_a_card_holds_initials_and_a_number_and_nothing_else(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive) as context:
        text = phone_cards(context).decode()
        again = phone_cards(context).decode()
        ids = {one.id for one in context.facts.people}
        names = [one.name for one in context.facts.people]
    cards = list(vobject.readComponents(text))
    assert len(cards) > 5
    for card in cards:
        assert set(card.contents) == {"version", "n", "fn", "tel", "uid"}
        assert card.version.value == "3.0"
        assert card.fn.value not in names
        assert str(card.n.value).strip() == card.fn.value
    assert len({card.fn.value for card in cards}) == len(cards)
    assert len({card.uid.value for card in cards} - ids) == len(cards)
    assert text == again


def test_whoever_is_neither_visited_nor_invited_has_no_card(tmp_path: Path) -> None:
    with demo(tmp_path) as archive:
        with in_case(archive) as context:
            seen = {person for contact in context.facts.contacts for person in contact.people}
            one = next(p for p in context.facts.people if p.id not in seen)
            case_id = context.case_id
        with archive.writing("Nummer", case_id=case_id) as session:
            row = session.get_one(Person, one.id)
            row.phone, row.invited = "99 99 99 99", InvitationChoice.UNDECIDED
        with in_case(archive) as context:
            assert b"99 99 99 99" not in phone_cards(context)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Karen Holm", "KH"),
        ("Anne Marie Østergaard", "AØ"),
        ("Mette", "M"),
        ("Åse [red]Ørsted", "Å"),
        ("  ", "–"),
        ("🙂", "–"),
    ],
)
def test_initials_are_the_first_and_the_last(name: str, short: str) -> None:
    assert initials(name) == short
