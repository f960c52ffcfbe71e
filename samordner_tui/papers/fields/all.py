"""Which fields each kind of paper is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from samordner_tui.casework.views import Context
from samordner_tui.method.terms import Respondent, RoleName
from samordner_tui.papers.fields import (
    briefings,
    child,
    consents,
    evaluations,
    evening,
    invitations,
    municipality,
    network,
    orders,
    plan,
    roles,
)
from samordner_tui.papers.fields.shared import Fields, signed
from samordner_tui.papers.recipients import Recipient


def nothing(_context: Context, _to: Recipient) -> Fields:
    """A paper that says nothing of the case."""
    return {}


def who_to_ask(context: Context, _to: Recipient) -> Fields:
    """A paper that says nothing of the case, and whom to ring with a question."""
    return signed(context)


FIELDS: Final[Mapping[str, Callable[[Context, Recipient], Fields]]] = {
    "agreement": municipality.agreement,
    "consent_method": consents.consent,
    "consent_child_talk": consents.consent,
    "consent_sharing": consents.consent,
    "consent_photo": consents.consent,
    "leaflet_family": who_to_ask,
    "leaflet_child_young": nothing,
    "leaflet_child_middle": who_to_ask,
    "leaflet_child_teen": who_to_ask,
    "network_map": network.the_map,
    "child_timeline": child.timeline,
    "who_comes": child.who_comes,
    "supporter_sheet": roles.supporter,
    "chair_sheet": roles.holder(RoleName.CHAIR),
    "note_taker_sheet": roles.holder(RoleName.NOTE_TAKER),
    "minder_sheet": roles.minder,
    "informer_sheet": briefings.sheet,
    "informer_form": briefings.form,
    "briefing_aloud": briefings.aloud,
    "invitation_child": invitations.from_the_child,
    "invitation_plain": invitations.plain,
    "room_order": orders.room,
    "food_order": orders.food,
    "transport_sheet": orders.lift,
    "interpreter_sheet": orders.interpreter,
    "checklist_samordner": nothing,
    "checklist_initiator": nothing,
    "running_order_sheet": evening.running_order,
    "wall_sheets": evening.wall,
    "door_sign": nothing,
    "name_cards": evening.name_cards,
    "plan_sheets": evening.plan_sheets,
    "return_slip": plan.return_slip,
    "plan": plan.plan,
    "plan_child": child.plan_child,
    **{f"evaluation_{group.value}": evaluations.form(group) for group in Respondent},
    "fidelity_report": municipality.fidelity_report,
    "time_account": municipality.time_account,
    "invoice_ground": municipality.invoice_ground,
}
