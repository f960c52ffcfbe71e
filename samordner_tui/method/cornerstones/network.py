"""Hjørnesten 1: the extended family and the network take part. Source: R3, R28, F5 to F7."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samordner_tui.language import _, ngettext
from samordner_tui.method.attendance import is_noted, private_people, professionals
from samordner_tui.method.cornerstones.verdict import Verdict
from samordner_tui.method.predicates.network import missing_side
from samordner_tui.method.readings import (
    begun,
    beyond_household,
    done,
    invitation_of,
    invitees,
    phase,
)
from samordner_tui.method.terms import Answer, Phase, Side, StageId, Standing
from samordner_tui.method.visited import Visit, visit_state

if TYPE_CHECKING:
    from datetime import date

    from samordner_tui.method.facts import CaseFacts, Conference, Person

FEWEST = 2
"""How many private people from beyond the household are to take part in trin 2."""


def network_takes_part(facts: CaseFacts, conference: Conference | None, _today: date) -> Verdict:
    """How hjørnesten 1 stands."""
    if conference is None or phase(conference) is Phase.BEFORE:
        return _before(facts, conference)
    if phase(conference) is Phase.DAY and not begun(conference, 2):
        return _in_step_1(facts, conference)
    return _from_step_2(facts, conference)


def _say(standing: Standing, reason: str, mend_at: StageId) -> Verdict:
    return Verdict(1, standing, reason, mend_at)


def _side_reason(side: Side) -> str:
    return _("ingen fra mors side") if side is Side.MOTHER else _("ingen fra fars side")


def _before(facts: CaseFacts, conference: Conference | None) -> Verdict:
    invited = invitees(facts)
    network = beyond_household(invited)
    if not network:
        return _say(Standing.OPEN, _("ingen uden for hjemmet inviteres"), StageId.NETWORK)
    side = missing_side(facts, invited)
    if side is not None:
        return _say(Standing.PARTLY, _side_reason(side), StageId.NETWORK)
    states = [visit_state(facts, one.id) for one in invited]
    visited = sum(state.visit is Visit.VISITED for state in states)
    if not all(state.settled for state in states):
        reason = _("{count} af {all} er besøgt").format(count=visited, all=len(invited))
        return _say(Standing.PARTLY, reason, StageId.NETWORK)
    coming = _coming(network, conference)
    if not coming:
        return _say(Standing.PARTLY, _("ingen har sagt ja endnu"), StageId.INVITATIONS)
    return _say(Standing.PARTLY, _("{count} uden for hjemmet kommer").format(count=coming), StageId.INVITATIONS)


def _coming(network: tuple[Person, ...], conference: Conference | None) -> int:
    """How many of the network have said yes."""
    if conference is None:
        return 0
    invitations = [invitation_of(conference, one.id) for one in network]
    return sum(invitation is not None and invitation.answer is Answer.YES for invitation in invitations)


def _outnumbered(facts: CaseFacts, conference: Conference) -> Verdict | None:
    """A departure where the professionals in trin 1 outnumber the private people. Source: F6, R240."""
    private, others = len(private_people(facts, conference, 1)), len(professionals(facts, conference, 1))
    if others <= private:
        return None
    reason = _("{professionals} fagpersoner og {private} private i trin 1")
    return _say(Standing.BROKEN, reason.format(professionals=others, private=private), StageId.INFORMATION)


def _in_step_1(facts: CaseFacts, conference: Conference) -> Verdict:
    """What is met is met in trin 2. While people arrive, the numbers tell nothing until the family is noted."""
    is_arriving = not done(conference, 1) and not private_people(facts, conference, 1)
    departed = None if is_arriving else _outnumbered(facts, conference)
    return departed or _say(Standing.PARTLY, _("trin 2 er ikke begyndt"), StageId.INFORMATION)


def _from_step_2(facts: CaseFacts, conference: Conference) -> Verdict:
    took_part = private_people(facts, conference, 2)
    network = beyond_household(took_part)
    if not network:
        if phase(conference) is Phase.DAY and not is_noted(conference, 2):
            return _say(Standing.PARTLY, _("hvem er med i trin 2?"), StageId.PRIVATE_TIME)
        return _say(Standing.BROKEN, _("ingen uden for hjemmet var med"), StageId.PRIVATE_TIME)
    departed = _outnumbered(facts, conference)
    if departed:
        return departed
    if len(network) < FEWEST:
        reason = _("kun {name} uden for hjemmet var med").format(name=network[0].name)
        return _say(Standing.PARTLY, reason, StageId.PRIVATE_TIME)
    side = missing_side(facts, took_part)
    if side is not None:
        return _say(Standing.PARTLY, _side_reason(side), StageId.NETWORK)
    return _balance(facts, conference, len(network))


def _balance(facts: CaseFacts, conference: Conference, network: int) -> Verdict:
    """Met when private people outnumber professionals in trin 1 too."""
    if not is_noted(conference, 1):
        return _say(Standing.PARTLY, _("hvem var med i trin 1?"), StageId.INFORMATION)
    if len(private_people(facts, conference, 1)) <= len(professionals(facts, conference, 1)):
        return _say(Standing.PARTLY, _("lige så mange fagpersoner i trin 1"), StageId.INFORMATION)
    reason = ngettext("{count} uden for hjemmet var med", "{count} uden for hjemmet var med", network)
    return _say(Standing.MET, reason.format(count=network), StageId.PRIVATE_TIME)
