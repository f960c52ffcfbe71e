"""Trin 2: the family and the network are alone, and eat together."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.attendance import uncalled
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.predicates.shape import Finding, Predicate, by_name, holds_for, holds_if, lacks, of_conference
from samordner_tui.method.readings import begun, done, steps
from samordner_tui.method.terms import LogKind


@of_conference
def professionals_left(facts: CaseFacts, conference: Conference) -> Finding:
    """No professional is in trin 2 without being called in. Source: R4, R10, F16."""
    if uncalled(facts, conference):
        return lacks(_("en fagperson er i rummet"))
    return holds_for(steps(conference, 1))


@of_conference
def private_time_begun(_facts: CaseFacts, conference: Conference) -> Finding:
    """Private time has begun. Source: R10, R11."""
    return holds_if(begun(conference, 2), _("familiens egen tid er ikke begyndt"))


@of_conference
def private_time_done(_facts: CaseFacts, conference: Conference) -> Finding:
    """Private time has begun and ended in every round. Source: R11, F17."""
    if not begun(conference, 2):
        return lacks(_("familiens egen tid er ikke begyndt"))
    return holds_if(done(conference, 2), _("familiens egen tid er ikke slut"))


@of_conference
def meal_shared(_facts: CaseFacts, conference: Conference) -> Finding:
    """Everybody ate together: as it is answered, else by a meal that is logged. Source: R54, F12."""
    shared = ate_together(conference)
    if shared is None:
        return lacks(_("spiste I sammen?"))
    return holds_if(shared, _("I spiste ikke sammen"))


def ate_together(conference: Conference) -> bool | None:
    """Whether everybody ate together; None where neither an answer nor a meal is noted."""
    if conference.meal_shared is not None:
        return conference.meal_shared
    return True if any(one.kind is LogKind.MEAL for one in conference.log_entries) else None


PREDICATES: dict[str, Predicate] = {
    **by_name(professionals_left, private_time_begun, private_time_done, meal_shared),
}
