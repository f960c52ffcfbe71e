"""The list of people as it stands in the network: who they are, where on the map, visited, coming, what to remember."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from samordner_tui.casework.alike import notice_of_doubles
from samordner_tui.casework.cells import joined, name_of
from samordner_tui.casework.offers import has_something
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.casework.visits import visited_words
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.readings import attendance_of, invitation_of
from samordner_tui.method.terms import Answer, Attendance, InvitationChoice, PersonKind, Side

SECTION = "people"

ADULT = 18

MOST_REMEMBERED = 2
"""How much of what is to be remembered of a person stands in the list; the rest stands in the form."""

_END_OF_PHRASE = re.compile(r"[.,:;(]|$")

ORDER = (PersonKind.CHILD, PersonKind.PRIVATE, PersonKind.HELPER, PersonKind.PROFESSIONAL)


def section(context: Context) -> Section:
    """Everybody in the case: the child first, those who are not invited last."""
    columns = (
        Column(_("Navn"), 6, grow=True),
        Column(_("Hvem er det"), 13, grow=True),
        Column(_("Ring"), 13, grow=True, drop_at=40),
        Column(_("Besøgt"), 11),
        Column(_("Vil med"), 8, drop_at=41),
        Column(_("Særligt"), 10, grow=True, drop_at=42),
    )
    people = sorted(
        context.facts.people,
        key=lambda one: (
            one.invited is InvitationChoice.NOT_INVITED,
            not is_the_child(context, one),
            ORDER.index(one.kind),
        ),
    )
    bringing = has_something(context)
    rows = tuple(
        Row(
            one.id,
            "people",
            cells(context, one, brings=one.id in bringing),
            dim=one.invited is InvitationChoice.NOT_INVITED,
        )
        for one in people
    )
    empty = _("Skriv den første på linjen ovenfor, for eksempel »Inge, farmor, 1, fars side«.")
    title = _("Mennesker omkring {child}").format(child=context.facts.alias)
    return Section(SECTION, title, columns, rows, notice_of_doubles(context.session, context.case_id), empty, "people")


def summary(facts: f.CaseFacts) -> str:
    """`2 børn · 10 fra familien og netværket · 1 fagperson · 1 inviteres ikke`, as the first hjørnesten counts them."""
    there = [one for one in facts.people if one.invited is not InvitationChoice.NOT_INVITED]
    children = sum(one.kind is PersonKind.CHILD for one in there)
    private = sum(one.kind is PersonKind.PRIVATE for one in there)
    professionals = sum(one.kind is PersonKind.PROFESSIONAL for one in there)
    helpers = sum(one.kind is PersonKind.HELPER for one in there)
    not_invited = len(facts.people) - len(there)
    return joined(
        ngettext("{count} barn", "{count} børn", children).format(count=children) if children else None,
        ngettext("{count} fra familien og netværket", "{count} fra familien og netværket", private).format(
            count=private
        ),
        ngettext("{count} fagperson", "{count} fagpersoner", professionals).format(count=professionals)
        if professionals
        else None,
        ngettext("{count} hjælper", "{count} hjælpere", helpers).format(count=helpers) if helpers else None,
        _("{count} inviteres ikke").format(count=not_invited) if not_invited else None,
    )


def cells(context: Context, person: f.Person, *, brings: bool = False) -> tuple[str, ...]:
    """The cells of one person; `brings` where they have something with them."""
    remembered = chain(_to_remember(context, person), [_("har noget med")] if brings else [])
    return (
        person.name,
        who(context, person),
        where(context, person),
        _visited(context, person),
        coming(context, person),
        joined(*islice((in_short(words) for words in remembered), MOST_REMEMBERED)),
    )


def who(context: Context, person: f.Person) -> str:
    """`farmor`; `barnet, 11 år`. The age stands only where somebody is a child."""
    said = person.relation or ("" if person.kind is PersonKind.PRIVATE else context.method.label(person.kind))
    if is_the_child(context, person):
        said = person.relation or _("barnet")
    if person.age is None or person.age >= ADULT or any(sign.isdigit() for sign in said):
        return said
    age = _("{age} år").format(age=person.age)
    return f"{said}, {age}" if said else age


def in_short(words: str) -> str:
    """The first phrase of what somebody wrote: `Kørestol, den store` is `Kørestol` in a list."""
    return _END_OF_PHRASE.split(words, maxsplit=1)[0].strip()


def is_the_child(context: Context, person: f.Person) -> bool:
    """Whether somebody is a child that the case is about."""
    return any(one.person_id == person.id for one in context.facts.children)


def where(context: Context, person: f.Person) -> str:
    """`1 · mors side`; the child stands in the middle."""
    if is_the_child(context, person):
        return _("midten")
    place = context.method.label(person.sector) if person.sector is not None else ""
    if not place and person.side is not None and person.side is not Side.NONE:
        place = context.method.label(person.side)
    return joined(str(person.ring) if person.ring is not None else None, place)


def coming(context: Context, person: f.Person) -> str:
    """Whether and in which form somebody will take part."""
    if person.invited is InvitationChoice.NOT_INVITED:
        return _("inviteres ikke")
    invitation = invitation_of(context.conference, person.id) if context.conference is not None else None
    if invitation is not None and invitation.answer is Answer.NO:
        return _("nej")
    form = attendance_of(context.conference, person)
    if form is None:
        form = next((one.participation for one in context.facts.children if one.person_id == person.id), None)
    said_yes = invitation is not None and invitation.answer is Answer.YES
    if form is Attendance.IN_ROOM or (form is None and said_yes):
        return _("ja")
    if form is not None:
        return context.method.label(form)
    undecided = person.invited is InvitationChoice.UNDECIDED and person.kind is PersonKind.PRIVATE
    return _("skal afgøres") if undecided else ""


def _visited(context: Context, person: f.Person) -> str:
    own = any(person.id in one.people for one in context.facts.contacts)
    invited = person.kind is PersonKind.PRIVATE and person.invited is InvitationChoice.INVITE
    expected = invited or is_the_child(context, person)
    return visited_words(context.facts, person, context.today) if own or expected else ""


def _to_remember(context: Context, person: f.Person) -> Iterator[str]:
    """What the samordner must have in mind about somebody, the most telling first."""
    for part in (_wishes, _distances, _part_in_it, _needs, _brings):
        yield from part(context, person)


def _wishes(context: Context, person: f.Person) -> Iterator[str]:
    for child in context.facts.children:
        if child.person_id == person.id and child.wish_food:
            yield _("ønsker {food}").format(food=child.wish_food)


def _distances(context: Context, person: f.Person) -> Iterator[str]:
    for pair in context.facts.conflict_pairs:
        if person.id in {pair.first_id, pair.second_id}:
            yield _distance(context.facts, pair, person.id)


def _part_in_it(context: Context, person: f.Person) -> Iterator[str]:
    if person.invited is InvitationChoice.NOT_INVITED and person.other_way is not None:
        yield context.method.label(person.other_way)
    if any(one.author_id == person.id for one in (context.conference.briefings if context.conference else ())):
        yield _("informatør")


def _needs(context: Context, person: f.Person) -> Iterator[str]:
    if person.needs_interpreter:
        yield _("tolk")
    if person.needs_lift:
        yield _("skal hentes")
    if person.access_needs:
        yield person.access_needs
    yield from (context.method.label(one) for one in person.diets)


def _distance(facts: f.CaseFacts, pair: f.ConflictPair, person_id: str) -> str:
    other = pair.second_id if person_id == pair.first_id else pair.first_id
    if pair.arrives_first_id is None:
        return _("afstand til {name}").format(name=name_of(facts, other))
    return _("kommer først") if pair.arrives_first_id == person_id else _("kommer sidst")


def _brings(context: Context, person: f.Person) -> Iterator[str]:
    invitation = invitation_of(context.conference, person.id) if context.conference is not None else None
    if invitation is not None and invitation.companion_children:
        count = invitation.companion_children
        yield ngettext("har {count} barn med", "har {count} børn med", count).format(count=count)
    if invitation is not None and invitation.needs:
        yield invitation.needs
