"""The evening as a state machine: plan and return, in any order and with a clock that may be set back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import Text, inspect, select

from samordner_tui.archive.case_tree import case_tables
from samordner_tui.archive.records.assignment import Case, Statement
from samordner_tui.archive.records.day import Conference, Decision, Plan, PlanItem, Step
from samordner_tui.archive.records.network import Person
from samordner_tui.casework import change, clock, decision, plan_words, private_log, silence, steps
from samordner_tui.casework.attendance import Attendee, note_presence
from samordner_tui.casework.fields import FieldKind, fields_of, record_named
from samordner_tui.casework.reasons import NeedsReason, keep_reason
from samordner_tui.method.cornerstones import adopted_at_once, familys_own_plan
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.terms import (
    Attendance,
    ConferenceState,
    LogAbout,
    LogKind,
    Outcome,
    PresentAs,
    Standing,
    StatementKind,
    StopReason,
)
from samordner_tui.refusals import Refused
from tests.casework.evening_case import (
    EVENING,
    EveningCase,
    evening_case,
)

REASON = "Det nåede vi ikke"
WORDS = "Karen henter Alma hver mandag efter skole"
FIXED_LOG = [kind for kind in LogKind if kind is not LogKind.CALLED_IN]


class Evening(RuleBasedStateMachine):
    """Whatever is pressed, in whatever order, on one evening."""

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

    @rule(about=st.sampled_from(LogAbout), minutes=st.none() | st.integers(0, 60))
    def called_in(self, about: LogAbout, minutes: int | None) -> None:
        """The family calls somebody in."""
        case = self.case
        self.attempt(
            lambda: private_log.note(
                case.session, case.conference_id, LogKind.CALLED_IN, case.now, about=about, minutes=minutes
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

    @invariant()
    def no_words_between_start_and_end_of_private_time(self) -> None:
        """Not one word more stands in the case than before the family was alone."""
        if self.running() is not None and self.words_before is not None:
            assert self.all_words() <= self.words_before
            assert silence.is_running(self.case.session, self.case.case_id)

    @invariant()
    def every_return_has_a_new_round_or_an_honest_end(self) -> None:
        """A plan that was sent back gives the family new time, or the evening was stopped."""
        case = self.case
        rounds = {one.round for one in self.steps() if one.number == silence.PRIVATE_TIME}
        for one in self.decisions():
            if one.outcome is Outcome.RETURNED:
                assert one.rests_on_id is not None
                assert one.round + 1 in rounds
        if self.conference().state is ConferenceState.HELD and self.decisions():
            assert self.decisions()[-1].outcome is not Outcome.RETURNED or self.later_round_ended(case)

    @invariant()
    def elapsed_time_is_never_negative(self) -> None:
        """A trin does not end before it began, whatever the clock says."""
        for one in self.steps():
            if one.started_at is not None:
                assert clock.elapsed(one.started_at, one.ended_at or self.case.moment) >= timedelta(0)
                assert one.ended_at is None or one.ended_at >= one.started_at

    @invariant()
    def no_answer_before_the_plan_was_read(self) -> None:
        """Nothing is answered before the family had its time and the plan was read aloud."""
        for one in self.decisions():
            ended = [step.ended_at for step in self.steps() if step.number == 2 and step.round == one.round]
            assert ended
            assert ended[0] is not None
            assert one.decided_at >= ended[0]

    @invariant()
    def one_trin_runs_at_a_time(self) -> None:
        """Nobody is in two trin at once."""
        running = [one for one in self.steps() if one.started_at is not None and one.ended_at is None]
        assert len(running) <= 1

    @invariant()
    def hjørnesten_2_stands_as_in_its_table(self) -> None:
        """Departed when a professional came in or stayed uncalled; met when over, with words; else partly or open."""
        conference = self.facts.conferences[0]
        standing = familys_own_plan(self.facts, conference, EVENING).standing
        times = [one for one in conference.steps if one.number == 2 and one.started_at]
        broken = any(one.kind in {LogKind.STAYED, LogKind.CAME_UNCALLED} for one in conference.log_entries) or any(
            one.step == 2 and one.person_id == self.case.teacher for one in conference.presences
        )
        if not times:
            over = conference.state is not ConferenceState.PLANNED
            assert standing is (Standing.BROKEN if over else Standing.OPEN)
        elif broken:
            assert standing is Standing.BROKEN
        elif conference.state is ConferenceState.PLANNED:
            assert standing is Standing.PARTLY
        else:
            written = any(one.words for one in conference.plans)
            assert standing is (Standing.MET if written else Standing.PARTLY)

    @invariant()
    def hjørnesten_4_stands_as_in_its_table(self) -> None:
        """Met when approved the same evening, partly when provisional or under way, departed when refused or none."""
        conference = self.facts.conferences[0]
        standing = adopted_at_once(self.facts, conference, EVENING).standing
        last = conference.decisions[-1].outcome if conference.decisions else None
        over = conference.state is not ConferenceState.PLANNED
        if last is Outcome.APPROVED:
            assert standing is Standing.MET
        elif last is Outcome.PROVISIONAL:
            assert standing is Standing.PARTLY
        elif last is Outcome.REFUSED or over:
            assert standing is Standing.BROKEN
        else:
            assert standing is Standing.PARTLY

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


Evening.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=25,
    deadline=None,
    # Shrinking an evening takes minutes; the steps that led there are printed as they are.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
TestEvening = Evening.TestCase
