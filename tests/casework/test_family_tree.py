"""The family as an indented tree: everybody once, whatever the family is like, and whatever an old file holds."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordner_tui.casework.family import Family, Kin, Pair, ParentOf
from samordner_tui.casework.family_tree import Row, Standing, Tree, family_tree
from samordner_tui.casework.kin_sentences import read_aloud
from samordner_tui.method.terms import CoupleState, ParentKind

BIOLOGICAL, STEP, ADOPTIVE, FOSTER = ParentKind
NUMBER = count()


def of(parent: str, child: str, kind: ParentKind = BIOLOGICAL, *when: date) -> ParentOf:
    since, until = (*when, None, None)[:2]
    return ParentOf(f"p{next(NUMBER)}", parent, child, kind, since, until)


def all_of(*lines: str) -> tuple[ParentOf, ...]:
    """`Mette Alma`: by birth."""
    return tuple(of(parent, child) for parent, child in (line.split() for line in lines))


def pair(first: str, second: str, state: CoupleState = CoupleState.TOGETHER) -> Pair:
    return Pair(f"c{next(NUMBER)}", first, second, state)


def people(names: str, **ages: int) -> tuple[Kin, ...]:
    """Everybody is known by their name alone."""
    return tuple(Kin(name, name, age=ages.get(name), is_child=name == "Alma") for name in names.split())


def seen(row: Row) -> str:
    """`  Mette + Jonas`; in brackets who is written out elsewhere, with a dot who stands just above."""
    marks = {Standing.FULL: "{}", Standing.AGAIN: "·{}", Standing.ELSEWHERE: "({})"}
    return "  " * row.depth + " + ".join(marks[one.standing].format(one.kin.name) for one in row.cells)


def drawn(family: Family) -> list[str]:
    return [seen(row) for row in family_tree(family).rows]


def test_generations_stand_under_each_other_and_couples_side_by_side() -> None:
    family = Family(
        people("Alma Mette Jonas Karen Per Sofie Inge Tove"),
        all_of("Mette Alma", "Jonas Alma", "Karen Mette", "Per Mette", "Karen Sofie", "Per Sofie", "Inge Jonas"),
        (pair("Karen", "Per", CoupleState.MARRIED), pair("Jonas", "Mette", CoupleState.SEPARATED)),
    )
    tree = family_tree(family)
    assert [seen(row) for row in tree.rows] == [
        "Karen + Per",
        "  Mette + Jonas",
        "    Alma",
        "  Sofie",
        "Inge",
        "  (Jonas)",
    ]
    assert [one.name for one in tree.left_out] == ["Tove"]
    beside = tree.place_of("Jonas").beside
    assert beside is not None
    assert beside.name == "Mette"
    assert tree.rows[0].couple == family.couples[0]


def test_lines_go_on_only_where_more_brothers_and_sisters_follow() -> None:
    family = Family(
        people("Karen Mette Alma Sofie Ole"),
        (of("Karen", "Mette"), of("Karen", "Sofie"), of("Mette", "Alma")),
        (pair("Sofie", "Ole"),),
    )
    assert [row.guide for row in family_tree(family).rows] == [(), (True,), (True, False), (False,)]


def test_children_of_two_fathers_stand_each_under_theirs_and_the_mother_once() -> None:
    family = Family(
        people("Mette Jonas Kim Alma Bertil Carl"),
        (of("Mette", "Alma"), of("Jonas", "Alma"), of("Mette", "Bertil"), of("Kim", "Bertil"), of("Mette", "Carl")),
    )
    assert drawn(family) == ["Mette + Jonas", "  Alma", "·Mette + Kim", "  Bertil", "·Mette", "  Carl"]


def test_somebody_with_three_partners_is_written_out_once() -> None:
    family = Family(
        people("Karen Ole Per Jens Mette"),
        (of("Karen", "Mette"), of("Jens", "Mette")),
        tuple(pair("Karen", other, CoupleState.DIVORCED) for other in ("Ole", "Per", "Jens")),
    )
    assert drawn(family) == ["Karen + Jens", "  Mette", "·Karen + Ole", "·Karen + Per"]


def test_a_couple_without_children_is_a_branch_of_its_own() -> None:
    assert drawn(Family(people("Karen Per Tove"), couples=(pair("Karen", "Per"),))) == ["Karen + Per"]


def test_a_child_in_care_stands_under_its_parents_and_is_referred_to_where_it_lives() -> None:
    placed = (date(2019, 3, 1), date(2021, 6, 1))
    family = Family(
        people("Line Kenneth Emil Birthe Ole"),
        (
            of("Birthe", "Emil", FOSTER, *placed),
            of("Ole", "Emil", FOSTER, *placed),
            *all_of("Line Emil", "Kenneth Emil"),
        ),
    )
    assert drawn(family) == ["Line + Kenneth", "  Emil", "Birthe + Ole", "  (Emil)"]
    assert list(read_aloud(family, family_tree(family)))[-1] == "  Emil, pleje 2019–2021, står under Line."


def test_a_step_parent_who_lives_with_the_parent_stands_beside_and_the_way_is_said_for_each() -> None:
    family = Family(people("Mette Alma Ole"), (of("Mette", "Alma"), of("Ole", "Alma", STEP)), (pair("Mette", "Ole"),))
    assert drawn(family) == ["Mette + Ole", "  Alma"]
    assert list(read_aloud(family, family_tree(family)))[-1] == "  Alma, barnet, Mette: bio, Ole: sted."


def test_a_step_parent_of_a_child_who_has_its_parents_is_said_beside_the_partner() -> None:
    family = Family(
        people("Mette Jonas Alma Ole"),
        (*all_of("Mette Alma", "Jonas Alma"), of("Ole", "Alma", STEP)),
        (pair("Mette", "Ole", CoupleState.MARRIED),),
    )
    assert drawn(family) == ["Mette + Jonas", "  Alma", "·Mette + Ole", "  (Alma)"]
    assert list(read_aloud(family, family_tree(family)))[-1] == "  Alma, sted, står under Mette."


def test_two_placements_after_each_other_are_no_couple() -> None:
    family = Family(
        people("Emil Birthe Hanne"),
        (of("Birthe", "Emil", FOSTER, date(2018, 1, 1)), of("Hanne", "Emil", FOSTER, date(2020, 1, 1))),
    )
    assert drawn(family) == ["Birthe", "  Emil", "Hanne", "  (Emil)"]


def test_the_eldest_child_stands_first_and_one_whose_age_is_not_known_last() -> None:
    family = Family(
        people("Mette Carl Bertil Alma", Bertil=4, Alma=11),
        (of("Mette", "Carl"), of("Mette", "Bertil"), of("Mette", "Alma")),
    )
    assert drawn(family) == ["Mette", "  Alma", "  Bertil", "  Carl"]


def test_nobody_with_kinship_gives_an_empty_tree() -> None:
    tree = family_tree(Family(people("Alma Mette")))
    assert (tree.rows, len(tree.left_out)) == ((), 2)


@pytest.mark.parametrize("names", ["Alma Mette", "Alma Mette Karen"])
def test_a_circle_in_an_old_file_is_written_out_and_ends(names: str) -> None:
    found = people(names)
    circle = tuple(of(one.id, other.id) for one, other in zip(found, (*found[1:], found[0]), strict=True))
    tree = family_tree(Family(found, circle))
    assert everybody_once(Family(found, circle), tree)
    assert any(one.standing is Standing.ELSEWHERE for row in tree.rows for one in row.cells)


def test_a_line_from_somebody_to_themselves_is_no_kinship() -> None:
    assert family_tree(Family(people("Alma"), (of("Alma", "Alma"),), (pair("Alma", "Alma"),))).rows == ()


def test_sixty_people_in_thirty_generations_and_names_as_long_as_they_come() -> None:
    found = tuple(Kin(f"{number}", "Åse Margrethe " * 8 + str(number)) for number in range(60))
    family = Family(
        found,
        tuple(of(f"{number}", f"{number + 2}") for number in range(58)),
        tuple(pair(f"{number}", f"{number + 1}") for number in range(0, 60, 2)),
    )
    tree = family_tree(family)
    assert everybody_once(family, tree)
    assert max(row.depth for row in tree.rows) == 29


def test_a_line_of_a_thousand_generations_does_not_break_it() -> None:
    found = tuple(Kin(f"{number}", f"{number}") for number in range(1500))
    family = Family(found, tuple(of(f"{number}", f"{number + 1}") for number in range(1499)))
    assert len(family_tree(family).rows) == 1500


def everybody_once(family: Family, tree: Tree) -> bool:
    """Whether everybody with kinship, and nobody else, is written out exactly once."""
    written = Counter(one.kin.id for row in tree.rows for one in row.cells if one.standing is Standing.FULL)
    return set(written) == family.with_kinship and all(times == 1 for times in written.values())


IDS = [f"{number}" for number in range(9)]
ENDS = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS))


@given(
    parents=st.lists(st.tuples(ENDS, st.sampled_from(ParentKind)), max_size=24),
    couples=st.lists(st.tuples(ENDS, st.sampled_from(CoupleState)), max_size=12),
)
def test_any_set_of_kinship_gives_a_tree_in_which_everybody_stands_once(
    parents: list[tuple[tuple[str, str], ParentKind]], couples: list[tuple[tuple[str, str], CoupleState]]
) -> None:
    family = Family(
        tuple(Kin(one, one) for one in IDS),
        tuple(of(*both, kind) for both, kind in parents),
        tuple(pair(*both, state) for both, state in couples),
    )
    tree = family_tree(family)
    assert everybody_once(family, tree)
    assert {one.id for one in tree.left_out} == set(IDS) - family.with_kinship
    lines = {(way.parent, way.child, way.kind) for row in tree.rows for way in row.ways}
    assert lines >= {(a, b, kind) for (a, b), kind in parents if a != b and not at_the_top(tree, b)}
    assert {row.couple.both for row in tree.rows if row.couple} == {
        frozenset(both) for both, _ in couples if len({*both}) > 1
    }
    assert all(len(row.guide) == row.depth for row in tree.rows)
    assert len(list(read_aloud(family, tree))) == len(tree.rows)


def at_the_top(tree: Tree, child: str) -> bool:
    """Whether somebody begins a branch though they have parents: only a circle does that."""
    return any(row.depth == 0 and row.who.kin.id == child for row in tree.rows)
