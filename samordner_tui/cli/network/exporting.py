"""`samordner network export`: a map as files, entered in the register of what has left the archive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.destroying import destroy_by_option, destroyed_by
from samordner_tui.cli.opening import confirmed, json_option, opened, passphrase_option, yes_option
from samordner_tui.cli.spoken import SpokenCommand, WrongLine, option
from samordner_tui.language import _, said

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.archive.file import Archive
    from samordner_tui.exchange.map_files import Files

PRINTED: Final = ("svg", "pdf", "png")
DATA: Final = ("graphml", "csv")


@click.command(
    cls=SpokenCommand,
    help=said("Gem et netværkskort som filer til print eller til andre programmer. De føres på listen over udtræk."),
)
@click.argument("case")
@option("--to", "folder", metavar="DIR", required=True, type=click.Path(path_type=Path), text=said("Mappen."))
@option(
    "--as",
    "kinds",
    multiple=True,
    required=True,
    type=click.Choice([*PRINTED, *DATA]),
    text=said("Slags fil. Kan skrives flere gange."),
)
@option("--paper", type=click.Choice(["a4", "a3"]), default="a4", text=said("Papiret til print. Ellers A4."))
@option("--meeting", is_flag=True, text=said("Mødeudgaven: fornavne, og hvem der kender hinanden. Intet andet."))
@option(
    "--map", "number", metavar="NUMBER", type=int, default=1, text=said("Et andet kort, med nummer fra »map --list«.")
)
@destroy_by_option
@yes_option
@passphrase_option
@json_option
@click.pass_context
def export(  # noqa: PLR0913 - each is an option of its own
    context: click.Context,
    *,
    case: str,
    folder: Path,
    kinds: tuple[str, ...],
    paper: str,
    meeting: bool,
    number: int,
    destroy_by: str | None,
    yes: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Write the files, readable by their owner alone."""
    if meeting and set(kinds) & set(DATA):
        raise WrongLine(_("Mødeudgaven er til papir. Som data gemmes kun arbejdsudgaven."), context)
    from samordner_tui.cli.clock import today
    from samordner_tui.exchange.map_files import called, let_out

    with opened(context, passphrase_file) as archive:
        day = today(archive)
        last = destroyed_by(destroy_by, day)
        content = _contents(archive, case, number, day, paper=paper, meeting=meeting)
        contents = {kind: content(kind) for kind in dict.fromkeys(kinds)}
        confirmed(_question(case, meeting=meeting), yes=yes)
        place = folder.expanduser() / called(case, day, is_for_meeting=meeting)
        paths = let_out(archive, case, place, contents, last)
    lines = [
        *(_("Kortet ligger nu i {file}.").format(file=path) for path in paths),
        _("Det skal være slettet senest {day}.").format(day=last.strftime("%d-%m-%Y")),
    ]
    plain = {"case": case, "files": [str(path) for path in paths], "destroy_by": last.isoformat()}
    answer(plain, lines, as_json=as_json)


def _question(case: str, *, meeting: bool) -> str:
    sentence = (
        _("Filerne bliver ikke krypteret. Alle, der får dem, kan se netværket i sagen {case}. Skriv dem?")
        if meeting
        else _(
            "Filerne bliver ikke krypteret. Alle, der får dem, kan se netværket i sagen {case}, og hvordan de har det "
            "med hinanden. Skriv dem?"
        )
    )
    return sentence.format(case=case)


def _contents(
    archive: Archive, case: str, number: int, day: date, *, paper: str, meeting: bool
) -> Callable[[str], Files]:
    """What makes the files of each kind."""
    from samordner_tui.casework.facts import case_by_number
    from samordner_tui.casework.network_map import read_network_map
    from samordner_tui.cli.network.numbering import maps_of, numbered
    from samordner_tui.exchange.graph import DataAs, Described, as_data
    from samordner_tui.method.definition import method
    from samordner_tui.papers.network_map.paper import Paper
    from samordner_tui.papers.network_map.printing import PrintedAs, printed
    from samordner_tui.papers.network_map.side_column import Sheet
    from samordner_tui.papers.network_map.versions import Version, seen_in

    with archive.reading() as session:
        case_id = case_by_number(session, case)
        shown = read_network_map(session, case_id, numbered(maps_of(session, case_id, day), number).map_id)
    version = Version.MEETING if meeting else Version.WORKING
    sheet = Sheet(seen_in(shown, version), case, day, version, Paper(paper))

    def content(kind: str) -> Files:
        if kind in PRINTED:
            return {f".{kind}": printed(sheet, PrintedAs(kind), method())}
        return as_data(Described(shown, case, day), DataAs(kind))

    return content
