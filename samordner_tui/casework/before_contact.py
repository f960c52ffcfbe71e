"""What must be in place before a contact, and the reason that is asked where it is not.

A visit to the network waits for consent and for the safety questions; a talk with the child for the consent to talk.
Going on without is allowed with a reason that is kept; only safety opens to no reason (see `safety`).
Source: R89, P21, design 5.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.network import Contact
from samordner_tui.casework.cells import headed
from samordner_tui.casework.facts import current_conference, facts_of
from samordner_tui.casework.reasons import NeedsReason
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.definition import Method, method
from samordner_tui.method.gates import Missing, gates
from samordner_tui.method.terms import ContactKind
from samordner_tui.refusals import Refused

WAITS_FOR = {
    ContactKind.NETWORK_VISIT: ("network_contact", None),
    ContactKind.CHILD_TALK: ("ready", "talk_consent"),
}
"""Which gate a contact waits for, and which of its lines where it is not all of them."""


def lacking(facts: f.CaseFacts, kind: ContactKind, today: date, defined: Method) -> tuple[str, tuple[Missing, ...]]:
    """The gate a contact of this kind waits for, and what is missing there without a reason."""
    gate_name, only = WAITS_FOR.get(kind, ("", None))
    for gate in gates(facts, current_conference(facts), today, defined):
        if gate.name == gate_name:
            missing = (one for one in gate.missing if one.kept_reason is None and only in (None, one.id))
            return gate_name, tuple(missing)
    return gate_name, ()


def refuse_what_no_reason_opens(facts: f.CaseFacts, kind: ContactKind, today: date) -> None:
    """Say what must be in place before a contact of this kind, whatever the reason; asked before anything is planned.

    Raises:
        Refused: something is not.
    """
    _gate, missing = lacking(facts, kind, today, method())
    shut = next((one for one in missing if not one.yields), None)
    if shut is not None:
        raise Refused(
            _("{Detail}. Det skal være på plads, før du taler med nogen i netværket.").format(
                Detail=headed(shut.detail or shut.text)
            )
        )


def ask_reason_before_contact(session: Session, row: Record, today: date) -> None:
    """Name what is lacking before a contact is planned or noted."""
    if not isinstance(row, Contact):
        return
    facts, kind = facts_of(session, row.case_id), row.kind or ContactKind.NETWORK_VISIT
    refuse_what_no_reason_opens(facts, kind, today)
    gate_name, missing = lacking(facts, kind, today, method())
    if missing:
        sentence = _("Det her er ikke på plads: {lines}. Skriv hvorfor, hvis du går videre.").format(
            lines="; ".join(one.detail or one.text for one in missing)
        )
        raise NeedsReason(sentence, tuple(f"gate:{gate_name}/{one.id}" for one in missing))
