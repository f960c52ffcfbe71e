"""How many covers a meal needs, of what it is made up, and which diets the kitchen must know of: counts, never names.

Source: R54 to R57, domain.md 5.2.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from samordner_tui.method import facts as f
from samordner_tui.method.predicates.catering import eats_invited, eats_uninvited
from samordner_tui.method.terms import Answer, Diet, InvitationChoice, PersonKind


@dataclass(frozen=True)
class Covers:
    """The covers of a meal by where they come from."""

    private: int = 0
    """From the family and network, who have said yes."""
    helpers: int = 0
    professionals: int = 0
    children: int = 0
    """The children of the case, who need no invitation."""
    companions: int = 0
    companion_children: int = 0
    extra: int = 0
    unanswered: int = 0
    """Invited and not answered yet. Not counted in."""

    @property
    def total(self) -> int:
        """How many eat, as far as is known."""
        return (
            self.private
            + self.helpers
            + self.professionals
            + self.children
            + self.companions
            + self.companion_children
            + self.extra
        )

    @property
    def expected(self) -> int:
        """How many eat, if everybody comes who has not declined."""
        return self.total + self.unanswered


def covers(facts: f.CaseFacts, conference: f.Conference) -> Covers:
    """The covers of a conference. `total` is what the rule *covers counted* asks for."""
    kinds = {one.id: one.kind for one in facts.people}
    eating = _eating(facts, conference)
    by_kind = Counter(kinds.get(one.person_id, PersonKind.PRIVATE) for one in eating)
    own = [child for child in facts.children if eats_uninvited(conference, child)]
    answered = {one.person_id for one in conference.invitations if one.answer in {Answer.YES, Answer.NO}}
    children = {child.person_id for child in facts.children}
    waiting = [
        one
        for one in facts.people
        if one.invited is InvitationChoice.INVITE and one.id not in answered and one.id not in children
    ]
    return Covers(
        private=by_kind[PersonKind.PRIVATE],
        helpers=by_kind[PersonKind.HELPER],
        professionals=by_kind[PersonKind.PROFESSIONAL],
        children=len(own) + by_kind[PersonKind.CHILD],
        companions=sum(one.companions for one in eating),
        companion_children=sum(one.companion_children for one in eating),
        extra=conference.menu.extra_covers if conference.menu is not None else 0,
        unanswered=len(waiting),
    )


def diets(facts: f.CaseFacts, conference: f.Conference) -> tuple[tuple[Diet, int], ...]:
    """How many of those who eat need which diet, the most asked for first. Source: domain.md 5.2."""
    eating = {one.person_id for one in _eating(facts, conference)}
    eating |= {one.person_id for one in facts.children if eats_uninvited(conference, one)}
    counted = Counter(diet for one in facts.people if one.id in eating for diet in one.diets)
    return tuple(counted.most_common())


def _eating(facts: f.CaseFacts, conference: f.Conference) -> list[f.Invitation]:
    return [one for one in conference.invitations if eats_invited(facts, one)]
