"""What an invitation says: who, when, where and what there is to eat. Never why. Source: R32, R87, domain.md 5.3."""

from __future__ import annotations

import re
from typing import Final

from samordner_tui.archive.records.practical import Invitation, Wording
from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import called, invitation_of
from samordner_tui.method.terms import ContactView, DecidedBy
from samordner_tui.papers.fields.kept import rows
from samordner_tui.papers.fields.shared import Fields, children, in_a_row, own_row, signed, when, where
from samordner_tui.papers.look import Look, look_of
from samordner_tui.papers.recipients import Recipient

A_DISH: Final = 5
"""Letters of a word of the menu, at least, by which a dish is known again: `tacos`, and not `med` or `uden`."""


def plain(context: Context, to: Recipient) -> Fields:
    """The plain invitation, to one person."""
    return {"child": children(context), "wished": _is_wished(context.facts, to.id), **_to_one(context, to)}


def _is_wished(facts: f.CaseFacts, person_id: str) -> bool:
    """Whether a child of the case has said that it wants somebody there, and none has said that it does not."""
    own = {one.person_id for one in facts.children}
    said = {one.view for one in facts.views if one.person_id == person_id and one.said_by_id in own}
    decided = any(one.id == person_id and one.decided_by is DecidedBy.CHILD for one in facts.people)
    return (decided or ContactView.YES in said) and ContactView.NO not in said


def from_the_child(context: Context, to: Recipient) -> Fields:
    """The invitation in the words that were made with the child."""
    wording = _wording(context, to)
    text = "" if wording is None else wording.text
    told = _to_one(context, to)
    return {
        **told,
        "heading": _("Kom til mit møde"),
        "text": text,
        "food": "" if _is_told_of(str(told["food"]), text) else told["food"],
    }


def _is_told_of(food: str, text: str) -> bool:
    """Whether the child's words name the food already: a word of the menu stands in them."""
    told = {*re.findall(r"\w+", text.casefold())}
    return any(len(word) >= A_DISH and word in told for word in re.findall(r"\w+", food.casefold()))


def look(context: Context, to: Recipient) -> Look:
    """The colour and the drawing the child wished for."""
    return look_of(wished(context, to))


def wished(context: Context, to: Recipient) -> str:
    """How the child wishes its invitation to look, in its words; empty where it said nothing."""
    wording = _wording(context, to)
    return "" if wording is None else wording.style or ""


def _to_one(context: Context, to: Recipient) -> dict[str, object]:
    menu = context.conference.menu if context.conference is not None else None
    return {
        "name": called(context.facts, to.id),
        "food": in_a_row(menu.dishes).rstrip(".") if menu is not None and menu.chosen_by_child else "",
        **when(context),
        **where(context),
        **signed(context),
    }


def _wording(context: Context, to: Recipient) -> Wording | None:
    """The words of somebody's own invitation, or else the latest of the conference."""
    if context.conference is None:
        return None
    own = invitation_of(context.conference, to.id)
    row = own_row(context, Invitation, own.id) if own is not None else None
    if row is not None and row.wording_id is not None:
        return own_row(context, Wording, row.wording_id)
    kept = [one for one in rows(context, Wording) if one.conference_id == context.conference.id]
    return kept[-1] if kept else None
