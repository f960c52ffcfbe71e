"""`samordner case check`: the five hjørnesten, the gates and the next steps of a case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli import FOUND_WANTING
from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand, option
from samordner_tui.language import _, said

if TYPE_CHECKING:
    from samordner_tui.cli.case.standing import CaseStanding


@click.command(
    cls=SpokenCommand,
    help=said("Hold en sag op mod metoden. Svaret er 1, når en hjørnesten er fraveget."),
)
@click.argument("case")
@option("--conference", metavar="N", type=int, text=said("Rådslagning nummer N. Ellers den, der er i gang."))
@passphrase_option
@json_option
@click.pass_context
def check(
    context: click.Context, case: str, conference: int | None, passphrase_file: Path | None, as_json: bool
) -> int:
    """Print how the case stands; works while the program is open."""
    from samordner_tui.cli.case.standing import as_plain, standing_of
    from samordner_tui.cli.clock import today

    with opened(context, passphrase_file, read_only=True) as archive:
        standing = standing_of(archive, case, conference, today(archive))
    answer(as_plain(standing), _lines(standing), as_json=as_json)
    return FOUND_WANTING if standing.is_departed_from else 0


def _lines(standing: CaseStanding) -> Iterator[str]:
    from samordner_tui.cli.case.telling import cornerstone_lines, heading, step_lines

    yield from heading(standing)
    yield ""
    yield from cornerstone_lines(standing)
    for gate in standing.gates:
        yield ""
        yield _gate_title(standing, gate.name, is_open=gate.open)
        for line in gate.missing:
            kept = _(" (begrundet: {reason})").format(reason=line.kept_reason) if line.kept_reason else ""
            yield f"  - {line.text}{kept}"
    yield ""
    yield from step_lines(standing)


def _gate_title(standing: CaseStanding, name: str, *, is_open: bool) -> str:
    title = standing.method.gate(name).title.text
    return (_("{gate}: åben") if is_open else _("{gate}: ikke endnu")).format(gate=title)
