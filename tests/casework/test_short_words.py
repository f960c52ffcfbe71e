"""Short words on the line for a new person: few keys, and what they stand for is shown before it is kept."""

from __future__ import annotations

import pytest

from samordner_tui.casework.quick_add import Understood, preview, understand
from samordner_tui.casework.relations import meaning_of
from samordner_tui.casework.short_words import RELATIONS, spelt_out
from samordner_tui.method.definition import method
from samordner_tui.method.terms import Sector, Side


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("Karen,mm1", Understood("Karen", relation="mormor", side=Side.MOTHER, sector=Sector.MOTHERS_SIDE, ring=1)),
        ("Inge,fm2", Understood("Inge", relation="farmor", side=Side.FATHER, sector=Sector.FATHERS_SIDE, ring=2)),
        ("Vera,nms2", Understood("Vera", relation="nabo", side=Side.MOTHER, sector=Sector.FRIENDS_LEISURE, ring=2)),
        ("Lars,fs3", Understood("Lars", side=Side.FATHER, sector=Sector.FATHERS_SIDE, ring=3)),
        ("Per,mb", Understood("Per", relation="morbror", side=Side.MOTHER, sector=Sector.MOTHERS_SIDE)),
        ("Ole,2", Understood("Ole", ring=2)),
    ],
)
def test_a_short_word_stands_for_relation_side_and_ring(typed: str, understood: Understood) -> None:
    assert understand(typed) == understood


@pytest.mark.parametrize("relation", ["mormor", "onkel", "mors veninde", "mk", "1m", "nabo"])
def test_whole_words_and_others_are_what_they_are(relation: str) -> None:
    assert spelt_out(relation) is None


def test_what_is_said_already_is_not_said_again_by_a_short_word() -> None:
    found = understand("Karen, mormor, mm1")
    assert isinstance(found, Understood)
    assert (found.relation, found.ring, found.extra) == ("mormor", None, ("mm1",))


def test_it_is_shown_in_whole_words_before_it_is_kept() -> None:
    found = understand("Karen,mm1")
    assert isinstance(found, Understood)
    assert preview(found, method().label) == "Karen · mormor · ring 1 · mors side"


def test_somebody_with_relation_side_and_ring_takes_at_most_six_keys_beyond_the_name() -> None:
    """A comma, the short word, and enter."""
    for short, (danish, _english) in RELATIONS.items():
        meaning = meaning_of(danish)
        side_follows = meaning is not None and meaning.side is not None
        word = f"{short}1" if side_follows else f"{short}ms1"
        found = understand(f"Navn,{word}")
        assert isinstance(found, Understood)
        assert found.relation == danish
        assert found.ring == 1
        assert len(f",{word}") + 1 <= 6
