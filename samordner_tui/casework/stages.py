"""Every stage and the function that makes its view. Loading them completes the forms and the rules of the records."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Final, cast

from samordner_tui.casework.views import Context, StageView
from samordner_tui.method.terms import StageId

View = Callable[[Context], StageView]

PLACES: Final[dict[StageId, str]] = {
    StageId.ASSIGNMENT: "assignment:view",
    StageId.CHILD: "child:view",
    StageId.NETWORK: "network:view",
    StageId.VENUE: "venue:view",
    StageId.CATERING: "catering:view",
    StageId.BRIEFINGS: "briefings:view",
    StageId.ROLES: "roles:view",
    StageId.INVITATIONS: "invitations:view",
    StageId.READY: "ready:view",
    StageId.INFORMATION: "day:view_information",
    StageId.PRIVATE_TIME: "day:view_private_time",
    StageId.APPROVAL: "plan:view",
    StageId.PLAN_OUT: "after:view",
    StageId.EVALUATION: "evaluation:view",
    StageId.FOLLOW_UP: "follow_up:view",
    StageId.CLOSING: "closing:view",
}
"""The module and the function of each stage's view. Modules are imported when they are asked for."""

BESIDE: Final = ("kinship", "visits", "visit_held", "steps", "decision", "plan_words", "answered_plan", "evening_dates")
"""Modules with forms and rules that are no stage of their own."""


def view_of(stage: StageId) -> View:
    """The function that makes the view of `stage`."""
    module, _, function = PLACES[stage].partition(":")
    return cast(View, getattr(import_module(f"samordner_tui.casework.{module}"), function))


@cache
def load_stages() -> None:
    """Import every stage, so that no form and no rule is missing."""
    for name in (*(place.partition(":")[0] for place in PLACES.values()), *BESIDE):
        import_module(f"samordner_tui.casework.{name}")
