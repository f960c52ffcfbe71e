"""F5 to F7: the network is mapped on both sides, is more in number than the professionals, and is visited."""

from __future__ import annotations

from dataclasses import replace

from samordner_tui.language import _
from samordner_tui.method.attendance import is_noted, private_people, professionals
from samordner_tui.method.facts import CaseFacts, Person
from samordner_tui.method.fidelity.seen import Judgement, Seen, by_findings, by_share
from samordner_tui.method.predicates.network import both_sides_on_map, missing_side, passive_tie_tried
from samordner_tui.method.readings import day_of, invitees, names
from samordner_tui.method.terms import MarkState
from samordner_tui.method.visited import Visit, visit_state


def both_sides_mapped(seen: Seen) -> Judgement:
    """F5: both sides are on the map, and a tie that slept or is new. Source: R3, R153, R154."""
    unreasoned = replace(seen.facts, mothers_side_reason=None, fathers_side_reason=None)
    met = (
        _("begge sider og en sovende eller ny kontakt er på kortet")
        if missing_side(unreasoned, seen.facts.people) is None
        else _("der er en grund til, at en side mangler, og en sovende eller ny kontakt er på kortet")
    )
    return by_findings([seen.finds(both_sides_on_map), seen.finds(passive_tie_tried)], met, can_come=seen.is_before)


def outnumbers_professionals(seen: Seen) -> Judgement:
    """F6: in trin 1 there are more private people than professionals, as hjørnesten 1 counts them. Source: R3, R240."""
    facts, conference = seen.facts, seen.conference
    if seen.is_without_meeting:
        return Judgement(MarkState.NOT_RELEVANT, _("der var ikke noget møde"))
    if seen.is_before or not is_noted(conference, 1):
        return seen.unknown(_("det ses på dagen") if seen.is_before else _("hvem var med i trin 1?"))
    private, others = len(private_people(facts, conference, 1)), len(professionals(facts, conference, 1))
    reason = _("{professionals} fagpersoner og {private} private i trin 1")
    reason = reason.format(professionals=others, private=private)
    return Judgement(MarkState.MET, reason) if private > others else by_share(private == others, reason)


def attendees_visited(seen: Seen) -> Judgement:
    """F7: everybody private who took part was visited or informed otherwise beforehand. Source: R28, R29."""
    if seen.is_without_meeting:
        return Judgement(MarkState.NOT_RELEVANT, _("der var ikke noget møde"))
    beforehand = _until_the_day(seen)
    if seen.is_before:
        return Judgement(MarkState.NOT_YET, _so_far(beforehand))
    came = {one.id: one for step in (1, 2) for one in private_people(seen.facts, seen.conference, step)}
    if not came:
        return seen.unknown(_("hvem var med i trin 1?"))
    left = [one for one in came.values() if not _is_reached(beforehand, one)]
    if not left:
        return Judgement(MarkState.MET, _("alle {count} private, der var med, var besøgt").format(count=len(came)))
    reason = _("{names} var med uden at være besøgt").format(names=names([one.name for one in left]))
    return by_share(len(left) < len(came), reason)


def _until_the_day(seen: Seen) -> CaseFacts:
    """The case without the visits that came after the conference."""
    day = day_of(seen.facts, seen.conference)
    kept = (one for one in seen.facts.contacts if day is None or one.held_on is None or one.held_on <= day)
    return replace(seen.facts, contacts=tuple(kept))


def _is_reached(facts: CaseFacts, one: Person) -> bool:
    return visit_state(facts, one.id).visit in {Visit.VISITED, Visit.INFORMED}


def _so_far(facts: CaseFacts) -> str:
    people = invitees(facts)
    if not people:
        return _("ingen inviteres endnu")
    reached = sum(_is_reached(facts, one) for one in people)
    return _("{count} af {all} er besøgt").format(count=reached, all=len(people))
