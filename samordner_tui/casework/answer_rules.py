"""An answer to the plan stays whole and in its place: what it needs is not taken away, and it is not before the plan.

What was typed wrong can be corrected; each half that would be missing gets a sentence. Source: R12, R14, P2.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Authority, Statement
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference, Decision, Step
from samordner_tui.casework.change import Change, rules_of
from samordner_tui.casework.silence import PRIVATE_TIME
from samordner_tui.language import _, said
from samordner_tui.method.terms import Outcome
from samordner_tui.refusals import Refused

NEEDS: Final[dict[str, tuple[frozenset[Outcome], str]]] = {
    "authority_id": (frozenset(Outcome), said("Hvem gav svaret?")),
    "provisional_until": (frozenset({Outcome.PROVISIONAL}), said("Hvornår kommer det endelige svar senest?")),
    "reason": (frozenset({Outcome.REFUSED}), said("Skriv den begrundelse, familien fik.")),
    "rests_on_id": (
        frozenset({Outcome.RETURNED}),
        said("Hvilket krav eller spørgsmål hviler det på? Uden det kan planen ikke sendes tilbage."),
    ),
    "possible_if": (
        frozenset({Outcome.RETURNED}),
        said("Hvad skal der til, for at planen kan godkendes? Det skal familien vide."),
    ),
}
"""What each answer needs, and what is asked where it is missing."""


def refuse_missing(outcome: Outcome, name: str, value: object) -> None:
    """Refuse an answer without what it needs in the field `name`."""
    outcomes, sentence = NEEDS.get(name, (frozenset(), ""))
    if outcome in outcomes and not str(value or "").strip():
        raise Refused(_(sentence))


def needed_by(outcome: Outcome) -> dict[str, str]:
    """The fields this answer cannot be without, each with what is asked where it is missing."""
    return {name: _(sentence) for name, (outcomes, sentence) in NEEDS.items() if outcome in outcomes}


def keep_the_answer_whole(change: Change) -> None:
    """What an answer needs can be corrected, not taken away."""
    row = change.row
    if isinstance(row, Decision):
        refuse_missing(row.outcome, change.field.name, change.after)


def keep_the_answer_after_the_plan(change: Change) -> None:
    """An answer is given when the family's own time of its round is over, also where its time is corrected."""
    row = change.row
    if isinstance(row, Decision) and change.field.name == "decided_at" and isinstance(change.after, datetime):
        _after_private_time(change.session, row.conference_id, change.after, row.round)


def keep_the_reading_in_its_place(change: Change) -> None:
    """The plan is read when the family's own time is over, and a reading that has been answered is not taken away."""
    row = change.row
    if not isinstance(row, Conference) or change.field.name != "plan_read_at":
        return
    if isinstance(change.after, datetime):
        _after_private_time(change.session, row.id, change.after)
    elif _is_answered(change.session, Decision.conference_id == row.id):
        raise Refused(_("Et tidspunkt kan rettes, men ikke tages væk."))


def _is_answered(session: Session, by: ColumnElement[bool]) -> bool:
    return session.scalar(select(exists().where(by))) is True


def _after_private_time(
    session: Session, conference_id: str, moment: datetime, round_number: int | None = None
) -> None:
    """A time is typed to the minute: one typed in the minute in which private time ended is after it."""
    query = select(Step).where(Step.conference_id == conference_id, Step.number == PRIVATE_TIME)
    times = [one for one in session.scalars(query) if round_number is None or one.round == round_number]
    ended = max((one.ended_at for one in times if one.ended_at is not None), default=None)
    if ended is not None and moment < ended.replace(second=0, microsecond=0):
        raise Refused(_("Det tidspunkt er før det, der skete forud."))


def keep_what_an_answer_rests_on(session: Session, row: Record, today: date) -> None:
    """A line or question that a plan was sent back for stands as long as the answer does."""
    if isinstance(row, Statement) and _is_answered(session, Decision.rests_on_id == row.id):
        raise Refused(_("Et svar på planen hviler på det. Det kan ikke tages væk."))


def keep_who_answered(session: Session, row: Record, today: date) -> None:
    """Whoever answered the plan stands as long as the answer does."""
    if isinstance(row, Authority) and _is_answered(session, Decision.authority_id == row.id):
        raise Refused(_("Personen kan ikke fjernes, for svaret på planen kom derfra."))


rules_of(Decision).before_change.extend((keep_the_answer_whole, keep_the_answer_after_the_plan))
rules_of(Conference).before_change.append(keep_the_reading_in_its_place)
rules_of(Statement).before_remove.append(keep_what_an_answer_rests_on)
rules_of(Authority).before_remove.append(keep_who_answered)
