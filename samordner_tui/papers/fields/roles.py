"""What those with a role are told: their task, and nothing of the briefings. Source: R31, R46, R64, domain.md 5.3."""

from __future__ import annotations

from samordner_tui.casework.views import Context
from samordner_tui.method.attendance import supporters
from samordner_tui.method.readings import called, child_name
from samordner_tui.method.wording import listed
from samordner_tui.papers.fields.shared import Fields, children, signed
from samordner_tui.papers.recipients import Recipient

SUPPORT = ("support_before", "support_during", "support_after")


def supporter(context: Context, to: Recipient) -> Fields:
    """The sheet of a support person, for the child who chose it."""
    conference = context.conference
    own = [one for one in context.facts.children if conference is not None and to.id in supporters(conference, one)]
    agreed = {name: " ".join(text for one in own if (text := getattr(one, name))) for name in SUPPORT}
    return {
        "name": to.label,
        "child": listed([child_name(context.facts, one) for one in own]) or children(context),
        **agreed,
        **signed(context),
    }


def holder(context: Context, to: Recipient) -> Fields:
    """The sheet of the chair or the note taker."""
    return {"name": called(context.facts, to.id), "child": children(context), **signed(context)}


def minder(context: Context, to: Recipient) -> Fields:
    """The sheet of whoever minds the small ones. What the children cannot eat stands there: nobody else is near."""
    own = {one.person_id for one in context.facts.children}
    diets = [
        f"{one.name}: {listed([context.method.label(diet) for diet in one.diets])}"
        for one in context.facts.people
        if one.id in own and one.diets
    ]
    return {"name": to.label, "allergies": ". ".join(diets), **signed(context)}
