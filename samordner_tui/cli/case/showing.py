"""`samordner case show`: a case as a page to read, or to have read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand, option
from samordner_tui.language import _, ngettext, said

if TYPE_CHECKING:
    from samordner_tui.casework.stage_counts import StageCount
    from samordner_tui.cli.case.standing import CaseStanding
    from samordner_tui.method.terms import StageId


@click.command(cls=SpokenCommand, help=said("Vis, hvordan en sag står, som tekst."))
@click.argument("case")
@option("--conference", metavar="N", type=int, text=said("Rådslagning nummer N. Ellers den, der er i gang."))
@passphrase_option
@json_option
@click.pass_context
def show(
    context: click.Context, case: str, conference: int | None, passphrase_file: Path | None, as_json: bool
) -> None:
    """Print the case; works while the program is open."""
    from samordner_tui.casework.stage_counts import stage_counts
    from samordner_tui.cli.case.standing import as_plain, standing_of
    from samordner_tui.cli.clock import today

    with opened(context, passphrase_file, read_only=True) as archive:
        standing = standing_of(archive, case, conference, today(archive))
    counts = stage_counts(standing.facts, standing.conference, standing.today, standing.method)
    plain = {
        **as_plain(standing),
        "alias": standing.facts.alias,
        "people": _people(standing),
        "stages": [
            {"stage": stage.value, "state": count.standing.value, "done": count.done, "of": count.total}
            for stage, count in counts.items()
        ],
    }
    answer(plain, _lines(standing, counts), as_json=as_json)


def _people(standing: CaseStanding) -> dict[str, int]:
    """How many there are of each kind, and how many are not invited."""
    from samordner_tui.method.terms import InvitationChoice, PersonKind

    here = [one for one in standing.facts.people if one.invited is not InvitationChoice.NOT_INVITED]
    counted = {kind.value: sum(one.kind is kind for one in here) for kind in PersonKind}
    return {**counted, "not_invited": len(standing.facts.people) - len(here)}


def _lines(standing: CaseStanding, counts: Mapping[StageId, StageCount]) -> Iterator[str]:
    from samordner_tui.cli.case.telling import MARKS, cornerstone_lines, heading, step_lines

    yield from heading(standing)
    yield _people_line(_people(standing))
    yield ""
    yield from cornerstone_lines(standing)
    yield ""
    yield _("Vejen")
    for stage in standing.method.stages:
        count = counts[stage.id]
        how_far = _("{done} af {total} på plads").format(done=count.done, total=count.total) if count.total else ""
        yield f"  {MARKS[count.standing]} {stage.title.text}{': ' if how_far else ''}{how_far}"
    yield ""
    yield from step_lines(standing)


def _people_line(people: Mapping[str, int]) -> str:
    parts = [
        ngettext("{count} barn", "{count} børn", people["child"]).format(count=people["child"]),
        _("{count} fra familien og netværket").format(count=people["private"]),
        ngettext("{count} fagperson", "{count} fagpersoner", people["professional"]).format(
            count=people["professional"]
        ),
        ngettext("{count} hjælper", "{count} hjælpere", people["helper"]).format(count=people["helper"]),
        _("{count} inviteres ikke").format(count=people["not_invited"]),
    ]
    counts = (people["child"], people["private"], people["professional"], people["helper"], people["not_invited"])
    return " · ".join(part for part, count in zip(parts, counts, strict=True) if count)
