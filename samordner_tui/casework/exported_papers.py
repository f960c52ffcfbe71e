"""Which papers an entry of the register stands for, so that one can tell which are still out, and which are destroyed.

The register itself names no kind, since it outlives the case; the case knows them as long as it is there.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.register_names import PAPERS
from samordner_tui.casework.exported import in_words
from samordner_tui.casework.papers import Made, papers_made
from samordner_tui.language import SPEECH, _, ngettext
from samordner_tui.resources import paper_folder

NAMED: Final = 3
"""Kinds that are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: what it is in words, and the day the last of it was destroyed; none while something is out."""

    words: str
    destroyed_on: date | None


def entries(session: Session, case_id: str, exports: Sequence[Export]) -> Iterator[Entry]:
    """What each entry of a case stands for."""
    papers = papers_made(session, case_id)
    for one in exports:
        own = [made for made in papers if made.made_at == one.at and f"{PAPERS}{made.format}" == one.what]
        yield Entry(_words(one.what, own), one.destroyed_on or _last_destroyed(own))


def _words(what: str, papers: Sequence[Made]) -> str:
    """`papirer som PDF: Barnets invitation × 11, Køreplan og 3 til`."""
    kinds = Counter(made.about.removeprefix("paper:").partition("/")[0] for made in papers)
    titles = [_counted(_titles()[kind][SPEECH.language], count) for kind, count in kinds.items() if kind in _titles()]
    if not titles:
        return in_words(what) if len(papers) < 2 else f"{in_words(what)} × {len(papers)}"
    named, more = titles[:NAMED], sum(kinds.values()) - sum([*kinds.values()][:NAMED])
    rest = ngettext("og {count} til", "og {count} til", more).format(count=more) if more else ""
    return _("{what}: {papers}").format(what=in_words(what), papers=" ".join(filter(None, (", ".join(named), rest))))


def _counted(title: str, count: int) -> str:
    return title if count == 1 else f"{title} × {count}"


def _last_destroyed(papers: Sequence[Made]) -> date | None:
    days = [made.destroyed_on for made in papers]
    return max((day for day in days if day is not None), default=None) if all(days) else None


@cache
def _titles() -> Mapping[str, Mapping[str, str]]:
    """What each kind of paper is called, by language. Read here, for the papers themselves lie above the casework."""
    found: list[dict[str, object]] = tomllib.loads((paper_folder() / "papers.toml").read_text("utf-8"))["papers"]
    return {str(one["id"]): title for one in found if isinstance(title := one["title"], dict)}
