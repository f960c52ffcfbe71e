"""What stands once only: custody of a child, an invitation, a role. Held when a row is added, changed or read in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.briefings import BriefingApproval
from samordner_tui.archive.records.marks import Label
from samordner_tui.archive.records.network import Child, Custody
from samordner_tui.archive.records.practical import Invitation, Menu, RoleHolder
from samordner_tui.casework.fields import Value
from samordner_tui.language import _
from samordner_tui.refusals import Refused


@dataclass(frozen=True, slots=True)
class Once:
    """The columns that together name one thing, and what is said of a second one."""

    names: tuple[str, ...]
    sentence: Label


ONCE: Final[Mapping[type[Record], Once]] = {
    Child: Once(("person_id",), Label("Barnet står her allerede.")),
    Custody: Once(("child_id", "person_id"), Label("Forældremyndigheden står her allerede.")),
    RoleHolder: Once(("conference_id", "role", "child_id", "person_id"), Label("Personen har allerede den rolle.")),
    Invitation: Once(("conference_id", "person_id"), Label("Der er allerede en invitation til personen.")),
    Menu: Once(("conference_id",), Label("Maden til rådslagningen står her allerede.")),
    BriefingApproval: Once(("briefing_id", "person_id"), Label("Personen står der allerede.")),
}


def refuse_a_second(session: Session, row: Record, changed: Mapping[str, Value]) -> None:
    """Refuse `changed` for a row, where another row says the same already."""
    once = ONCE.get(type(row))
    if once is None or changed.keys().isdisjoint(once.names):
        return
    values = {name: changed[name] if name in changed else getattr(row, name) for name in once.names}
    key = inspect(type(row)).primary_key[0]
    same = select(key).filter_by(**values)
    own = inspect(row).identity
    if session.scalar(same if own is None else same.where(key != own[0])) is not None:
        raise Refused(_(once.sentence.danish))
