"""An evening that is tried out: what is carried out or refused, and what stands in the case."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import Text, inspect, select

from samordner_tui.archive.case_tree import case_tables
from samordner_tui.archive.records.day import Conference, Decision, Step
from samordner_tui.casework.fields import FieldKind, fields_of, record_named
from samordner_tui.casework.reasons import NeedsReason, keep_reason
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.terms import (
    Outcome,
)
from samordner_tui.refusals import Refused
from tests.casework.evening_case import (
    EVENING,
    EveningCase,
    evening_case,
)

REASON = "Det nåede vi ikke"


class EveningRead(RuleBasedStateMachine):
    """The case, and readings of it."""

    def __init__(self) -> None:
        """Begin before the doors open."""
        super().__init__()
        self.case: EveningCase = evening_case()
        self.words_before: frozenset[str] | None = None
        self.times_typed = 0
        self.facts: CaseFacts = self.case.facts

    def attempt(self, act: Callable[[], object], *, reasons: bool = False) -> bool:
        """Carry something out, or be refused with nothing stored. With `reasons` one is given for what departs."""
        case = self.case
        try:
            try:
                act()
            except NeedsReason as needs:
                case.session.rollback()
                if not reasons:
                    raise
                for about in needs.about:
                    keep_reason(case.session, case.case_id, about, REASON, EVENING, case.conference_id)
                act()
        except Refused:
            case.session.rollback()
            return False
        case.session.commit()
        self.facts = case.facts
        return True

    def steps(self) -> list[Step]:
        """Every trin so far."""
        return list(self.case.session.scalars(select(Step).order_by(Step.round, Step.number)))

    def decisions(self) -> list[Decision]:
        """Every answer so far."""
        return list(self.case.session.scalars(select(Decision).order_by(Decision.round, Decision.decided_at)))

    def conference(self) -> Conference:
        """The row of the conference."""
        return self.case.session.get_one(Conference, self.case.conference_id)

    def running(self) -> Step | None:
        """The private time that runs."""
        return next((one for one in self.steps() if one.number == 2 and one.started_at and not one.ended_at), None)

    def later_round_ended(self, case: EveningCase) -> bool:
        """Whether the family has had its new time."""
        returned = max(one.round for one in self.decisions() if one.outcome is Outcome.RETURNED)
        return any(one.number == 2 and one.round > returned and one.ended_at for one in self.steps())

    def all_words(self) -> frozenset[str]:
        """Every text that a person can have typed, anywhere in the case."""
        found: set[str] = set()
        for record in [record_named(name) for name in ("cases", *(table.name for table in case_tables()))]:
            specs = fields_of(record)
            names = [
                column.key
                for column in inspect(record).column_attrs
                if isinstance(column.columns[0].type, Text)
                and specs[column.key].kind in {FieldKind.TEXT, FieldKind.LINES}
                and not specs[column.key].kept
            ]
            for row in self.case.session.scalars(select(record)):
                found |= {text for name in names if (text := getattr(row, name))}
        return frozenset(found)
