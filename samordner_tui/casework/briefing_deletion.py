"""The text of a briefing goes for good within a week after the plan was approved: here and in every copy.

That it was there, when it was read and who approved it stays; the words do not. Source: R75, domain.md 5.4.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import inspect, update
from sqlalchemy.orm import Session

from samordner_tui.archive.file import Archive
from samordner_tui.archive.receipt import Receipt
from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.archive.retention import delete_row
from samordner_tui.casework.change import gone
from samordner_tui.language import _
from samordner_tui.refusals import Refused


def delete_text(archive: Archive, case_id: str, briefing_id: str, now: datetime) -> Receipt:
    """Delete the text of a briefing for good, once the prints are shredded. It cannot be undone.

    The row that held the words goes, with its journal and in every copy; one without them takes its place.

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
    return delete_row(archive, ("briefings", briefing_id), now)
