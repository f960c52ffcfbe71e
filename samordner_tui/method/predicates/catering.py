"""The meal: chosen by the child, ordered for everybody who comes, and fetched."""

from __future__ import annotations

from decimal import Decimal

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Child, Conference, Invitation, Menu
from samordner_tui.method.predicates.shape import NOTHING, Finding, Predicate, by_name, holds_if, lacks, of_conference
from samordner_tui.method.readings import invitation_of, person
from samordner_tui.method.terms import Answer, Attendance

USUAL_PRICE = Decimal(75)
"""Kroner a cover, where no price is known. Source: R57."""

AT_THE_TABLE = frozenset({None, Attendance.IN_ROOM, Attendance.PART, Attendance.WITHDREW})
"""Forms of taking part in which somebody eats with the others."""


def covers(facts: CaseFacts, conference: Conference) -> int:
    """How many eat: those who have said yes, whom they bring, the children of the case, and the extra covers."""
    answered = sum(_seats(facts, invitation) for invitation in conference.invitations)
    own = sum(eats_uninvited(conference, child) for child in facts.children)
    return answered + own + (conference.menu.extra_covers if conference.menu else 0)


def price_of(facts: CaseFacts, conference: Conference) -> Decimal:
    """What the meal costs in kroner: the covers ordered, or those counted, at the price of one. Source: R57."""
    ordered = _menu(conference).ordered_covers
    return price_each(conference) * (ordered if ordered is not None else covers(facts, conference))


def price_each(conference: Conference) -> Decimal:
    """What one cover costs in kroner: as agreed, or as usual. Source: R57."""
    agreed = _menu(conference).price_per_cover
    return USUAL_PRICE if agreed is None else agreed


def eats_invited(facts: CaseFacts, invitation: Invitation) -> bool:
    """Whether somebody has said yes to come to the table; the form is what they said last, in answer or at a visit."""
    if invitation.answer is not Answer.YES:
        return False
    somebody = person(facts, invitation.person_id)
    said = invitation.attendance or (somebody.attendance if somebody is not None else None)
    return said in AT_THE_TABLE


def _seats(facts: CaseFacts, invitation: Invitation) -> int:
    if not eats_invited(facts, invitation):
        return 0
    return 1 + invitation.companions + invitation.companion_children


def eats_uninvited(conference: Conference, child: Child) -> bool:
    """Whether a child of the case is counted by itself: it needs no invitation to its own conference."""
    return invitation_of(conference, child.person_id) is None and child.participation in AT_THE_TABLE


def _menu(conference: Conference) -> Menu:
    return conference.menu or Menu()


@of_conference
def meal_time_chosen(_facts: CaseFacts, conference: Conference) -> Finding:
    """It is agreed when the meal is shared. Source: R54."""
    return holds_if(conference.meal_time is not None, _("hvornår spiser I?"))


@of_conference
def food_chosen_by_child(_facts: CaseFacts, conference: Conference) -> Finding:
    """The child has chosen what is served. Source: R56, F8."""
    menu = _menu(conference)
    if not menu.dishes and menu.chosen_by_child is not True:
        return lacks(_("maden er ikke valgt"))
    return holds_if(menu.chosen_by_child is True, _("maden er ikke valgt af barnet"))


@of_conference
def food_ordered(_facts: CaseFacts, conference: Conference) -> Finding:
    """The food is ordered. Source: R30, R55."""
    return holds_if(_menu(conference).ordered_on is not None, _("maden er ikke bestilt"))


@of_conference
def food_confirmed(_facts: CaseFacts, conference: Conference) -> Finding:
    """The order is confirmed. Source: R55."""
    return holds_if(_menu(conference).confirmed_on is not None, _("bestillingen er ikke bekræftet"))


@of_conference
def covers_counted(facts: CaseFacts, conference: Conference) -> Finding:
    """There are covers for everybody who comes. Source: R54, R57, cornerstones.md."""
    ordered = _menu(conference).ordered_covers
    if ordered is None:
        return lacks(_("kuverterne er ikke talt"))
    coming = covers(facts, conference)
    return holds_if(ordered >= coming, _("{ordered} kuverter til {coming}").format(ordered=ordered, coming=coming))


@of_conference
def supplier_chosen(_facts: CaseFacts, conference: Conference) -> Finding:
    """It is known who delivers the food. Source: R59."""
    return holds_if(_menu(conference).supplier_id is not None, _("leverandøren er ikke valgt"))


@of_conference
def pick_up_planned(_facts: CaseFacts, conference: Conference) -> Finding:
    """It is planned when the food is fetched. Source: R55."""
    menu = _menu(conference)
    planned = menu.pick_up_at is not None or menu.picked_up_on is not None
    return holds_if(planned, _("hvornår hentes maden?"))


@of_conference
def budget_kept(facts: CaseFacts, conference: Conference) -> Finding:
    """The meal keeps within the budget, where there is one. Source: R57, R58."""
    budget = facts.engagement.catering_budget
    if budget is None:
        return NOTHING
    total = price_of(facts, conference)
    sentence = _("{total} kr. af {budget} kr.").format(total=f"{total:.0f}", budget=f"{budget:.0f}")
    return holds_if(total <= budget, sentence)


PREDICATES: dict[str, Predicate] = {
    **by_name(meal_time_chosen, food_chosen_by_child, food_ordered, food_confirmed, covers_counted),
    **by_name(supplier_chosen, pick_up_planned, budget_kept),
}
