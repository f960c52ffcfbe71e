"""`samordner case export`: a case as a readable file, entered in the register of what has left the archive."""

from __future__ import annotations

from pathlib import Path

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.destroying import destroy_by_option, destroyed_by
from samordner_tui.cli.opening import confirmed, json_option, opened, passphrase_option, yes_option
from samordner_tui.cli.spoken import SpokenCommand, WrongLine, option
from samordner_tui.exchange.own_file import new_own_file
from samordner_tui.language import _, said


@click.command(
    cls=SpokenCommand,
    help=said("Skriv en sag som en sagsfil, der kan læses af enhver. Den føres på listen over udtræk."),
)
@click.argument("case")
@option("-o", "--out", "out", metavar="FILE", required=True, type=click.Path(path_type=Path), text=said("Filen."))
@option("--plain", is_flag=True, text=said("Ja til, at filen ikke er krypteret."))
@option(
    "--dates",
    type=click.Choice(["absolute", "from-today"]),
    default="absolute",
    text=said("Skriv datoer som de er, eller regnet fra i dag."),
)
@destroy_by_option
@option("--overwrite", is_flag=True, text=said("Skriv oven i en fil, der er der."))
@yes_option
@passphrase_option
@json_option
@click.pass_context
def export(  # noqa: PLR0913 - each is an option of its own
    context: click.Context,
    *,
    case: str,
    out: Path,
    plain: bool,
    dates: str,
    destroy_by: str | None,
    overwrite: bool,
    yes: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Write the file, readable by its owner alone."""
    if not plain:
        raise WrongLine(_("Filen bliver ikke krypteret. Sig ja til det med --plain."), context)
    from samordner_tui.cli.clock import today
    from samordner_tui.exchange.case_file import export_case
    from samordner_tui.exchange.register import register_export

    with opened(context, passphrase_file) as archive:
        day = today(archive)
        last = destroyed_by(destroy_by, day)
        content = export_case(archive, case, day, "from_today" if dates == "from-today" else "absolute")
        confirmed(
            _(
                "Alle, der får filen, kan læse sagen {case}, også hemmelige adresser og noter om sikkerhed. Skriv den?"
            ).format(case=case),
            yes=yes,
        )
        with new_own_file(out.expanduser(), overwrite=overwrite) as file:
            register_export(archive, case, last)
            file.write(content)
    lines = [
        _("Sagen {case} står nu i {file}.").format(case=case, file=out),
        _("Filen skal være slettet senest {day}.").format(day=last.strftime("%d-%m-%Y")),
    ]
    answer({"case": case, "file": str(out), "destroy_by": last.isoformat()}, lines, as_json=as_json)
