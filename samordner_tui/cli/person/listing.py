"""`samordner person list`: who is in a case, each with the id that the other commands take."""

from __future__ import annotations

from pathlib import Path

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand
from samordner_tui.language import said


@click.command("list", cls=SpokenCommand, help=said("Vis personerne i en sag, hver med sit id."))
@click.argument("case")
@passphrase_option
@json_option
@click.pass_context
def list_people(context: click.Context, case: str, passphrase_file: Path | None, as_json: bool) -> None:
    """Print the people; works while the program is open."""
    from samordner_tui.casework.facts import case_by_number, facts_of

    with opened(context, passphrase_file, read_only=True) as archive, archive.reading() as session:
        people = facts_of(session, case_by_number(session, case)).people
    plain = [{"id": one.id, "name": one.name, "relation": one.relation, "kind": one.kind.value} for one in people]
    lines = [f"{one.id}  {one.name}" + (f", {one.relation}" if one.relation else "") for one in people]
    answer(plain, lines, as_json=as_json)
