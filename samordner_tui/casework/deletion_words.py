"""What is said before something is deleted for good: what goes by kind, what no deletion reaches, and what waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samordner_tui.archive.private_time import family_is_alone
from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.records.papers import PaperMade
from samordner_tui.archive.still_out import still_out
from samordner_tui.language import _
from samordner_tui.method.terms import PaperFormat
from samordner_tui.refusals import Refused


def counted(kinds: Iterable[tuple[int, str]]) -> Iterator[str]:
    """A line for each kind there is any of; each says `{count}`."""
    for count, line in kinds:
        if count:
            yield line.format(count=count)


def out_of_reach(exports: int, *, copies_elsewhere: bool, in_calendars: bool) -> Iterator[str]:
    """What has left the archive and must be destroyed by hand."""
    if exports:
        yield _("Uden for arkivet findes {count} udtræk, som du selv skal destruere.").format(count=exports)
    if in_calendars:
        yield _("Det, du har lagt i kalendere, skal du selv slette dér.")
    if copies_elsewhere:
        yield _("Kopier, du selv har lagt andre steder, skal du selv slette.")


def exports_outside(session: Session, case_id: str) -> int:
    """How many exports of a case are not entered as destroyed."""
    left = select(func.count()).select_from(Export).where(still_out(case_id))
    return session.scalar(left) or 0


def lies_in_calendars(session: Session, case_id: str) -> bool:
    """Whether a calendar file was made of a case. What is deleted for good can be called off by no later file."""
    of_the_case = (PaperMade.case_id == case_id, PaperMade.format == PaperFormat.CALENDAR)
    return session.scalar(select(PaperMade.id).where(*of_the_case).limit(1)) is not None


def refuse_while_alone(session: Session, case_id: str) -> None:
    """Nothing of a case is deleted while its family is alone: the clock of that time is in it too."""
    if family_is_alone(session, case_id):
        raise Refused(_("Familien har sin egen tid. Vent med at slette, til den er slut."))
