"""A small fictional case on the evening of its conference, in a database in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from samordner_tui.archive.records import assignment, day, network
from samordner_tui.archive.records.base import Record
from samordner_tui.casework import private_log
from samordner_tui.casework.clock import Now
from samordner_tui.casework.facts import current_conference, facts_of
from samordner_tui.casework.reasons import NeedsReason, keep_reason
from samordner_tui.casework.stages import load_stages
from samordner_tui.casework.views import Context
from samordner_tui.method import facts as f
from samordner_tui.method.definition import Method, method
from samordner_tui.method.terms import (
    AuthorityKind,
    InvitationChoice,
    LogAbout,
    LogBy,
    LogKind,
    PersonKind,
    Side,
    StatementKind,
)

T = TypeVar("T")
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
FIVE_O_CLOCK = datetime(2027, 1, 21, 16, 0, tzinfo=UTC)
EVENING = date(2027, 1, 21)


@dataclass
class EveningCase:
    """The case: its session, its ids, and a clock that the test moves."""

    session: Session
    case_id: str
    conference_id: str
    child: str
    child_person: str
    grandmother: str
    teacher: str
    initiator: str
    bottom_line: str
    question: str
    moment: datetime = FIVE_O_CLOCK

    @property
    def now(self) -> Now:
        """The moment it is."""
        return Now(self.moment, COPENHAGEN)

    @property
    def method(self) -> Method:
        """The method as it is shipped."""
        return method()

    @property
    def facts(self) -> f.CaseFacts:
        """The case as the rules see it."""
        return facts_of(self.session, self.case_id)

    @property
    def conference(self) -> f.Conference:
        """The conference as the rules see it."""
        return next(one for one in self.facts.conferences if one.id == self.conference_id)

    def with_reasons(self, act: Callable[[], T], reason: str = "Det nåede vi ikke") -> T:
        """Carry something out, with a reason for whatever it departs from."""
        try:
            return act()
        except NeedsReason as needs:
            self.session.rollback()
            for about in needs.about:
                keep_reason(self.session, self.case_id, about, reason, self.now.today, self.conference_id)
            return act()

    @property
    def context(self) -> Context:
        """What the view of a stage is made from."""
        facts = self.facts
        shown = current_conference(facts)
        return Context(self.session, self.case_id, shown, facts, self.method, self.now.today, COPENHAGEN)

    def called_in(
        self, called_by: LogBy = LogBy.CHAIR, about: LogAbout = LogAbout.THE_SHEET, minutes: int | None = None
    ) -> str:
        """The family calls somebody in; the id of the entry."""
        return private_log.note(
            self.session,
            self.conference_id,
            LogKind.CALLED_IN,
            self.now,
            called_by=called_by,
            about=about,
            minutes=minutes,
        )

    def later(self, minutes: int) -> None:
        """Let time pass; a negative number sets the clock back."""
        self.moment += timedelta(minutes=minutes)


def evening_case() -> EveningCase:
    """The case in a database in memory."""
    engine = create_engine("sqlite://")
    Record.metadata.create_all(engine)
    session = Session(engine, expire_on_commit=True)
    made = lay_out(session)
    session.commit()
    return made


def lay_out(session: Session) -> EveningCase:
    """Alma, her grandmother, a teacher who is informatør, and an initiativtager who may approve."""
    load_stages()
    case = assignment.Case(number="2027-03", alias="Alma")
    session.add(case)
    session.flush()
    own = {"case_id": case.id}
    alma = network.Person(**own, name="Alma", kind=PersonKind.CHILD, age=11, invited=InvitationChoice.INVITE)
    karen = network.Person(**own, name="Karen", relation="mormor", side=Side.MOTHER, invited=InvitationChoice.INVITE)
    ulla = network.Person(
        **own, name="Ulla", relation="klasselærer", kind=PersonKind.PROFESSIONAL, invited=InvitationChoice.INVITE
    )
    birgit = assignment.Authority(**own, kind=AuthorityKind.INITIATOR, name="Birgit Holm", may_approve=True)
    line = assignment.Statement(
        **own, kind=StatementKind.BOTTOM_LINE, text="Alma skal i skole hver dag", known_to_family_on=EVENING
    )
    question = assignment.Statement(
        **own, kind=StatementKind.QUESTION, text="Hvem følger Alma i skole?", known_to_family_on=EVENING
    )
    conference = day.Conference(**own, number=1, starts_at=FIVE_O_CLOCK, ends_at=FIVE_O_CLOCK + timedelta(hours=4))
    session.add_all([alma, karen, ulla, birgit, line, question, conference])
    session.flush()
    child = network.Child(**own, person_id=alma.id)
    session.add(child)
    session.flush()
    return EveningCase(
        session=session,
        case_id=case.id,
        conference_id=conference.id,
        child=child.id,
        child_person=alma.id,
        grandmother=karen.id,
        teacher=ulla.id,
        initiator=birgit.id,
        bottom_line=line.id,
        question=question.id,
    )
