"""The evening as a state machine: what holds, whatever was pressed."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant

from samordner_tui.casework import clock, silence
from samordner_tui.method.cornerstones import adopted_at_once, familys_own_plan
from samordner_tui.method.terms import (
    ConferenceState,
    LogKind,
    Outcome,
    Standing,
)
from tests.casework.evening_case import (
    EVENING,
)
from tests.casework.evening_pressed import EveningPressed


class Evening(EveningPressed):
    """What always holds."""

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


Evening.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=25,
    deadline=None,
    # Shrinking an evening takes minutes; the steps that led there are printed as they are.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
TestEvening = Evening.TestCase
