"""Who at the municipality answers for what, and when they can be reached. Source: R15, R86, R113."""

from __future__ import annotations

from datetime import time

from samordner_tui.archive.records.assignment import Authority
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import joined
from samordner_tui.casework.forms import Form, Group, is_one_of
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import AuthorityKind
from samordner_tui.method.wording import show_time

SECTION = "authorities"

FORM = Form(
    Authority,
    (
        Group("Hvem er det?", ("kind", "name", "title", "phone")),
        Group(
            "Hvad kan personen sige ja til?",
            ("may_approve", "scope"),
            shown_when=is_one_of("kind", AuthorityKind.INITIATOR, AuthorityKind.LEADER),
        ),
        Group("På dagen", ("reachable_from", "reachable_until", "confirmed_on")),
    ),
)


def section(context: Context) -> Section:
    """The people at the municipality, with what they may approve and when they can be reached."""
    columns = (
        Column(_("Navn"), 16, grow=True),
        Column(_("Er med som"), 16),
        Column(_("Kan godkende"), 14, drop_at=60),
        Column(_("Kan nås"), 18, drop_at=50),
    )
    rows = tuple(Row(one.id, "authorities", _cells(one, context)) for one in context.facts.authorities)
    return Section(
        SECTION,
        _("Hvem i kommunen"),
        columns,
        rows,
        empty=_("Skriv, hvem der kan godkende planen, og hvem der svarer for sikkerheden."),
        adds="authorities",
    )


def questions(ask: Questions) -> None:
    """What is open about who may approve."""
    authorities = ask.context.facts.authorities
    approver = next((one for one in authorities if one.may_approve), None)
    first = approver or next(iter(authorities), None)
    row_id = first.id if first is not None else None
    ask.unless(
        "approver_named",
        _("Hvem kan sige endeligt ja til familiens plan samme aften?"),
        section=SECTION,
        record="authorities",
        row_id=row_id,
        name="may_approve",
    )
    if approver is not None:
        ask.unless(
            "approver_reachable",
            _("Kan {name} nås hele den aften, I holder rådslagning?").format(name=approver.name),
            section=SECTION,
            record="authorities",
            row_id=approver.id,
            name=_what_is_lacking(approver),
        )


def _what_is_lacking(approver: f.Authority) -> str:
    if approver.phone is None:
        return "phone"
    return "reachable_until" if approver.reachable_from is not None else "reachable_from"


def _cells(authority: f.Authority, context: Context) -> tuple[str, ...]:
    approves = {True: _("ja"), False: _("nej, skal ringe"), None: ""}[authority.may_approve]
    hours = _hours(authority.reachable_from, authority.reachable_until)
    return (authority.name, context.method.label(authority.kind), approves, joined(hours, authority.phone))


def _hours(start: time | None, end: time | None) -> str | None:
    if start is None or end is None:
        return None
    return _("kl. {start} til {end}").format(start=show_time(start), end=show_time(end))
