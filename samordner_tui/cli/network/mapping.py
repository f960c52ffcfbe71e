"""`samordner network map`: rings and sectors as sentences, with no drawing that a screen reader would spell out."""

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
    from samordner_tui.casework.network_map import NetworkMap, OnMap


@click.command("map", cls=SpokenCommand, help=said("Vis netværket, ring for ring og side for side."))
@click.argument("case")
@passphrase_option
@json_option
@click.pass_context
def show_map(context: click.Context, case: str, passphrase_file: Path | None, as_json: bool) -> None:
    """Print the map; works while the program is open."""
    from samordner_tui.casework.facts import case_by_number
    from samordner_tui.casework.network_map import read_network_map

    with opened(context, passphrase_file, read_only=True) as archive, archive.reading() as session:
        shown = read_network_map(session, case_by_number(session, case))
    plain = {
        "case": case,
        "heart": shown.heart,
        "rings": shown.rings,
        "people": [_plain(one) for one in shown.people],
        "ties": [
            {"first": one.first, "second": one.second, "quality": one.quality, "support": one.support}
            for one in shown.ties
        ],
    }
    answer(plain, _lines(shown), as_json=as_json)


def _plain(person: OnMap) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "relation": person.relation or None,
        "ring": person.ring,
        "sector": person.sector.value if person.sector is not None else None,
        "tie": person.contact.value if person.contact is not None else None,
    }


def _lines(shown: NetworkMap) -> Iterator[str]:
    from samordner_tui.casework.ties import sentence
    from samordner_tui.method.definition import method

    yield _("I midten: {child}").format(child=shown.heart)
    for ring in range(1, shown.rings + 1):
        yield ""
        yield _("Ring {number}, {name}").format(number=ring, name=shown.shape.ring_name(ring))
        for sector in shown.round:
            there = [one for one in shown.placed if (one.ring, one.sector) == (ring, sector)]
            if there:
                yield f"{shown.shape.sector_name(sector)}: {', '.join(_named(one) for one in there)}"
    if shown.beside:
        yield ""
        yield _("Uden plads endnu: {names}").format(names=", ".join(_named(one) for one in shown.beside))
    yield ""
    for tie in shown.ties:
        yield sentence(shown.name(tie.first), shown.name(tie.second), tie.quality, tie.support, method())
    for person in shown.people:
        if person.contact is not None:
            yield _("{name}: kontakten er {tie}").format(name=person.name, tie=method().label(person.contact))


def _named(person: OnMap) -> str:
    return f"{person.name} ({person.relation})" if person.relation else person.name
