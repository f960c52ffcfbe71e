"""Tables of people: whatever stands between the cells, whoever wrote it, with headings or without."""

from __future__ import annotations

import pytest

from samordner_tui.casework.incoming import Incoming
from samordner_tui.casework.under_way import GivenUp, UnderWay
from samordner_tui.exchange.contacts.tables import read_table
from samordner_tui.exchange.incoming_file import read_content
from samordner_tui.method.terms import PersonKind, Sector, Side, Tie
from samordner_tui.refusals import Refused
from tests.exchange.contacts.address_books import GOOGLE_CSV, OUTLOOK_CSV, PLAIN_CSV


def read(content: bytes | str) -> Incoming:
    return read_content(content if isinstance(content, bytes) else content.encode(), UnderWay())


def refused(content: str) -> list[tuple[int, str]]:
    return [(one.place, one.reason) for one in read(content).refused]


@pytest.mark.parametrize("between", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_a_plain_table_is_the_same_however_it_is_written(between: str, encoding: str) -> None:
    aase, mads = read(PLAIN_CSV.replace(";", between).encode(encoding)).people
    assert (aase.person.name, aase.person.relation, aase.person.age) == ("Åse Østergård", "farmor", 75)
    assert (aase.person.side, aase.person.sector, aase.person.ring) == (Side.FATHER, Sector.FATHERS_SIDE, 1)
    assert (aase.person.phone, aase.person.email, aase.person.household) == ("20 30 40 50", "aase@brev.dk", False)
    assert (mads.place, mads.person.side, mads.person.household) == (3, Side.BOTH, True)


def test_a_table_from_google_puts_names_together_and_takes_the_first_of_several_numbers() -> None:
    aase, school = read(GOOGLE_CSV).people
    assert (aase.person.name, aase.person.phone) == ("Åse Marie Østergård", "+45 20 30 40 50")
    assert (aase.person.email, aase.address) == ("aase@brev.dk", "Skovvej 3, 9990 Fjordby, DK")
    assert "aftenen" not in repr(aase)
    assert (school.place, school.person.name, school.person.kind) == (5, "Fjordby Skole", PersonKind.PROFESSIONAL)


def test_a_table_from_a_danish_outlook_prefers_the_mobile() -> None:
    (joergen,) = read(OUTLOOK_CSV).people
    assert (joergen.person.name, joergen.person.phone) == ("Jørgen Sørensen", "20506070")
    assert joergen.address == "Kirkevej 12, 9990 Fjordby"


@pytest.mark.parametrize("between", [", ", ";", "\t"])
def test_without_headings_every_row_is_a_line_as_it_is_typed(between: str) -> None:
    inge, amir = read("Inge, farmor, 1, passiv\nAmir, fodboldtræner, ring 2\n".replace(", ", between)).people
    assert (inge.person.relation, inge.person.ring, inge.person.tie) == ("farmor", 1, Tie.PASSIVE)
    assert (amir.person.relation, amir.person.sector) == ("fodboldtræner", Sector.FRIENDS_LEISURE)


def test_what_a_spreadsheet_says_stands_between_the_cells_is_believed() -> None:
    (inge,) = read("sep=|\nNavn|Ring\nInge|2\n").people
    assert (inge.place, inge.person.ring) == (3, 2)


def test_a_cell_that_a_spreadsheet_would_reckon_is_a_text_and_no_telephone() -> None:
    found = read('Navn;Mobil\n"=HYPERLINK(""x"")";20304050\nBo;=1+1\nPer;+4520304050\n')
    assert [one.person.name for one in found.people] == ['=HYPERLINK("x")', "Per"]
    assert [one.place for one in found.refused] == [3]


def test_a_row_without_a_name_or_with_a_cpr_number_is_refused_by_line_and_the_others_taken() -> None:
    table = "Navn;CPR;Relation\nInge;020351-1234;farmor\n;;ven\nBo 020351-1234;;ven\nPer;;020351 1234\nIda;;ven\n"
    assert [one.person.name for one in read(table).people] == ["Inge", "Ida"]
    assert refused(table) == [
        (3, "Her er intet navn."),
        (4, "Navn: Det ligner et CPR-nummer. Det må ikke gemmes her."),
        (5, "Hvem er det: Det ligner et CPR-nummer. Det må ikke gemmes her."),
    ]
    assert "020351" not in repr(read(table))


def test_lines_are_counted_as_they_stand_in_the_file_also_after_a_cell_of_several_lines() -> None:
    table = 'Navn;Adresse;Mobil\n"Inge";"Skovvej 3\n9990 Fjordby";\n\n;;\nBo;;kald\n'
    (inge,) = read(table).people
    assert inge.address == "Skovvej 3, 9990 Fjordby"
    assert [place for place, _reason in refused(table)] == [6]


def test_a_cell_that_holds_a_book_refuses_its_row_at_once() -> None:
    table = f"Navn;Relation\nBo;{'a@' + '.' * 500_000}@\n{'9' * 900_000};ven\n{'Bo' * 600_000};ven\nPer;ven\n"
    assert [one.person.name for one in read(table).people] == ["Per"]
    assert refused(table) == [(place, "Her står alt for meget.") for place in (2, 3, 4)]


def test_a_quote_that_is_never_closed_costs_one_row_and_not_the_rest() -> None:
    table = 'Navn;Relation\nInge;farmor\n"Bo;ven\nPer;onkel\nIda;ven\n'
    assert [one.person.name for one in read(table).people] == ["Inge", "Per", "Ida"]
    assert refused(table) == [(3, "Et citationstegn bliver aldrig lukket.")]


def test_what_is_not_understood_is_kept_to_be_shown_and_never_guessed() -> None:
    (bo,) = read("Navn;Side;Ring\nBo;ukendt;9\n").people
    assert (bo.person.side, bo.person.ring, bo.person.extra) == (None, None, ("ukendt", "ring 9"))


def test_a_table_without_a_column_for_names_says_what_is_missing() -> None:
    with pytest.raises(Refused, match="ingen kolonne med navne"):
        read("Telefon;E-mail\n20304050;bo@brev.dk\n")


@pytest.mark.parametrize("content", [b"", b"\n \n", b"Navn;Mobil\n", b"PK\x03\x04 regneark", b"%PDF-1.7"])
def test_a_file_with_nobody_in_it_is_refused_as_a_whole(content: bytes) -> None:
    with pytest.raises(Refused):
        read(content)


def test_five_thousand_rows_are_read_and_reading_stops_where_it_is_given_up() -> None:
    rows = "".join(f"Person {place};moster;20{place:06}\n" for place in range(5000))
    under_way = UnderWay()
    assert len(read_table(f"Navn;Relation;Mobil\n{rows}", under_way).people) == 5000
    assert under_way.percent == 100
    under_way.give_up()
    with pytest.raises(GivenUp):
        read_table(f"Navn;Relation;Mobil\n{rows}", under_way)
