"""An evening that is tried out: what is carried out or refused, and what stands in the case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import Text, inspect, select
from sqlalchemy.orm import Session

from samordner_tui.archive.case_tree import case_tables
from samordner_tui.archive.drafts import Field
from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Authority, Engagement
from samordner_tui.archive.records.day import Conference, Decision, Step
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import add
from samordner_tui.casework.fields import FieldKind, fields_of, record_named
from samordner_tui.casework.reasons import NeedsReason, keep_reason
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.terms import AuthorityKind, ConferenceState, InvitationChoice, Outcome, Side
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, FIVE_O_CLOCK, EveningCase, lay_out

Others = dict[str, str]
"""Ids by name: the father's brother, the mother, somebody who is not invited, the leader, the engagement."""

REASON = "Det nåede vi ikke"


class EveningRead(RuleBasedStateMachine):
    """The case in a training archive, and readings of it."""

    def __init__(self) -> None:
        """Begin before the doors open."""
        super().__init__()
        self.folder = TemporaryDirectory(prefix="aften")
        self.archive = Archive.create_training(Path(self.folder.name) / "arkiv", clock=self.clock)
        with self.archive.writing("Sagen", kind="fixed") as session:
            self.case: EveningCase = lay_out(session)
            self.others = lay_out_network(session, self.case.case_id)
        self.words_before: frozenset[str] | None = None
        self.drafts_before: dict[Field, str] = {}
        self.times_typed = 0
        self.latest = FIVE_O_CLOCK
        self.read_anew()

    def clock(self) -> datetime:
        """The moment it is."""
        return self.case.moment if hasattr(self, "case") else FIVE_O_CLOCK

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.case.session.close()
        self.archive.close(copy=False)
        self.folder.cleanup()

    def read_anew(self) -> None:
        """A session that sees what is kept now."""
        self.case.session.close()
        self.case.session = Session(self.archive.connections.reading, autoflush=False)
        self.facts: CaseFacts = self.case.facts

    def attempt(self, act: Callable[[], object], *, reasons: bool = False, fixed: bool = False) -> bool:
        """Carry something out as one step of the journal, or be refused with nothing stored.

        With `reasons` one is given for what departs; a `fixed` step is not undone.
        """
        kind = "fixed" if fixed else "edit"
        try:
            try:
                self.write(act, kind)
            except NeedsReason as needs:
                if not reasons:
                    raise
                about = needs.about
                self.write(lambda: self.give_reasons(about), kind)
                self.write(act, kind)
        except Refused:
            return False
        finally:
            self.read_anew()
        return True

    def write(self, act: Callable[[], object], kind: str) -> None:
        """One step of the journal."""
        self.case.session.close()
        with self.archive.writing("Et skridt", self.case.case_id, kind=kind) as session:
            self.case.session = session
            act()

    def give_reasons(self, about: tuple[str, ...]) -> None:
        """A reason for each thing that departs."""
        case = self.case
        for one in about:
            keep_reason(case.session, case.case_id, one, REASON, EVENING, case.conference_id)

    def steps(self) -> list[Step]:
        """Every trin so far."""
        return list(self.case.session.scalars(select(Step).order_by(Step.round, Step.number)))

    def decisions(self) -> list[Decision]:
        """Every answer so far."""
        return list(self.case.session.scalars(select(Decision).order_by(Decision.round, Decision.decided_at)))

    def conference(self) -> Conference:
        """The row of the conference."""
        return self.case.session.get_one(Conference, self.case.conference_id)

    def is_open(self) -> bool:
        """Whether the conference is neither held nor stopped."""
        return self.conference().state is ConferenceState.PLANNED

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


def lay_out_network(session: Session, case_id: str) -> Others:
    """The father's brother, the mother who lives with the child, a leader, and who the samordner works for."""
    invited, not_invited = InvitationChoice.INVITE, InvitationChoice.NOT_INVITED
    return {
        "uncle": add(session, Person, case_id, EVENING, name="Jonas", side=Side.FATHER, invited=invited),
        "mother": add(
            session, Person, case_id, EVENING, name="Mette", side=Side.MOTHER, household=True, invited=invited
        ),
        "not_invited": add(session, Person, case_id, EVENING, name="Bent Toft", invited=not_invited),
        "leader": add(session, Authority, case_id, EVENING, kind=AuthorityKind.LEADER, name="Hanne Lund"),
        "engagement": add(session, Engagement, case_id, EVENING, municipality="Fjordby"),
    }
