"""A plan that has been answered stands in the words that were answered; what is changed after that is asked about.

The paper is what was answered. Where the copy of it was typed wrong, it is put right with a reason that is kept, and
the note taker sees it through anew. A sheet that is typed for the first time after the answer is asked nothing about.
Source: R11, R146, design 5.
"""

from __future__ import annotations

from hashlib import blake2s
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.day import Decision, EveningMark, Plan
from samordner_tui.casework.change import Change, add, change_field, rules_of
from samordner_tui.casework.evening import Evening
from samordner_tui.casework.evening_marks import mark_of
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.language import _
from samordner_tui.method import facts as f

CORRECTED: Final = "correction:plan/"
"""Begins what a reason is about that was given for correcting the copy of an answered plan."""
CHANGED_SINCE: Final = "plan:changed_since"
"""The mark of a plan changed since it was read aloud; its moment is that of the reading."""
BYTES: Final = 8


def is_answered(session: Session, plan: Plan) -> bool:
    """Whether the initiativtager has answered this version."""
    same_round = (Decision.conference_id == plan.conference_id) & (Decision.round == plan.version)
    query = select(Decision.id).where(or_(Decision.plan_id == plan.id, same_round))
    return session.scalars(query.limit(1)).first() is not None


def keep_the_answered_words(change: Change) -> None:
    """Words that were answered are changed with a reason alone; words that were read aloud, and it is noted."""
    plan = change.row
    if not isinstance(plan, Plan) or change.field.name != "words" or not str(change.before or "").strip():
        return
    if not is_answered(change.session, plan):
        _note_a_change_since_the_reading(change, plan)
        return
    about = _correction(plan, str(change.before or ""), str(change.after or ""))
    same = (Notice.about == about) & (Notice.conference_id == plan.conference_id)
    if change.session.scalars(select(Notice.id).where(same)).first() is None:
        raise NeedsReason(
            _("Den version har fået sit svar. Den rettes kun, hvis den er skrevet forkert af fra arket."),
            (about,),
            title=_("Hvad var skrevet forkert af?"),
        )


def corrections(facts: f.CaseFacts, conference: f.Conference, plan: f.Plan) -> tuple[str, ...]:
    """Why the copy of an answered plan was corrected, as often as it was."""
    begins = f"{CORRECTED}{plan.version}/"
    return tuple(
        one.reason
        for one in facts.notices
        if one.conference_id == conference.id and one.about.startswith(begins) and one.reason
    )


def is_changed_since_reading(conference: f.Conference) -> bool:
    """Whether the words were changed after they were read aloud last."""
    mark = mark_of(conference, CHANGED_SINCE)
    return mark is not None and mark.done_at == conference.plan_read_at


def _correction(plan: Plan, before: str, after: str) -> str:
    """A reason holds for one change alone: from these words to those."""
    both = "\0".join((before, after)).encode()
    return f"{CORRECTED}{plan.version}/{blake2s(both, digest_size=BYTES).hexdigest()}"


def _note_a_change_since_the_reading(change: Change, plan: Plan) -> None:
    evening = Evening(change.session, plan.conference_id)
    read_at = evening.conference.plan_read_at
    if read_at is None or not evening.plan_is_read or plan.version != evening.round:
        return
    same = (EveningMark.conference_id == plan.conference_id) & (EveningMark.about == CHANGED_SINCE)
    known = change.session.scalars(select(EveningMark).where(same)).first()
    if known is not None:
        change_field(change.session, EveningMark, known.id, "done_at", read_at, change.today)
        return
    values = {"conference_id": plan.conference_id, "about": CHANGED_SINCE}
    add(change.session, EveningMark, plan.case_id, change.today, **values, done_at=read_at)


rules_of(Plan).before_change.append(keep_the_answered_words)
rules_of(Plan).whole_fields.add("words")
