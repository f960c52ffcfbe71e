"""The translations that were pasted in, as the list of papers names them: language, number, what each waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samordner_tui.cli.papers.makers import Wished
from samordner_tui.language import _
from samordner_tui.papers.making import Sheet


def translated(sheets: Iterable[Sheet], wished: Wished) -> tuple[Sheet, ...]:
    """Those of these papers that are translations: into every language, or the one that is asked for."""
    found = (one for one in sheets if one.translated is not None)
    return tuple(one for one in found if wished.tongue in {"", _language(one)})


def plain_translation(one: Sheet) -> dict[str, object]:
    """As an answer tells it."""
    waits = [lack.sentence for lack in one.missing]
    return {"language": _language(one), "number": one.number, "ready": one.is_ready, "missing": waits}


def lines_of(sheets: Iterable[Sheet]) -> Iterator[str]:
    """`    oversættelse: arabisk, nr. 2`, and what it waits for."""
    for one in sheets:
        tongue = "" if one.translated is None else one.translated.tongue
        line = _("oversættelse: {tongue}, nr. {number}").format(tongue=tongue, number=one.number)
        yield f"    {'. '.join([line, *(lack.sentence for lack in one.missing)])}"


def _language(one: Sheet) -> str:
    return "" if one.translated is None else one.translated.language
