"""Whether a conference was held as the method says: F1 to F24, each with its mark and the reason. Source: domain.md 6.

A mark is never a score, and nobody changes it: it follows what is recorded. Where a measure is a hjørnesten it says
what the hjørnesten says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from samordner_tui.language import _
from samordner_tui.method.fidelity import (
    afterwards,
    assignment,
    briefings,
    child,
    evening,
    network,
    plan,
    practical,
)
from samordner_tui.method.fidelity.remarks import about, remarks
from samordner_tui.method.fidelity.seen import Judgement, Seen
from samordner_tui.method.readings import called_off
from samordner_tui.method.schedule import due_dates
from samordner_tui.method.terms import MarkState

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.method.definition import Method
    from samordner_tui.method.facts import CaseFacts, Conference

__all__ = ["MEASURES", "Mark", "about", "marks", "remarks"]

Measure = Callable[[Seen], Judgement]

MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(
    {
        "F1": assignment.independent,
        "F2": assignment.consent_first,
        "F3": assignment.safety_first,
        "F4": assignment.questions_with_family,
        "F5": network.both_sides_mapped,
        "F6": network.outnumbers_professionals,
        "F7": network.attendees_visited,
        "F8": child.prepared_and_choosing,
        "F9": child.took_part,
        "F10": practical.venue_is_neutral,
        "F11": practical.rooms_beside,
        "F12": practical.meal_is_shared,
        "F13": practical.roles_of_network,
        "F14": briefings.agreed_beforehand,
        "F15": briefings.short,
        "F16": evening.informants_left,
        "F17": evening.private_time_kept,
        "F18": plan.written_and_clear,
        "F19": evening.decided_at_once,
        "F20": evening.return_was_fair,
        "F21": plan.watched_over,
        "F22": plan.sent_in_time,
        "F23": afterwards.evaluated,
        "F24": afterwards.followed_up,
    }
)
"""The function of every measure, in the order of the method file."""

ALSO_WHEN_CALLED_OFF: Final = frozenset({"F1", "F2", "F3", "F4", "F5", "F9", "F17", "F19"})
"""What is asked even of a conference that never began: what came before it, and what the hjørnesten say."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How measure `id` stands at a conference. `reason` is a sentence of what is recorded."""

    id: str
    state: MarkState
    reason: str


def marks(facts: CaseFacts, conference: Conference, today: date, method: Method) -> tuple[Mark, ...]:
    """How each of the measures stands at a conference, in their order."""
    seen = Seen(facts, conference, today, due_dates(facts, conference, method))
    found = ((measure.id, _judged(seen, measure.id)) for measure in method.measures)
    return tuple(Mark(which, judged.state, _as_sentence(judged.reason)) for which, judged in found)


def _judged(seen: Seen, which: str) -> Judgement:
    if called_off(seen.facts, seen.conference) and which not in ALSO_WHEN_CALLED_OFF:
        return Judgement(MarkState.NOT_RELEVANT, _("rådslagningen gik ikke i gang"))
    return MEASURES[which](seen)


def _as_sentence(reason: str) -> str:
    """`reason` with a capital first and a full stop last, as it stands alone."""
    return reason[:1].upper() + reason[1:] + ("" if reason.endswith((".", "?", "!")) else ".")
