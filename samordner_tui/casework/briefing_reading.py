"""Reading the briefings aloud in trin 1.

One that those it tells about have not approved is not read out; it can be left out, and says why. Source: R9, R77,
design 5.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
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


def keep_what_was_read(change: Change) -> None:
    """Refuse another text for a briefing that has been read aloud: what was approved is what was heard."""
    row = change.row
    if isinstance(row, Briefing) and change.field.name == "text" and change.after and row.read_aloud_on is not None:
        raise Refused(_("Oplægget er læst op, og teksten står, som den blev læst."))


def keep_what_was_approved(change: Change) -> None:
    """Refuse another answer to a briefing that has been read aloud."""
    if change.field.name in {"approved", "person_id"}:
        _see_it_is_not_read(change.session, change.row)


def keep_who_was_asked(session: Session, row: Record, today: date) -> None:
    """Refuse somebody more, or somebody less, for a briefing that has been read aloud."""
    _see_it_is_not_read(session, row)


def _see_it_is_not_read(session: Session, row: Record) -> None:
    briefing = session.get(Briefing, row.briefing_id) if isinstance(row, BriefingApproval) else None
    if briefing is not None and briefing.read_aloud_on is not None:
        raise Refused(_("Oplægget er læst op, og svarene står, som de var."))


rules_of(Briefing).before_change.append(read_out_what_is_approved)
rules_of(Briefing).before_change.append(keep_what_was_read)
rules_of(BriefingApproval).before_change.append(keep_what_was_approved)
rules_of(BriefingApproval).before_add.append(keep_who_was_asked)
rules_of(BriefingApproval).before_remove.append(keep_who_was_asked)
