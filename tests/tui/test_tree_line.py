"""A line of the family tree as it is drawn: it fits, and every style of a line has its word beside it."""

from __future__ import annotations

from datetime import date

import pytest

from samordner_tui.casework.family import Family, Kin, Pair, ParentOf
from samordner_tui.casework.family_tree import family_tree
from samordner_tui.method.terms import CoupleState, Gender, ParentKind
from samordner_tui.tui.widgets.tree_line import draw, sign, step_for


def drawn(family: Family, width: int) -> list[str]:
    tree = family_tree(family)
    step = step_for(tree, width)
    return [draw(row, tree, width, step).content.plain for row in tree.rows]


def two(kind: ParentKind, *when: date) -> Family:
    since, until = (*when, None, None)[:2]
    people = (Kin("m", "Mette", "mor", Gender.WOMAN), Kin("a", "Alma", "", Gender.WOMAN, 11, is_child=True))
    return Family(people, (ParentOf("1", "m", "a", kind, since, until),))


@pytest.mark.parametrize(
    ("kind", "branch"),
    [
        (ParentKind.BIOLOGICAL, "└── bio ◉ Alma, barnet"),
        (ParentKind.STEP, "└╶╶ sted ◉ Alma, barnet"),
        (ParentKind.ADOPTIVE, "└╌╌ adoptiv ◉ Alma, barnet"),
        (ParentKind.FOSTER, "└┈┈ pleje ◉ Alma, barnet"),
    ],
)
def test_how_a_child_is_one_stands_on_the_branch_in_line_and_word(kind: ParentKind, branch: str) -> None:
    assert drawn(two(kind), 80) == ["○ Mette, mor", branch]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ((date(2019, 3, 1), date(2021, 6, 1)), "pleje 2019–2021"),
        ((date(2019, 3, 1), date(2019, 9, 4)), "pleje 1. mar.–4. sep. 2019"),
        ((date(2019, 3, 1),), "pleje fra 2019"),
    ],
)
def test_a_placement_has_its_dates(when: tuple[date, ...], words: str) -> None:
    assert words in drawn(two(ParentKind.FOSTER, *when), 80)[1]


@pytest.mark.parametrize(
    ("state", "joint"),
    [
        (CoupleState.MARRIED, "═ gift fra 2001 ═"),
        (CoupleState.TOGETHER, "╌ bor sammen fra 2001 ╌"),
        (CoupleState.SEPARATED, "─/─ gået fra hinanden ─/─"),
        (CoupleState.DIVORCED, "─//─ skilt ─//─"),
    ],
)
def test_how_two_are_a_couple_stands_between_them_in_line_and_word(state: CoupleState, joint: str) -> None:
    people = (Kin("k", "Karen", "", Gender.WOMAN), Kin("p", "Per"))
    (line,) = drawn(Family(people, couples=(Pair("1", "k", "p", state, date(2001, 8, 4)),)), 80)
    assert joint in line
    assert (line[0], line[-5:]) == ("○", "◇ Per")


def test_a_sign_tells_man_woman_or_other_and_a_double_edge_the_child_of_the_case() -> None:
    genders = (Gender.MAN, Gender.WOMAN, Gender.OTHER, None)
    assert "".join(sign(Kin("", "", gender=one)) for one in genders) == "□○◇◇"
    assert "".join(sign(Kin("", "", gender=one, is_child=True)) for one in genders) == "▣◉◈◈"


@pytest.mark.parametrize("width", [76, 80, 116])
def test_sixty_people_with_long_names_fit_in_the_window(width: int) -> None:
    """Ten couples a generation, seldom more than three deep: names are shortened, words are not."""
    people = tuple(Kin(f"{number}", f"Åse Margrethe Katrine Ørsted {number}", "mors kusine") for number in range(60))
    family = Family(
        people,
        tuple(ParentOf(f"p{number}", f"{number}", f"{number + 20}") for number in range(40)),
        tuple(Pair(f"c{n}", f"{n}", f"{n + 1}", CoupleState.SEPARATED) for n in range(0, 60, 2)),
    )
    lines = drawn(family, width)
    assert max(map(len, lines)) <= width
    assert sum("─/─ gået fra hinanden ─/─" in line for line in lines) == 30
    assert all("Åse Mar" in line for line in lines)


def test_where_there_is_room_nothing_is_left_out() -> None:
    people = (Kin("k", "Karen", "mormor", Gender.WOMAN), Kin("p", "Per", "morfar", Gender.MAN))
    (line,) = drawn(Family(people, couples=(Pair("1", "k", "p", CoupleState.MARRIED, date(1982, 5, 1)),)), 60)
    assert line == "○ Karen, mormor ══ gift fra 1982 ══ □ Per, morfar"
