"""The maps of a case: the one its people stand on, another's view of the same network, and those kept as they were.

Each says whose view it is, when it was drawn and with whom. Source: R163, case_systems.md 4.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.maps import DrawnMap, MapPlace, MapTie
from samordner_tui.archive.records.network import Child, Custody, Person
from samordner_tui.casework.cells import short_day
from samordner_tui.casework.change import Change, add, remove, rules_of
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.fields import Value
from samordner_tui.casework.network_map import NetworkMap, OnMap, read_network_map
from samordner_tui.language import _
from samordner_tui.method.terms import PersonKind
from samordner_tui.method.wording import listed
from samordner_tui.refusals import Refused


@dataclass(frozen=True, slots=True)
class ViewOnList:
    """A map of the case, with what it is called on a list."""

    map_id: str
    title: str
    told: str
    is_frozen: bool


def views(session: Session, case_id: str, today: date) -> tuple[ViewOnList, ...]:
    """Every map of a case: the open ones first, then those kept, the newest first."""
    rows = Rows(session, case_id)
    names = {one.id: one.name for one in rows.all(Person)}
    children = listed([names[one.person_id] for one in rows.all(Child)])
    kept = rows.all(DrawnMap)
    shown = [ViewOnList("", _title(children), _("som det er nu"), is_frozen=False)]
    shown += [_on_list(one, names, children, today) for one in kept if one.frozen_on is None]
    frozen = sorted((one for one in kept if one.frozen_on is not None), key=_when, reverse=True)
    return (*shown, *(_on_list(one, names, children, today) for one in frozen))


def may_have_a_map(session: Session, case_id: str) -> tuple[tuple[str, str], ...]:
    """Those who have no map of their own yet, by id and name: children, where they are several, and who has custody."""
    rows = Rows(session, case_id)
    taken = {one.whose_id for one in rows.all(DrawnMap) if one.frozen_on is None}
    children = [one.person_id for one in rows.all(Child)]
    if len(children) == 1:
        taken.update(children)
    names = {one.id: one.name for one in rows.all(Person)}
    view = dict.fromkeys([*children, *(one.person_id for one in rows.all(Custody))])
    return tuple((one, names[one]) for one in view if one not in taken)


def begin_view(session: Session, case_id: str, whose_id: str, today: date) -> str:
    """Begin a map of somebody's own, as a copy of the last one of theirs, else of the map of the case. Gives its id."""
    kept = [one for one in Rows(session, case_id).all(DrawnMap) if one.whose_id == whose_id]
    last = max(kept, key=_when).id if kept else ""
    shown = read_network_map(session, case_id, last)
    map_id = add(session, DrawnMap, case_id, today, whose_id=whose_id, drawn_on=today)
    _copy_places(session, case_id, map_id, shown, today)
    return map_id


def freeze(
    session: Session, case_id: str, map_id: str, drawn_with: str, today: date, *, drawn_on: date | None = None
) -> str:
    """Keep a map as it is now. It goes on beside the copy, as the next one. Gives the id of the copy.

    Args:
        session: a session that writes.
        case_id: the case.
        map_id: the map; empty for the one that the people of the case stand on.
        drawn_with: with whom it was drawn.
        today: the day it is kept.
        drawn_on: the day it was drawn, if that was another.

    Raises:
        Refused: it is kept already, or nobody stands on it.
    """
    shown = read_network_map(session, case_id, map_id)
    if shown.drawn.frozen_on is not None:
        raise Refused(_("Kortet er allerede gemt, som det var."))
    if not shown.placed:
        raise Refused(_("Der står ingen på kortet endnu."))
    (whose, *others) = [person_id for person_id, _name in shown.hearts]
    kept = add(
        session,
        DrawnMap,
        case_id,
        today,
        whose_id=None if others else whose or None,
        drawn_on=drawn_on or today,
        drawn_with=drawn_with or None,
        frozen_on=today,
    )
    for one in shown.people:
        kind = PersonKind.PROFESSIONAL if one.is_professional else PersonKind.PRIVATE
        told: dict[str, Value] = {
            "name": one.name,
            "relation": one.relation or None,
            "kind": kind,
            "contact": one.contact,
        }
        add(session, MapPlace, case_id, today, map_id=kept, **_place_of(one), **told)
    for tie in shown.ties:
        add(
            session,
            MapTie,
            case_id,
            today,
            map_id=kept,
            first_id=tie.first,
            second_id=tie.second,
            quality=tie.quality,
            support=tie.support,
        )
    return kept


def remove_map(session: Session, map_id: str, today: date) -> None:
    """Take a map away that was kept, or somebody's own. The people stay where they stand. It can be undone."""
    remove(session, DrawnMap, map_id, today)


def _copy_places(session: Session, case_id: str, map_id: str, shown: NetworkMap, today: date) -> None:
    for one in shown.people:
        add(session, MapPlace, case_id, today, map_id=map_id, **_place_of(one))


def _place_of(one: OnMap) -> dict[str, Value]:
    return {"person_id": one.id, "ring": one.ring, "sector": one.sector}


def _when(one: DrawnMap) -> tuple[date, date]:
    return one.frozen_on or date.max, one.drawn_on or date.max


def _title(whose: str) -> str:
    return _("Kortet, som {name} ser det").format(name=whose) if whose else _("Kortet")


def _on_list(one: DrawnMap, names: dict[str, str], children: str, today: date) -> ViewOnList:
    whose = names.get(one.whose_id or "", children)
    return ViewOnList(one.id, _title(whose), " · ".join(_told(one, today)), one.frozen_on is not None)


def _told(one: DrawnMap, today: date) -> Iterator[str]:
    if one.frozen_on is None:
        yield _("som det er nu")
    if one.drawn_on is not None:
        yield _("tegnet {day}").format(day=short_day(one.drawn_on, today))
    if one.drawn_with:
        yield _("sammen med {names}").format(names=one.drawn_with)


def _keep_as_it_was(change: Change) -> None:
    """Places and ties of a map that is kept are not changed."""
    row = change.row
    if isinstance(row, MapPlace | MapTie):
        drawn = change.session.get(DrawnMap, row.map_id)
        if drawn is not None and drawn.frozen_on is not None:
            raise Refused(_("Kortet er gemt, som det var. Flyt på det nye kort."))


for of_a_map in (MapPlace, MapTie):
    rules_of(of_a_map).before_change.append(_keep_as_it_was)
