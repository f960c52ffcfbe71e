"""What a case has cost: time, kilometres, money laid out. Source: R23, R159."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from samordner_tui.archive.records.after import Expense, TimeEntry
from samordner_tui.archive.records.assignment import Engagement
from samordner_tui.archive.records.network import Contact
from samordner_tui.casework.clock import HOUR
from samordner_tui.casework.facts import Rows


@dataclass(frozen=True)
class Account:
    """What a case has cost: minutes and kilometres from visits and from the time list, and money laid out."""

    minutes: int
    kilometres: Decimal
    expenses: Decimal
    agreed_hours: Decimal | None = None

    @property
    def hours(self) -> Decimal:
        """Hours, to a quarter of an hour."""
        return (Decimal(self.minutes) / HOUR * 4).quantize(Decimal(1)) / 4


def account_of(session: Session, case_id: str) -> Account:
    """The time and money of a case: what stands at its visits is not written twice. Source: R159."""
    rows = Rows(session, case_id)
    engagement = next(iter(rows.all(Engagement)), None)
    entries, contacts = rows.all(TimeEntry), rows.all(Contact)
    return Account(
        minutes=sum(one.minutes for one in entries) + sum(one.minutes or 0 for one in contacts),
        kilometres=sum((one.kilometres or Decimal(0) for one in entries), Decimal(0))
        + sum((one.kilometres or Decimal(0) for one in contacts), Decimal(0)),
        expenses=sum((one.amount for one in rows.all(Expense)), Decimal(0)),
        agreed_hours=engagement.agreed_hours if engagement is not None else None,
    )
