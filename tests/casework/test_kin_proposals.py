"""What the words of the network tell of kinship: offered, never written by itself."""

from __future__ import annotations

from samordner_tui.archive.records.kinship import Couple, Parentage
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.kin_proposals import accept, read_proposals
from samordner_tui.casework.kin_sentences import sentence
from samordner_tui.casework.kinship import add_parent, read_family
from samordner_tui.method.terms import ParentKind, Side
from tests.casework.prepared_case import TODAY, PreparedCase


def offered(case: PreparedCase) -> list[str]:
    family, lines = read_proposals(case.session, case.case_id)
    return [sentence(family, one) for one in lines]


def relatives(case: PreparedCase, **relations: str) -> None:
    for name, relation in relations.items():
        case.person(name, relation=relation)


def test_grandparents_are_parents_of_the_parent_whose_side_they_are_on(case: PreparedCase) -> None:
    case.child("Alma")
    relatives(case, Mette="mor", Jonas="far", Karen="mormor", Per="morfar", Inge="farmor")
    assert offered(case) == [
        "Mette er biologisk forælder til Alma",
        "Jonas er biologisk forælder til Alma",
        "Karen er biologisk forælder til Mette",
        "Per er biologisk forælder til Mette",
        "Inge er biologisk forælder til Jonas",
    ]


def test_aunts_and_uncles_have_the_same_parents_as_the_mother_or_the_father(case: PreparedCase) -> None:
    relatives(case, Mette="mor", Karen="mormor", Sofie="moster", Jonas="far", Bent="farfar", Lars="farbror")
    assert "Karen er biologisk forælder til Sofie" in offered(case)
    assert "Bent er biologisk forælder til Lars" in offered(case)
    assert not [one for one in offered(case) if "Karen" in one and "Lars" in one]


def test_a_brother_has_the_parents_on_whose_side_he_is(case: PreparedCase) -> None:
    case.child("Alma")
    relatives(case, Mette="mor", Jonas="far")
    case.person("Bertil", relation="Almas bror på 4 år", side=Side.MOTHER)
    case.person("Ida", relation="storesøster", side=Side.BOTH)
    case.person("Nora", relation="søster")
    found = [one for one in offered(case) if "Alma" not in one]
    assert found == [
        "Mette er biologisk forælder til Bertil",
        "Mette er biologisk forælder til Ida",
        "Jonas er biologisk forælder til Ida",
    ]


def test_step_foster_and_adoptive_parents_are_offered_as_what_they_are(case: PreparedCase) -> None:
    case.child("Emil")
    relatives(case, Birthe="plejemor, mors kusine", Ole="stedfar", Tove="adoptivmor")
    assert offered(case) == [
        "Birthe er plejeforælder til Emil",
        "Ole er stedforælder til Emil",
        "Tove er adoptivforælder til Emil",
    ]


def test_a_couple_is_told_by_whose_wife_or_former_partner_somebody_is(case: PreparedCase) -> None:
    relatives(case, Mette="mor", Marek="morbror", Kasia="Mareks kone", Kim="mors tidligere kæreste")
    assert offered(case) == ["Marek og Kasia er gift", "Mette og Kim er gået fra hinanden"]


def test_with_several_children_no_word_says_whose_mother_is_meant(case: PreparedCase) -> None:
    case.child("Freja")
    case.child("Noah")
    relatives(case, Aga="mor, kaldes Aga", Halina="mormor", Camilla="mor til Frejas bedste veninde")
    assert offered(case) == ["Halina er biologisk forælder til Aga"]


def test_two_who_are_called_mother_are_not_guessed_between(case: PreparedCase) -> None:
    case.child("Alma")
    relatives(case, Mette="mor", Line="mor", Karen="mormor")
    assert offered(case) == []


def test_what_stands_already_is_not_offered_in_whatever_way_it_stands(case: PreparedCase) -> None:
    case.child("Alma")
    relatives(case, Mette="mor")
    people = {one.name: one.id for one in read_family(case.session, case.case_id).people}
    add_parent(case.session, case.case_id, people["Mette"], people["Alma"], ParentKind.ADOPTIVE, TODAY)
    assert offered(case) == []


def test_what_cannot_be_is_not_offered(case: PreparedCase) -> None:
    case.child("Alma", age=11)
    case.person("Mette", relation="mor", age=9)
    assert offered(case) == []


def test_nothing_is_written_until_it_is_accepted_and_then_it_is_offered_no_more(case: PreparedCase) -> None:
    case.child("Alma")
    relatives(case, Mette="mor", Jonas="far", Karen="mormor", Sofie="moster", Kim="mors tidligere samlever")
    _family, lines = read_proposals(case.session, case.case_id)
    assert Rows(case.session, case.case_id).all(Parentage) == []
    accept(case.session, case.case_id, lines, TODAY)
    rows = Rows(case.session, case.case_id)
    assert (len(rows.all(Parentage)), len(rows.all(Couple))) == (4, 1)
    assert offered(case) == []
    assert rows.all(Person)[0].name == "Alma"
