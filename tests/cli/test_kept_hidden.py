"""No command tells a secret address, the words of a decision or an offer: the case file alone holds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.network import Offer, Person
from samordner_tui.casework.change import add, change_fields
from samordner_tui.casework.fields import Value
from samordner_tui.cli.root import samordner
from tests.cli.conftest import Say
from tests.conftest import NOW, TODAY

CASE = "2027-03"
HIDDEN = ("Hemmelighedsvej", "Skjulby", "Han råbte", "Hente hver onsdag")
WRITES = {"delete", "export", "import"}
"""Commands that change the archive, and the one that writes the case file."""


def hide_something(folder: Path) -> None:
    """Give Karen a secret address, words beside a decision and an offer."""
    with Archive.open(folder, None, clock=lambda: NOW) as archive, archive.writing("Skjult") as session:
        case_id = session.scalars(select(Case.id).where(Case.number == CASE)).one()
        karen = session.scalars(select(Person.id).where(Person.case_id == case_id, Person.name == "Karen")).one()
        hidden: dict[str, Value] = {"address": "Hemmelighedsvej 4711, 9999 Skjulby", "address_secret": True}
        change_fields(session, Person, karen, {**hidden, "not_invited_words": "Han råbte"}, TODAY)
        add(session, Offer, case_id, TODAY, person_id=karen, words="Hente hver onsdag")


def lines_of(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every line that only reads a case, or all of them, as text and as JSON."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from lines_of(command, (*before, name))
        elif command is not None and before[:1] != ("archive",) and name not in WRITES | {"demo"}:
            required = [one.name for one in command.params if one.required]
            if required in ([], ["case"]):
                case = (CASE,) if required else ()
                yield from ((*before, name, *case), (*before, name, *case, "--json"))


def test_no_command_tells_what_is_hidden(say: Say, demo: Path) -> None:
    hide_something(demo)
    lines = list(lines_of(samordner))
    for words in (f"case show {CASE}", "case list", f"person list {CASE}", f"network map {CASE}"):
        assert tuple(words.split()) in lines
        assert (*words.split(), "--json") in lines
    for line in lines:
        said = say(*line)
        told = said.out + said.err
        assert told, line
        assert [one for one in HIDDEN if one in told] == [], line


def test_the_case_file_is_the_one_place_that_holds_it(say: Say, demo: Path, tmp_path: Path) -> None:
    hide_something(demo)
    out = tmp_path / "sagen.json"
    said = say("case", "export", CASE, "--out", out, "--plain", "--yes")
    assert said.code == 0, said.err
    assert [one for one in HIDDEN if one not in out.read_text("utf-8")] == []
    assert [one for one in HIDDEN if one in said.out + said.err] == []
