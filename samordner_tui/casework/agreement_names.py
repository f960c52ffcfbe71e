"""Whom the agreements of a plan name: who is given a task, who was not there, and who is not invited.

The words stay as the family wrote them. That somebody in them is not invited is said to the samordner alone.
Source: R155, R180, domain.md 2 phase 7.
"""

from __future__ import annotations

import re

from samordner_tui.casework.cells import beginning
from samordner_tui.casework.views import Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import InvitationChoice
from samordner_tui.method.wording import listed

NOT_INVITED = "not_invited"
ALONE = frozenset({2, 3})
"""The trin in which the plan is made, read aloud and answered: whoever was there has heard their task."""
SHORT = 60


def named_in(facts: f.CaseFacts, text: str) -> tuple[f.Person, ...]:
    """Everybody of the case whom a text names: by their name, or by a first name or relation that only they have."""
    return tuple(one for one in facts.people if any(_stands_in(name, text) for name in _names(facts, one)))


def with_a_task(facts: f.CaseFacts, item: f.PlanItem) -> tuple[f.Person, ...]:
    """Those whom an agreement gives something to do."""
    return named_in(facts, item.who or "")


def absent(facts: f.CaseFacts, conference: f.Conference) -> frozenset[str]:
    """Whoever did not hear the plan: not noted in trin 2 or 3, or where nobody is noted there, not in trin 1."""
    noted = [one for one in conference.presences if one.person_id is not None]
    heard = {one.person_id for one in noted if one.step in ALONE} or {one.person_id for one in noted}
    return frozenset(one.id for one in facts.people if one.id not in heard)


def not_invited(facts: f.CaseFacts, item: f.PlanItem) -> tuple[f.Person, ...]:
    """Those named in an agreement who are not invited."""
    named = named_in(facts, f"{item.what} {item.who or ''}")
    return tuple(one for one in named if one.invited is InvitationChoice.NOT_INVITED)


def for_you_alone(context: Context, plan: f.Plan) -> tuple[Section, ...]:
    """Agreements that name somebody who is not invited: stands on the samordner's screen, on no paper."""
    found = [(item, not_invited(context.facts, item)) for item in plan.items]
    rows = tuple(Row(item.id, "plan_items", (_told(item, people),)) for item, people in found if people)
    if not rows:
        return ()
    note = _("Ordene står, som familien skrev dem. Det her ser kun du: det står på intet papir.")
    return (Section(NOT_INVITED, _("Kun til dig"), rows=rows, note=note),)


def _told(item: f.PlanItem, people: tuple[f.Person, ...]) -> str:
    names, words = listed([one.name for one in people]), beginning(item.what, SHORT)
    if len(people) == 1:
        told = _("»{words}« nævner {name}, som ikke er inviteret. Tal med initiativtageren, før nogen spørger {name}.")
        return told.format(words=words, name=names)
    told = _("»{words}« nævner {names}, som ikke er inviteret. Tal med initiativtageren, før nogen spørger dem.")
    return told.format(words=words, names=names)


def _names(facts: f.CaseFacts, person: f.Person) -> set[str]:
    """What a text may call somebody and mean nobody else."""
    first, others = person.name.split(" ")[0], [one for one in facts.people if one.id != person.id]
    found = {person.name}
    if all(one.name.split(" ")[0].lower() != first.lower() for one in others):
        found.add(first)
    relation = (person.relation or "").strip()
    if relation and all((one.relation or "").strip().lower() != relation.lower() for one in others):
        found.add(relation)
    return found


def _stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text as a word of its own, also as an owner: `Karens`."""
    return re.search(rf"(?<![\w-]){re.escape(name)}(?:s|'s|’s)?(?![\w-])", text, re.IGNORECASE) is not None
