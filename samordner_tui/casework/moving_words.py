"""What moving the day touches, said before it is done and again afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from samordner_tui.casework.cells import joined
from samordner_tui.casework.derived import Moment
from samordner_tui.casework.moving import Booked, Deadline, Move
from samordner_tui.language import _
from samordner_tui.method.definition import Method
from samordner_tui.method.wording import listed, show_long_date, show_long_moment


def describe(move: Move, method: Method, zone: ZoneInfo, today: date) -> str:
    """The move in sentences: the day, what is booked, who is asked again, what moves and what stays."""
    return "\n".join(_lines(move, method, zone, today))


def _lines(move: Move, method: Method, zone: ZoneInfo, today: date) -> Iterator[str]:
    yield _("Ny dag: {day}.").format(day=show_long_moment(move.after, zone, today))
    if move.bookings:
        names = listed([_booked(one, method) for one in move.bookings])
        yield _("Skal bestilles om til den nye dag: {names}.").format(names=names)
    if move.answers:
        names = listed([f"{name} ({method.label(answer)})" for name, answer in move.answers])
        yield _("Har svaret og skal spørges igen: {names}.").format(names=names)
    if move.people:
        yield _("Skal have besked: {names}.").format(names=listed(move.people))
    for deadline in move.deadlines:
        what, before = _what(deadline, method), _shown(deadline.before, zone, today)
        if deadline.after is None:
            yield _("{what}: {before} er sat af dig og bliver stående.").format(what=what, before=before)
        else:
            after = _shown(deadline.after, zone, today)
            yield _("{what}: {before} bliver {after}.").format(what=what, before=before, after=after)


def _what(deadline: Deadline, method: Method) -> str:
    """`lokale · Havnehuset – Fra`: which moment, and of what."""
    of = joined(method.label(deadline.kind) if deadline.kind is not None else None, deadline.whose)
    return f"{of} – {deadline.what}" if of else deadline.what


def _booked(booked: Booked, method: Method) -> str:
    confirmed = _("var bekræftet") if booked.was_confirmed else None
    return joined(method.label(booked.kind), booked.name, confirmed)


def _shown(moment: Moment, zone: ZoneInfo, today: date) -> str:
    """A day in full words: one that is cut short ends in a dot of its own, where the sentence has another."""
    return show_long_moment(moment, zone, today) if isinstance(moment, datetime) else show_long_date(moment, today)
