"""What a family wrote that others need perhaps not read is pointed out; what everybody may read is not."""

from __future__ import annotations

import pytest

from samordner_tui.papers.need_not_read import Why, need_not_be_read


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Ring til farmor på 55 51 20 02, når det er svært.", "55 51 20 02", Why.PHONE),
        ("Moster har +45 55512002.", "+45 55512002", Why.PHONE),
        ("Skriv til per@fjordby.example hver uge.", "per@fjordby.example", Why.EMAIL),
        ("Alma sover på Ny Vestergade 4B hver fredag.", "Ny Vestergade 4B", Why.ADDRESS),
        ("Vi mødes i 9999 Fjordby om søndagen.", "9999 Fjordby", Why.ADDRESS),
        ("Mor tager sin medicin om morgenen.", "medicin", Why.ILLNESS),
        ("Når far ryger hash, tager Alma hen til Inge.", "hash", Why.ILLNESS),
        ("Almas nummer er 011217-1234.", "011217-1234", Why.CPR),
    ],
)
def test_numbers_addresses_and_illness_are_pointed_out(text: str, words: str, why: Why) -> None:
    assert [(one.words, one.why) for one in need_not_be_read(text)] == [(words, why)]


@pytest.mark.parametrize(
    "text",
    [
        "Farmor henter Noah hver tirsdag kl. 14.",
        "Vi mødes igen den 21-01-2027 kl. 17.30.",
        "Alma får en elevplan og 12 timer i 2027.",
        "På vej hjem køber far ind for 250 kr.",
    ],
)
def test_what_everybody_may_read_is_left_alone(text: str) -> None:
    assert need_not_be_read(text) == ()


def test_somebody_not_invited_is_named_with_why_and_each_word_once() -> None:
    pointed = need_not_be_read("Mor tager medicin. Far kender til medicin.", ["Bent"])
    assert [one.told() for one in pointed] == [
        "»medicin«: noget om helbred, rus eller vold",
        "»Bent«: en, der ikke er inviteret",
    ]
