"""The family's plan as they wrote it: typed from the sheet, one version a round, cut into agreements beside the words.

The words are never rewritten. Source: R11, R13, R146, R179, domain.md 3.15.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Decision, Plan, PlanItem
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.agreement_words import proposed
from samordner_tui.casework.change import Change, add, change_field, remove, rules_of
from samordner_tui.casework.evening import Evening
from samordner_tui.casework.fields import Value, fields_of
from samordner_tui.casework.sheet_lines import id_from, items_of, lines_of, sheet_of, version_before
from samordner_tui.language import _
from samordner_tui.method.terms import PersonKind
from samordner_tui.refusals import Refused

SHORTEST_PLAN: Final = 4
"""Words; fewer may well be said twice."""


def plan_of_round(session: Session, conference_id: str, today: date) -> str:
    """The id of the plan of the round the evening has come to; a new round begins with what stood before."""
    evening = Evening(session, conference_id)
    if evening.plan is not None:
        return evening.plan.id
    plan_id = _begun(session, evening, today)
    if evening.answer is not None and evening.answer.plan_id is None:
        # The answer came first, from the paper; now the plan it was given to is here.
        change_field(session, Decision, evening.answer.id, "plan_id", plan_id, today)
    return plan_id


def _begun(session: Session, evening: Evening, today: date) -> str:
    """A new version. The words and agreements of the one before stand there to be corrected, as not yet typed."""
    held = evening.conference.id
    values: dict[str, Value] = {"conference_id": held, "version": evening.round}
    before = version_before(session, held, evening.round)
    if before is None:
        return add(session, Plan, evening.case_id, today, **values)
    plan_id = add(session, Plan, evening.case_id, today, **values, words=before.words, contingency=before.contingency)
    for one in items_of(session, before):
        own: dict[str, Value] = {"id": id_from(plan_id, one.id), "plan_id": plan_id}
        add(session, PlanItem, evening.case_id, today, **{**_carried(one), **own})
    return plan_id


def _carried(item: PlanItem) -> dict[str, Value]:
    """All that an agreement says, and where it stands."""
    names = [name for name, spec in fields_of(PlanItem).items() if not spec.kept and name != "plan_id"]
    return {name: getattr(item, name) for name in names}


def type_plan(session: Session, conference_id: str, words: str, today: date) -> str:
    """Keep the words of the sheet as the plan of this round, and return its id."""
    plan_id = plan_of_round(session, conference_id, today)
    change_field(session, Plan, plan_id, "words", words, today)
    return plan_id


def cut_into_agreements(session: Session, plan_id: str, today: date) -> int:
    """Lay every line of the words as an agreement beside them, as it stands. Returns how many there were.

    A line that an agreement came from is not laid again, also where the agreement was made clear since. What stands as
    it did in the version before, and on this sheet no more, is taken away here; it stands in its own version as it
    stood. They stand in the order of the sheet.
    """
    plan = session.get(Plan, plan_id)
    if plan is None or not plan.words:
        raise Refused(_("Skriv familiens ord af fra arket først."))
    sheet = sheet_of(plan)
    for gone in _no_longer_there(session, plan, sheet):
        remove(session, PlanItem, gone.id, today)
    known = {*lines_of(session, plan).values(), *(one.what for one in items_of(session, plan))}
    lines = [line for line in sheet if line not in known]
    for line in lines:
        add(session, PlanItem, plan.case_id, today, id=id_from(plan_id, line), plan_id=plan_id, what=line)
    _in_the_order_of(sheet, session, plan, today)
    return len(lines)


def _no_longer_there(session: Session, plan: Plan, sheet: Sequence[str]) -> list[PlanItem]:
    """Lines of the sheet before that stand as they did then, and on this sheet no more.

    What was made clear, written beside the sheet, or carried on from the last conference is the family's all the same.
    """
    before = version_before(session, plan.conference_id, plan.version)
    if before is None:
        return []
    off = set(sheet_of(before)) - set(sheet)
    stood = [_said(one) for one in items_of(session, before)]
    lines = [one for one in items_of(session, plan) if one.what in off and one.previous_id is None]
    return [one for one in lines if _said(one) in stood]


def _said(item: PlanItem) -> dict[str, Value]:
    return {name: value for name, value in _carried(item).items() if name != "position"}


def _in_the_order_of(sheet: Sequence[str], session: Session, plan: Plan, today: date) -> None:
    """The agreements of the sheet first, as they stand there; those written beside it after them."""
    places, lines = {line: place for place, line in enumerate(sheet)}, lines_of(session, plan)

    def place(one: PlanItem) -> tuple[int, int]:
        return places.get(lines.get(one.id, ""), len(sheet)), one.position

    for position, one in enumerate(sorted(items_of(session, plan), key=place), start=1):
        change_field(session, PlanItem, one.id, "position", position, today)


def words_are_the_same(first: str, second: str) -> bool:
    """Whether two texts say the same but for spaces and line breaks."""
    return first.split() == second.split()


def stands_twice(words: str) -> bool:
    """Whether a text is the same plan pasted twice."""
    said = words.split()
    half = len(said) // 2
    return half >= SHORTEST_PLAN and said[:half] == said[half:]


def keep_the_words(change: Change) -> None:
    """New words are dated, must be confirmed anew by the note taker, and must not be those of another version."""
    row = change.row
    if not isinstance(row, Plan) or change.field.name != "words" or not isinstance(change.after, str):
        return
    query = select(Plan).where(Plan.conference_id == row.conference_id, Plan.id != row.id)
    for other in change.session.scalars(query):
        if other.words and words_are_the_same(other.words, change.after):
            raise Refused(_("Den samme plan står allerede som version {version}.").format(version=other.version))
    if stands_twice(change.after):
        raise Refused(_("Planen står der to gange. Lad den stå én gang."))
    row.typed_on = row.typed_on or change.today
    row.confirmed_on = None


def place_last(session: Session, row: Record, today: date) -> None:
    """A new agreement stands last."""
    if not isinstance(row, PlanItem):
        return
    last = session.scalar(select(func.max(PlanItem.position)).where(PlanItem.plan_id == row.plan_id)) or 0
    row.position = last + 1


def propose_who_and_when(session: Session, row: Record, today: date) -> None:
    """Who and when stand in their fields as the family wrote them, where nobody has filled in any of it."""
    if not isinstance(row, PlanItem) or row.who or row.when_kind or not row.what:
        return
    people = session.scalars(select(Person).where(Person.case_id == row.case_id)).all()
    names = [name for one in people for name in (one.name, one.relation) if name]
    found = proposed(row.what, names, [one.name for one in people if one.kind is PersonKind.CHILD], today)
    row.who, row.when_kind = found.who, found.when_kind
    row.when_date, row.when_words = found.when_date, found.when_words


rules_of(Plan).before_change.append(keep_the_words)
rules_of(PlanItem).before_add.extend((place_last, propose_who_and_when))
