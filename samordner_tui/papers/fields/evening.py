"""What lies on the table that evening: køreplan, name cards, the wall, empty sheets for the plan.

Source: R8 to R14, R33.
"""

from __future__ import annotations

from collections.abc import Collection

from samordner_tui.casework.cells import joined
from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import attendance_of, current, invitees
from samordner_tui.method.terms import AuthorityKind, PersonKind, RoleName, StatementKind
from samordner_tui.method.wording import show_time
from samordner_tui.papers.fields.shared import (
    FROM_AFAR,
    Fields,
    at_work,
    clock,
    in_a_row,
    other_children,
    when,
    where,
    who_is,
)
from samordner_tui.papers.recipients import Recipient

EMPTY_AGREEMENTS = 6
"""Sheets for one agreement each; the sheet can be printed again."""


def running_order(context: Context, _to: Recipient) -> Fields:
    """The køreplan; a safety note never comes on it. Source: domain.md 5.3."""
    menu = context.conference.menu if context.conference is not None else None
    return {
        "chair": who_is(context, RoleName.CHAIR),
        "note_taker": who_is(context, RoleName.NOTE_TAKER),
        "supporter": who_is(context, RoleName.SUPPORTER),
        "minder": who_is(context, RoleName.MINDER),
        "meal": "" if menu is None else joined(in_a_row(menu.dishes).rstrip("."), _fetched(context, menu)),
        "leader": _leader(context),
        "steps": [
            {
                "title": f"{one.number}. {one.name.text}",
                "points": [point.text.text for point in context.method.running_order if point.step == one.number],
            }
            for one in context.method.steps
        ],
        **when(context),
        **where(context),
    }


def _fetched(context: Context, menu: f.Menu) -> str:
    at = clock(context, menu.pick_up_at)
    return _("hentes kl. {time}").format(time=at) if at else ""


def _leader(context: Context) -> str:
    leaders = [one for one in context.facts.authorities if one.kind is AuthorityKind.LEADER]
    found = []
    for one in leaders:
        hours = "–".join(show_time(at) for at in (one.reachable_from, one.reachable_until) if at is not None)
        found.append(joined(one.name, one.phone, hours))
    return "; ".join(found)


def name_cards(context: Context, _to: Recipient) -> Fields:
    """A card for everyone who is asked to the table, and for whoever asks. What somebody works with is nobody's."""
    own = {one.person_id for one in context.facts.children}
    asked = {one.id for one in (*invitees(context.facts), *other_children(context.facts), *at_work(context))}
    there = [
        one
        for one in context.facts.people
        if one.id in own | asked and attendance_of(context.conference, one) not in FROM_AFAR
    ]
    people = [{"name": one.name, "relation": _said_of(one, own)} for one in there]
    initiators = [one for one in context.facts.authorities if one.kind is AuthorityKind.INITIATOR]
    return {"people": people + [{"name": one.name, "relation": ""} for one in initiators]}


def _said_of(person: f.Person, own: Collection[str]) -> str:
    """What stands below a name: what somebody of the network is to the child. A child is just itself."""
    return person.relation or "" if person.kind is PersonKind.PRIVATE and person.id not in own else ""


def wall(context: Context, _to: Recipient) -> Fields:
    """The questions and the bottom lines in large letters. What the family has not heard yet is not told by a wall."""
    return {
        "questions": _known(context, StatementKind.QUESTION),
        "bottom_lines": _known(context, StatementKind.BOTTOM_LINE),
    }


def _known(context: Context, kind: StatementKind) -> list[str]:
    return [one.text for one in current(context.facts, kind) if one.known_to_family_on is not None]


def plan_sheets(_context: Context, _to: Recipient) -> Fields:
    """Empty sheets for the family's plan."""
    return {"range_of_items": list(range(1, EMPTY_AGREEMENTS + 1))}
