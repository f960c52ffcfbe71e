"""What those with a role are told: their task, and nothing of the briefings. Source: R31, R46, R64, domain.md 5.3."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from samordner_tui.casework.views import Context
from samordner_tui.method import facts as f
from samordner_tui.method.attendance import supporters
from samordner_tui.method.readings import called, child_name
from samordner_tui.method.terms import ChosenBy, RoleName
from samordner_tui.method.wording import listed
from samordner_tui.papers.fields.shared import Fields, children, other_children, signed
from samordner_tui.papers.recipients import Recipient

SUPPORT = ("support_before", "support_during", "support_after")


def supporter(context: Context, to: Recipient) -> Fields:
    """The sheet of a support person, for the child who chose it."""
    conference = context.conference
    own = [one for one in context.facts.children if conference is not None and to.id in supporters(conference, one)]
    agreed = {name: _agreed(context.facts, own, name) for name in SUPPORT}
    held = next((one for one in _held(context, RoleName.SUPPORTER) if one.person_id == to.id), None)
    return {
        "name": to.label,
        "child": listed([child_name(context.facts, one) for one in own]) or children(context),
        "chosen": held is not None and held.chosen_by in {None, ChosenBy.CHILD},
        "understudy": held is not None and held.understudy,
        **agreed,
        **signed(context),
    }


def _agreed(facts: f.CaseFacts, own: list[f.Child], name: str) -> str:
    """What is agreed with each child it is chosen by; with several it is said whose it is."""
    told = {child_name(facts, one): text for one in own if (text := getattr(one, name))}
    return " ".join(told.values()) if len(own) == 1 else " ".join(f"{child}: {text}" for child, text in told.items())


def _held(context: Context, role: RoleName) -> Iterator[f.RoleHolder]:
    for one in context.conference.role_holders if context.conference is not None else ():
        if one.role is role:
            yield one


def holder(role: RoleName) -> Callable[[Context, Recipient], Fields]:
    """The sheet of whoever has a role for the whole table: the chair, or the note taker."""

    def sheet(context: Context, to: Recipient) -> Fields:
        own = [one for one in _held(context, role) if one.person_id == to.id]
        return {
            "name": called(context.facts, to.id),
            "child": children(context),
            "understudy": bool(own) and all(one.understudy for one in own),
            **signed(context),
        }

    return sheet


def minder(context: Context, to: Recipient) -> Fields:
    """The sheet of whoever minds the small ones. What they cannot eat stands there: nobody else is near."""
    diets = [
        f"{one.name}: {listed([context.method.label(diet) for diet in one.diets])}"
        for one in _minded(context.facts)
        if one.diets
    ]
    return {"name": to.label, "allergies": ". ".join(diets), **signed(context)}


def _minded(facts: f.CaseFacts) -> Iterator[f.Person]:
    """The small children who come, and those whose age is not known. What an older one eats is told no one here."""
    own = {one.person_id for one in facts.children}
    children = [one for one in facts.people if one.id in own]
    for one in (*children, *other_children(facts)):
        if one.age is None or one.age < facts.ages.small_child_under:
            yield one
