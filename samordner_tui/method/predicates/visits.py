"""Visits to everybody in the network, about the method and the responsibility they take on."""

from __future__ import annotations

from collections.abc import Callable

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.predicates.shape import HOLDS, Finding, Predicate, by_name, lacks, of_case
from samordner_tui.method.readings import invitees, names
from samordner_tui.method.visited import VisitState, visit_state


def _all(facts: CaseFacts, test: Callable[[VisitState], bool], otherwise: str) -> Finding:
    """Whether something holds for the visit to every private invitee; `otherwise` has `{names}` for the others."""
    people = invitees(facts)
    if not people:
        return lacks(_("ingen inviteres endnu"))
    left = [one for one in people if not test(visit_state(facts, one.id))]
    if not left:
        return HOLDS
    return lacks(otherwise.format(names=names([one.name for one in left])), left[0].id)


@of_case
def every_invitee_visited(facts: CaseFacts) -> Finding:
    """Every private invitee is visited, informed otherwise, has declined, or is tried. Source: R28, R29, F7."""
    return _all(facts, lambda state: state.settled, _("{names} er ikke besøgt"))


@of_case
def every_invitee_met(facts: CaseFacts) -> Finding:
    """The samordner has met every private invitee, or has settled it otherwise. Source: R28."""
    return _all(facts, lambda state: state.met or state.settled, _("{names} er ikke besøgt"))


def _needs_no_more(state: VisitState) -> bool:
    """Whether there has been no meeting yet that could have been used, or the visit is settled."""
    return state.settled or not state.met


@of_case
def method_explained_where_met(facts: CaseFacts) -> Finding:
    """The method is explained to every private invitee the samordner has met. Source: R28."""
    return _all(
        facts, lambda state: state.method_explained or _needs_no_more(state), _("{names} kender ikke metoden endnu")
    )


@of_case
def responsibility_explained_where_met(facts: CaseFacts) -> Finding:
    """The responsibility of taking part is explained to every private invitee the samordner has met. Source: R29."""
    return _all(
        facts,
        lambda state: state.responsibility_explained or _needs_no_more(state),
        _("{names} kender ikke ansvaret endnu"),
    )


PREDICATES: dict[str, Predicate] = {
    **by_name(every_invitee_visited, every_invitee_met, method_explained_where_met, responsibility_explained_where_met),
}
