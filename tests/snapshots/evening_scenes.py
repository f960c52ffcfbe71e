"""The scenes of the evening: the siblings' conference brought so far, each at a moment of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session
from textual.pilot import Pilot
from textual.screen import ModalScreen

from samordner_tui.archive.records.assignment import Authority, Case
from samordner_tui.archive.records.day import Conference, Plan, Presence, Step
from samordner_tui.casework import decision, plan_words, private_log, steps
from samordner_tui.casework.clock import Now
from samordner_tui.casework.decision import Reply
from samordner_tui.casework.reasons import NeedsReason, keep_reason
from samordner_tui.method.definition import method
from samordner_tui.method.terms import AuthorityKind, LogAbout, LogBy, LogKind, Outcome, StageId
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.day import DayScreen
from samordner_tui.tui.screens.plan_reading import PlanReadingScreen
from samordner_tui.tui.screens.plan_versions import PlanVersionsScreen
from samordner_tui.tui.screens.prompter import PrompterScreen
from tests.tui.world import NOON, TODAY, shown, until

Scene = Callable[[SamordnerApp, Pilot[None], dict[str, str]], Awaitable[None]]
Brought = Callable[[Session, str], None]
"""Brings a conference, given by its id, to a moment of its evening."""

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
SIBLINGS = "2027-01"
WORDS = "Farmor henter Noah hver tirsdag kl. 14.\nFreja ringer til moster, når det bliver svært."

NEW_WORDS = "Farmor henter Noah hver tirsdag og onsdag kl. 14.\nLis sover hos mor hver nat."


def at(minutes: int) -> Now:
    """So many minutes before the moment at which the picture is drawn."""
    return Now(NOON - timedelta(minutes=minutes), COPENHAGEN)


def with_reasons(session: Session, conference_id: str, act: Callable[[], None]) -> None:
    """Carry something out; what departs from the method is given a reason."""
    try:
        act()
    except NeedsReason as needs:
        case_id = session.scalar(select(Conference.case_id).where(Conference.id == conference_id))
        assert case_id is not None
        for about in needs.about:
            keep_reason(session, case_id, about, "Familien ville begynde", TODAY, conference_id)
        act()


def welcomed(session: Session, conference_id: str) -> None:
    """Trin 1 has begun and everybody is welcomed; no briefing has been read."""
    for presence in session.scalars(select(Presence).where(Presence.conference_id == conference_id)):
        session.delete(presence)
    session.flush()
    steps.begin_information(session, conference_id, at(15))


def alone(session: Session, conference_id: str) -> None:
    """The family has been alone for 42 minutes and called somebody in once."""
    steps.begin_information(session, conference_id, at(80))
    with_reasons(session, conference_id, lambda: steps.begin_private_time(session, conference_id, at(42), method()))
    by, about = LogBy.NOTE_TAKER, LogAbout.THE_SHEET
    private_log.note(session, conference_id, LogKind.CALLED_IN, at(20), called_by=by, about=about, minutes=5)
    private_log.note(session, conference_id, LogKind.MEAL, at(10))


def ready(session: Session, conference_id: str) -> None:
    """The family is ready with its plan."""
    alone(session, conference_id)
    steps.end_private_time(session, conference_id, at(8))


def read_aloud(session: Session, conference_id: str) -> None:
    """The plan is read aloud and typed, and waits for its answer."""
    ready(session, conference_id)
    decision.read_plan_aloud(session, conference_id, at(4))
    plan_words.type_plan(session, conference_id, WORDS, TODAY)


def returned(session: Session, conference_id: str) -> None:
    """The plan is sent back on something the family has not heard before."""
    read_aloud(session, conference_id)
    reply = Reply(
        Outcome.RETURNED,
        authority_id=initiator(session, conference_id),
        new_words="Der skal være en voksen hjemme om natten",
        possible_if="planen siger, hvem der er der",
    )
    decision.answer_plan(session, conference_id, reply, at(3))


def initiator(session: Session, conference_id: str) -> str | None:
    """Whoever answers the plan."""
    case_id = session.scalar(select(Conference.case_id).where(Conference.id == conference_id))
    query = select(Authority.id).where(Authority.case_id == case_id, Authority.kind == AuthorityKind.INITIATOR)
    return session.scalar(query)


def gone_home(session: Session, conference_id: str) -> None:
    """The plan is approved, cut into agreements, and everybody has gone home."""
    read_aloud(session, conference_id)
    plan_id = session.scalar(select(Plan.id).where(Plan.conference_id == conference_id))
    assert plan_id is not None
    plan_words.cut_into_agreements(session, plan_id, TODAY)
    yes = Reply(
        Outcome.APPROVED, authority_id=initiator(session, conference_id), unclear_because="Familien taler om det"
    )
    decision.answer_plan(session, conference_id, yes, at(3))
    with_reasons(session, conference_id, lambda: decision.close_day(session, conference_id, at(1), method()))


def second_round(session: Session, conference_id: str) -> None:
    """The family has had its new time, and the new sheet is typed."""
    returned(session, conference_id)
    with_reasons(session, conference_id, lambda: begin_anew(session, conference_id))
    steps.end_private_time(session, conference_id, at(1))
    plan_words.type_plan(session, conference_id, NEW_WORDS, TODAY)


def begin_anew(session: Session, conference_id: str) -> None:
    """The family is alone again."""
    steps.begin_private_time(session, conference_id, at(2), method())


def evening(brought: Brought, stage: StageId, *keys: str, screen: type = CaseScreen, wait_for: str = "") -> Scene:
    """The siblings' case at a moment of the evening, opened at `stage`, and what comes after some keys."""

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        archive = app.archive
        assert archive is not None
        with archive.writing("Aftenen", cases[SIBLINGS]) as session:
            query = select(Conference.id).join(Case).where(Case.number == SIBLINGS)
            conference_id = session.scalar(query.order_by(Conference.number))
            assert conference_id is not None
            for step in session.scalars(select(Step).where(Step.conference_id == conference_id)):
                session.delete(step)
            session.flush()
            brought(session, conference_id)
        app.open_case(cases[SIBLINGS], stage)
        await until(pilot, lambda: isinstance(app.screen, (CaseScreen, DayScreen)))
        await until(pilot, lambda: stands_open(app))
        if keys:
            await pilot.press(*keys)
        await until(pilot, lambda: isinstance(app.screen, screen) and wait_for in shown(app))

    return scene


def prompted(*keys: str, wait_for: str) -> Scene:
    """The prompter of trin 1 after some keys."""
    opened = evening(welcomed, StageId.INFORMATION, "k", screen=PrompterScreen, wait_for="1 af 12")

    async def scene(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
        await opened(app, pilot, cases)
        await pilot.press(*keys)
        await until(pilot, lambda: wait_for in shown(app))

    return scene


def stands_open(app: SamordnerApp) -> bool:
    """Whether the case is read and drawn, or the clock of the day is."""
    screen = app.screen
    return isinstance(screen, DayScreen) or (
        isinstance(screen, CaseScreen) and screen.pane is not None and screen.pane.shown is not None
    )


EVENING_SCENES: dict[str, Scene] = {
    "evening-trin-1": evening(welcomed, StageId.INFORMATION),
    "evening-trin-1-not-on-the-list": evening(welcomed, StageId.INFORMATION, "i", screen=ModalScreen),
    "evening-prompter": prompted(wait_for="1 af 12"),
    "evening-prompter-strengths": prompted(*["right"] * 5, wait_for="6 af 12"),
    "evening-prompter-briefing": prompted(*["right"] * 6, wait_for="7 af 12"),
    "evening-prompter-plain": prompted(*["right"] * 6, "t", wait_for="togbaner"),
    "evening-trin-2": evening(alone, StageId.PRIVATE_TIME, screen=DayScreen, wait_for="Familien og netværket"),
    "evening-trin-2-leader": evening(alone, StageId.PRIVATE_TIME, "l", screen=ModalScreen),
    "evening-trin-2-called-in": evening(alone, StageId.PRIVATE_TIME, "k", screen=ModalScreen),
    "evening-trin-2-about-what": evening(
        alone, StageId.PRIVATE_TIME, "k", "2", screen=ModalScreen, wait_for="noget praktisk"
    ),
    "evening-trin-2-uncalled": evening(
        alone, StageId.PRIVATE_TIME, "u", "2", screen=ModalScreen, wait_for="en misforståelse"
    ),
    "evening-trin-3-before": evening(ready, StageId.APPROVAL),
    "evening-trin-3-read": evening(read_aloud, StageId.APPROVAL),
    "evening-trin-3-returned": evening(returned, StageId.APPROVAL),
    "evening-trin-3-large": evening(second_round, StageId.APPROVAL, "b", screen=PlanReadingScreen, wait_for="1 af"),
    "evening-trin-3-versions": evening(
        second_round, StageId.APPROVAL, "m", screen=PlanVersionsScreen, wait_for="ændret"
    ),
    "evening-trin-3-answer": evening(read_aloud, StageId.APPROVAL, "a", screen=ModalScreen),
    "evening-gone-home": evening(gone_home, StageId.PLAN_OUT),
}
