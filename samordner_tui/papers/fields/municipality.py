"""What the municipality is given: the agreement, the account, how the method was followed.

The case stands there by its number, and nobody of the family by name.

Source: R22, R23, R39, domain.md 5.3, 6.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from samordner_tui.archive.records.after import Expense, TimeEntry
from samordner_tui.archive.records.assignment import Engagement
from samordner_tui.archive.records.network import Contact
from samordner_tui.archive.settings import ADDS_VAT
from samordner_tui.casework.account import account_of
from samordner_tui.casework.fidelity import fidelity
from samordner_tui.casework.views import Context
from samordner_tui.language import _, said
from samordner_tui.method.readings import day_of
from samordner_tui.method.terms import AuthorityKind, DataRole
from samordner_tui.method.wording import show_date, show_long_date, show_number
from samordner_tui.papers.fields.kept import rows
from samordner_tui.papers.fields.nameless import nameless, said_of_two
from samordner_tui.papers.fields.shared import BLANK, Fields, setting, signed
from samordner_tui.papers.recipients import Recipient

VAT: Final = Decimal("0.25")
ANSWERS_FOR_DATA: Final = {
    DataRole.CONTROLLER: said("Samordneren er selv dataansvarlig."),
    DataRole.PROCESSOR: said("Samordneren er databehandler for kommunen."),
    DataRole.BEING_CLARIFIED: said("Det bliver aftalt, hvem der er dataansvarlig."),
}
"""Who answers for the data, as both sign it. Source: domain.md 5.5."""


def agreement(context: Context, _to: Recipient) -> Fields:
    """The cooperation agreement; what is not known is filled in by hand."""
    row = _engagement(context)
    initiator = next((one for one in context.facts.authorities if one.kind is AuthorityKind.INITIATOR), None)
    role = None if row is None else row.data_role
    return {
        "municipality": "" if row is None else row.municipality or "",
        "number": context.facts.number,
        "initiator": BLANK if initiator is None else initiator.name,
        "contact": BLANK if row is None else row.contact_person or BLANK,
        "hours": _figure(row.agreed_hours if row is not None else None),
        "conferences": BLANK if row is None or row.planned_conferences is None else row.planned_conferences,
        "fee": _rate(row.hourly_rate if row is not None else None, _("kr. i timen")),
        "mileage": _rate(row.kilometre_rate if row is not None else None, _("kr. pr. km")),
        "data_role": "" if role is None else _(ANSWERS_FOR_DATA[role]),
        "delete_by": "" if row is None or row.delete_by is None else show_long_date(row.delete_by, context.today),
        **signed(context),
    }


def fidelity_report(context: Context, _to: Recipient) -> Fields:
    """The measures of the method, each with its reason in which nobody is named."""
    conference = context.conference
    if conference is None:
        return {"number": context.facts.number, "day": "", "conference": "", "summary": "", "marks": []}
    shown = fidelity(context.facts, conference, context.today, context.method)
    reasons = _reasons(context, conference.id)
    day = day_of(context.facts, conference)
    marks = [
        {
            "id": one.mark.id,
            "title": one.title,
            "state": context.method.label(one.mark.state),
            "reason": reasons[one.mark.id],
        }
        for one in shown.measures
    ]
    return {
        "number": context.facts.number,
        "conference": conference.number,
        "day": "" if day is None else show_long_date(day, context.today),
        "summary": _("{count} mål.").format(count=len(marks)),
        "marks": marks,
    }


def _reasons(context: Context, conference_id: str) -> dict[str, str]:
    """Why each measure stands as it does, of a case in which nobody has a name."""
    facts = nameless(context.facts, context.method)
    conference = next(one for one in facts.conferences if one.id == conference_id)
    shown = fidelity(facts, conference, context.today, context.method)
    return {one.mark.id: said_of_two(one.mark.reason) for one in shown.measures}


def time_account(context: Context, _to: Recipient) -> Fields:
    """Minutes, kilometres and expenses, day by day, without saying who was visited."""
    account = account_of(context.session, context.case_id)
    label = context.method.label
    entries = [(one.spent_on, label(one.activity), one.minutes, one.kilometres) for one in rows(context, TimeEntry)]
    entries += [
        (one.held_on, context.method.label(one.kind), one.minutes or 0, one.kilometres)
        for one in rows(context, Contact)
        if one.held_on is not None
    ]
    entries.sort(key=lambda one: one[0])
    spent = sorted(rows(context, Expense), key=lambda one: one.spent_on)
    row = _engagement(context)
    agreed = row.agreed_hours if row is not None else None
    return {
        "entries": [
            {
                "day": show_date(day, context.today),
                "what": what,
                "minutes": minutes,
                "kilometres": "" if kilometres is None else show_number(kilometres),
            }
            for day, what, minutes, kilometres in entries
        ],
        "minutes": account.minutes,
        "agreed": "" if agreed is None else show_number(agreed),
        "used": show_number(account.hours),
        "expenses": [
            {
                "day": show_date(one.spent_on, context.today),
                "what": one.what,
                "receipt": one.receipt or "",
                "amount": show_number(one.amount),
            }
            for one in spent
        ],
        "expense_total": show_number(account.expenses),
        "kilometres": show_number(account.kilometres),
        **_period(context),
    }


def invoice_ground(context: Context, _to: Recipient) -> Fields:
    """Sums for the invoice, with the number of the case and no child's name. VAT stands apart where it is chosen."""
    account = account_of(context.session, context.case_id)
    row = _engagement(context)
    hourly = row.hourly_rate if row is not None and row.hourly_rate is not None else Decimal(0)
    per_km = row.kilometre_rate if row is not None and row.kilometre_rate is not None else Decimal(0)
    fee, mileage = _to_the_ore(account.hours * hourly), _to_the_ore(account.kilometres * per_km)
    expenses = rows(context, Expense)
    total = fee + mileage + account.expenses
    vat = _to_the_ore((fee + mileage) * VAT)
    return {
        "contact": BLANK if row is None else row.contact_person or BLANK,
        "hours": show_number(account.hours),
        "hourly_rate": _money(hourly),
        "fee": _money(fee),
        "kilometres": show_number(account.kilometres),
        "kilometre_rate": _money(per_km),
        "mileage": _money(mileage),
        "receipts": len(expenses),
        "expenses": _money(account.expenses),
        "total": _money(total),
        "vat_words": bool(setting(context.session, ADDS_VAT)),
        "vat": _money(vat),
        "total_with_vat": _money(total + vat),
        **_period(context),
        **signed(context),
    }


def _engagement(context: Context) -> Engagement | None:
    return next(iter(rows(context, Engagement)), None)


def _period(context: Context) -> dict[str, object]:
    """From the first to the last day on which there was time, a visit or an expense."""
    row = _engagement(context)
    days = [one.spent_on for one in rows(context, TimeEntry)]
    days += [one.spent_on for one in rows(context, Expense)]
    days += [one.held_on for one in rows(context, Contact) if one.held_on is not None]
    return {
        "number": context.facts.number,
        "municipality": BLANK if row is None else row.municipality or BLANK,
        "since": show_date(min(days), context.today) if days else "",
        "until": show_date(max(days), context.today) if days else "",
    }


def _figure(value: Decimal | None) -> str:
    return BLANK if value is None else show_number(value)


def _rate(value: Decimal | None, unit: str) -> str:
    return BLANK if value is None else f"{show_number(value)} {unit}"


def _money(value: Decimal) -> str:
    return show_number(_to_the_ore(value))


def _to_the_ore(value: Decimal) -> Decimal:
    """Each line is rounded before it is added up, so that the sum is that of the lines."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)
