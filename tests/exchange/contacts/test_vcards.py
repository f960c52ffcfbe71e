"""vCards as they come out of telephones: who they are and how they are reached; never a note or a birthday."""

from __future__ import annotations

import pytest

from samordner_tui.casework.incoming import IncomingPerson
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.incoming_file import read_content
from samordner_tui.method.terms import PersonKind
from tests.exchange.contacts.address_books import ANDROID, IPHONE, NOKIA, OUTLOOK, PHOTO, VERSION_4, crlf


def people(content: bytes) -> list[IncomingPerson]:
    return list(read_content(content, UnderWay()).people)


def reasons(content: bytes) -> list[tuple[int, str]]:
    return [(one.place, one.reason) for one in read_content(content, UnderWay()).refused]


def card(*lines: str, version: str = "3.0") -> bytes:
    return crlf("\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"))).encode()


def names(content: bytes) -> list[str]:
    return [one.person.name for one in people(content)]


def test_an_iphone_gives_the_mobile_number_without_its_unseen_signs_and_never_the_note() -> None:
    aase, school = people(IPHONE)
    assert (aase.place, aase.person.name) == (1, "Åse Marie Østergård")
    assert (aase.person.phone, aase.person.email) == ("+45 20 30 40 50", "aase@brev.dk")
    assert aase.address == "Skovvej 3, 2. tv, 9990 Fjordby"
    assert aase.person.age is None
    assert "aftenen" not in repr(aase)
    assert (school.person.name, school.person.phone) == ("Fjordby Skole", "97 00 00 00")


def test_an_android_telephone_breaks_its_lines_softly_and_what_looks_like_a_card_within_a_note_is_none() -> None:
    kaare, per = people(ANDROID)
    assert (kaare.person.name, kaare.person.phone, kaare.person.email) == (
        "Kåre Ørsted",
        "+4520405060",
        "kaare@brev.dk",
    )
    assert kaare.address == "Kirkevej 12, 9990 Fjordby"
    assert (per.person.name, per.person.phone) == ("Per Dahl", "20 60 70 80")


def test_an_old_nokia_writes_latin_letters_and_no_formatted_name() -> None:
    (joergen,) = people(NOKIA)
    assert (joergen.person.name, joergen.person.phone) == ("Jørgen Sørensen", "20506070")


def test_outlook_writes_as_windows_does_and_says_it_nowhere() -> None:
    (bodil,) = people(OUTLOOK)
    assert (bodil.person.name, bodil.person.phone) == ("Bodil Kjær", "20 70 80 90")
    assert bodil.address == "Rådhuspladsen 1, 9990 Fjordby"


def test_version_4_has_numbers_as_addresses_and_groups_that_are_nobody() -> None:
    (inger,) = people(VERSION_4)
    assert (inger.person.name, inger.person.phone) == ("Inger-Lise Holm, født Dahl", "+45-20-80-90-10")
    assert inger.address == "Fyrvej 7, 6960 Hvide Sande"
    assert reasons(VERSION_4) == [(10, "Det er en gruppe og ikke en person.")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_a_card_is_the_same_however_its_letters_are_written(encoding: str) -> None:
    assert people(IPHONE.decode().encode(encoding)) == people(IPHONE)


def test_a_name_that_is_folded_within_a_letter_is_whole() -> None:
    folded = card("FN:Åse Østergård").replace("Ø".encode(), "Ø".encode()[:1] + b"\r\n " + "Ø".encode()[1:])
    assert names(folded) == ["Åse Østergård"]


def test_a_raw_letter_is_read_as_the_card_says_it_is_written() -> None:
    raw = card("N;CHARSET=ISO-8859-1:Kj@r;Bo", version="2.1").replace(b"@", b"\xe6")
    assert names(raw) == ["Bo Kjær"]


def test_a_mail_address_for_a_name_gives_way_to_the_name() -> None:
    assert names(card("FN:bo@brev.dk", "N:Kjær;Bo;;;")) == ["Bo Kjær"]


def test_a_card_that_names_an_organisation_alone_is_a_professional() -> None:
    (school,) = people(card("N:;;;;", "ORG:Fjordby Skole;SFO"))
    assert (school.person.name, school.person.kind) == ("Fjordby Skole", PersonKind.PROFESSIONAL)


def test_cards_that_are_cut_short_are_refused_with_their_line_and_the_whole_ones_taken() -> None:
    whole = card("FN:Inge")
    cut = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Per\r\nTEL:20 3"
    assert names(cut + b"\r\n" + whole + cut) == ["Inge"]
    assert [place for place, _reason in reasons(cut + b"\r\n" + whole + cut)] == [1, 9]


def test_the_card_of_an_assistant_within_a_card_is_not_taken_for_somebody() -> None:
    inner = ("AGENT:", "BEGIN:VCARD", "VERSION:2.1", "N:Dahl;Per", "TEL:11 11 11 11", "END:VCARD")
    (inge,) = people(card("N:Holm;Inge", *inner, "TEL:20 30 40 50", version="2.1"))
    assert (inge.person.name, inge.person.phone) == ("Inge Holm", "20 30 40 50")


def test_lines_that_are_no_property_cost_nobody_their_card() -> None:
    assert names(card("FN:Inge", "noget andet", ";;;", ":", "TEL")) == ["Inge"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("FN:010190-1234", "Navn: Det ligner et CPR-nummer. Det må ikke gemmes her."),
        ("FN:Inge\x07", "Navn: Der er et usynligt tegn i teksten, som ikke kan gemmes. Skriv teksten igen."),
        (f"FN:{'Inge ' * 40}", "Navn: Teksten er for lang. Der er plads til 120 tegn."),
        ("TEL:20 30 40 50", "Her er intet navn."),
        ("FN:Inge\nTEL:spørg mor", "Telefon: Et telefonnummer har kun tal, mellemrum og tegnene + ( ) / . -"),
    ],
)
def test_what_may_not_be_kept_refuses_its_card(line: str, reason: str) -> None:
    assert reasons(card(line)) == [(1, reason)]


def test_of_several_numbers_the_first_that_is_one_is_taken() -> None:
    (inge,) = people(card("FN:Inge", "TEL;TYPE=CELL:spørg mor", "TEL;TYPE=HOME:97 11 22 33"))
    assert inge.person.phone == "97 11 22 33"


def test_of_a_book_with_a_photo_in_each_card_the_people_are_read() -> None:
    heavy = card("FN:Inge", f"PHOTO;ENCODING=b;TYPE=JPEG:{PHOTO}", "TEL:20 30 40 50") * 200
    assert [(one.person.name, one.person.phone) for one in people(heavy)] == [("Inge", "20 30 40 50")] * 200
