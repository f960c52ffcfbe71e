"""The evening as a state machine: what holds, whatever was pressed."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, Phase, event, settings
from hypothesis.stateful import invariant

from samordner_tui.casework import clock, silence
from samordner_tui.method.cornerstones import verdicts
from samordner_tui.method.terms import (
    ConferenceState,
    Outcome,
)
from tests.casework.evening_pressed import EveningPressed
from tests.casework.five_by_hand import ByHand


class Evening(EveningPressed):
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
    def the_five_hjørnesten_stand_as_in_their_tables(self) -> None:
        """Every one of them, on every path, as it is told by hand."""
        today = self.case.now.today
        found = [one.standing for one in verdicts(self.facts, self.facts.conferences[0], today)]
        allowed = ByHand(self.facts, today).five()
        for number, (standing, fitting) in enumerate(zip(found, allowed, strict=True), start=1):
            assert standing in fitting, f"hjørnesten {number}: {standing}, and by hand {sorted(fitting)}"
            event(f"hjørnesten {number}: {standing}")


Evening.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    # Shrinking an evening takes minutes; the steps that led there are printed as they are.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
TestEvening = Evening.TestCase
