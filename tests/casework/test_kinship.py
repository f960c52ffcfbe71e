"""Who is whose parent, who is a couple with whom: what can be written, what is refused, and what follows."""

from __future__ import annotations

from datetime import date

import pytest

from samordner_tui.archive.records.kinship import Couple, Parentage
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.family import Family, SiblingKind
from samordner_tui.casework.form_view import read_form
from samordner_tui.casework.kin_words import gender_told_by, kin_word
from samordner_tui.casework.kinship import add_couple, add_parent, read_family
from samordner_tui.method.terms import CoupleState, Gender, ParentKind
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase

BIOLOGICAL, STEP, ADOPTIVE, FOSTER = ParentKind


def family(case: PreparedCase) -> Family:
    return read_family(case.session, case.case_id)


def parent(case: PreparedCase, above: str, below: str, kind: ParentKind = BIOLOGICAL) -> str:
    return add_parent(case.session, case.case_id, above, below, kind, TODAY)


def couple(case: PreparedCase, first: str, second: str, state: CoupleState = CoupleState.TOGETHER) -> str:
    return add_couple(case.session, case.case_id, first, second, state, TODAY)


def siblings(case: PreparedCase, person_id: str) -> dict[str, SiblingKind]:
    return {one.kin.name: one.kind for one in family(case).siblings_of(person_id)}


def test_nobody_is_their_own_parent_or_partner(case: PreparedCase) -> None:
    mette = case.person("Mette")
    with pytest.raises(Refused, match="to forskellige"):
        parent(case, mette, mette)
    with pytest.raises(Refused, match="to forskellige"):
        couple(case, mette, mette)


def test_nobody_is_their_own_ancestor_in_whatever_way(case: PreparedCase) -> None:
    inge, jonas, alma = case.person("Inge"), case.person("Jonas"), case.person("Alma")
    parent(case, inge, jonas)
    parent(case, jonas, alma, STEP)
    with pytest.raises(Refused, match="Inge står allerede over Alma i slægten"):
        parent(case, alma, inge, FOSTER)


def test_a_parent_stands_once_and_by_birth_is_nothing_else_besides(case: PreparedCase) -> None:
    inge, jonas = case.person("Inge"), case.person("Jonas")
    parent(case, inge, jonas)
    for kind in ParentKind:
        with pytest.raises(Refused, match="står her allerede"):
            parent(case, inge, jonas, kind)


def test_a_foster_parent_can_adopt_and_a_child_can_be_placed_twice_with_the_same_people(case: PreparedCase) -> None:
    birthe, emil = case.person("Birthe"), case.person("Emil")
    first = parent(case, birthe, emil, FOSTER)
    with pytest.raises(Refused, match="står her allerede"):
        parent(case, birthe, emil, FOSTER)
    case.set(Parentage, first, since=date(2019, 3, 1), until=date(2021, 6, 1))
    case.add(Parentage, parent_id=birthe, child_id=emil, kind=FOSTER, since=date(2023, 1, 1))
    parent(case, birthe, emil, ADOPTIVE)
    assert [one.kind for one in family(case).parents_of(emil)] == [FOSTER, FOSTER, ADOPTIVE]


def test_two_are_a_couple_once_whoever_is_named_first(case: PreparedCase) -> None:
    karen, per = case.person("Karen"), case.person("Per")
    couple(case, karen, per)
    with pytest.raises(Refused, match="De to står her allerede"):
        couple(case, per, karen, CoupleState.MARRIED)


def test_a_parent_and_their_child_are_no_couple(case: PreparedCase) -> None:
    inge, jonas, karen = case.person("Inge"), case.person("Jonas"), case.person("Karen")
    parent(case, inge, jonas)
    couple(case, inge, karen)
    with pytest.raises(Refused, match="som forælder og barn"):
        couple(case, jonas, inge)
    with pytest.raises(Refused, match="som et par"):
        parent(case, inge, karen)


def test_it_does_not_end_before_it_begins(case: PreparedCase) -> None:
    birthe, emil = case.person("Birthe"), case.person("Emil")
    placed = parent(case, birthe, emil, FOSTER)
    case.set(Parentage, placed, since=date(2020, 5, 1))
    with pytest.raises(Refused, match="»Til« kan ikke ligge før »Fra«"):
        case.set(Parentage, placed, until=date(2020, 4, 30))
    case.set(Parentage, placed, until=date(2020, 5, 1))
    pair = couple(case, birthe, case.person("Ole"))
    case.set(Couple, pair, until=date(2020, 5, 1))
    with pytest.raises(Refused, match="»Til« kan ikke ligge før »Fra«"):
        case.set(Couple, pair, since=date(2020, 5, 2))


@pytest.mark.parametrize(
    ("kind", "said"), [(BIOLOGICAL, "to biologiske forældre"), (ADOPTIVE, "to adoptivforældre"), (STEP, None)]
)
def test_two_parents_by_birth_and_two_by_adoption_are_the_most(
    kind: ParentKind, said: str | None, case: PreparedCase
) -> None:
    alma = case.person("Alma")
    for name in ("Mette", "Jonas"):
        parent(case, case.person(name), alma, kind)
    ole = case.person("Ole")
    if said is None:
        parent(case, ole, alma, kind)
        return
    with pytest.raises(Refused, match=said):
        parent(case, ole, alma, kind)


def test_whoever_has_given_birth_is_older(case: PreparedCase) -> None:
    alma, mette = case.person("Alma", age=11), case.person("Mette", age=38)
    with pytest.raises(Refused, match="byttet om"):
        parent(case, alma, mette)
    parent(case, mette, alma)


def test_a_line_is_changed_only_into_what_can_be(case: PreparedCase) -> None:
    mette, jonas, alma = case.person("Mette"), case.person("Jonas"), case.person("Alma")
    line = parent(case, mette, alma)
    pair = couple(case, mette, jonas)
    with pytest.raises(Refused, match="to forskellige"):
        case.set(Parentage, line, parent_id=alma)
    with pytest.raises(Refused, match="som forælder og barn"):
        case.set(Couple, pair, second_id=alma)
    case.set(Parentage, line, kind=ADOPTIVE)
    case.set(Couple, pair, state=CoupleState.DIVORCED)
    assert (family(case).parents[0].kind, family(case).couples[0].state) == (ADOPTIVE, CoupleState.DIVORCED)


def test_what_an_old_file_holds_is_mended_field_by_field(case: PreparedCase) -> None:
    """A circle that is there already does not stand in the way of the dates of a line in it."""
    inge, jonas = case.person("Inge"), case.person("Jonas")
    there = parent(case, inge, jonas)
    case.session.add(Parentage(case_id=case.case_id, noted_on=TODAY, parent_id=jonas, child_id=inge))
    case.session.flush()
    case.set(Parentage, there, since=date(1980, 1, 1))
    with pytest.raises(Refused, match="»Til«"):
        case.set(Parentage, there, until=date(1979, 1, 1))


def test_both_lines_have_their_form(case: PreparedCase) -> None:
    mette, alma = case.person("Mette"), case.person("Alma")
    view = read_form(case.session, "parentages", parent(case, mette, alma), case.case_id)
    assert view is not None
    pair = read_form(case.session, "couples", couple(case, mette, case.person("Jonas")), case.case_id)
    assert pair is not None


@pytest.mark.parametrize(
    ("relation", "gender"),
    [
        ("mormor", Gender.WOMAN),
        ("moster", Gender.WOMAN),
        ("farbror", Gender.MAN),
        ("morfar", Gender.MAN),
        ("lillebror", Gender.MAN),
        ("plejemor, mors kusine", Gender.WOMAN),
        ("Almas bror på 4 år", Gender.MAN),
        ("Mareks kone", Gender.WOMAN),
        ("mor til Frejas bedste veninde", Gender.WOMAN),
        ("mors tidligere kæreste", None),
        ("tolk for mormor", None),
        ("fodboldtræner", None),
        ("", None),
    ],
)
def test_the_word_for_a_relation_tells_man_or_woman(relation: str, gender: Gender | None) -> None:
    assert gender_told_by(relation) is gender


def test_what_is_chosen_goes_before_what_the_word_tells(case: PreparedCase) -> None:
    case.person("Robin", relation="bror")
    case.person("Kim", relation="mors ven")
    kim = family(case).people[1]
    assert ([one.gender for one in family(case).people], kim.relation) == ([Gender.MAN, None], "mors ven")
    case.set(Person, kim.id, gender=Gender.OTHER)
    case.set(Person, family(case).people[0].id, gender=Gender.OTHER)
    assert [one.gender for one in family(case).people] == [Gender.OTHER, Gender.OTHER]


def test_the_word_of_kinship_stands_before_the_comma_and_behind_the_name_of_the_child() -> None:
    assert kin_word("mor, kaldes Aga") == "mor"
    assert kin_word("Almas bror på 4 år", "Alma") == "bror"
    assert kin_word("mor til Frejas bedste veninde", "Freja") != "mor"


def test_brothers_and_sisters_follow_from_the_parents_they_share(case: PreparedCase) -> None:
    names = ("Mette", "Jonas", "Kim", "Alma", "Ida", "Bertil", "Carl", "Ole", "Dina")
    mette, jonas, kim, alma, ida, bertil, carl, ole, dina = (case.person(name) for name in names)
    for child in (alma, ida):
        parent(case, mette, child)
        parent(case, jonas, child)
    parent(case, mette, bertil)
    parent(case, mette, carl)
    parent(case, kim, carl)
    parent(case, ole, dina)
    assert siblings(case, alma) == {
        "Ida": SiblingKind.FULL,
        "Bertil": SiblingKind.THROUGH,
        "Carl": SiblingKind.HALF,
    }
    couple(case, mette, ole, CoupleState.MARRIED)
    assert siblings(case, dina) == dict.fromkeys(("Alma", "Ida", "Bertil", "Carl"), SiblingKind.STEP)


def test_children_who_are_placed_with_the_same_people_are_foster_siblings(case: PreparedCase) -> None:
    birthe, emil, sara = case.person("Birthe"), case.person("Emil"), case.person("Sara")
    parent(case, birthe, emil, FOSTER)
    parent(case, birthe, sara)
    assert siblings(case, emil) == {"Sara": SiblingKind.FOSTER}


def test_children_of_two_who_have_gone_apart_are_no_step_siblings_any_more(case: PreparedCase) -> None:
    mette, ole, alma, dina = (case.person(name) for name in ("Mette", "Ole", "Alma", "Dina"))
    parent(case, mette, alma)
    parent(case, ole, dina)
    couple(case, mette, ole, CoupleState.SEPARATED)
    assert siblings(case, alma) == {}
