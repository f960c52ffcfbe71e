"""`samordner network tree`: the family tree as sentences, a generation further in for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand
from samordner_tui.language import _, said

if TYPE_CHECKING:
    from samordner_tui.casework.family import Family, ParentOf
    from samordner_tui.casework.family_tree import Cell, Row, Tree


@click.command("tree", cls=SpokenCommand, help=said("Vis familietræet, generation for generation."))
@click.argument("case")
@passphrase_option
@json_option
@click.pass_context
def show_tree(context: click.Context, case: str, passphrase_file: Path | None, as_json: bool) -> None:
    """Print the tree; works while the program is open."""
    from samordner_tui.casework.facts import case_by_number
    from samordner_tui.casework.family_tree import family_tree
    from samordner_tui.casework.kinship import read_family

    with opened(context, passphrase_file, read_only=True) as archive, archive.reading() as session:
        family = read_family(session, case_by_number(session, case))
    tree = family_tree(family)
    plain = {
        "case": case,
        "rows": [_row(one) for one in tree.rows],
        "left_out": [{"id": one.id, "name": one.name} for one in tree.left_out],
    }
    answer(plain, _lines(family, tree), as_json=as_json)


def _lines(family: Family, tree: Tree) -> Iterator[str]:
    from samordner_tui.casework.kin_sentences import left_out, read_aloud

    if not tree.rows:
        yield _("Der er ikke skrevet slægtskab i sagen endnu.")
    yield from read_aloud(family, tree)
    if tree.left_out:
        yield ""
        yield left_out(tree.left_out)


def _row(row: Row) -> dict[str, object]:
    couple = row.couple
    return {
        "generation": row.depth + 1,
        "people": [_cell(one) for one in row.cells],
        "couple": None
        if couple is None
        else {"state": couple.state.value, "since": _iso(couple.since), "until": _iso(couple.until)},
        "child_of": [_way(one) for one in row.ways],
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "id": cell.kin.id,
        "name": cell.kin.name,
        "relation": cell.kin.relation or None,
        "gender": cell.kin.gender.value if cell.kin.gender is not None else None,
        "child_of_the_case": cell.kin.is_child,
        "standing": cell.standing.value,
    }


def _way(line: ParentOf) -> dict[str, object]:
    return {"parent": line.parent, "kind": line.kind.value, "since": _iso(line.since), "until": _iso(line.until)}


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
