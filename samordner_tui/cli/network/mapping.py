"""`samordner network map`: rings and sectors as sentences, with no drawing that a screen reader would spell out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand, option
from samordner_tui.language import said

if TYPE_CHECKING:
    from samordner_tui.casework.map_views import ViewOnList
    from samordner_tui.casework.network_map import NetworkMap, OnMap


@click.command("map", cls=SpokenCommand, help=said("Vis netværket, ring for ring og side for side."))
@click.argument("case")
@option("--map", "number", metavar="NUMBER", type=int, default=1, text=said("Et andet kort, med nummer fra --list."))
@option("--list", "listing", is_flag=True, text=said("Vis sagens kort med numre i stedet."))
@passphrase_option
@json_option
@click.pass_context
def show_map(
    context: click.Context,
    *,
    case: str,
    number: int,
    listing: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Print a map, or the list of them; works while the program is open."""
    from samordner_tui.casework.facts import case_by_number
    from samordner_tui.casework.network_map import read_network_map
    from samordner_tui.cli.clock import today
    from samordner_tui.cli.network.numbering import maps_of, numbered
    from samordner_tui.method.definition import method
    from samordner_tui.papers.network_map.sentences import map_in_sentences

    with opened(context, passphrase_file, read_only=True) as archive, archive.reading() as session:
        case_id = case_by_number(session, case)
        maps = maps_of(session, case_id, today(archive))
        chosen = numbered(maps, number)
        shown = read_network_map(session, case_id, chosen.map_id)
    if listing:
        plain = {"case": case, "maps": [_listed(place, one) for place, one in enumerate(maps, start=1)]}
        lines = [f"{place}  {one.title} · {one.told}" for place, one in enumerate(maps, start=1)]
        answer(plain, lines, as_json=as_json)
    else:
        answer(_plain_map(case, shown), map_in_sentences(shown, method()), as_json=as_json)


def _listed(place: int, one: ViewOnList) -> dict[str, object]:
    return {"number": place, "title": one.title, "told": one.told, "frozen": one.is_frozen}


def _plain_map(case: str, shown: NetworkMap) -> dict[str, object]:
    drawn = shown.drawn
    return {
        "case": case,
        "heart": shown.heart,
        "whose": drawn.whose or None,
        "drawn_with": drawn.drawn_with or None,
        "frozen_on": drawn.frozen_on.isoformat() if drawn.frozen_on is not None else None,
        "rings": shown.rings,
        "people": [_plain(one) for one in shown.people],
        "ties": [
            {"first": one.first, "second": one.second, "quality": one.quality, "support": one.support}
            for one in shown.ties
        ],
    }


def _plain(person: OnMap) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "relation": person.relation or None,
        "ring": person.ring,
        "sector": person.sector.value if person.sector is not None else None,
        "tie": person.contact.value if person.contact is not None else None,
    }
