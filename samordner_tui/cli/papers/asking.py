"""`samordner papers CASE`: which papers there are and what they wait for, or the papers themselves as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from samordner_tui.cli.opening import json_option, opened, passphrase_option, yes_option
from samordner_tui.cli.papers.makers import MAKERS, Wished
from samordner_tui.cli.spoken import SpokenCommand, WrongLine, option
from samordner_tui.language import SPEECH, _, said
from samordner_tui.papers.tongues import TONGUES
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from samordner_tui.archive.file import Archive
    from samordner_tui.casework.views import Context

F = TypeVar("F", bound=Callable[..., object])


def _which(command: F) -> F:
    """The options that say which papers."""
    for one in (
        option("--only", metavar="KIND", multiple=True, text=said("Kun dette papir. Kan skrives flere gange.")),
        option(
            "--as",
            "kinds_of_file",
            multiple=True,
            type=click.Choice(list(MAKERS)),
            text=said("Slags fil. Kan skrives flere gange. Ellers PDF."),
        ),
        option(
            "--language",
            type=click.Choice(["da", "en", *TONGUES]),
            text=said("Papirernes sprog; oversættelser, du har sat ind."),
        ),
        option("--with-place", is_flag=True, text=said("Skriv i kalenderfilerne også, hvor det er.")),
        option("--conference", metavar="N", type=int, text=said("Rådslagning nummer N. Ellers den, der er i gang.")),
    ):
        command = one(command)
    return command


@click.command(
    cls=SpokenCommand,
    help=said("Se papirerne i en sag, eller lav dem som filer. Filerne føres på listen over udtræk."),
)
@click.argument("case")
@option(
    "--list", "listing", is_flag=True, text=said("Vis papirerne, hvad de mangler, og hvad der er lavet. Ingen navne.")
)
@option("--to", "folder", metavar="DIR", type=click.Path(path_type=Path), text=said("Mappen."))
@_which
@option("--overwrite", is_flag=True, text=said("Skriv over filer, der er der allerede."))
@option(
    "--destroy-by",
    metavar="DATE",
    text=said("Den dag, filerne senest skal være slettet. Ellers 30 dage efter rådslagningen."),
)
@yes_option
@passphrase_option
@json_option
@click.pass_context
def papers(  # noqa: PLR0913 - each is an option of its own
    context: click.Context,
    *,
    case: str,
    listing: bool,
    folder: Path | None,
    only: tuple[str, ...],
    kinds_of_file: tuple[str, ...],
    language: str | None,
    with_place: bool,
    conference: int | None,
    overwrite: bool,
    destroy_by: str | None,
    yes: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> int | None:
    """List the papers, which works while the program is open; or make them."""
    if listing == (folder is not None):
        raise WrongLine(_("Skriv enten --list eller --to med en mappe."), context)
    wished = _wished(language, _known(only, context), with_place=with_place)
    with opened(context, passphrase_file, read_only=listing) as archive, archive.reading() as session:
        shown = context_in(archive, session, case, conference)
        _there_are(shown, wished.tongue)
        if folder is None:
            from samordner_tui.cli.papers.listing import tell_papers

            tell_papers(shown, wished, as_json=as_json)
            return None
        from samordner_tui.cli.papers.making import Line, make_papers

        line = Line(folder.expanduser(), kinds_of_file or ("pdf",), destroy_by, overwrite, yes, as_json)
        return make_papers(archive, shown, wished, line)


def _wished(language: str | None, only: frozenset[str], *, with_place: bool) -> Wished:
    """What is asked for: where no language is, the papers in that of the program, and every translation."""
    match language:
        case None:
            return Wished(SPEECH.language, only, with_place, translations=True)
        case "da" | "en":
            return Wished(language, only, with_place)
        case _:
            return Wished(SPEECH.language, only, with_place, language, translations=True)


def _there_are(context: Context, tongue: str) -> None:
    """See that a language of translations is one the case has.

    Raises:
        Refused: it has none in it.
    """
    from samordner_tui.papers.translations import translations

    kept = (one for papers in translations(context.session, context.case_id).values() for one in papers)
    if tongue and all(one.language != tongue for one in kept):
        sentence = _("Der er ingen oversættelser på {language} i sagen. De sættes ind i Papirer med v.")
        raise Refused(sentence.format(language=_(TONGUES[tongue])))


def context_in(archive: Archive, session: Session, case: str, conference: int | None) -> Context:
    """The case as its papers see it, read once.

    Raises:
        Refused: there is no such case or no such conference.
    """
    from samordner_tui.casework.facts import case_by_number, conference_numbered, facts_of
    from samordner_tui.casework.views import Context
    from samordner_tui.cli.clock import today
    from samordner_tui.method.definition import method

    case_id = case_by_number(session, case)
    facts = facts_of(session, case_id)
    found = conference_numbered(facts, conference)
    return Context(session, case_id, found, facts, method(), today(archive), archive.zone)


def _known(only: tuple[str, ...], context: click.Context) -> frozenset[str]:
    from samordner_tui.papers.for_devices import DEVICE_KINDS
    from samordner_tui.papers.kinds import paper_set

    known = [*(one.id for one in paper_set().papers), *DEVICE_KINDS]
    named = [one.replace("-", "_") for one in only]
    for one in named:
        if one not in known:
            raise WrongLine(
                _("Papiret »{paper}« findes ikke. Der er: {known}.").format(paper=one, known=", ".join(known)), context
            )
    return frozenset(named)
