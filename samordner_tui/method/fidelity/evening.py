"""F16, F17, F19 and F20: the family is alone, and is answered the same day; a return is fair."""

from __future__ import annotations

from dataclasses import replace

from samordner_tui.language import _
from samordner_tui.method.attendance import is_noted, professionals, still_here, uncalled
from samordner_tui.method.cornerstones import adopted_at_once, familys_own_plan
from samordner_tui.method.facts import Presence
from samordner_tui.method.fidelity.seen import Judgement, Seen, by_findings, of_verdict
from samordner_tui.method.predicates.approval import new_private_time_given, return_explained
from samordner_tui.method.readings import begun, called, latest_decision
from samordner_tui.method.terms import LogKind, MarkState, Outcome, PresentAs


def informants_left(seen: Seen) -> Judgement:
    """F16: whoever informed in trin 1 was gone when trin 2 began. Source: R10."""
    if seen.is_without_meeting:
        return Judgement(MarkState.NOT_RELEVANT, _("der var ikke noget møde"))
    if not begun(seen.conference, 2):
        reason = _("familien fik ikke tid alene") if seen.is_over else _("trin 2 er ikke begyndt")
        return Judgement(MarkState.NOT if seen.is_over else MarkState.NOT_YET, reason)
    intrusion = _intrusion(seen)
    return Judgement(MarkState.NOT, intrusion) if intrusion else _gone(seen)


def _intrusion(seen: Seen) -> str:
    """Which professional of the case was in trin 2 without being called in; nothing where none was."""
    there = uncalled(seen.facts, seen.conference)
    if LogKind.STAYED in there:
        return _("en fagperson blev i rummet")
    return _("en fagperson var med uden at være kaldt") if any(_is_on_the_list(one) for one in there) else ""


def _gone(seen: Seen) -> Judgement:
    """What can be said when nobody is noted in trin 2 who should not be there."""
    if not is_noted(seen.conference, 1):
        return seen.unknown(_("hvem var med i trin 1?"))
    if not any(_is_on_the_list(one) for one in professionals(seen.facts, seen.conference, 1)):
        return Judgement(MarkState.NOT_RELEVANT, _("ingen informatør var med i trin 1"))
    if not is_noted(seen.conference, 2):
        return seen.unknown(_("hvem er med i trin 2?"))
    here = still_here(seen.facts, seen.conference)
    if here:
        return seen.unknown(_("gik {name}, før trin 2 begyndte?").format(name=called(seen.facts, here[0])))
    return Judgement(MarkState.MET, _("informatørerne var gået, da trin 2 begyndte"))


def _is_on_the_list(one: Presence | LogKind) -> bool:
    """Whether it is somebody of the case, and not the samordner or the initiativtager."""
    return isinstance(one, Presence) and one.present_as is PresentAs.PERSON


def private_time_kept(seen: Seen) -> Judgement:
    """F17 is hjørnesten 2. Source: R4, R10, R11, P1."""
    return of_verdict(seen, familys_own_plan)


def decided_at_once(seen: Seen) -> Judgement:
    """F19 is hjørnesten 4. Source: R6, R12, R15."""
    return of_verdict(seen, adopted_at_once)


def return_was_fair(seen: Seen) -> Judgement:
    """F20: a plan that was sent back had its reason, and the family a new time alone. Source: R14, P2."""
    returned = tuple(one for one in seen.conference.decisions if one.outcome is Outcome.RETURNED)
    if not returned:
        if latest_decision(seen.conference) is None and not seen.is_over:
            return Judgement(MarkState.NOT_YET, _("planen har ikke fået svar"))
        return Judgement(MarkState.NOT_RELEVANT, _("planen blev ikke sendt tilbage"))
    alone = replace(seen, conference=replace(seen.conference, decisions=returned))
    return by_findings(
        [alone.finds(return_explained), alone.finds(new_private_time_given)],
        _("der blev sagt hvorfor, og familien fik tid alene igen"),
        can_come=not seen.is_over,
    )
