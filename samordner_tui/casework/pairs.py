"""Two who are named together, in a tie or as a pair that needs distance: they are two, and stand on the list once."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.network import ConflictPair, NetworkTie
from samordner_tui.casework.change import Change
from samordner_tui.casework.facts import Rows
from samordner_tui.language import _
from samordner_tui.refusals import Refused

PAIR = ("first_id", "second_id")
"""The columns that name the two."""


def refuse_same_or_known(session: Session, row: Record, today: date) -> None:
    """A new pair is of two people, and is not known already, whoever is named first."""
    if isinstance(row, ConflictPair | NetworkTie):
        _check(session, row, {row.first_id, row.second_id})


def refuse_change_to_same_or_known(change: Change) -> None:
    """The same where one of the two is changed."""
    row, name = change.row, change.field.name
    if isinstance(row, ConflictPair | NetworkTie) and name in PAIR:
        other = row.second_id if name == "first_id" else row.first_id
        _check(change.session, row, {str(change.after), other})


def _check(session: Session, row: ConflictPair | NetworkTie, pair: set[str]) -> None:
    if len(pair) == 1:
        raise Refused(_("Vælg to forskellige personer."))
    known = Rows(session, row.case_id).all(type(row))
    if any({one.first_id, one.second_id} == pair for one in known if one.id != row.id):
        raise Refused(_("De to står her allerede."))
