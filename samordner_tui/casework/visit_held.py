"""How a visit went, in one answer: what came of it, and whether everything that must be explained is explained.

A visit costs an hour; noting it should cost a few keys. Source: R28, R29, R159.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Contact
from samordner_tui.casework import visits
from samordner_tui.casework.change import Change, rules_of
from samordner_tui.casework.derived import zone_of
from samordner_tui.casework.fields import Value
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.definition import Method
from samordner_tui.method.readings import civil_date
from samordner_tui.method.terms import ContactForm, ContactOutcome

EXPLAINED: Final = "explained"
WAYS: Final[dict[str, dict[str, Value]]] = {
    EXPLAINED: {"outcome": ContactOutcome.MADE, "method_explained": True, "responsibility_explained": True},
    ContactOutcome.MADE: {"outcome": ContactOutcome.MADE},
    ContactOutcome.TRIED: {"outcome": ContactOutcome.TRIED},
    ContactOutcome.INFORMED_OTHERWISE: {"outcome": ContactOutcome.INFORMED_OTHERWISE},
    ContactOutcome.DECLINED: {"outcome": ContactOutcome.DECLINED},
    ContactOutcome.CALLED_OFF: {"held_on": None, "outcome": ContactOutcome.CALLED_OFF},
}
"""The answers to how it went, the usual one first, and what each says of the visit."""


def ways_it_went(method: Method) -> tuple[tuple[str, str], ...]:
    """The answers with what they are called."""
    said = {
        EXPLAINED: _("gennemført: metoden og ansvaret er forklaret"),
        ContactOutcome.MADE: _("gennemført, men der er mere at forklare"),
    }
    return tuple((way, said.get(way) or method.label(ContactOutcome(way))) for way in WAYS)


def asked_after(way: str, form: ContactForm | None) -> tuple[str, ...]:
    """What is asked once it is said how it went: where nobody was met, no time was spent worth writing."""
    if WAYS[way]["outcome"] is not ContactOutcome.MADE:
        return ()
    travelled = visits.is_travelled_to({"form": form})
    return ("minutes", "kilometres", "held_on") if travelled else ("minutes", "held_on")


def has_come(facts: f.CaseFacts, contact: f.Contact, today: date) -> bool:
    """Whether the day of a visit that is planned has come."""
    return contact.planned_at is not None and civil_date(contact.planned_at, facts) <= today


def day_of_visit(facts: f.CaseFacts, contact: f.Contact | None, today: date) -> date:
    """The day it was planned for, when that has come; else today."""
    if contact is None or contact.planned_at is None:
        return today
    return min(civil_date(contact.planned_at, facts), today)


def note(
    session: Session,
    case_id: str,
    facts: f.CaseFacts,
    contact: f.Contact | None,
    people: Sequence[str],
    values: Mapping[str, Value],
    today: date,
) -> None:
    """Write how it went: of the visit that was planned, or of one that was not."""
    contact_id = contact.id if contact is not None else None
    if contact_id is None:
        kind = visits.kind_of_talks(facts, people)
        contact_id = visits.plan_visit(session, case_id, people, today, kind=kind)
    visits.record(session, contact_id, today, dict(values))


def date_of_the_plan(changed: Change) -> None:
    """What was planned for a day that has come was held on that day, unless another is said."""
    row = changed.row
    if changed.field.name != "outcome" or not isinstance(row, Contact) or changed.after in visits.NOT_HELD:
        return
    if row.held_on is None and row.planned_at is not None:
        planned = _civil(row.planned_at, changed.session)
        row.held_on = planned if planned <= changed.today else None


def no_day_for_what_is_called_off(changed: Change) -> None:
    """It was never held, whatever was said before."""
    row = changed.row
    if changed.field.name == "outcome" and isinstance(row, Contact) and changed.after is ContactOutcome.CALLED_OFF:
        row.held_on = None


def _civil(moment: datetime, session: Session) -> date:
    return moment.astimezone(zone_of(session)).date()


rules_of(Contact).before_change.append(date_of_the_plan)
rules_of(Contact).after_change.append(no_day_for_what_is_called_off)
