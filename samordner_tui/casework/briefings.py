"""Oplæg: what the informatør and the initiativtager read aloud, short, appreciative and known to the family beforehand.

A new text is a new version: it is to be gone through again, and an approval holds for the version it was given to.
Source: R9, R61, R74 to R82, P8.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.casework import (
    briefing_list,
    briefing_reading,  # noqa: F401 - its rule: what is not approved is not read out
    change,
    derived,
)
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.change import Change
from samordner_tui.casework.forms import FORMS, Condition, Form, Group, is_set
from samordner_tui.casework.views import Context, StageView
from samordner_tui.language import _
from samordner_tui.method.predicates.briefings import in_use, is_approved
from samordner_tui.method.terms import BriefingKind, StageId
from samordner_tui.refusals import Refused


def is_informants() -> Condition:
    """Holds for the briefing of an informatør."""
    return lambda row: row.get("kind") is not BriefingKind.INITIATOR


FORMS.add(
    Form(
        Briefing,
        (
            Group("Hvis oplæg?", ("kind",)),
            Group("Hvem taler", ("author_id", "subject"), shown_when=is_informants()),
            Group("Teksten", ("draft_due", "received_on", "text")),
            Group("Er oplægget …", ("is_short", "is_appreciative", "is_positive", "checked_on")),
            Group("Gennemgået", ("shown_to_child_on", "shown_to_parents_on")),
            Group("Tavshedspligt", ("waiver_needed",), shown_when=is_informants()),
            Group("Fritagelsen", ("waiver_on",), shown_when=is_set(waiver_needed=True)),
            Group("Vilkår", ("notice_days", "most_conferences", "fee", "conditions"), shown_when=is_informants()),
            Group("Hvis det ikke skal læses op", ("left_out_reason",)),
        ),
    ),
    Form(BriefingApproval, (Group("", ("person_id", "approved", "approved_on")),)),
)


def give_a_new_version(changed: Change) -> None:
    """A text that somebody has seen or approved becomes a new version when it changes. Source: R77, P8."""
    row = changed.row
    if changed.field.name != "text" or not isinstance(row, Briefing) or not changed.before:
        return
    approvals = select(BriefingApproval.id).where(
        BriefingApproval.briefing_id == row.id, BriefingApproval.approved.is_not(None)
    )
    seen = row.shown_to_child_on is not None or row.shown_to_parents_on is not None
    if seen or changed.session.scalar(approvals.limit(1)) is not None:
        row.version += 1
        row.shown_to_child_on = row.shown_to_parents_on = None


def note_the_version(changed: Change) -> None:
    """An answer to a briefing is to the version that stands now."""
    row = changed.row
    if changed.field.name != "approved" or not isinstance(row, BriefingApproval):
        return
    briefing = changed.session.get(Briefing, row.briefing_id)
    row.approved_version = briefing.version if briefing is not None and changed.after is not None else None
    row.approved_on = changed.today if changed.after is not None else None


change.rules_of(Briefing).before_add.append(derived.fill_in)
change.rules_of(Briefing).after_change.append(give_a_new_version)
change.rules_of(Briefing).whole_fields.add("text")
change.rules_of(BriefingApproval).after_change.append(note_the_version)


def approve(session: Session, briefing_id: str, person_id: str, today: date, *, approved: bool = True) -> None:
    """Note what somebody the briefing tells about answers to it as it stands now."""
    briefing = session.get(Briefing, briefing_id)
    if briefing is None:
        raise Refused(change.gone())
    query = select(BriefingApproval).where(
        BriefingApproval.briefing_id == briefing_id, BriefingApproval.person_id == person_id
    )
    row = session.scalar(query)
    row_id = (
        row.id
        if row is not None
        else change.add(
            session, BriefingApproval, briefing.case_id, today, briefing_id=briefing_id, person_id=person_id
        )
    )
    if row is not None and row.approved is approved:
        # The same answer to a newer version is an answer all the same.
        change.change_field(session, BriefingApproval, row_id, "approved", None, today)
    change.change_field(session, BriefingApproval, row_id, "approved", approved, today)


def approve_for(session: Session, briefing_id: str, people: Sequence[str], today: date) -> None:
    """Note that several have approved a briefing as it stands now."""
    for person_id in people:
        approve(session, briefing_id, person_id, today)


def gone_through(session: Session, briefing_id: str, today: date, *, child: bool = True, parents: bool = True) -> None:
    """Note that a briefing is gone through with the child, the parents or both today."""
    for name, done in (("shown_to_child_on", child), ("shown_to_parents_on", parents)):
        if done:
            change.change_field(session, Briefing, briefing_id, name, today, today)


def leave_out(session: Session, briefing_id: str, reason: str, today: date) -> None:
    """Leave a briefing out, with the reason."""
    if not reason.strip():
        raise Refused(_("Skriv med få ord hvorfor."))
    change.change_field(session, Briefing, briefing_id, "left_out_reason", reason.strip(), today)


def view(context: Context) -> StageView:
    """The stage as it is shown."""
    ask = Questions(context, StageId.BRIEFINGS)
    briefing_list.questions(ask)
    own = in_use(context.conference) if context.conference is not None else ()
    ready = sum(is_approved(one) and one.shown_to_child_on is not None for one in own)
    return StageView(
        StageId.BRIEFINGS,
        context.method.stage(StageId.BRIEFINGS).title.text,
        _("{ready} af {all} er klar").format(ready=ready, all=len(own)) if own else "",
        tuple(ask.gathered),
        (briefing_list.briefings_section(context), briefing_list.approvals_section(context)),
    )
