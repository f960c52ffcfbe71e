"""`samordner results`: what the method leads to across cases, with nothing that points to a person or a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand, option
from samordner_tui.language import _, said
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.casework.results import Results


@click.command(
    cls=SpokenCommand,
    help=said("Vis resultater på tværs af sager. Ingen tal kommer fra færre end fem sager."),
)
@option("--from", "begins", metavar="DATE", text=said("Den første dag. Ellers fra begyndelsen."))
@option("--to", "ends", metavar="DATE", text=said("Den sidste dag. Ellers til nu."))
@option("--municipality", metavar="NAME", default="", text=said("Kun den kommune. Ellers alle."))
@option("--fidelity", is_flag=True, text=said("Tag også med, om metoden er fulgt: F1 til F24. Det tager længere tid."))
@option("--csv", "csv_file", metavar="FILE", type=click.Path(path_type=Path), text=said("Skriv dem også i en tabel."))
@option("--overwrite", is_flag=True, text=said("Skriv oven i en fil, der er der."))
@passphrase_option
@json_option
@click.pass_context
def results(  # noqa: PLR0913 - each is an option of its own
    context: click.Context,
    *,
    begins: str | None,
    ends: str | None,
    municipality: str,
    fidelity: bool,
    csv_file: Path | None,
    overwrite: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Print the figures, and write the table; works while the program is open."""
    from samordner_tui.casework.results import Period, read_results
    from samordner_tui.cli.clock import today
    from samordner_tui.exchange.own_file import new_own_file
    from samordner_tui.exchange.result_files import as_plain, as_table
    from samordner_tui.method.definition import method

    period = Period(_day(begins), _day(ends))
    if period.begins is not None and period.ends is not None and period.ends < period.begins:
        raise Refused(_("Den sidste dag ligger før den første."))
    with opened(context, passphrase_file, read_only=True) as archive, archive.reading() as session:
        found = read_results(
            session, period, today(archive), archive.zone, municipality, method() if fidelity else None
        )
    if csv_file is not None:
        with new_own_file(csv_file.expanduser(), overwrite=overwrite) as file:
            file.write(as_table(found, method()))
    answer(as_plain(found), _lines(found, csv_file), as_json=as_json)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(_("»{text}« er ikke en dag. Skriv den som 2027-01-21.").format(text=text)) from None


def _lines(found: Results, csv_file: Path | None) -> Iterator[str]:
    from samordner_tui.casework.results import told
    from samordner_tui.casework.results.shapes import FIDELITY
    from samordner_tui.method.definition import method

    whose = found.municipality or _("alle kommuner")
    yield _("Resultater: {period}, {whose}.").format(period=told.period_words(found.period), whose=whose)
    if told.empty(found):
        yield told.empty(found)
    for table in found.tables:
        if table.id.startswith(FIDELITY):
            yield f"{told.title(table.id, method())}: {told.how_often_met(table)}"
            continue
        yield ""
        yield told.title(table.id, method())
        for row in table.rows:
            yield f"  {told.label(table.id, row.id, method())}: {told.figure(row)}"
        against = told.against_agreement(found, table.id)
        yield from [f"  {against}"] if against else []
    yield from ("", *told.notes(found)) if found.tables else ()
    if csv_file is not None:
        yield _("Tallene står nu også i {file}.").format(file=csv_file)
