"""Every paper of the three fictional cases, with a word planted in every field, and what else a paper is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Authority, Statement
from samordner_tui.archive.records.day import Conference, Decision, Plan, PlanItem
from samordner_tui.archive.records.network import Child, Person
from samordner_tui.archive.records.practical import Booking, RoleHolder, Wording
from samordner_tui.archive.settings import OWN_NAME, OWN_PHONE, put_setting
from samordner_tui.casework.facts import case_by_number, facts_of
from samordner_tui.casework.stages import load_stages
from samordner_tui.casework.views import Context
from samordner_tui.exchange.demo import fill
from samordner_tui.language import Language
from samordner_tui.method.definition import method
from samordner_tui.method.terms import (
    BookingKind,
    InvitationChoice,
    Municipal,
    Outcome,
    PersonKind,
    RoleName,
    StatementKind,
)
from samordner_tui.papers.kinds import PaperKind, paper_set
from samordner_tui.papers.making import Sheet, drawn, sheets
from samordner_tui.papers.paper.blocks import Paper
from tests.conftest import NOW, TODAY
from tests.papers.planted import Words, plant

LANGUAGES: tuple[Language, ...] = ("da", "en")


@dataclass(frozen=True)
class OnPaper:
    """One paper of the set: for whom it was made, and what was planted in its case."""

    kind: PaperKind
    sheet: Sheet
    paper: Paper
    language: Language
    context: Context
    words: Words
    secret: frozenset[str]
    """Ids of those whose address is secret."""

    @property
    def called(self) -> str:
        """What a failing test calls it."""
        return f"{self.context.facts.number} {self.kind.id} {self.sheet.number} {self.language}"


def every_paper(folder: Path) -> list[OnPaper]:
    """Make them all. Their contexts can be read on, but their sessions are closed."""
    load_stages()
    with Archive.create_training(folder, clock=lambda: NOW) as archive:
        numbers = fill(archive, TODAY)
        planted = {}
        with archive.writing("Ord") as session:
            sign(session)
            for number in numbers:
                case_id = case_by_number(session, number)
                enrich(session, case_id)
                planted[case_id] = plant(session, case_id)
        with archive.reading() as session:
            return [one for case_id, words in planted.items() for one in _of_case(session, case_id, archive, words)]


def sign(session: Session) -> None:
    """The samordner's own name and number."""
    put_setting(session, OWN_NAME, "Bente Ravn")
    put_setting(session, OWN_PHONE, "70 10 20 30")


def _of_case(session: Session, case_id: str, archive: Archive, words: Words) -> Iterator[OnPaper]:
    facts = facts_of(session, case_id)
    hidden = select(Person.id).where(Person.case_id == case_id, Person.address_secret)
    secret = frozenset(session.scalars(hidden))
    for conference in facts.conferences or (None,):
        context = Context(session, case_id, conference, facts, method(), TODAY, archive.zone)
        for kind in paper_set().papers:
            for sheet in sheets(context, kind):
                if sheet.is_ready:
                    for language in LANGUAGES:
                        yield OnPaper(kind, sheet, drawn(context, sheet, language), language, context, words, secret)


def enrich(session: Session, case_id: str) -> None:
    """What the fictional cases have no use for, and a paper is made from."""
    people = [one for one in session.scalars(select(Person).where(Person.case_id == case_id)) if not _is_child(one)]
    child = session.scalars(select(Child).where(Child.case_id == case_id)).first()
    hidden = people[1]
    hidden.address_secret = True
    hidden.invited = InvitationChoice.INVITE
    people[2].address_secret = False
    people[-1].invited = InvitationChoice.NOT_INVITED
    concern = session.scalars(
        select(Statement).where(Statement.case_id == case_id, Statement.kind == StatementKind.CONCERN)
    ).first()
    own = {"case_id": case_id, "noted_on": TODAY}
    chosen_for = None if child is None else child.id
    authority = session.scalars(select(Authority).where(Authority.case_id == case_id)).first()
    line = Statement(**own, kind=StatementKind.BOTTOM_LINE, text="x")
    session.add(line)
    session.flush()
    for conference in session.scalars(select(Conference).where(Conference.case_id == case_id)):
        at = conference.starts_at or datetime(2027, 1, 21, 16, tzinfo=UTC)
        within = {**own, "conference_id": conference.id}
        session.add_all(
            [
                *(_lift(within, one.id, at) for one in (hidden, people[2])),
                Booking(**within, kind=BookingKind.INTERPRETER, person_id=people[2].id, starts_at=at, ends_at=at),
                RoleHolder(**within, role=RoleName.MINDER, person_id=people[2].id, accepted=True),
                RoleHolder(
                    **within,
                    role=RoleName.SUPPORTER,
                    person_id=people[1].id,
                    child_id=chosen_for,
                    accepted=True,
                ),
                Wording(**within, text="x"),
                *(
                    Decision(
                        **within,
                        outcome=Outcome.RETURNED,
                        decided_at=at + timedelta(hours=3),
                        rests_on_id=ground,
                        authority_id=authority and authority.id,
                    )
                    for ground in (line.id, concern and concern.id)
                ),
            ]
        )
    for plan in session.scalars(select(Plan).where(Plan.case_id == case_id)):
        item = {**own, "plan_id": plan.id, "what": "x"}
        session.add_all(
            [
                PlanItem(**item, municipal=Municipal.NEEDS_FORMAL_DECISION, position=98, formal_by="x"),
                PlanItem(**item, municipal=Municipal.DECLINED, position=99, declined_because="x"),
            ]
        )
    session.flush()


def _is_child(person: Person) -> bool:
    return person.kind is PersonKind.CHILD


def _lift(within: dict[str, object], person_id: str, at: datetime) -> Booking:
    return Booking(**within, kind=BookingKind.LIFT, person_id=person_id, starts_at=at, ends_at=at)
