"""Private time has no field that could hold what is said: no words are stored from its start to its end.

Every change of a case asks here first. Fixed choices, moments and numbers pass; words wait until the family is ready.
Source: R4, R10, R17, design 1 and 5.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from samordner_tui.archive.private_time import PRIVATE_TIME, family_is_alone
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.casework.fields import FieldKind, Value, fields_of
from samordner_tui.language import _
from samordner_tui.refusals import Refused

__all__ = ["PRIVATE_TIME", "FamilyIsAlone", "case_of", "is_running", "keep_silence"]


class FamilyIsAlone(Refused):
    """Words cannot be stored while private time runs."""


def is_running(session: Session, case_id: str) -> bool:
    """Whether the family of this case is alone just now. A draft is not kept either while it is."""
    return family_is_alone(session, case_id)


def keep_silence(session: Session, record: type[Record], case_id: str | None, values: Mapping[str, Value]) -> None:
    """Refuse `values` for a row of `record` where they hold words and the family of the case is alone."""
    if case_id is not None and _holds_words(record, values) and is_running(session, case_id):
        raise FamilyIsAlone(_("Familien har sin egen tid. Intet skrives, før den er slut."))


def case_of(row: Record) -> str | None:
    """The case a row belongs to; none for what cases share."""
    if isinstance(row, Case):
        return row.id
    return row.case_id if isinstance(row, OfCase) else None


def _holds_words(record: type[Record], values: Mapping[str, Value]) -> bool:
    specs = fields_of(record)
    return any(
        bool(value) and name in specs and specs[name].kind in {FieldKind.TEXT, FieldKind.LINES} and not specs[name].kept
        for name, value in values.items()
    )
