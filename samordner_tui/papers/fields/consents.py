"""The consent forms: to what, about whom, and how it is taken back. Source: R89."""

from __future__ import annotations

from typing import Final

from samordner_tui.casework.views import Context
from samordner_tui.method import facts as f
from samordner_tui.method.readings import child_name, person
from samordner_tui.method.terms import InvitationChoice
from samordner_tui.papers.fields.shared import BLANK, Fields, child_of, signed
from samordner_tui.papers.recipients import Recipient

SPARE: Final = 2
"""Rows on a form at least where nobody is known to sign it."""


def consent(context: Context, to: Recipient) -> Fields:
    """A form for one kind of consent about one child, with a row for each who is to sign: each child has its own."""
    child = child_of(context, to.id)
    name = BLANK if child is None else child_name(context.facts, child)
    return {"child": name, "signers": _rows(context, child) or [""] * SPARE, **signed(context)}


def _rows(context: Context, child: f.Child | None) -> list[str]:
    """A name a row. Whoever is not to come is named on no paper that others see: their row is empty."""
    people = [person(context.facts, one) for one in _signers(context.facts, child)]
    return ["" if one.invited is InvitationChoice.NOT_INVITED else one.name for one in people if one is not None]


def _signers(facts: f.CaseFacts, child: f.Child | None) -> list[str]:
    """Those with custody of the child, and the child itself from the age at which it is asked."""
    if child is None:
        return []
    own = person(facts, child.person_id)
    is_asked = own is not None and own.age is not None and own.age >= facts.ages.consents_from
    holders = (one.person_id for one in facts.custodies if one.child_id == child.id)
    return list(dict.fromkeys([*holders, *([child.person_id] if is_asked else [])]))
