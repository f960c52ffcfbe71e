"""The child: talked with, prepared, supported by somebody of its own choice, and heard in a form it chose."""

from __future__ import annotations

from collections.abc import Callable

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Child, Conference
from samordner_tui.method.predicates.shape import HOLDS, Finding, Predicate, by_name, lacks, of_case, of_conference
from samordner_tui.method.readings import child_name
from samordner_tui.method.terms import ChosenBy, ContactKind, ContactOutcome, RoleName


def each_child(facts: CaseFacts, test: Callable[[Child], bool], otherwise: str) -> Finding:
    """Whether something holds for every child; `otherwise` says what lacks, with the child's name as `{name}`."""
    if not facts.children:
        return lacks(_("barnet er ikke noteret"))
    for child in facts.children:
        if not test(child):
            return lacks(otherwise.format(name=child_name(facts, child)), child.id)
    return HOLDS


def talk_is_held(facts: CaseFacts, child: Child) -> bool:
    """Whether there has been a talk with a child. Source: R65."""
    return any(
        contact.kind is ContactKind.CHILD_TALK
        and contact.outcome is ContactOutcome.MADE
        and child.person_id in contact.people
        for contact in facts.contacts
    )


def has_chosen_supporter(conference: Conference | None, child: Child) -> bool:
    """Whether a child has chosen its supporter itself, and the supporter has not declined. Source: R64."""
    return conference is not None and any(
        holder.role is RoleName.SUPPORTER
        and not holder.understudy
        and holder.child_id in {None, child.id}
        and holder.chosen_by is ChosenBy.CHILD
        and holder.accepted is not False
        for holder in conference.role_holders
    )


def is_prepared(child: Child) -> bool:
    """Whether a child is prepared. Source: R63."""
    return child.prepared_on is not None


def has_understood(child: Child) -> bool:
    """Whether a child has understood why, when, who, and what if it wants out. Source: R63."""
    return child.understands is True


@of_case
def child_talk_held(facts: CaseFacts) -> Finding:
    """There has been a talk with every child before the method is used. Source: R65."""
    return each_child(facts, lambda child: talk_is_held(facts, child), _("du har ikke talt med {name} endnu"))


@of_case
def child_form_chosen(facts: CaseFacts) -> Finding:
    """Every child has chosen the form in which it takes part. Source: R7, R70."""
    return each_child(facts, lambda child: child.participation is not None, _("{name} har ikke valgt, hvordan"))


@of_case
def child_voice_chosen(facts: CaseFacts) -> Finding:
    """Every child has chosen how it is heard. Source: R68."""
    return each_child(facts, lambda child: child.voice is not None, _("{name} har ikke valgt, hvordan det siges"))


@of_case
def child_prepared(facts: CaseFacts) -> Finding:
    """Every child is prepared thoroughly. Source: R63."""
    return each_child(facts, is_prepared, _("{name} er ikke forberedt endnu"))


@of_case
def child_understands(facts: CaseFacts) -> Finding:
    """Every child has understood what is going to happen. Source: R63."""
    return each_child(facts, has_understood, _("har {name} forstået, hvad der sker?"))


@of_case
def child_timeline_given(facts: CaseFacts) -> Finding:
    """Every child has its timeline. Source: R62."""
    return each_child(facts, lambda child: child.timeline_given_on is not None, _("{name} mangler sin tidslinje"))


@of_case
def child_support_planned(facts: CaseFacts) -> Finding:
    """Support before, during and after is planned for every child. Source: R60, R66."""

    def is_planned(child: Child) -> bool:
        return bool(child.support_before and child.support_during and child.support_after)

    return each_child(facts, is_planned, _("støtten til {name} før, under og efter er ikke aftalt"))


@of_case
def child_wishes_asked(facts: CaseFacts) -> Finding:
    """Every child is asked what it wishes for: food, guests, room and invitation. Source: R67, R73."""

    def is_asked(child: Child) -> bool:
        return None not in {child.wish_food, child.wish_guests, child.wish_room, child.wish_invitation}

    return each_child(facts, is_asked, _("ønskerne fra {name} er ikke alle noteret"))


@of_case
def room_set_as_child_wishes(facts: CaseFacts) -> Finding:
    """Every child has said how the room is to be set. Source: R33."""
    return each_child(facts, lambda child: child.wish_room is not None, _("hvordan skal der dækkes op for {name}?"))


@of_conference
def supporter_chosen_by_child(facts: CaseFacts, conference: Conference) -> Finding:
    """Every child has chosen its supporter. Source: R64."""
    return each_child(
        facts, lambda child: has_chosen_supporter(conference, child), _("{name} har ikke valgt sin støtteperson")
    )


PREDICATES: dict[str, Predicate] = {
    **by_name(child_talk_held, child_form_chosen, child_voice_chosen, child_prepared, child_understands),
    **by_name(child_timeline_given, child_support_planned, child_wishes_asked, room_set_as_child_wishes),
    **by_name(supporter_chosen_by_child),
}
