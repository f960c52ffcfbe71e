"""Reading the briefings aloud in trin 1.

One that those it tells about have not approved is not read out; it can be left out, and says why. Source: R9, R77,
design 5.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.practical import Briefing, BriefingApproval
from samordner_tui.casework.change import Change, change_field, rules_of
from samordner_tui.casework.facts import as_fact
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.briefings import is_approved
from samordner_tui.refusals import Refused


def read_aloud(session: Session, briefing_id: str, today: date) -> None:
    """Note that a briefing has been read aloud."""
    change_field(session, Briefing, briefing_id, "read_aloud_on", today, today)


def read_out_what_is_approved(change: Change) -> None:
    """Refuse to read out an informatør's briefing that those it tells about have not approved in this version."""
    row = change.row
    if not isinstance(row, Briefing) or change.field.name != "read_aloud_on" or change.after is None:
        return
    query = select(BriefingApproval).where(BriefingApproval.briefing_id == row.id)
    approvals = tuple(as_fact(f.BriefingApproval, one) for one in change.session.scalars(query))
    if not is_approved(as_fact(f.Briefing, row, approvals=approvals)):
        raise Refused(
            _("Oplægget er ikke godkendt af dem, det handler om, og læses ikke op. Det kan udelades med en grund.")
        )


rules_of(Briefing).before_change.append(read_out_what_is_approved)
