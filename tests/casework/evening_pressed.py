"""Everything that can be pressed on an evening, in any order and with a clock that may be set back."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule
from sqlalchemy import select

from samordner_tui.archive.records.assignment import Case, Statement
from samordner_tui.archive.records.day import Plan, PlanItem
from samordner_tui.archive.records.network import Person
from samordner_tui.casework import change, decision, plan_words, private_log, silence, steps
from samordner_tui.casework.attendance import Attendee, note_presence
from samordner_tui.casework.reasons import keep_reason
from samordner_tui.method.terms import (
    Attendance,
    LogAbout,
    LogBy,
    LogKind,
    Outcome,
    PresentAs,
    StatementKind,
    StopReason,
)
from tests.casework.evening_case import (
    EVENING,
)
from tests.casework.evening_read import REASON, EveningRead

WORDS = "Karen henter Alma hver mandag efter skole"
FIXED_LOG = [kind for kind in LogKind if kind is not LogKind.CALLED_IN]


class EveningPressed(EveningRead):
    """Whatever is pressed, in whatever order, on one evening."""

    @initialize()
    def doors_open(self) -> None:
        """Karen and Alma are here."""
        for person in (self.case.grandmother, self.case.child_person):
            self.note(1, Attendee(PresentAs.PERSON, person))

    @rule(minutes=st.integers(-90, 90))
    def time_passes(self, minutes: int) -> None:
        """Time passes, or somebody sets the clock back."""
        self.case.later(minutes)

    @rule()
    def begin_trin_1(self) -> None:
        """Welcome."""
        case = self.case
        self.attempt(lambda: steps.begin_information(case.session, case.conference_id, case.now))

    @rule(reasons=st.booleans())
    def begin_private_time(self, reasons: bool) -> None:
        """The professionals leave."""
        case = self.case
        before = self.all_words()
        if self.attempt(
            lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method), reasons=reasons
        ):
            self.words_before = before | {REASON}

    @precondition(lambda self: self.running() is not None)
    @rule()
    def family_is_ready(self) -> None:
        """Private time ends."""
        case = self.case
        assert self.attempt(lambda: steps.end_private_time(case.session, case.conference_id, case.now))
        self.words_before = None

    @rule(kind=st.sampled_from(FIXED_LOG))
    def note_in_log(self, kind: LogKind) -> None:
        """Something happens that has a key."""
        case = self.case
        ran = self.running() is not None
        assert self.attempt(lambda: private_log.note(case.session, case.conference_id, kind, case.now)) is ran

    @rule(called_by=st.sampled_from(LogBy), about=st.sampled_from(LogAbout), minutes=st.none() | st.integers(0, 60))
    def called_in(self, called_by: LogBy, about: LogAbout, minutes: int | None) -> None:
        """The family calls somebody in."""
        case = self.case
        self.attempt(
            lambda: private_log.note(
                case.session,
                case.conference_id,
                LogKind.CALLED_IN,
                case.now,
                called_by=called_by,
                about=about,
                minutes=minutes,
            )
        )

    @rule()
    def teacher_stays(self) -> None:
        """A professional is noted as present in trin 2."""
        self.note(2, Attendee(PresentAs.PERSON, self.case.teacher))

    @rule()
    def read_plan(self) -> None:
        """The note taker reads the plan aloud."""
        case = self.case
        self.attempt(lambda: decision.read_plan_aloud(case.session, case.conference_id, case.now))

    @rule(outcomes=st.lists(st.sampled_from([*Outcome, Outcome.RETURNED]), min_size=1, max_size=5))
    def go_on(self, outcomes: list[Outcome]) -> None:
        """The next things of the evening, as they should be done; most of the time goes like this."""
        for outcome in outcomes:
            self.do_the_next_thing(outcome)
            self.case.later(20)

    def do_the_next_thing(self, outcome: Outcome) -> None:
        """Begin, end, or answer: whatever comes next."""
        so_far = self.steps()
        if not so_far:
            self.begin_trin_1()
        elif self.running() is not None:
            self.family_is_ready()
        elif not any(one.number == silence.PRIVATE_TIME for one in so_far) or any(
            one.started_at is None for one in so_far
        ):
            self.begin_private_time(reasons=True)
        else:
            self.read_plan()
            self.answer(outcome, whole=True, is_new=False)
            event(f"answered {outcome} in round {max(one.round for one in so_far)}")

    @rule(outcome=st.sampled_from(Outcome), whole=st.booleans(), is_new=st.booleans())
    def answer(self, outcome: Outcome, whole: bool, is_new: bool) -> None:
        """The initiativtager answers, wholly or with the half missing."""
        case = self.case
        count = len(self.decisions())
        reply = decision.Reply(
            outcome,
            authority_id=case.initiator if whole else None,
            provisional_until=EVENING + timedelta(days=7),
            rests_on_id=None if is_new else case.bottom_line,
            new_words="Alma må ikke være alene hjemme" if is_new else None,
            possible_if="Nogen er hjemme, når hun kommer fra skole",
            reason="Planen er ikke tryg",
        )
        stored = self.attempt(lambda: decision.answer_plan(case.session, case.conference_id, reply, case.now))
        assert len(self.decisions()) == count + stored
        assert not (stored and not whole)

    @rule(number=st.integers(1, 3))
    def type_plan(self, number: int) -> None:
        """The sheet is typed."""
        case = self.case
        text = f"{WORDS} {number}"
        self.attempt(lambda: plan_words.type_plan(case.session, case.conference_id, text, EVENING))

    @rule()
    def cut_plan(self) -> None:
        """The plan is cut into agreements."""
        case = self.case
        plan = case.session.scalar(select(Plan))
        if plan is not None:
            self.attempt(lambda: plan_words.cut_into_agreements(case.session, plan.id, EVENING))

    @rule(field=st.sampled_from(["name", "alias", "statement", "reason", "item"]))
    def type_words_somewhere(self, field: str) -> None:
        """Words are typed somewhere in the case, in whatever field is at hand."""
        running = self.running() is not None
        stored = self.attempt(lambda: self.write_words(field))
        assert not (running and stored)

    @rule(reason=st.sampled_from(StopReason), unsure=st.integers(0, 4))
    def stop(self, reason: StopReason, unsure: int) -> None:
        """The evening is stopped, with an honest reason; not every time somebody thinks of it."""
        case = self.case
        if not unsure and self.attempt(lambda: steps.stop(case.session, case.conference_id, reason, case.now)):
            self.words_before = None

    @rule(reasons=st.booleans())
    def go_home(self, reasons: bool) -> None:
        """The day is closed."""
        case = self.case
        self.attempt(
            lambda: decision.close_day(case.session, case.conference_id, case.now, case.method), reasons=reasons
        )

    def note(self, step: int, who: Attendee) -> None:
        """Note somebody as present."""
        case = self.case
        self.attempt(lambda: note_presence(case.session, case.conference_id, step, who, Attendance.IN_ROOM, EVENING))

    def write_words(self, field: str) -> None:
        """Write words into one of several records of the case."""
        session, case_id = self.case.session, self.case.case_id
        # The same words again change nothing and are not refused, so they are new each time.
        self.times_typed += 1
        said = f"ord nummer {self.times_typed}"
        plan = session.scalar(select(Plan))
        if field == "name":
            change.change_field(session, Person, self.case.grandmother, "name", said, EVENING)
        elif field == "alias":
            change.change_field(session, Case, case_id, "alias", said, EVENING)
        elif field == "item" and plan is not None:
            change.add(session, PlanItem, case_id, EVENING, plan_id=plan.id, what=said)
        elif field == "reason":
            keep_reason(session, case_id, "cornerstone:2", said, EVENING, self.case.conference_id)
        else:
            change.add(session, Statement, case_id, EVENING, kind=StatementKind.QUESTION, text=said)
