"""The gates on the way: what has to be in place before the next thing, and what lacks in this case.

What lacks can have a reason that is kept; then the gate opens, and the line stays in sight. One line yields to no
reason: where violence or honour is marked, only the municipality's answer opens the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from samordner_tui.method.predicates import PREDICATES
from samordner_tui.method.terms import StageId

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.method.facts import CaseFacts, Conference
    from samordner_tui.method.predicates import Finding

UNYIELDING = frozenset({("network_contact", "safety_answered")})
"""Gate and predicate of the lines that no reason opens. Source: P21, P22."""


class Spoken(Protocol):
    """A text of the method file in the language in use."""

    @property
    def text(self) -> str:
        """The text itself."""


class GateLine(Protocol):
    """One line of a gate, as the method file has it. `needs` names a predicate."""

    @property
    def id(self) -> str:
        """Under which a kept reason finds the line."""

    @property
    def text(self) -> Spoken:
        """What has to be in place."""

    @property
    def stage(self) -> StageId:
        """Where it is put in place."""

    @property
    def who(self) -> Spoken:
        """Who acts."""

    @property
    def needs(self) -> str:
        """The predicate that has to hold."""


class GateDefinition(Protocol):
    """A gate, as the method file has it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def lines(self) -> Sequence[GateLine]:
        """Its lines, in order."""


class MethodWithGates(Protocol):
    """What this module needs of the method file."""

    @property
    def gates(self) -> Sequence[GateDefinition]:
        """The gates, in the order they are met."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A line that does not hold: what, in this case, where and by whom it is mended, and the reason that is kept."""

    id: str
    text: str
    stage: StageId
    who: str
    kept_reason: str | None = None
    detail: str = ""
    subject_id: str | None = None
    yields: bool = True
    """Whether a reason can stand in its place."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate in this case. It is open when everything missing has a reason."""

    name: str
    open: bool
    missing: tuple[Missing, ...] = ()
    not_relevant: frozenset[str] = field(default=frozenset(), compare=False)
    """The lines that have nothing to hold for in this case: neither missing nor done."""


def gates(facts: CaseFacts, conference: Conference | None, today: date, method: MethodWithGates) -> tuple[Gate, ...]:
    """Every gate of the method, as it stands for a conference."""
    return tuple(_gate(facts, conference, today, definition) for definition in method.gates)


def _gate(facts: CaseFacts, conference: Conference | None, today: date, definition: GateDefinition) -> Gate:
    found = [(line, PREDICATES[line.needs](facts, conference, today)) for line in definition.lines]
    missing = tuple(
        _missing(facts, conference, definition.id, line, finding) for line, finding in found if not finding.holds
    )
    not_relevant = frozenset(line.id for line, finding in found if not finding.applies)
    return Gate(definition.id, all(line.kept_reason for line in missing), missing, not_relevant)


def _missing(facts: CaseFacts, conference: Conference | None, gate: str, line: GateLine, finding: Finding) -> Missing:
    """What lacks on a line."""
    yields = (gate, line.needs) not in UNYIELDING
    reason = (_kept_reason(facts, conference, f"gate:{gate}/{line.id}") or finding.kept_reason) if yields else None
    return Missing(
        line.id, line.text.text, line.stage, line.who.text, reason, finding.detail, finding.subject_id, yields
    )


def _kept_reason(facts: CaseFacts, conference: Conference | None, about: str) -> str | None:
    """The reason given last for going on without a line, at this conference or for the whole case."""
    where = {None, conference.id if conference else None}
    reasons = [one.reason for one in facts.notices if one.about == about and one.conference_id in where]
    return reasons[-1] if reasons else None
