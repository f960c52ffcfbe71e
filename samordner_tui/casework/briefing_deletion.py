"""The text of a briefing goes for good within a week after the plan was approved: here and in every copy.

That it was there, when it was read and who approved it stays; the words do not. Source: R75, domain.md 5.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, inspect, select, update
from sqlalchemy.orm import Session

from samordner_tui.archive.file import Archive
from samordner_tui.archive.journal_erasure import BRIEFINGS
from samordner_tui.archive.receipt import Receipt
from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.archive.records.papers import PaperTranslation
from samordner_tui.archive.retention import changes_going_with, delete_row
from samordner_tui.casework.change import gone
from samordner_tui.casework.deletion_words import counted, exports_outside, out_of_reach
from samordner_tui.language import _, ngettext
from samordner_tui.refusals import Refused


@dataclass(frozen=True)
class TextGoing:
    """What goes with the text of a briefing, counted."""

    changes: int
    """Changes of the history that can hold its words."""
    translations: int
    exports: int
    """Exports of the case that are not entered as destroyed: the words may stand in them."""


def going_with(session: Session, case_id: str, briefing_id: str) -> TextGoing:
    """What deleting the text would take away."""
    translated = select(func.count()).where(PaperTranslation.about.endswith(f"/{briefing_id}"))
    return TextGoing(
        changes=changes_going_with(session, (BRIEFINGS, briefing_id), case_id),
        translations=session.scalar(translated) or 0,
        exports=exports_outside(session, case_id),
    )


def said_before(going: TextGoing, *, copies_elsewhere: bool) -> Iterator[str]:
    """What goes and what stays, a line each."""
    yield _("Er alle tryk makuleret, slettes teksten her og i arkivets sikkerhedskopier. Det kan ikke fortrydes.")
    yield from counted(
        (
            (
                going.translations,
                ngettext(
                    "{count} oversættelse af det slettes med.",
                    "{count} oversættelser af det slettes med.",
                    going.translations,
                ),
            ),
            (
                going.changes,
                ngettext(
                    "Af sagens historik slettes det, der handler om oplæg: {count} ændring. Resten bliver stående.",
                    "Af sagens historik slettes det, der handler om oplæg: {count} ændringer. Resten bliver stående.",
                    going.changes,
                ),
            ),
        )
    )
    yield _("At oplægget var der, og hvem der sagde ja til det, bliver stående.")
    yield from out_of_reach(going.exports, copies_elsewhere=copies_elsewhere, in_calendars=False)


def delete_text(archive: Archive, case_id: str, briefing_id: str, now: datetime) -> Receipt:
    """Delete the text of a briefing for good, once the prints are shredded. It cannot be undone.

    The row that held the words goes, with what can hold them in the journal, and in every copy; one without them takes
    its place. The rest of the case's journal stays, and that a text was deleted is marked in it.

    Raises:
        DeletionUnproved: it is gone from the archive, and not proved for every copy yet.
    """
    today = now.astimezone(archive.zone).date()

    def without_words(session: Session) -> None:
        row = session.get(Briefing, briefing_id)
        if row is None:
            raise Refused(gone())
        kept = {column.key: getattr(row, column.key) for column in inspect(Briefing).column_attrs}
        emptied = Briefing(**{**kept, "id": new_id(), "text": None, "subject": None, "deleted_on": today})
        session.add(emptied)
        session.flush()
        approvals = update(BriefingApproval).where(BriefingApproval.briefing_id == briefing_id)
        session.execute(approvals.values(briefing_id=emptied.id))

    with archive.writing(_("Oplæggets tekst slettet"), case_id, kind="fixed") as session:
        without_words(session)
    return delete_row(archive, (BRIEFINGS, briefing_id), now)
