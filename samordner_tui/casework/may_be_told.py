"""What people in the network may be told: chosen from what the family knows and has cleared, and from nothing else.

Source: R29, P8.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Contact
from samordner_tui.casework import change
from samordner_tui.method import facts as f


def cleared(facts: f.CaseFacts) -> tuple[f.Statement, ...]:
    """The texts that the family knows as they stand now. One that is newer than what they know is not among them."""
    return tuple(one for one in facts.statements if one.known_to_family_on is not None)


def may_hear(session: Session, contact_id: str, texts: Sequence[str], today: date) -> None:
    """Add texts to what may be told at a visit. What stands there stays as it is; a text in it is not written again.

    Raises:
        Refused: the visit is gone.
    """
    contact = session.get(Contact, contact_id)
    told = (contact.may_be_told or "") if contact is not None else ""
    for text in texts:
        if text not in told:
            told = f"{told}\n{text}" if told else text
    change.change_field(session, Contact, contact_id, "may_be_told", told or None, today)
