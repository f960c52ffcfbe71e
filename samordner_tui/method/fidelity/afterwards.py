"""F23 and F24: they are asked how it was, and meet again."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.facts import Conference
from samordner_tui.method.fidelity.seen import Judgement, Seen, by_share
from samordner_tui.method.predicates.evaluation import evaluations_in
from samordner_tui.method.predicates.follow_up import follow_up_planned
from samordner_tui.method.readings import day_of
from samordner_tui.method.terms import ConferenceState, MarkState, Respondent

ASKED = frozenset({Respondent.CHILD, Respondent.FAMILY, Respondent.NETWORK})
"""The groups whose answers are asked for."""


def evaluated(seen: Seen) -> Judgement:
    """F23: child, family and network have answered, within the week in which the forms come in. Source: R100."""
    if seen.is_without_meeting:
        return Judgement(MarkState.NOT_RELEVANT, _("der var ikke noget møde"))
    if not seen.is_over:
        return Judgement(MarkState.NOT_YET, _("svarene kommer efter dagen"))
    answered = seen.finds(evaluations_in)
    if answered.holds:
        return Judgement(MarkState.MET, _("barnet, familien og netværket har svaret"))
    some = any(answer.group in ASKED for answer in seen.conference.evaluations)
    if not seen.is_due("wound_up"):
        return Judgement(MarkState.NOT_YET, answered.detail)
    return by_share(some, answered.detail)


def followed_up(seen: Seen) -> Judgement:
    """F24: the next conference is held, or it is said why there is none. Source: R99."""
    later = [one for one in seen.facts.conferences if one.number > seen.conference.number]
    held = next((one for one in later if one.state is ConferenceState.HELD), None)
    if held is not None:
        return Judgement(MarkState.MET, _held(seen, held))
    if seen.conference.no_follow_up_reason:
        return Judgement(MarkState.MET, _("der er en grund til, at I ikke mødes igen"))
    if not seen.is_over:
        return Judgement(MarkState.NOT_YET, _("det kommer efter dagen"))
    planned = next((one for one in later if one.state is ConferenceState.PLANNED), None)
    if planned is not None:
        return Judgement(MarkState.NOT_YET, _planned(seen, planned))
    if later:
        return Judgement(MarkState.PARTLY, _("den {number}. rådslagning blev stoppet").format(number=later[-1].number))
    over = seen.facts.closed_on is not None or seen.is_due("follow_up")
    return Judgement(MarkState.NOT if over else MarkState.NOT_YET, seen.finds(follow_up_planned).detail)


def _held(seen: Seen, one: Conference) -> str:
    day = day_of(seen.facts, one)
    if day is None:
        return _("den {number}. rådslagning er holdt").format(number=one.number)
    return _("den {number}. rådslagning blev holdt {date}").format(number=one.number, date=seen.said(day))


def _planned(seen: Seen, one: Conference) -> str:
    day = day_of(seen.facts, one)
    if day is None:
        return _("den {number}. rådslagning har ingen dato endnu").format(number=one.number)
    return _("den {number}. rådslagning er sat til {date}").format(number=one.number, date=seen.said(day))
