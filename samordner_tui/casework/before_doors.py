"""Before the doors open: the room as the child wishes it, who sits where, who can be called, what hangs on the wall.

Source: R33, R34, R46, R48, R54, domain.md 2 phase 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from samordner_tui.archive.records.network import Child
from samordner_tui.casework.cells import joined, name_of, names_of
from samordner_tui.casework.evening_marks import mark_of
from samordner_tui.casework.evening_sections import clock_time
from samordner_tui.casework.views import Context, Jump, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.information import WALL
from samordner_tui.method.readings import current, is_small_child_coming
from samordner_tui.method.terms import AuthorityKind, RoleName, StageId, Standing, Voice
from samordner_tui.method.wording import show_time

if TYPE_CHECKING:
    from samordner_tui.method.definition.shapes import SetUpLine, Wish

SET_UP: Final = "set_up"
ON_WALL: Final = "wall"
READY: Final = "ready_people"
MARKED: Final = frozenset({SET_UP, ON_WALL})
"""The sections whose rows are marked by one key; a row's id is what the mark is about."""

WALL_KINDS: Final = {about: kind for kind, about in WALL.items()}


def set_up(context: Context, conference: f.Conference) -> Section:
    """The room, line by line, each with the child's own wish where there is one. Source: R33."""
    lines = [one for one in context.method.setup if one.place == "room" and _is_needed(context, conference, one)]
    rows = tuple(_line(context, conference, one, _wish(context, conference, one.wish)) for one in lines)
    left = sum(mark_of(conference, one.about) is None for one in lines)
    note = _("Tryk mellemrum ved det, der er på plads.") if left else _("Alt er på plads.")
    return Section(SET_UP, _("Før dørene åbner"), rows=rows, note=note)


def on_wall(context: Context, conference: f.Conference) -> tuple[Section, ...]:
    """What hangs where the family sees it when it is alone; nothing where there is nothing to hang. Source: R33."""
    rows = tuple(
        _line(context, conference, one, _("{count} i alt").format(count=len(_texts(context, one))))
        for one in context.method.setup
        if one.place == "wall" and _texts(context, one)
    )
    return (Section(ON_WALL, _("På væggen"), rows=rows),) if rows else ()


def ready_people(context: Context, conference: f.Conference) -> Section:
    """Where the two hosts sit in trin 2, who minds the small ones, and when the leader answers the phone."""
    rows = (_near_seats(conference), *_minder(context, conference), *_leaders(context.facts))
    return Section(READY, _("Mens familien er alene"), rows=rows)


def wishes_of(context: Context, conference: f.Conference, wish: Wish) -> tuple[tuple[str, str], ...]:
    """What each child wishes of the room, as its name and its words."""
    query = select(Child).where(Child.case_id == context.case_id)
    kept = {one.id: one for one in context.session.scalars(query)}
    in_order = [(name_of(context.facts, one.person_id), kept[one.id]) for one in context.facts.children]
    found = ((name, _words(child, wish)) for name, child in in_order)
    return tuple((name, words) for name, words in found if words)


def _words(child: Child, wish: Wish) -> str:
    if wish == "drawing":
        return _("vil høres ved en tegning") if child.voice is Voice.DRAWING else ""
    wishes = {"room": child.wish_room, "seat": child.wish_seat, "music": child.wish_music, "food": child.wish_food}
    return wishes[wish] or ""


def _wish(context: Context, conference: f.Conference, wish: Wish | None) -> str:
    if wish is None:
        return ""
    found = wishes_of(context, conference, wish)
    several = len(context.facts.children) > 1 or wish == "drawing"
    said = joined(*(f"{name}: {words}" if several else words for name, words in found))
    menu = conference.menu.dishes if conference.menu is not None and wish == "food" else None
    return menu or said


def _is_needed(context: Context, conference: f.Conference, line: SetUpLine) -> bool:
    """A drawing hangs where a child has drawn; a room to withdraw to is for the small ones. Source: R45."""
    if line.wish == "drawing":
        return bool(wishes_of(context, conference, "drawing"))
    return line.id != "second_room" or is_small_child_coming(context.facts, conference)


def _line(context: Context, conference: f.Conference, line: SetUpLine, said: str) -> Row:
    mark = mark_of(conference, line.about)
    if mark is None:
        return Row(line.about, "", (line.text.text, said), Standing.OPEN)
    since = _("på plads kl. {time}").format(time=clock_time(context, mark.done_at))
    return Row(line.about, "", (line.text.text, said, since), Standing.MET)


def _texts(context: Context, line: SetUpLine) -> tuple[f.Statement, ...]:
    return current(context.facts, WALL_KINDS[line.about])


def _near_seats(conference: f.Conference) -> Row:
    seats = conference.near_seats
    cells = (_("Du og initiativtageren"), seats or _("hvor? Tryk enter, og skriv det"))
    return Row(conference.id, "conferences", cells, Standing.MET if seats else Standing.OPEN, field="near_seats")


def _minder(context: Context, conference: f.Conference) -> Iterator[Row]:
    """Somebody for the small ones, where they come or somebody is found."""
    minders = [one.person_id for one in conference.role_holders if one.role is RoleName.MINDER and _holds(one)]
    if not minders and not is_small_child_coming(context.facts, conference):
        return
    found = names_of(context.facts, minders)
    cells = (_("Hos de små"), found or _("hvem? Enter går til rollerne"))
    yield Row("minder", "", cells, Standing.MET if found else Standing.OPEN, jump=Jump(StageId.ROLES))


def _holds(holder: f.RoleHolder) -> bool:
    return holder.accepted is not False


def _leaders(facts: f.CaseFacts) -> Iterator[Row]:
    """The leader's number and hours; the way to the municipality's people where they lack. Source: R15."""
    leaders = [one for one in facts.authorities if one.kind is AuthorityKind.LEADER]
    for one in leaders:
        mark, said = _reached(one)
        yield Row(one.id, "authorities", (_("Lederens telefon"), said), mark, field=_first_lack(one))
    if not leaders:
        cells = (_("Lederens telefon"), _("ingen er skrevet op. Enter går til opgaven"))
        yield Row("leader", "", cells, Standing.OPEN, jump=Jump(StageId.ASSIGNMENT, section="authorities"))


def _reached(leader: f.Authority) -> tuple[Standing, str]:
    hours = (leader.reachable_from, leader.reachable_until)
    if not leader.phone:
        return Standing.OPEN, joined(leader.name, _("nummeret mangler. Tryk enter"))
    if None in hours:
        return Standing.PARTLY, joined(leader.name, leader.phone, _("hvornår? Tryk enter"))
    start, until = (show_time(one) for one in hours if one is not None)
    at = _("kl. {start} til {until}").format(start=start, until=until)
    return Standing.MET, joined(leader.name, leader.phone, at)


def _first_lack(leader: f.Authority) -> str | None:
    if not leader.phone:
        return "phone"
    return "reachable_from" if leader.reachable_from is None else "reachable_until"
