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
        ("Mor er på afrusning indtil jul.", "afrusning", Why.ILLNESS),
        ("Alma skal ikke se volden derhjemme.", "volden", Why.ILLNESS),
        ("Farfar har stofmisbrug bag sig.", "stofmisbrug", Why.ILLNESS),
        ("Hun holder op med at ryge på stofferne.", "på stofferne", Why.ILLNESS),
        ("Mor tager sine piller kl. 8.", "piller", Why.ILLNESS),
        ("Far drikker om aftenen.", "drikker", Why.ILLNESS),
        ("Moster bor i Sverige: +46 70 123 45 67.", "+46 70 123 45 67", Why.PHONE),
        ("Hver dag kl. 17 55 51 20 02.", "55 51 20 02", Why.PHONE),
        ("Ring kl. 17 på 55 51 20 02.", "55 51 20 02", Why.PHONE),
        ("Ring 5551 2002 om aftenen.", "5551 2002", Why.PHONE),
        ("Farmor bor i 2000 Frederiksberg nu.", "2000 Frederiksberg", Why.ADDRESS),
        ("Han bor på Skolegade 4.", "Skolegade 4", Why.ADDRESS),
        ("Han bor på Skolegade 4 hver uge.", "Skolegade 4", Why.ADDRESS),
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
        "Vi ses igen 2027-01-10.",
        "Hun har fri kl. 17 00 18 00.",
        "Hun har fri kl. 20 00 21 30.",
        "Tirsdag 17 00 18 00 er der svømning.",
        "Alma sover hos Inge kl. 20.00-21.30.",
        "Det gælder skoleåret 2026-2027.",
        "Vi mødes 21 01 2027.",
        "Fra uge 4 2027 Karen henter.",
        "Far sælger sin 2024 Audi.",
        "Kl. 1700 Karen henter Alma.",
        "De har pillet kartofler sammen.",
        "Noah piller kartofler med mormor.",
        "Bruger hun et hashtag, ser Karen med.",
        "Karen sørger for, at aftenen bliver angstfri.",
        "Alma er voldsomt glad for at ride.",
        "Mormor syr stofferne til kjolen.",
        "De køber stoffer til gardiner.",
        "Far hiver i brædderne, og Noah hjælper med alle kræfter.",
        "Ænderne drukner ikke.",
        "Alma drikker mælk hos Inge, og de voksne drikker kaffe.",
        "De drikker alkoholfri øl.",
        "Børnehaven 2 gange om ugen er Karens.",
        "Legeplads 3 er åben.",
        "Vejen 2 gange om ugen er lang nok.",
        "De sår violer i haven.",
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
