"""The family tree on the screen: written by a few keys, walked by arrows, changed, taken away and undone."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.kinship import Couple, Parentage
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import add
from samordner_tui.casework.family_tree import Standing
from samordner_tui.casework.kinship import add_couple, add_parent, read_family
from samordner_tui.method.terms import CoupleState, ParentKind, Side, StageId
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.family_tree import FamilyTreeScreen
from samordner_tui.tui.screens.guest import GuestScreen
from samordner_tui.tui.tree_commands import AddKinship, ProposeKinship, RemoveKinship, ShowFamilyTree
from samordner_tui.tui.widgets.family_tree import FamilyTreeView
from samordner_tui.tui.widgets.tree_told import nothing_written
from tests.tui.conftest import Open, Seeded, Walk
from tests.tui.world import TODAY, until

EIGHT = [
    "Karen+Per",
    "  Mette+Jonas",
    "    Alma",
    "  ·Mette",
    "    Bertil",
    "  Sofie",
    "Inge",
    "  (Jonas)",
]


@pytest.fixture
def eight(seeded: Seeded) -> Seeded:
    """Alma, Inge, Mette and five more, of whom no kinship is written."""
    more = {"Jonas": "far", "Karen": "mormor", "Per": "morfar", "Sofie": "moster", "Bertil": "bror"}
    with seeded.archive.writing("Familien", seeded.case_id) as session:
        for name, relation in more.items():
            side = Side.MOTHER if name == "Bertil" else None
            made = add(session, Person, seeded.case_id, TODAY, name=name, relation=relation, side=side)
            seeded.ids[name.lower()] = made
        family = read_family(session, seeded.case_id)
        seeded.ids["alma"] = next(one.id for one in family.people if one.is_child)
    return seeded


@pytest.fixture
def written(eight: Seeded) -> Seeded:
    """Mette and Jonas are Alma's parents and have gone apart."""
    ids = eight.ids
    with eight.archive.writing("Slægtskab", eight.case_id) as session:
        for parent in ("mette", "jonas"):
            made = add_parent(session, eight.case_id, ids[parent], ids["alma"], ParentKind.BIOLOGICAL, TODAY)
            ids[f"{parent}-alma"] = made
        ids["pair"] = add_couple(session, eight.case_id, ids["mette"], ids["jonas"], CoupleState.SEPARATED, TODAY)
    return eight


async def opened(walk: Walk) -> FamilyTreeView:
    """The tree, opened by its key."""
    walk.stage.take_focus()
    await walk.press("t")
    await until(walk.pilot, lambda: isinstance(walk.app.screen, FamilyTreeScreen) and bool(tree(walk).lines))
    return tree(walk)


def tree(walk: Walk) -> FamilyTreeView:
    return walk.app.screen.query_one(FamilyTreeView)


def drawn(walk: Walk) -> list[str]:
    marks = {Standing.FULL: "{}", Standing.AGAIN: "·{}", Standing.ELSEWHERE: "({})"}
    return [
        "  " * row.depth + "+".join(marks[one.standing].format(one.kin.name) for one in row.cells)
        for row in tree(walk).shown.rows
    ]


def kinship(seeded: Seeded) -> int:
    with seeded.archive.reading() as session:
        return session.query(Parentage).count() + session.query(Couple).count()


def read(walk: Walk) -> int:
    """How many lines the screen has read."""
    screen = walk.app.screen
    return len(screen.family.parents) + len(screen.family.couples) if isinstance(screen, FamilyTreeScreen) else -1


async def new(walk: Walk, here: str, what: str, whom: str, way: str) -> None:
    """Point at somebody, and write by keys what they are, to whom, and in which way."""
    before = kinship(walk.seeded)
    if here:
        tree(walk).point_at(walk.seeded.ids[here])
    for key, said in (("n", "mor eller far til …"), (what, "hvem?"), (whom, "1  ")):
        await walk.press(key)
        await until(walk.pilot, lambda said=said: said in walk.text_on_screen())  # type: ignore[misc]
    await walk.press(way)
    await until(walk.pilot, lambda: read(walk) == before + 1)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)])
async def test_a_family_of_eight_is_written_by_keys(eight: Seeded, open_case: Open, size: tuple[int, int]) -> None:
    async with open_case(StageId.NETWORK, size) as walk:
        await opened(walk)
        await walk.press("n")
        await until(walk.pilot, lambda: "Hvem begynder vi med?" in walk.text_on_screen())
        await walk.press("m", "e", "t", "enter")
        await until(walk.pilot, lambda: "Mette er" in walk.text_on_screen())
        await walk.press("1")
        await until(walk.pilot, lambda: "til hvem?" in walk.text_on_screen())
        await walk.press("a")
        await until(walk.pilot, lambda: "På hvilken måde?" in walk.text_on_screen())
        await walk.press("1")
        await until(walk.pilot, lambda: drawn(walk) == ["Mette", "  Alma"])
        assert tree(walk).pointed is not None
        await new(walk, "alma", "2", "j", "1")
        await new(walk, "mette", "3", "j", "3")
        await new(walk, "mette", "2", "k", "1")
        await new(walk, "mette", "2", "p", "1")
        await new(walk, "karen", "3", "p", "2")
        await new(walk, "karen", "1", "s", "1")
        await new(walk, "per", "1", "s", "1")
        await new(walk, "mette", "1", "b", "1")
        await new(walk, "jonas", "2", "i", "1")
        await until(walk.pilot, lambda: drawn(walk) == EIGHT)
        shown = walk.text_on_screen()
        for words in ("══ gift ══", "─/─ gået fra hinanden ─/─", "bio ◈ Alma", "→ ", "står ved siden af Mette"):
            assert words in shown
        for left in reversed(range(kinship(eight))):
            await walk.press("ctrl+z")
            await until(walk.pilot, lambda left=left: kinship(eight) == left)  # type: ignore[misc]
        await until(walk.pilot, lambda: drawn(walk) == [])


async def test_what_the_network_tells_is_offered_where_the_tree_is_empty_and_written_in_one_step(
    eight: Seeded, open_case: Open
) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        await opened(walk)
        assert "Ordene i netværket fortæller 8 ting." in " ".join(walk.text_on_screen().split())
        await walk.press("f")
        await until(walk.pilot, lambda: "Karen er biologisk forælder til Mette" in walk.text_on_screen())
        assert kinship(eight) == 0
        await walk.press("escape")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, FamilyTreeScreen))
        assert kinship(eight) == 0
        await walk.press("f")
        await until(walk.pilot, lambda: "Karen er biologisk forælder til Mette" in walk.text_on_screen())
        await walk.press("enter")
        await until(walk.pilot, lambda: kinship(eight) == 8 and "Sofie" in "".join(drawn(walk)))
        assert not walk.app.screen.check_action("propose_kinship", ())
        await walk.press("ctrl+z")
        await until(walk.pilot, lambda: kinship(eight) == 0 and drawn(walk) == [])


async def test_the_empty_tree_names_the_keys_as_the_person_has_set_them(eight: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        walk.app.set_keymap({AddKinship.id: "a", ProposeKinship.id: "ctrl+g"})
        await opened(walk)
        assert "Tryk ^g for at se dem" in " ".join(walk.text_on_screen().replace("│", " ").split())
        await walk.press("ctrl+g")
        await until(walk.pilot, lambda: "Karen er biologisk forælder til Mette" in walk.text_on_screen())


async def test_what_does_not_fit_is_switched_off_before_it_is_accepted(eight: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (80, 24)) as walk:
        await opened(walk)
        await walk.press("f")
        await until(walk.pilot, lambda: "● Mette er biologisk forælder til Alma" in walk.text_on_screen())
        await walk.press("space", "enter")
        await until(walk.pilot, lambda: kinship(eight) == 7)


async def test_arrows_go_from_line_to_line_and_between_two_who_stand_together(written: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        view.point_at(written.ids["alma"])
        await walk.press("up")
        assert view.pointed is not None
        assert view.pointed.kin.name == "Mette"
        await walk.press("right")
        assert view.pointed.kin.name == "Jonas"
        await until(walk.pilot, lambda: "Jonas er biologisk forælder til" in walk.text_on_screen())
        await walk.press("left")
        assert view.pointed.kin.name == "Mette"
        await walk.press("right", "enter")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen) and walk.stage.form is not None)
        assert walk.stage.form is not None
        assert walk.stage.form.view.row_id == written.ids["jonas"]


async def test_the_mouse_points_at_either_of_two_and_a_second_click_opens(written: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        row = next(y for y, line in enumerate(walk.text_on_screen().splitlines()) if "Jonas" in line)
        column = walk.text_on_screen().splitlines()[row].index("Jonas")
        await walk.pilot.click(offset=(column, row))
        assert view.pointed is not None
        assert view.pointed.kin.name == "Jonas"
        await walk.pilot.click(offset=(4, row))
        assert view.pointed.kin.name == "Mette"
        await walk.pilot.click(offset=(4, row))
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen))


async def test_the_form_of_a_line_is_opened_from_the_tree(written: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        view.point_at(written.ids["alma"])
        await walk.press("r")
        await until(walk.pilot, lambda: "Hvad skal rettes?" in walk.text_on_screen())
        await walk.press("enter")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, CaseScreen) and walk.stage.form is not None)
        assert walk.stage.form is not None
        assert (walk.stage.form.view.table, walk.stage.form.view.row_id) == ("parentages", written.ids["mette-alma"])
        await walk.press("escape")
        await until(walk.pilot, lambda: walk.stage.form is None)


async def test_a_line_is_taken_away_and_comes_back(written: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (80, 24)) as walk:
        view = await opened(walk)
        view.point_at(written.ids["mette"])
        await walk.press("delete")
        await until(walk.pilot, lambda: "Mette og Jonas er gået fra hinanden" in walk.text_on_screen())
        await walk.press("enter")
        await until(walk.pilot, lambda: kinship(written) == 2 and "forældre sammen" in walk.text_on_screen())
        await walk.press("ctrl+z")
        await until(walk.pilot, lambda: kinship(written) == 3 and "gået fra hinanden" in walk.text_on_screen())


async def test_what_cannot_be_is_said_and_not_written(written: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        view = await opened(walk)
        view.point_at(written.ids["alma"])
        for key, said in (("n", "barn af"), ("1", "til hvem?"), ("m", "På hvilken måde?")):
            await walk.press(key)
            await until(walk.pilot, lambda said=said: said in walk.text_on_screen())  # type: ignore[misc]
        await walk.press("1")
        await until(walk.pilot, lambda: "Er de byttet om?" in walk.said())
        assert kinship(written) == 3


async def test_the_tree_cannot_be_reached_from_the_guest_view(written: Seeded, open_case: Open) -> None:
    async with open_case(StageId.NETWORK, (120, 40)) as walk:
        await opened(walk)
        await walk.press("f8")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, GuestScreen))
        assert not walk.app.screen.check_action(ShowFamilyTree.id, ()) or not hasattr(
            walk.app.screen, f"action_{ShowFamilyTree.id}"
        )
        for words in ("biologisk", "gået fra hinanden", "bio ", "Familietræ"):
            assert words not in walk.text_on_screen()
        await walk.press("escape", "t", "escape", "ctrl+p")
        assert isinstance(walk.app.screen, GuestScreen)
        assert "Familietræ" not in walk.text_on_screen()


def test_where_the_network_tells_nothing_the_key_of_the_person_writes_kinship() -> None:
    assert "Tryk n, og skriv" in nothing_written(0, {})
    assert "Tryk a, og skriv" in nothing_written(0, {AddKinship.id: "a"})
    assert "Tryk f for at se den" in nothing_written(1, {AddKinship.id: "a"})


def test_the_help_of_a_command_names_no_key_that_may_have_been_changed() -> None:
    assert "ctrl" not in RemoveKinship.danish_help()
