"""Plain language: how heavy a text is, and which words may be said easier. A suggestion each time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordner_tui.method.wording.plain_language import flagged, lix


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Hun nægter at komme.", "blame", "nægter"),
        ("Det er jeres skyld.", "blame", "jeres skyld"),
        ("En UANSVARLIG far", "blame", "UANSVARLIG"),
        ("Barnets adfærd i skolen", "term", "adfærd"),
        ("Vi taler om anbringelsen.", "term", "anbringelsen"),
        ("Jf. loven", "term", "Jf"),
        ("Du skal deltage\ni forbindelse med mødet", "term", "deltage"),
        ("Mødet afholdes på skolen.", "passive", "afholdes"),
        ("Det bliver\nbesluttet senere.", "passive", "bliver\nbesluttet"),
    ],
)
def test_a_word_is_found_whole_in_any_case_and_over_a_line_break(text: str, kind: str, words: str) -> None:
    found = flagged(text)[0]
    assert (found.kind, found.words) == (kind, words)
    assert text[found.start :].startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "Kom og spis med os. Vi mødes kl. 17. Alma glæder sig.",
        "Det lykkes. Vi synes, det er godt. Vi findes, vi trives, vi ses.",
        "Mødet bliver hyggeligt. Barnet bliver glad. Den dagstilbudte samtale",
        "sammen, samtale, skylde penge",
        "Det er ikke din skyld, at noget er svært.",
        "",
    ],
)
def test_plain_words_are_left_alone(text: str) -> None:
    assert flagged(text) == ()


def test_each_kind_is_told_with_what_may_stand_instead_and_the_passive_asks_who() -> None:
    assert flagged("Hun nægter.")[0].sentence == (
        "»nægter« kan høres, som om nogen får skylden. Måske: vil ikke, eller: siger nej til."
    )
    assert flagged("Det besluttes.")[0].sentence == "»besluttes« siger ikke, hvem der gør det. Skriv hvem."


def test_a_word_is_told_once_and_the_longest_of_two_that_begin_there() -> None:
    assert [one.words for one in flagged("Samvær og samvær, barnets plan og plan")] == ["Samvær", "barnets plan"]


def test_lix_is_words_a_sentence_and_the_share_of_long_words() -> None:
    # 8 words in 2 sentences, 2 of them over six letters.
    assert lix("En to tre fire. Barnets familie og vi.") == pytest.approx(4 + 25)
    assert lix("Syvtegn") == pytest.approx(1 + 100)
    assert lix("Sekser") == pytest.approx(1)
    assert lix("En to\nTre fire") == pytest.approx(2)
    assert lix("") == lix(" … 12 ") == 0


@given(st.text())
def test_any_text_is_measured_and_looked_at(text: str) -> None:
    assert lix(text) >= 0
    for one in flagged(text):
        assert text[one.start : one.start + len(one.words)] == one.words
