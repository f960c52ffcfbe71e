"""The consent forms: to what, about whom, and how it is taken back. Source: R89."""

from __future__ import annotations

from typing import Final

from samordner_tui.casework.views import Context
from samordner_tui.method.readings import called, person
from samordner_tui.papers.fields.shared import Fields, children, signed
from samordner_tui.papers.recipients import Recipient

SPARE: Final = 2
"""Empty rows on a form where nobody is known to sign it."""


def consent(context: Context, _to: Recipient) -> Fields:
    """A form for one kind of consent, with a row for each who is to sign: custody holders, and the young person."""
    people = _signers(context)
    return {
        "child": children(context),
        "signers": [called(context.facts, one) for one in people] or [""] * SPARE,
        **signed(context),
    }


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
