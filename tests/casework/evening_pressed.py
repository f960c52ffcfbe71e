"""Everything that can be pressed on an evening, in any order and with a clock that may be set back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Authority, Case, Engagement, Statement
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.day import Conference, Plan, PlanItem
from samordner_tui.archive.records.network import Child, ChildAbsence, Contact, ContactPerson, Person
from samordner_tui.archive.records.practical import RoleHolder
from samordner_tui.casework import change, decision, plan_words, private_log, silence, steps
from samordner_tui.casework.attendance import Attendee, note_presence
from samordner_tui.casework.fields import Value
from samordner_tui.casework.reasons import keep_reason
from samordner_tui.method.terms import (
    Attendance,
    ContactKind,
    ContactOutcome,
    LogAbout,
    LogBy,
    LogKind,
    Outcome,
    PresentAs,
    RoleName,
    StatementKind,
    StopReason,
)
from samordner_tui.refusals import Refused
from tests.casework.evening_case import EVENING, FIVE_O_CLOCK
from tests.casework.evening_read import REASON, EveningRead

INDEPENDENCE = ("knows_family", "employed_by_department", "related", "part_in_decision")
FORMS = (
    Attendance.IN_ROOM,
    Attendance.IN_ROOM,
    Attendance.VIDEO,
    Attendance.PART,
    Attendance.WITHDREW,
    Attendance.STATEMENT,
    None,
)
MEANT = 7
"""Of ten who think of it, the one who does it."""
OPENING, NIGHT = FIVE_O_CLOCK - timedelta(hours=2), FIVE_O_CLOCK + timedelta(hours=14)
"""The clock stays within one evening and its night."""
WORDS = "Karen henter Alma hver mandag efter skole"
FIXED_LOG = [kind for kind in LogKind if kind is not LogKind.CALLED_IN]


class EveningPressed(EveningRead):
    """Whatever is pressed, in whatever order, on one evening."""

    @initialize(
        independent=st.sampled_from([False, False, True, None]),
        may_approve=st.sampled_from([True, True, False, None]),
        leader=st.sampled_from([True, False, None]),
        form=st.sampled_from([Attendance.IN_ROOM, Attendance.VIDEO, Attendance.STATEMENT, None]),
        prepared=st.frozensets(st.sampled_from(["talk", "supporter", "reason"])),
        all_came=st.booleans(),
        returned=st.sampled_from([0, 0, 1, 2]),
    )
    def doors_open(
        self,
        independent: bool | None,
        may_approve: bool | None,
        leader: bool | None,
        form: Attendance | None,
        prepared: frozenset[str],
        all_came: bool,
        returned: int,
    ) -> None:
        """What was prepared, or was not; Karen and Alma are here, and with them the others of the family.

        Some evenings begin late: the plan has been sent back `returned` times already.
        """
        for record, row_id, values in (
            (Engagement, self.others["engagement"], dict.fromkeys(INDEPENDENCE, independent)),
            (Authority, self.case.initiator, {"may_approve": may_approve}),
            (Authority, self.others["leader"], {"may_approve": leader}),
            (Child, self.case.child, {"participation": form}),
            (
                Case,
                self.case.case_id,
                {"fathers_side_reason": "Far har ingen familie" if "reason" in prepared else None},
            ),
        ):
            self.attempt(self.changing(record, row_id, values), fixed=True)
        if "talk" in prepared:
            self.attempt(self.the_talk, fixed=True)
        if "supporter" in prepared:
            holder: dict[str, Value] = {"role": RoleName.SUPPORTER, "person_id": self.case.grandmother}
            self.attempt(self.adding(RoleHolder, holder), fixed=True)
        others = (self.others["uncle"], self.others["mother"]) if all_came else ()
        for person in (self.case.grandmother, self.case.child_person, *others):
            self.note(1, Attendee(PresentAs.PERSON, person))
        while sum(one.outcome is Outcome.RETURNED for one in self.decisions()) < returned:
            self.go_on([Outcome.RETURNED])

    def changing(self, record: type[Record], row_id: str, values: Mapping[str, Value]) -> Callable[[], object]:
        """Several fields of a row."""
        return lambda: change.change_fields(self.case.session, record, row_id, values, EVENING)

    def adding(self, record: type[Record], values: Mapping[str, Value]) -> Callable[[], object]:
        """A row of the conference."""
        own = {"conference_id": self.case.conference_id, **values}
        return lambda: change.add(self.case.session, record, self.case.case_id, EVENING, **own)

    def the_talk(self) -> None:
        """The samordner has talked with the child."""
        session, case_id = self.case.session, self.case.case_id
        made: dict[str, Value] = {"kind": ContactKind.CHILD_TALK, "outcome": ContactOutcome.MADE}
        talk = change.add(session, Contact, case_id, EVENING, **made, held_on=EVENING)
        child = self.case.child_person
        if session.query(ContactPerson).filter_by(contact_id=talk, person_id=child).first() is None:
            change.add(session, ContactPerson, case_id, EVENING, contact_id=talk, person_id=child)

    @rule(minutes=st.integers(-90, 90))
    def time_passes(self, minutes: int) -> None:
        """Time passes, or somebody sets the clock back; it stays the same evening and night."""
        if OPENING <= self.case.moment + timedelta(minutes=minutes) <= NIGHT:
            self.case.later(minutes)

    @rule()
    def quit_and_open_again(self) -> None:
        """The program is closed, and opened where it was."""
        before = self.facts
        self.case.session.close()
        self.archive.close(copy=False)
        self.archive = Archive.open(Path(self.folder.name) / "arkiv", None, clock=self.clock)
        self.read_anew()
        assert self.facts == before

    @rule(back=st.booleans())
    def undo_or_redo(self, back: bool) -> None:
        """ctrl+z or ctrl+y."""
        self.case.session.close()
        with suppress(Refused):
            (self.archive.undo if back else self.archive.redo)(self.case.case_id)
        self.read_anew()

    @rule()
    def leave_a_draft(self) -> None:
        """Something typed is not left yet."""
        self.times_typed += 1
        self.case.session.close()
        words = f"kladde nummer {self.times_typed}"
        self.archive.save_draft("people", self.case.grandmother, "relation", self.case.case_id, words)
        self.read_anew()

    @rule(
        step=st.sampled_from([1, 2]),
        who=st.sampled_from(["child", "grandmother", "uncle", "mother", "teacher", "initiator"]),
        form=st.sampled_from(FORMS),
    )
    def note_who_is_here(self, step: int, who: str, form: Attendance | None) -> None:
        """Somebody is noted in a trin, in some form, or is not there after all."""
        people = {"child": self.case.child_person, "grandmother": self.case.grandmother, "teacher": self.case.teacher}
        found = {**people, **self.others}
        attendee = Attendee(PresentAs.PERSON, found[who]) if who in found else Attendee(PresentAs.INITIATOR)
        self.note(step, attendee, form)

    @rule(reason=st.sampled_from(["Alma ville hjem", ""]))
    def child_stays_away(self, reason: str) -> None:
        """Why the child was not there, in somebody's words."""
        values: dict[str, Value] = {"child_id": self.case.child, "reason": reason or "Alma sov"}
        self.attempt(self.adding(ChildAbsence, values))

    @rule(
        name=st.sampled_from(["hosted_by_samordner", "led_by_samordner"]),
        himself=st.booleans(),
        sure=st.integers(0, 9),
    )
    def somebody_else_leads(self, name: str, himself: bool, sure: int) -> None:
        """Who hosted trin 1, and who led trin 3."""
        if sure == MEANT:
            self.attempt(self.changing(Conference, self.case.conference_id, {name: himself}))

    @rule(sure=st.integers(0, 9))
    def no_meeting_after_all(self, sure: int) -> None:
        """The family made a plan, and no conference was needed."""
        case = self.case
        if sure == MEANT:
            self.attempt(lambda: steps.plan_without_meeting(case.session, case.conference_id, case.now), fixed=True)

    @rule()
    def begin_trin_1(self) -> None:
        """Welcome."""
        case = self.case
        self.attempt(lambda: steps.begin_information(case.session, case.conference_id, case.now), fixed=True)

    @rule(reasons=st.booleans())
    def begin_private_time(self, reasons: bool) -> None:
        """The professionals leave."""
        case = self.case
        before = self.all_words()
        if self.attempt(
            lambda: steps.begin_private_time(case.session, case.conference_id, case.now, case.method),
            reasons=reasons,
            fixed=True,
        ):
            self.words_before = before | {REASON}
            self.drafts_before = self.archive.drafts(case.case_id)

    @precondition(lambda self: self.running() is not None)
    @rule()
    def family_is_ready(self) -> None:
        """Private time ends."""
        case = self.case
        assert self.attempt(lambda: steps.end_private_time(case.session, case.conference_id, case.now), fixed=True)
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
        self.attempt(lambda: decision.read_plan_aloud(case.session, case.conference_id, case.now), fixed=True)

    @rule(outcomes=st.lists(st.sampled_from([*Outcome, Outcome.RETURNED]), min_size=1, max_size=5))
    def go_on(self, outcomes: list[Outcome]) -> None:
        """The next things of the evening, as they should be done; most of the time goes like this."""
        for outcome in outcomes:
            self.do_the_next_thing(outcome)
            self.case.later(20)

    @rule(outcomes=st.lists(st.sampled_from(Outcome), min_size=3, max_size=8))
    def go_on_for_long(self, outcomes: list[Outcome]) -> None:
        """The same for longer, and so for more of the evenings."""
        self.go_on(outcomes)

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

    @rule(outcome=st.sampled_from(Outcome), whole=st.booleans(), is_new=st.booleans(), by_leader=st.booleans())
    def answer(self, outcome: Outcome, whole: bool, is_new: bool, by_leader: bool = False) -> None:
        """The initiativtager answers, wholly or with the half missing."""
        case = self.case
        count = len(self.decisions())
        reply = decision.Reply(
            outcome,
            authority_id=(self.others["leader"] if by_leader else case.initiator) if whole else None,
            provisional_until=EVENING + timedelta(days=7),
            rests_on_id=None if is_new else case.bottom_line,
            new_words="Alma må ikke være alene hjemme" if is_new else None,
            possible_if="Nogen er hjemme, når hun kommer fra skole",
            reason="Planen er ikke tryg",
        )
        stored = self.attempt(
            lambda: decision.answer_plan(case.session, case.conference_id, reply, case.now), fixed=True
        )
        assert len(self.decisions()) == count + stored
        assert not (stored and not whole)
        if stored:
            event(f"{outcome} in round {self.decisions()[-1].round}")

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

    @rule(reason=st.sampled_from(StopReason), sure=st.integers(0, 9))
    def stop(self, reason: StopReason, sure: int) -> None:
        """The evening is stopped, with an honest reason; not every time somebody thinks of it."""
        case = self.case
        if sure == MEANT and self.attempt(
            lambda: steps.stop(case.session, case.conference_id, reason, case.now), fixed=True
        ):
            self.words_before = None

    @rule(reasons=st.booleans())
    def go_home(self, reasons: bool) -> None:
        """The day is closed."""
        case = self.case
        self.attempt(
            lambda: decision.close_day(case.session, case.conference_id, case.now, case.method),
            reasons=reasons,
            fixed=True,
        )

    def note(self, step: int, who: Attendee, form: Attendance | None = Attendance.IN_ROOM) -> None:
        """Note somebody as present."""
        case = self.case
        self.attempt(lambda: note_presence(case.session, case.conference_id, step, who, form, EVENING))

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
