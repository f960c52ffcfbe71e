"""What the child is given: what happens when, and who is coming. No concern and no address.

Source: R62, domain.md 5.3.
"""

from __future__ import annotations

from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.attendance import supporters
from samordner_tui.method.predicates.catering import eats_uninvited
from samordner_tui.method.readings import attendance_of, child_name, invitation_of, invitees
from samordner_tui.method.terms import Answer, AuthorityKind, PersonKind
from samordner_tui.method.wording import show_long_date
from samordner_tui.papers.fields.plan import agreed, for_child
from samordner_tui.papers.fields.shared import (
    FROM_AFAR,
    Fields,
    at_work,
    child_of,
    names,
    other_children,
    signed,
    signer,
    when,
    where,
)
from samordner_tui.papers.recipients import Recipient


def timeline(context: Context, to: Recipient) -> Fields:
    """The child's own time line, with boxes to tick."""
    child = child_of(context, to.id)
    return {
        "child": to.label,
        "path": [{"when": day, "what": what} for day, what in _path(context, child)],
        "supporter": _supporter(context, child),
        **signed(context),
    }


def _path(context: Context, child: f.Child | None) -> list[tuple[str, str]]:
    conference = context.conference
    day = when(context)
    place = where(context)["place"]
    steps = [
        (_("Nu"), _("Du fortæller samordneren, hvem der er vigtige for dig.")),
        (_("Snart"), _("Samordneren besøger dem, du gerne vil have med.")),
        (_("Lidt før"), _("Du og samordneren ser på, hvad der skal ske. Du får at vide, hvad de voksne vil sige.")),
    ]
    held = _("Vi mødes kl. {time}.").format(time=day["starts"]) if day["starts"] else _("Vi mødes.")
    at = _("Det er her: {place}.").format(place=place) if place else ""
    steps.append((str(day["day"] or _("Dagen")), " ".join(part for part in (held, at) if part)))
    steps += [
        (_("Først"), _("Alle siger hej og får det samme at vide. Så går dem, der er på arbejde, ud.")),
        (_("Så"), _("Du og din familie spiser og laver planen. Du må holde pause.")),
        (_("Til sidst"), _("I læser planen op og får svar.")),
        (_("Dagen efter"), _("Samordneren spørger dig, hvordan det var.")),
    ]
    if conference is not None and conference.follow_up_on is not None:
        steps.append((show_long_date(conference.follow_up_on, context.today), _("I mødes igen.")))
    return steps


def who_comes(context: Context, to: Recipient) -> Fields:
    """Everybody who comes, by name and by what they are to the child."""
    conference = context.conference
    private = invitees(context.facts)
    answers = {one.id: invitation_of(conference, one.id) if conference is not None else None for one in private}
    coming = [one for one in private if (answer := answers[one.id]) is not None and answer.answer is Answer.YES]
    told_no = {one.id for one in private if (answer := answers[one.id]) is not None and answer.answer is Answer.NO}
    others = [_child(context, one) for one in context.facts.children if one.id != to.id]
    return {
        "child": to.label,
        "coming": [one for one in others if one]
        + [_person(context, one) for one in (*other_children(context.facts), *coming)],
        "waiting": [_person(context, one) for one in private if one not in coming and one.id not in told_no],
        "at_work": _at_work(context),
    }


def _child(context: Context, child: f.Child) -> dict[str, str] | None:
    conference = context.conference
    there = conference is None or eats_uninvited(conference, child)
    return {"name": child_name(context.facts, child), "relation": "", "how": ""} if there else None


def _person(context: Context, person: f.Person) -> dict[str, str]:
    form = attendance_of(context.conference, person)
    how = context.method.label(form) if form in FROM_AFAR else ""
    return {"name": person.name, "relation": person.relation or "", "how": how}


def _at_work(context: Context) -> list[dict[str, object]]:
    found: list[dict[str, object]] = [
        {"name": one.name, "relation": _task(context, one), "leaves": one.kind is PersonKind.PROFESSIONAL}
        for one in at_work(context)
    ]
    initiators = [one for one in context.facts.authorities if one.kind is AuthorityKind.INITIATOR]
    found += [{"name": one.name, "relation": _("fra kommunen"), "leaves": True} for one in initiators]
    own = signer(context).name
    return [*found, {"name": own or _("Samordneren"), "relation": _("samordner") if own else "", "leaves": True}]


def _task(context: Context, person: f.Person) -> str:
    """What somebody is there for. What they work with otherwise may be what the worry is about, and is not told."""
    briefings = context.conference.briefings if context.conference is not None else ()
    return _("fortæller noget i starten") if any(one.author_id == person.id for one in briefings) else ""


def _supporter(context: Context, child: f.Child | None) -> str:
    if context.conference is None or child is None:
        return ""
    return names(context, dict.fromkeys(supporters(context.conference, child)))


def plan_child(context: Context, to: Recipient) -> Fields:
    """The plan as a child reads it: what will happen, and who does it."""
    child = child_of(context, to.id)
    return {
        "child": to.label,
        "items": for_child(context, to.id),
        "supporter": _supporter(context, child),
        **agreed(context),
    }
