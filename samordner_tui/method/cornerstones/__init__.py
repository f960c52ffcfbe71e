"""The five hjørnesten of a conference, computed from what is recorded. Source: R1 to R7.

Each is a pure function from the facts of a case to a verdict with its reason. Before the day none is better than
partly met: it is met by what happens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samordner_tui.method.cornerstones.adopted import adopted_at_once
from samordner_tui.method.cornerstones.child import child_takes_part
from samordner_tui.method.cornerstones.network import network_takes_part
from samordner_tui.method.cornerstones.own_plan import familys_own_plan
from samordner_tui.method.cornerstones.samordner import samordner_facilitates
from samordner_tui.method.cornerstones.verdict import Verdict

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.method.facts import CaseFacts, Conference

__all__ = [
    "CORNERSTONES",
    "Verdict",
    "adopted_at_once",
    "child_takes_part",
    "familys_own_plan",
    "network_takes_part",
    "samordner_facilitates",
    "verdicts",
]

CORNERSTONES = (network_takes_part, familys_own_plan, samordner_facilitates, adopted_at_once, child_takes_part)
"""The five in their order."""


def verdicts(facts: CaseFacts, conference: Conference | None, today: date) -> tuple[Verdict, ...]:
    """How each of the five stands at a conference; with no conference yet, as before the day."""
    return tuple(cornerstone(facts, conference, today) for cornerstone in CORNERSTONES)
