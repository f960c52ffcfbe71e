"""A small fictional case while it is prepared, in a database in memory, with what a test does to it again and again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Consent, SafetyRound
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Custody, Person
from samordner_tui.casework import assignment, change, child
from samordner_tui.casework.facts import Rows, current_conference, facts_of
from samordner_tui.casework.fields import Value
from samordner_tui.casework.stages import load_stages, view_of
from samordner_tui.casework.views import Context, Section, StageView
from samordner_tui.method import facts as f
from samordner_tui.method.definition import method
from samordner_tui.method.terms import ConsentAnswer, ConsentScope, DecidedBy, InvitationChoice, PersonKind, StageId

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
TODAY = date(2027, 1, 10)
THE_DAY = datetime(2027, 1, 21, 17, tzinfo=COPENHAGEN)


@dataclass
class PreparedCase:
    """A case just opened, and the hands that a test has on it."""

    session: Session
    case_id: str

    @property
    def facts(self) -> f.CaseFacts:
        """The case as the rules see it."""
        return facts_of(self.session, self.case_id)

    @property
    def conference(self) -> f.Conference:
        """The conference that is being prepared."""
        conference = current_conference(self.facts)
        assert conference is not None
        return conference

    def context(self, today: date = TODAY) -> Context:
        """What a view is made from."""
        return Context(self.session, self.case_id, self.conference, self.facts, method(), today, COPENHAGEN)

    def view(self, stage: StageId, today: date = TODAY) -> StageView:
        """A stage as it is shown."""
        return view_of(stage)(self.context(today))

    def section(self, stage: StageId, section: str) -> Section:
        """One section of a stage."""
        return next(one for one in self.view(stage).sections if one.id == section)

    def asks(self, stage: StageId) -> str:
        """The open questions of a stage as one text."""
        return "\n".join(one.text for one in self.view(stage).questions)

    def add(self, record: type[Record], **values: Value) -> str:
        """Add a row as the screen does."""
        return change.add(self.session, record, self.case_id, TODAY, **values)

    def set(self, record: type[Record], row_id: str, **values: Value) -> None:
        """Fill in fields one by one, as the screen does."""
        change.change_fields(self.session, record, row_id, values, TODAY)

    def only(self, record: type[Record]) -> str:
        """The id of the one row there is."""
        return str(self.session.query(record).one().id)  # type: ignore[attr-defined]

    def person(self, name: str, *, invite: bool = True, **values: Value) -> str:
        """Add a person whom the child has decided to invite."""
        decided: dict[str, Value] = (
            {"decided_by": DecidedBy.CHILD, "invited": InvitationChoice.INVITE} if invite else {}
        )
        return self.add(Person, **{"name": name, "kind": PersonKind.PRIVATE, **decided, **values})

    def child(self, name: str = "Alma", age: int = 11) -> str:
        """Add a child."""
        return child.add_child(self.session, self.case_id, name, TODAY, age=age)

    def parent(self, name: str = "Mette", child_id: str | None = None) -> str:
        """Add a parent with custody of a child, or of all."""
        person_id = self.person(name, household=True)
        for one in [child_id] if child_id else [one.id for one in self.facts.children]:
            self.add(Custody, person_id=person_id, child_id=one)
        return person_id

    def consent(self, person_id: str, answer: ConsentAnswer = ConsentAnswer.YES) -> None:
        """Answer every consent that is expected of a person."""
        for scope in (ConsentScope.METHOD, ConsentScope.CHILD_TALK):
            self.add(Consent, person_id=person_id, scope=scope, answer=answer, answered_on=TODAY)

    def safe(self) -> None:
        """All four safety questions answered with a no."""
        round_id = Rows(self.session, self.case_id).all(SafetyRound)[0].id
        nothing = dict.fromkeys(("violence", "sexual_abuse", "honour", "court_order"), False)
        self.set(SafetyRound, round_id, asked_on=TODAY, **nothing)

    def open_network(self) -> None:
        """A child, a parent who says yes, and safety asked: the network may be met."""
        self.child()
        self.consent(self.parent())
        self.safe()

    def on_the_day(self, starts_at: datetime = THE_DAY) -> None:
        """Set the day."""
        self.set(Conference, self.conference.id, starts_at=starts_at.astimezone(UTC))


def prepared_case() -> PreparedCase:
    """Alma's case, just opened."""
    load_stages()
    engine = create_engine("sqlite://", isolation_level="AUTOCOMMIT")
    Record.metadata.create_all(engine)
    session = Session(engine)
    session.execute(text("PRAGMA foreign_keys=ON"))
    case_id = assignment.open_case(session, "2027-03", "Alma", TODAY)
    return PreparedCase(session, case_id)
