"""The evening as a state machine: what holds, whatever was pressed."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, event, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from samordner_tui.casework import silence
from samordner_tui.method.cornerstones import verdicts
from samordner_tui.method.terms import (
    ConferenceState,
    Outcome,
)
from tests.casework.evening_doors import EveningDoors
from tests.casework.evening_pressed import OPENING
from tests.casework.five_by_hand import ByHand


class Evening(EveningDoors):
    """What always holds."""

    @invariant()
    def no_words_between_start_and_end_of_private_time(self) -> None:
        """Not one word more stands in the case than before the family was alone."""
        if self.running() is not None and self.words_before is not None:
            assert self.all_words() <= self.words_before
            assert self.archive.drafts(self.case.case_id).items() <= self.drafts_before.items()
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
    def no_time_that_is_kept_runs_backwards(self) -> None:
        """The trin follow each other, and nothing is kept of a time that no clock has shown, however it was set."""
        self.latest = max(self.latest, self.case.moment)
        evening = self.facts.conferences[0]
        in_order = [one for step in self.steps() for one in (step.started_at, step.ended_at) if one is not None]
        assert in_order == sorted(in_order)
        kept = [*in_order, *(one.at for one in evening.log_entries), *(one.decided_at for one in evening.decisions)]
        kept += [one.arrived_at for one in evening.arrivals if one.arrived_at is not None]
        kept += [one.left_at for one in evening.presences if one.left_at is not None]
        kept += [one.done_at for one in evening.evening_marks]
        assert all(OPENING <= one <= self.latest for one in kept)
        assert all(one.minutes is None or one.minutes >= 0 for one in evening.log_entries)
        if in_order and self.case.moment < in_order[-1]:
            event("the clock stands before what happened last")

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
    def the_five_hjørnesten_stand_as_in_their_tables(self) -> None:
        """Every one of them, on every path, as it is told by hand."""
        today = self.case.now.today
        found = [one.standing for one in verdicts(self.facts, self.facts.conferences[0], today)]
        allowed = ByHand(self.facts, today).five()
        for number, (standing, fitting) in enumerate(zip(found, allowed, strict=True), start=1):
            assert standing in fitting, f"hjørnesten {number}: {standing}, and by hand {sorted(fitting)}"
            event(f"hjørnesten {number}: {standing}")


def test_whatever_is_pressed_on_the_evening_the_method_holds() -> None:
    run_state_machine_as_test(
        Evening,
        settings=settings(
            max_examples=15,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            # Shrinking an evening takes minutes; the steps that led there are printed as they are.
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )
