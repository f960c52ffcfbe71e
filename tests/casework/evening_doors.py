"""Who comes and goes on the evening, what is marked as in place, and a clock that leaps."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from samordner_tui.casework import arrivals, attendance, evening_marks, private_log, walk_in
from samordner_tui.casework.attendance import Attendee
from samordner_tui.method.predicates.information import WALL
from samordner_tui.method.terms import Outcome, PersonKind, PresentAs
from tests.casework.evening_case import FIVE_O_CLOCK
from tests.casework.evening_pressed import NIGHT, OPENING, EveningPressed

HOUR = 60
MARKS = (*WALL.values(), "setup:table", "setup:seats", "prompt:welcome")
WALK_INS = (
    ("Ole", PersonKind.PRIVATE),
    ("Jonas", PersonKind.PRIVATE),
    ("Lise", PersonKind.PROFESSIONAL),
    ("Ulla", PersonKind.PROFESSIONAL),
    ("Bent Toft", PersonKind.PRIVATE),
    ("Bent", PersonKind.PRIVATE),
)
"""New, known to the case, and not invited: by the whole name and by the first."""


class EveningDoors(EveningPressed):
    """The doorway, the wall, and the clock over it."""

    def somebody(self, who: str) -> Attendee:
        """Somebody by what they are called here."""
        case = self.case
        known = {"child": case.child_person, "grandmother": case.grandmother, "teacher": case.teacher, **self.others}
        return Attendee(PresentAs.PERSON, known[who]) if who in known else Attendee(PresentAs(who))

    @rule(who=st.sampled_from(["child", "grandmother", "uncle", "mother", "teacher", "initiator", "samordner"]))
    def comes_or_did_not(self, who: str) -> None:
        """Somebody is noted as come, or the note is taken back."""
        case, somebody = self.case, self.somebody(who)
        before = arrivals.arrival_of(self.facts.conferences[0], somebody)
        done = self.attempt(lambda: arrivals.turn_arrived(case.session, case.conference_id, somebody, case.now))
        after = arrivals.arrival_of(self.facts.conferences[0], somebody)
        was, stands = (one is not None and one.arrived_at is not None for one in (before, after))
        assert (was is not stands) is done

    @rule(step=st.sampled_from([1, 2, 3]), who=st.sampled_from(["teacher", "initiator", "uncle"]))
    def leaves_or_came_back(self, step: int, who: str) -> None:
        """Somebody leaves a trin, most often a professional; or the note is taken back."""
        case, somebody = self.case, self.somebody(who)
        self.attempt(lambda: attendance.turn_left(case.session, case.conference_id, step, somebody, case.now))

    @rule(who=st.sampled_from(WALK_INS))
    def walks_in(self, who: tuple[str, PersonKind]) -> None:
        """Somebody who is not on the list stands in the doorway."""
        case, (name, kind) = self.case, who
        count = len(self.facts.people)
        let_in = self.attempt(
            lambda: walk_in.let_in(case.session, case.conference_id, walk_in.WalkIn(name, kind), case.now)
        )
        assert not (let_in and name.startswith("Bent"))
        assert let_in or len(self.facts.people) == count

    @rule(about=st.sampled_from(MARKS))
    def is_in_place(self, about: str) -> None:
        """A line of the wall, the room or the køreplan is marked, or the mark is taken back."""
        case = self.case
        was = evening_marks.mark_of(self.facts.conferences[0], about) is not None
        done = self.attempt(lambda: evening_marks.turn_mark(case.session, case.conference_id, about, case.now))
        stands = evening_marks.mark_of(self.facts.conferences[0], about) is not None
        assert (was is not stands) is done

    @precondition(lambda self: self.running() is not None)
    @rule()
    def they_come_out_again(self) -> None:
        """Whoever was called in leaves the family alone again."""
        case = self.case
        self.attempt(lambda: private_log.all_came_out(case.session, case.conference_id, case.now))

    @rule(minutes=st.integers(-2 * HOUR, 14 * HOUR))
    def clock_leaps(self, minutes: int) -> None:
        """The clock is set to any time of the evening and its night."""
        self.case.moment = FIVE_O_CLOCK
        self.case.later(minutes)
        assert OPENING <= self.case.moment <= NIGHT

    @precondition(lambda self: self.a_later_round_is_open())
    @rule(outcome=st.sampled_from(Outcome))
    def the_new_round_is_answered(self, outcome: Outcome) -> None:
        """The family has its new time, reads its plan aloud, and is answered."""
        for _part in ("withdraws", "is ready", "is answered"):
            if self.a_later_round_is_open():
                self.do_the_next_thing(outcome)
                self.case.later(20)

    def a_later_round_is_open(self) -> bool:
        """Whether a return has given the family a round that is not answered yet."""
        last = max((one.round for one in self.steps()), default=1)
        return last > 1 and all(one.round < last for one in self.decisions()) and self.is_open()
