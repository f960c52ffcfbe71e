"""`samordner network import`: what a file with people becomes, row by row; kept in one write, or only said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordner_tui.cli.answering import answer
from samordner_tui.cli.opening import json_option, opened, passphrase_option
from samordner_tui.cli.spoken import SpokenCommand, option
from samordner_tui.language import _, ngettext, said

if TYPE_CHECKING:
    from samordner_tui.casework.doubles import Double
    from samordner_tui.casework.incoming import IncomingPerson
    from samordner_tui.casework.incoming_compared import Compared


@click.command(
    "import",
    cls=SpokenCommand,
    help=said(
        "Hent personer ind i netværket fra et vCard, en CSV-fil eller et netværk, der er gemt som GraphML eller som "
        "tabeller i en zip. Den, der ligner en i sagen, springes over. Svaret er, hvad hver linje blev til."
    ),
)
@click.argument("case")
@click.argument("file", type=click.Path(path_type=Path))
@option("--dry-run", is_flag=True, text=said("Sig kun, hvad hver linje bliver til. Intet gemmes."))
@passphrase_option
@json_option
@click.pass_context
def import_people(
    context: click.Context, case: str, file: Path, *, dry_run: bool, passphrase_file: Path | None, as_json: bool
) -> None:
    """Say what each row becomes, and keep those that resemble nobody."""
    from samordner_tui.casework.bringing_in import bring_in
    from samordner_tui.casework.facts import case_by_number
    from samordner_tui.casework.incoming_compared import compare
    from samordner_tui.casework.stages import load_stages
    from samordner_tui.casework.under_way import UnderWay
    from samordner_tui.cli.clock import today
    from samordner_tui.exchange.incoming_file import read_file

    load_stages()
    incoming = read_file(file.expanduser(), UnderWay())
    with opened(context, passphrase_file, read_only=dry_run) as archive:
        with archive.reading() as session:
            case_id = case_by_number(session, case)
            compared = compare(session, case_id, incoming)
        taken = [one.key for one in incoming.people if one.key not in compared.alike]
        if taken and not dry_run:
            with archive.writing(_("Hentet ind"), case_id) as session:
                bring_in(session, case_id, incoming, today(archive), taken=taken)
    plain = {"case": case, "kept": not dry_run, "added": len(taken), **_as_plain(compared, taken)}
    answer(plain, _lines(compared, taken, is_kept=not dry_run), as_json=as_json)


def _as_plain(compared: Compared, taken: Sequence[str]) -> dict[str, object]:
    """What each row becomes, as JSON."""
    from samordner_tui.casework.incoming_compared import tie_words
    from samordner_tui.method.definition import method

    incoming = compared.incoming
    return {
        "people": [_plain(one, compared.alike) for one in incoming.people],
        "ties": [{"line": place, "what": told} for place, told in tie_words(compared, taken, method())],
        "refused": [{"line": one.place, "reason": one.reason} for one in incoming.refused],
    }


def _plain(one: IncomingPerson, alike: Mapping[str, Double]) -> dict[str, object]:
    """Somebody as JSON; `resembles` says why they are passed over."""
    from samordner_tui.casework.incoming_compared import resembles_words
    from samordner_tui.casework.person_values import person_values

    values = {name: value for name, value in person_values(one.person, one.address).items() if value is not None}
    resembles = resembles_words(alike[one.key]) if one.key in alike else None
    return {"line": one.place, **values, "not_understood": list(one.person.extra), "resembles": resembles}


def _lines(compared: Compared, taken: Sequence[str], *, is_kept: bool) -> Iterator[str]:
    """A line a row in the order of the file, the ties after the people, and how many there are."""
    from samordner_tui.casework.incoming_compared import tie_words
    from samordner_tui.method.definition import method

    # Several may stand on one line of the file, and the lines of several tables have the same numbers.
    told = [(one.place, _told(one, compared.alike)) for one in compared.incoming.people]
    told += [(one.place, _("hentes ikke: {reason}").format(reason=one.reason)) for one in compared.incoming.refused]
    told.sort(key=lambda one: one[0])
    for place, what in (*told, *tie_words(compared, taken, method())):
        yield _("linje {number}: {what}").format(number=place, what=what)
    yield ""
    added = len(taken)
    if is_kept:
        yield ngettext("{count} person er hentet ind.", "{count} personer er hentet ind.", added).format(count=added)
    else:
        said_so_far = ngettext("{count} person kan hentes ind.", "{count} personer kan hentes ind.", added)
        yield said_so_far.format(count=added) + " " + _("Intet er gemt.")


def _told(one: IncomingPerson, alike: Mapping[str, Double]) -> str:
    from samordner_tui.casework.incoming_compared import resembles_words
    from samordner_tui.casework.quick_add import preview
    from samordner_tui.method.definition import method

    told = preview(one.person, method().label)
    if one.address:
        told += f" · {one.address}"
    if one.key in alike:
        told += " – " + _("springes over, {resembles}").format(resembles=resembles_words(alike[one.key]))
    return told
