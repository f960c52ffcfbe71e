"""Hjørnesten 2: the family's plan, without professionals. Source: R4, R10, R11, R17, R18, F16, F17."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samordner_tui.language import _
from samordner_tui.method.attendance import uncalled
from samordner_tui.method.cornerstones.verdict import Verdict
from samordner_tui.method.predicates.plan_out import has_words
from samordner_tui.method.readings import begun, done, minutes, phase, steps
from samordner_tui.method.terms import ConferenceState, LogKind, Phase, StageId, Standing

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.method.facts import CaseFacts, Conference


def familys_own_plan(facts: CaseFacts, conference: Conference | None, _today: date) -> Verdict:
    """How hjørnesten 2 stands."""
    if conference is None or phase(conference) is Phase.BEFORE:
        return _say(Standing.OPEN, _("lægges i trin 2"))
    if not begun(conference, 2):
        return _without_private_time(conference)
    intruders = uncalled(facts, conference)
    if intruders:
        stayed = LogKind.STAYED in intruders
        return _say(
            Standing.BROKEN, _("en fagperson blev i rummet") if stayed else _("en fagperson var med uden at være kaldt")
        )
    return _day(conference) if phase(conference) is Phase.DAY else _after(conference)


def _say(standing: Standing, reason: str, mend_at: StageId = StageId.PRIVATE_TIME) -> Verdict:
    return Verdict(2, standing, reason, mend_at)


def _without_private_time(conference: Conference) -> Verdict:
    """Trin 2 has not begun: on the day it still may, afterwards there was none."""
    if phase(conference) is Phase.DAY:
        return _say(Standing.OPEN, _("lægges i trin 2"))
    if conference.state is ConferenceState.PLAN_WITHOUT_MEETING:
        return _say(Standing.BROKEN, _("planen blev til uden møde"))
    return _say(Standing.BROKEN, _("familien fik ikke tid alene"))


def _day(conference: Conference) -> Verdict:
    if not done(conference, 2):
        return _say(Standing.PARTLY, _("familien er alene"))
    if conference.plan_read_at is None:
        return _say(Standing.PARTLY, _("planen er ikke læst op endnu"), StageId.APPROVAL)
    return _say(Standing.PARTLY, _("planen er læst op"), StageId.APPROVAL)


def _after(conference: Conference) -> Verdict:
    if not done(conference, 2):
        return _say(Standing.PARTLY, _("tiden er ikke noteret helt"))
    if not any(has_words(plan) for plan in conference.plans):
        return _say(Standing.PARTLY, _("planen mangler i familiens ord"), StageId.PLAN_OUT)
    alone = sum(minutes(step) or 0 for step in steps(conference, 2))
    if not alone:
        return _say(Standing.MET, _("familien var alene"))
    return _say(Standing.MET, _("familien var alene i {minutes} min.").format(minutes=alone))
