"""Hjørnesten 3: an independent samordner facilitates. Source: R5, R22, R23, F1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samordner_tui.language import _, ngettext
from samordner_tui.method.cornerstones.verdict import Verdict
from samordner_tui.method.predicates.assignment import against_independence, open_independence_questions
from samordner_tui.method.readings import phase
from samordner_tui.method.terms import ConferenceState, Phase, StageId, Standing

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.method.facts import CaseFacts, Conference


def samordner_facilitates(facts: CaseFacts, conference: Conference | None, _today: date) -> Verdict:
    """How hjørnesten 3 stands."""
    against = against_independence(facts.engagement)
    if against:
        return _say(Standing.BROKEN, against)
    if conference is not None and conference.hosted_by_samordner is False:
        return _say(Standing.BROKEN, _("en anden var vært"), StageId.INFORMATION)
    is_before = conference is None or phase(conference) is Phase.BEFORE
    left = open_independence_questions(facts.engagement)
    if left:
        reason = ngettext("{count} af 4 spørgsmål er åbent", "{count} af 4 spørgsmål er åbne", left).format(count=left)
        return _say(Standing.OPEN if is_before else Standing.PARTLY, reason)
    if conference is None or is_before:
        return _say(Standing.PARTLY, _("du er uafhængig"))
    return _held(conference)


def _say(standing: Standing, reason: str, mend_at: StageId = StageId.ASSIGNMENT) -> Verdict:
    return Verdict(3, standing, reason, mend_at)


def _held(conference: Conference) -> Verdict:
    """Trin 1 was hosted and trin 3 led, as far as it is known."""
    if conference.hosted_by_samordner and conference.led_by_samordner:
        return _say(Standing.MET, _("du var vært og ledte trin 3"), StageId.APPROVAL)
    if conference.led_by_samordner is False:
        return _say(Standing.PARTLY, _("en anden ledte trin 3"), StageId.APPROVAL)
    if conference.state is ConferenceState.PLAN_WITHOUT_MEETING:
        return _say(Standing.PARTLY, _("der var ikke noget møde"), StageId.INFORMATION)
    if conference.hosted_by_samordner is None:
        return _say(Standing.PARTLY, _("var du vært i trin 1?"), StageId.INFORMATION)
    if phase(conference) is Phase.DAY:
        return _say(Standing.PARTLY, _("du er vært"), StageId.APPROVAL)
    return _say(Standing.PARTLY, _("ledte du trin 3?"), StageId.APPROVAL)
