"""`samordner conference fidelity`: F1 to F24 of a conference, each with its mark and the reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand, option
from samordner_tui.language import _, said

if TYPE_CHECKING:
    from samordner_tui.casework.fidelity import Fidelity
    from samordner_tui.method.definition import Method


@click.command("fidelity", cls=SpokenCommand, help=said("Vis, om metoden blev fulgt: hvert mål med sin grund."))
@click.argument("case")
@option("--conference", metavar="N", type=int, text=said("Rådslagning nummer N. Ellers den, der er i gang."))
@passphrase_option
@json_option
@click.pass_context
def show_fidelity(
    context: click.Context, case: str, conference: int | None, passphrase_file: Path | None, as_json: bool
) -> None:
    """Print the measures; works while the program is open."""
    from samordner_tui.casework.fidelity import fidelity
    from samordner_tui.cli.clock import today
    from samordner_tui.cli.conference.choosing import conference_of
    from samordner_tui.method.definition import method

    with opened(context, passphrase_file, read_only=True) as archive:
        facts, found = conference_of(archive, case, conference)
        shown = fidelity(facts, found, today(archive), method())
    answer(_plain(shown), _lines(shown, method()), as_json=as_json)


def _plain(shown: Fidelity) -> list[dict[str, object]]:
    """Scripts rest on these names."""
    return [
        {
            "id": one.mark.id,
            "state": one.mark.state.value,
            "reason": one.mark.reason,
            "title": one.title,
            "remark": one.remark or None,
        }
        for one in shown.measures
    ]


def _lines(shown: Fidelity, said_by: Method) -> Iterator[str]:
    yield _("Sag {case}, {number}. rådslagning").format(case=shown.case, number=shown.conference)
    for one in shown.measures:
        yield ""
        yield f"{one.mark.id} {one.title}: {said_by.label(one.mark.state)}"
        yield f"  {one.mark.reason}"
        if one.remark:
            yield "  " + _("Bemærkning: {words}").format(words=one.remark)
