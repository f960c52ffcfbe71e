"""The consent forms: to what, about whom, and how it is taken back. Source: R89."""

from __future__ import annotations

from typing import Final

from samordner_tui.casework.views import Context
from samordner_tui.method.readings import person
from samordner_tui.method.terms import InvitationChoice
from samordner_tui.papers.fields.shared import BLANK, Fields, children, signed
from samordner_tui.papers.recipients import Recipient

SPARE: Final = 2
"""Rows on a form at least where nobody is known to sign it."""


def consent(context: Context, _to: Recipient) -> Fields:
    """A form for one kind of consent, with a row for each who is to sign: custody holders, and the young person."""
    return {"child": children(context) or BLANK, "signers": _rows(context) or [""] * SPARE, **signed(context)}


def _rows(context: Context) -> list[str]:
    """A name a row. Whoever is not to come is named on no paper that others see: their row is empty."""
    people = [person(context.facts, one) for one in _signers(context)]
    return ["" if one.invited is InvitationChoice.NOT_INVITED else one.name for one in people if one is not None]


def _signers(context: Context) -> list[str]:
    facts = context.facts
    young = (
        child.person_id
        for child in facts.children
        if (found := person(facts, child.person_id)) is not None
        and found.age is not None
        and found.age >= facts.ages.consents_from
    )
    return list(dict.fromkeys([*(one.person_id for one in facts.custodies), *young]))
