"""What is said before something is deleted for good: what goes, counted by kind, and what no deletion reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.keeping import Export
from samordner_tui.language import _


def counted(kinds: Iterable[tuple[int, str]]) -> Iterator[str]:
    """A line for each kind there is any of; each says `{count}`."""
    for count, line in kinds:
        if count:
            yield line.format(count=count)


def out_of_reach(exports: int, *, copies_elsewhere: bool) -> Iterator[str]:
    """What has left the archive and must be destroyed by hand."""
    if exports:
        yield _("Uden for arkivet findes {count} udtræk, som du selv skal destruere.").format(count=exports)
    if copies_elsewhere:
        yield _("Kopier, du selv har lagt andre steder, skal du selv slette.")


def exports_outside(session: Session, case_id: str) -> int:
    """How many exports of a case are not entered as destroyed."""
    left = select(func.count()).select_from(Export).where(Export.case_id == case_id, Export.destroyed_on.is_(None))
    return session.scalar(left) or 0
