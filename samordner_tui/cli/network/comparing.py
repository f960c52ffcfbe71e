"""`samordner network compare`: two maps of a case held against each other, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand, WrongLine
from samordner_tui.language import _, said

if TYPE_CHECKING:
    from samordner_tui.casework.map_comparison import Comparison, Difference
    from samordner_tui.casework.network_map import OnMap, TieOnMap


@click.command(
    "compare",
    cls=SpokenCommand,
    help=said("Se, hvem der er kommet til, gået ud eller rykket fra et kort til et andet. Ellers fra det sidst gemte."),
)
@click.argument("case")
@click.argument("earlier", type=int, required=False)
@click.argument("later", type=int, required=False)
@passphrase_option
@json_option
@click.pass_context
def compare_maps(
    context: click.Context,
    *,
    case: str,
    earlier: int | None,
    later: int | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Print what is different; works while the program is open."""
    if earlier is not None and later is None:
        raise WrongLine(_("Skriv numrene på to kort, eller ingen af dem."), context)
    from samordner_tui.casework.facts import case_by_number
    from samordner_tui.casework.map_comparison import compare, told
    from samordner_tui.casework.network_map import read_network_map
    from samordner_tui.cli.clock import today
    from samordner_tui.cli.network.numbering import latest_kept, maps_of, numbered
    from samordner_tui.method.definition import method

    with opened(context, passphrase_file, read_only=True) as archive, archive.reading() as session:
        case_id = case_by_number(session, case)
        maps = maps_of(session, case_id, today(archive))
        first = latest_kept(maps) if earlier is None else numbered(maps, earlier)
        second = numbered(maps, 1 if later is None else later)
        before, after = (read_network_map(session, case_id, one.map_id) for one in (first, second))
    found = compare(before, after)
    titles = [f"{one.title} · {one.told}" for one in (first, second)]
    lines = [
        _("Fra: {map}").format(map=titles[0]),
        _("Til: {map}").format(map=titles[1]),
        "",
        *told(found, before, after, after.shape.in_words_of(method())),
    ]
    answer({"case": case, "earlier": titles[0], "later": titles[1], **_plain(found)}, lines, as_json=as_json)


def _plain(found: Comparison) -> dict[str, object]:
    return {
        "came": _people(found.came),
        "went": _people(found.went),
        "nearer": [_moved(one) for one in found.nearer],
        "farther": [_moved(one) for one in found.farther],
        "elsewhere": [_moved(one) for one in found.elsewhere],
        "stayed": _people(found.stayed),
        "new_ties": [_tie(one) for one in found.new_ties],
        "gone_ties": [_tie(one) for one in found.gone_ties],
    }


def _people(people: Iterable[OnMap]) -> list[dict[str, object]]:
    return [{"id": one.id, "name": one.name, "ring": one.ring, "sector": one.sector} for one in people]


def _moved(one: Difference) -> dict[str, object]:
    before, after = one.before, one.after
    return {
        "id": after.id,
        "name": after.name,
        "ring": [before.ring, after.ring],
        "sector": [before.sector, after.sector],
    }


def _tie(tie: TieOnMap) -> dict[str, object]:
    return {"first": tie.first, "second": tie.second, "quality": tie.quality, "support": tie.support}
