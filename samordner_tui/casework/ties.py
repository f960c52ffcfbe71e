"""Ties on the network map: what two people are to each other, and which way support flows. Source: R147, R153."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import NetworkTie
from samordner_tui.casework.change import add, change_fields
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.language import _
from samordner_tui.method.terms import Support, TieQuality
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

FORMS.add(
    Form(
        NetworkTie,
        (
            Group("Mellem hvem?", ("first_id", "second_id")),
            Group("Hvad er de for hinanden?", ("quality", "support")),
        ),
    )
)


def tie(
    session: Session,
    case_id: str,
    between: tuple[str, str],
    quality: TieQuality,
    support: Support | None,
    today: date,
) -> str:
    """Note a tie between two people; where they have one it becomes this one. Gives its id.

    Raises:
        Refused: one of them is the child, and there is none in the case yet.
    """
    first, second = between
    if not (first and second):
        raise Refused(_("Skriv barnet ind i sagen først."))
    noted = Rows(session, case_id).all(NetworkTie)
    known = next((one for one in noted if {one.first_id, one.second_id} == {*between}), None)
    if known is not None:
        seen = support if known.first_id == first else turned(support)
        change_fields(session, NetworkTie, known.id, {"quality": quality, "support": seen}, today)
        return known.id
    return add(session, NetworkTie, case_id, today, first_id=first, second_id=second, quality=quality, support=support)


@dataclass(frozen=True, slots=True)
class Tied:
    """A tie that is to be noted, between two people by their ids."""

    first: str
    second: str
    quality: TieQuality
    support: Support | None = None


def tie_many(session: Session, case_id: str, wanted: Iterable[Tied], today: date) -> None:
    """Note ties between those who have none. Whoever has one keeps it; of a tie told twice the first stands."""
    noted = {frozenset((one.first_id, one.second_id)) for one in Rows(session, case_id).all(NetworkTie)}
    for one in wanted:
        pair = frozenset((one.first, one.second))
        if pair in noted or len(pair) < 2:
            continue
        noted.add(pair)
        values = {"first_id": one.first, "second_id": one.second, "quality": one.quality, "support": one.support}
        session.add(NetworkTie(case_id=case_id, noted_on=today, **values))
    session.flush()


def turned(support: Support | None) -> Support | None:
    """Support seen from the other end."""
    match support:
        case Support.GIVES:
            return Support.GETS
        case Support.GETS:
            return Support.GIVES
        case _:
            return support


def flow(first: str, second: str, support: Support) -> str:
    """Which way support flows, as a choice."""
    match support:
        case Support.GIVES:
            return _("{first} støtter {second}").format(first=first, second=second)
        case Support.GETS:
            return _("{first} støtter {second}").format(first=second, second=first)
        case Support.BOTH:
            return _("{first} og {second} støtter hinanden").format(first=first, second=second)


def sentence(first: str, second: str, quality: TieQuality, support: Support | None, method: Method) -> str:
    """A tie as it is read aloud: `Karen støtter Alma, båndet er stærkt`."""
    how = _("båndet er {quality}").format(quality=method.label(quality))
    if support is None:
        return _("{first} og {second}: {how}").format(first=first, second=second, how=how)
    return f"{flow(first, second, support)}, {how}"
