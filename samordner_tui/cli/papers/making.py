"""`samordner papers --to`: the papers as files, and an answer that names what was made, what was not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from samordner_tui.casework.views import Context
from samordner_tui.cli import NOT_CARRIED_OUT
from samordner_tui.cli.answering import answer
from samordner_tui.cli.destroying import destroyed_by
from samordner_tui.cli.opening import confirmed, says_yes
from samordner_tui.cli.papers.easier_words import easier_words, to_say_easier
from samordner_tui.cli.papers.letting_out import Departure, Destination, Made, NotMade
from samordner_tui.cli.papers.makers import ToMake, Wished, maker
from samordner_tui.cli.papers.plan_words import looked_at, plain_pointed
from samordner_tui.language import _, ngettext
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive
    from samordner_tui.papers.borrowed_letters import Borrowed, Borrowing


@dataclass(frozen=True, slots=True)
class Line:
    """What else stands on the line."""

    folder: Path
    kinds_of_file: tuple[str, ...]
    destroy_by: str | None
    overwrite: bool
    yes: bool
    as_json: bool


def make_papers(archive: Archive, context: Context, wished: Wished, line: Line) -> int | None:
    """Make what is asked for, tell what became of it, and give the exit code.

    Raises:
        Refused: there is no such folder, or whoever was asked said no.
    """
    from samordner_tui.papers.bundle import destroyed_by as destroyed_by_default

    if line.folder.exists() and not line.folder.is_dir():
        raise Refused(_("Det er en fil, ikke en mappe. Skriv den mappe, filerne skal ligge i."))
    if not line.folder.is_dir():
        raise Refused(_("Mappen findes ikke. Lav den først, eller vælg en anden."))
    last = destroyed_by_default(context) if line.destroy_by is None else destroyed_by(line.destroy_by, context.today)
    asked = {kind: list(maker(kind)(context, wished)) for kind in dict.fromkeys(line.kinds_of_file)}
    ready = [one for papers in asked.values() for one in papers if not one.why_not]
    borrowed = _borrowed(ready)
    easier = easier_words(context, (one.paper for one in ready))
    kept = tuple(_kept_as_written(context, wished, ready))
    before = looked_at(context, (one.sheet for one in ready), wished.language)
    if ready:
        asked_of = _question(context, ready, borrowed, (*before.told(), *kept, *to_say_easier(easier)))
        confirmed(asked_of, yes=line.yes)
    to = Destination(line.folder, last, line.overwrite or _may_be_written_over(ready, line))
    departure = Departure(archive, context, wished.language, to)
    for kind, papers in asked.items():
        departure.let_out(kind, papers)
    pointed = looked_at(context, (one.sheet for one in departure.made), wished.language)
    plain = {
        **_plain(context, wished, departure),
        "borrowed_letters": [*map(_plain_borrowed, borrowed.named)],
        "need_not_be_read": [*map(plain_pointed, (*pointed.in_plan, *pointed.in_expenses))],
        "may_be_said_easier": [*easier],
    }
    answer(
        plain,
        [*_lines(departure, last), *pointed.told(), *kept, *to_say_easier(easier), *borrowed.told()],
        as_json=line.as_json,
    )
    return _code(departure)


def _question(context: Context, ready: Sequence[ToMake], borrowed: Borrowing, noted: Sequence[str]) -> str:
    """What is asked before anything leaves: how many, and whose data stands on them."""
    count = ngettext("{count} papir bliver til en fil.", "{count} papirer bliver til filer.", len(ready))
    about = list(dict.fromkeys(one.about for one in ready if one.about))
    parts = [
        count.format(count=len(ready)),
        _("Filerne bliver ikke krypteret."),
        _("På dem står: {about}.").format(about="; ".join(about)) if about else "",
        " ".join(borrowed.told()),
        *noted,
        _("Lav papirer i sagen {case}?").format(case=context.facts.number),
    ]
    return " ".join(part for part in parts if part)


def _kept_as_written(context: Context, wished: Wished, ready: Sequence[ToMake]) -> Iterator[str]:
    """What stays in Danish on papers in another language, in a sentence."""
    from samordner_tui.papers.as_written import as_written, not_translated

    if wished.language != "da":
        yield from not_translated(as_written(context, _texts(_of_ours(ready))))


def _of_ours(ready: Iterable[ToMake]) -> Iterator[ToMake]:
    """Those that are no translation."""
    return (one for one in ready if one.sheet is None or one.sheet.translated is None)


def _borrowed(ready: Sequence[ToMake]) -> Borrowing:
    """Which letters of the PDFs are in none of our own fonts."""
    from samordner_tui.papers.borrowed_letters import borrowed_in

    return borrowed_in(_texts(one for one in ready if one.name.endswith(".pdf")))


def _texts(ready: Iterable[ToMake]) -> Iterator[str]:
    """What the papers say. One that cannot be filled in says nothing here; it is named when it is its turn."""
    for one in ready:
        if one.text is not None:
            with suppress(Refused):
                yield one.text()


def _may_be_written_over(ready: Sequence[ToMake], line: Line) -> bool:
    """Whether whoever sits there says so, of files that are there already. A script says it on the line."""
    there = sum((line.folder / one.name).exists() for one in ready)
    if not there or line.yes:
        return False
    question = ngettext(
        "{count} fil er der allerede. Skal den skrives over?",
        "{count} filer er der allerede. Skal de skrives over?",
        there,
    )
    return says_yes(question.format(count=there))


def _code(departure: Departure) -> int | None:
    """What only waits for something is no fault; a paper that was ready and could not be written is."""
    is_whole = not any(one.is_fault for one in departure.not_made)
    return None if is_whole and departure.made else NOT_CARRIED_OUT


def _plain(context: Context, wished: Wished, departure: Departure) -> Mapping[str, object]:
    return {
        "case": context.facts.number,
        "conference": None if context.conference is None else context.conference.number,
        "language": wished.language,
        "destroy_by": departure.to.destroy_by.isoformat() if departure.made else None,
        "made": [_plain_made(one, wished) for one in departure.made],
        "not_made": [_plain_not_made(one) for one in departure.not_made],
    }


def _plain_made(one: Made, wished: Wished) -> Mapping[str, object]:
    translated = None if one.sheet is None else one.sheet.translated
    language = wished.language if translated is None else translated.language
    return {
        "paper": one.paper,
        "number": one.number,
        "as": one.kind_of_file,
        "file": str(one.file),
        "language": language,
    }


def _plain_borrowed(one: Borrowed) -> Mapping[str, object]:
    return {"letter": one.letter, "place": one.place, "found": one.is_found}


def _plain_not_made(one: NotMade) -> Mapping[str, object]:
    return {"paper": one.paper, "number": one.number or None, "as": one.kind_of_file, "why": list(one.why)}


def _lines(departure: Departure, last: date) -> Iterator[str]:
    count = len(departure.made)
    yield ngettext("{count} papir er lavet.", "{count} papirer er lavet.", count).format(count=count)
    yield from (f"  {one.file}" for one in departure.made)
    if departure.not_made:
        yield _("Ikke lavet:")
    for one in departure.not_made:
        which = one.paper if one.number < 1 else f"{one.paper} {one.number}"
        yield f"  {which} ({one.kind_of_file}): {' '.join(one.why)}"
    if count:
        yield _("Det skal være slettet senest {day}.").format(day=last.strftime("%d-%m-%Y"))
