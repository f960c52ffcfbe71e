"""How far the visit to a person has come. Source: R28, R29, cornerstones.md."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samordner_tui.method.terms import ContactOutcome

if TYPE_CHECKING:
    from samordner_tui.method.facts import CaseFacts


class Visit(StrEnum):
    """How far the visit to a person has come. Source: R28, cornerstones.md."""

    VISITED = "visited"
    INFORMED = "informed"
    DECLINED = "declined"
    TRIED = "tried"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class VisitState:
    """What is recorded about visiting a person, over all contacts with them."""

    visit: Visit
    tries: int = 0
    method_explained: bool = False
    responsibility_explained: bool = False
    met: bool = False
    """Whether they have met at all, whatever was explained."""

    @property
    def settled(self) -> bool:
        """Whether the samordner has done what the method asks towards this person."""
        return self.visit is not Visit.NOTHING


def visit_state(facts: CaseFacts, person_id: str) -> VisitState:
    """How far the visit to a person has come. Source: R28, R29."""
    own = [contact for contact in facts.contacts if person_id in contact.people]
    made = [contact for contact in own if contact.outcome is ContactOutcome.MADE]
    outcomes = [contact.outcome for contact in own]
    method = any(contact.method_explained for contact in made)
    responsibility = any(contact.responsibility_explained for contact in made)
    if method and responsibility:
        visit = Visit.VISITED
    elif ContactOutcome.INFORMED_OTHERWISE in outcomes:
        visit = Visit.INFORMED
    elif ContactOutcome.DECLINED in outcomes:
        visit = Visit.DECLINED
    elif ContactOutcome.TRIED in outcomes:
        visit = Visit.TRIED
    else:
        visit = Visit.NOTHING
    return VisitState(visit, outcomes.count(ContactOutcome.TRIED), method, responsibility, bool(made))
