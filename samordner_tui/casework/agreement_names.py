"""Whom the agreements of a plan name: who is given a task, who was not there, and who is not invited.

The words stay as the family wrote them. That somebody in them is not invited is said to the samordner alone.
Source: R155, R180, domain.md 2 phase 7.
"""

from __future__ import annotations

from samordner_tui.casework.cells import beginning
from samordner_tui.casework.folding import folded
from samordner_tui.casework.names_in_words import first_name, is_said, name_said, said_as
from samordner_tui.casework.views import Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.attendance import THERE
from samordner_tui.method.terms import InvitationChoice
from samordner_tui.method.wording import listed

NOT_INVITED = "not_invited"
HEARD_IN = frozenset({2, 3})
"""The trin in which the plan is made, read aloud and answered: whoever was there has heard their task."""
SHORT = 60


def named_in(facts: f.CaseFacts, text: str) -> tuple[f.Person, ...]:
    """Everybody of the case whom a text names: by their name, or by a first name or relation that only they have."""
    return tuple(one for one in facts.people if _is_named(facts, one, text))


def with_a_task(facts: f.CaseFacts, item: f.PlanItem) -> tuple[f.Person, ...]:
    """Those whom an agreement gives something to do."""
    return named_in(facts, item.who or "")


def absent(facts: f.CaseFacts, conference: f.Conference) -> frozenset[str]:
    """Whoever did not hear the plan: not there in trin 2 or 3, or where nobody is noted there, not in trin 1.

    Words that were brought, as a letter, are heard by the family; whoever wrote them has not heard the plan.
    """
    there = [one for one in conference.presences if one.person_id is not None and one.form in THERE]
    heard = {one.person_id for one in there if one.step in HEARD_IN} or {one.person_id for one in there}
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


def _is_named(facts: f.CaseFacts, person: f.Person, text: str) -> bool:
    """Whether a text calls somebody what it can call nobody else."""
    others = [one for one in facts.people if one.id != person.id]
    first, relation = first_name(person.name), (person.relation or "").strip()
    first_is_own = all(folded(first_name(one.name)) != folded(first) for one in others)
    relation_is_own = all(folded((one.relation or "").strip()) != folded(relation) for one in others)
    by_name = name_said(person.name, text) if first_is_own else said_as(person.name, text)
    return by_name is not None or (relation_is_own and is_said(relation, text))
