"""The network: uncovered on both sides, decided about by the family, and more in number than professionals."""

from __future__ import annotations

from collections.abc import Iterable

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Person
from samordner_tui.method.predicates.shape import (
    HOLDS,
    Finding,
    Predicate,
    by_name,
    first_lack,
    holds_for,
    holds_if,
    lacks,
    of_case,
)
from samordner_tui.method.readings import beyond_household, called, invitees
from samordner_tui.method.terms import InvitationChoice, PersonKind, Side, Tie

ALWAYS_PRESENT_PROFESSIONALS = 2
"""The samordner and the initiativtager are in trin 1 without being on the list of people."""


def missing_side(facts: CaseFacts, people: Iterable[Person]) -> Side | None:
    """The first side of the family with nobody among the private `people`, and no reason for it. Source: R3, F5."""
    sides = {one.side for one in people if one.kind is PersonKind.PRIVATE}
    for side, reason in ((Side.MOTHER, facts.mothers_side_reason), (Side.FATHER, facts.fathers_side_reason)):
        if not reason and not sides & {side, Side.BOTH}:
            return side
    return None


def side_sentence(side: Side, of_mother: str, of_father: str) -> Finding:
    """The lack of a side, in the sentence for that side."""
    return lacks(of_mother if side is Side.MOTHER else of_father)


def _private(facts: CaseFacts) -> list[Person]:
    return [one for one in facts.people if one.kind is PersonKind.PRIVATE]


@of_case
def network_mapped(facts: CaseFacts) -> Finding:
    """The network is uncovered together with family and child. Source: R27, R151."""
    return holds_if(bool(beyond_household(facts.people)), _("ingen uden for hjemmet er på kortet"))


@of_case
def relations_named(facts: CaseFacts) -> Finding:
    """It is said who every private person is to the child. Source: R95."""
    return _each(_private(facts), [one.id for one in _private(facts) if one.relation], _("hvem er {name} for barnet?"))


@of_case
def map_dated(facts: CaseFacts) -> Finding:
    """It is known from when every person on the map is. Source: R163."""
    noted = [one.id for one in facts.people if one.noted_on is not None]
    return _each(_private(facts), noted, _("hvornår kom {name} på kortet?"))


def _each(people: list[Person], satisfied: list[str], otherwise: str) -> Finding:
    """Whether every person is among the satisfied; `otherwise` names the first who is not."""
    if not people:
        return lacks(_("ingen er på kortet endnu"))
    for one in people:
        if one.id not in satisfied:
            return lacks(otherwise.format(name=one.name), one.id)
    return HOLDS


@of_case
def both_kinds_on_map(facts: CaseFacts) -> Finding:
    """Private people and professionals are both on the map. Source: R164."""
    kinds = {one.kind for one in facts.people}
    return first_lack(
        holds_if(PersonKind.PRIVATE in kinds, _("ingen fra familien og netværket er på kortet")),
        holds_if(PersonKind.PROFESSIONAL in kinds, _("ingen fagpersoner er på kortet")),
    )


@of_case
def both_sides_on_map(facts: CaseFacts) -> Finding:
    """Both sides of the family are on the map, or it is said why not. Source: R3, F5."""
    side = missing_side(facts, facts.people)
    if side is None:
        return HOLDS
    return side_sentence(side, _("ingen fra mors side er på kortet"), _("ingen fra fars side er på kortet"))


@of_case
def passive_tie_tried(facts: CaseFacts) -> Finding:
    """At least one sleeping or new tie is on the map. Source: R153, R154, F5."""
    tried = any(one.tie in {Tie.PASSIVE, Tie.NEW} for one in facts.people)
    return holds_if(tried, _("ingen sovende eller nye kontakter er på kortet"))


@of_case
def views_asked(facts: CaseFacts) -> Finding:
    """Child or custody holder has said what they think of inviting each person in the network. Source: R155."""
    asked = [view.person_id for view in facts.views]
    return _each(list(beyond_household(facts.people)), asked, _("hvad siger barnet og forældrene om {name}?"))


@of_case
def everyone_decided(facts: CaseFacts) -> Finding:
    """It is decided about every private person whether they are to be invited. Source: R155."""
    decided = [one.id for one in facts.people if one.invited is not InvitationChoice.UNDECIDED]
    return _each(_private(facts), decided, _("skal {name} inviteres?"))


@of_case
def not_invited_decided_by_others(facts: CaseFacts) -> Finding:
    """Whoever is not invited: it is said why, and who decided it; never the samordner. Source: R155."""
    for one in _not_invited(facts):
        if one.decided_by is None:
            return lacks(_("hvem har besluttet, at {name} ikke inviteres?").format(name=one.name), one.id)
        if one.not_invited_reason is None:
            return lacks(_("hvorfor inviteres {name} ikke?").format(name=one.name), one.id)
    return holds_for(_not_invited(facts))


@of_case
def not_invited_told(facts: CaseFacts) -> Finding:
    """It is noted how whoever is not invited was told. Source: domain.md 2.2."""
    for one in _not_invited(facts):
        if one.told_how is None:
            return lacks(_("hvordan har {name} fået det at vide?").format(name=one.name), one.id)
    return holds_for(_not_invited(facts))


def _not_invited(facts: CaseFacts) -> list[Person]:
    return [one for one in facts.people if one.invited is InvitationChoice.NOT_INVITED]


@of_case
def network_invited(facts: CaseFacts) -> Finding:
    """Somebody from beyond the household is to be invited. Source: R3, R95."""
    return holds_if(bool(beyond_household(invitees(facts))), _("ingen uden for hjemmet inviteres endnu"))


@of_case
def network_outnumbers(facts: CaseFacts) -> Finding:
    """More private people are to be invited than professionals will be there. Source: R240, F6."""
    professionals = ALWAYS_PRESENT_PROFESSIONALS + sum(
        one.kind is PersonKind.PROFESSIONAL and one.invited is InvitationChoice.INVITE for one in facts.people
    )
    private = len(invitees(facts))
    sentence = _("{private} fra familien og netværket og {professionals} fagpersoner")
    return holds_if(private > professionals, sentence.format(private=private, professionals=professionals))


@of_case
def conflict_pairs_planned(facts: CaseFacts) -> Finding:
    """Arrival or seating is planned for every two who need distance. Source: domain.md 2 phase 3."""
    for pair in facts.conflict_pairs:
        if pair.arrives_first_id is None and not pair.seating:
            first, second = called(facts, pair.first_id), called(facts, pair.second_id)
            return lacks(_("ankomst og plads for {first} og {second}").format(first=first, second=second), pair.id)
    return holds_for(facts.conflict_pairs)


PREDICATES: dict[str, Predicate] = {
    **by_name(network_mapped, relations_named, map_dated, both_kinds_on_map, both_sides_on_map, passive_tie_tried),
    **by_name(views_asked, everyone_decided, not_invited_decided_by_others, not_invited_told),
    **by_name(network_invited, network_outnumbers, conflict_pairs_planned),
}
