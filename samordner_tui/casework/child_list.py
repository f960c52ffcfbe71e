"""Each child with how far it has come, its wishes, and those who hold custody. Source: R60 to R73, R89."""

from __future__ import annotations

from samordner_tui.archive.records.network import Child, Custody
from samordner_tui.casework import consents
from samordner_tui.casework.cells import child_name, done, marked, name_of, short_day, yes_no
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.child import has_chosen_supporter, talk_is_held
from samordner_tui.method.terms import ConsentScope, ContactKind, RoleName, Standing
from samordner_tui.method.wording import show_moment

CHILDREN = "children"
CUSTODY = "custodies"


def children_section(context: Context) -> Section:
    """Each child: talked with, how it takes part, its supporter, prepared."""
    columns = (
        Column(_("Barnet"), 16, grow=True),
        Column(_("Talt med"), 16),
        Column(_("Er med"), 14),
        Column(_("Støtteperson"), 14, drop_at=60),
        Column(_("Forberedt"), 16),
    )
    rows = tuple(Row(one.id, "children", _child_cells(context, one)) for one in context.facts.children)
    empty = _("Skriv barnets fornavn, eller det, barnet skal kaldes her.")
    return Section(CHILDREN, _("Barnet"), columns, rows, empty=empty, adds="children")


def _child_cells(context: Context, child: f.Child) -> tuple[str, ...]:
    facts = context.facts
    age = next((one.age for one in facts.people if one.id == child.person_id), None)
    name = child_name(facts, child.id)
    if age is not None:
        name = _("{name}, {age} år").format(name=name, age=age)
    form = context.method.label(child.participation) if child.participation else marked(Standing.OPEN, _("spørg"))
    ready = done(child.prepared_on, context.today, _("forbered"))
    if child.prepared_on is not None and child.understands is not True:
        ready = marked(Standing.PARTLY, _("tal om det igen"))
    return (name, _talked(context, child), form, _supporter(context, child), ready)


def _talked(context: Context, child: f.Child) -> str:
    if not talk_is_held(context.facts, child):
        return marked(Standing.OPEN, _talk_agreed(context, child) or _("aftal tid"))
    days = [
        one.held_on
        for one in context.facts.contacts
        if one.kind is ContactKind.CHILD_TALK and child.person_id in one.people and one.held_on is not None
    ]
    return marked(Standing.MET, short_day(max(days, default=None), context.today))


def _talk_agreed(context: Context, child: f.Child) -> str:
    """When a talk is agreed that has not been held: `tors. 14. jan. kl. 17`."""
    times = [
        one.planned_at
        for one in context.facts.contacts
        if one.kind is ContactKind.CHILD_TALK and child.person_id in one.people and one.held_on is None
    ]
    agreed = max((one for one in times if one is not None), default=None)
    return "" if agreed is None else show_moment(agreed, context.zone, context.today)


def _supporter(context: Context, child: f.Child) -> str:
    if not has_chosen_supporter(context.conference, child):
        return marked(Standing.OPEN, _("vælges"))
    holders = context.conference.role_holders if context.conference is not None else ()
    chosen = next(
        one.person_id
        for one in holders
        if one.role is RoleName.SUPPORTER and not one.understudy and one.child_id in {None, child.id}
    )
    return marked(Standing.MET, name_of(context.facts, chosen))


def wishes_sections(context: Context) -> tuple[Section, ...]:
    """What each child wishes, in its own words."""
    return tuple(_wishes_section(context, child) for child in context.facts.children)


def _wishes_section(context: Context, child: f.Child) -> Section:
    row = context.session.get(Child, child.id)
    said = (
        ("wish_food", _("Mad")),
        ("wish_guests", _("Gæster")),
        ("wish_room", _("Rummet og bordet")),
        ("wish_seat", _("Plads")),
        ("wish_invitation", _("Invitationen")),
        ("wish_music", _("Musik")),
        ("wish_breaks", _("Pauser")),
        ("statement", _("Egne ord")),
    )
    cells = ((name, title, getattr(row, name, None)) for name, title in said)
    rows = tuple(Row(child.id, "children", (title, words), field=name) for name, title, words in cells if words)
    title = _("{name} ønsker").format(name=child_name(context.facts, child.id))
    columns = (Column("", 18), Column("", 30, grow=True))
    return Section(f"wishes/{child.id}", title, columns, rows, empty=_("Spørg om mad, gæster, rummet og invitationen."))


def custody_section(context: Context) -> Section:
    """Everybody who holds custody, with how their consent stands."""
    facts = context.facts
    columns = (
        Column(_("Hvem"), 18, grow=True),
        Column(_("Over"), 14),
        Column(_("Samtykke"), 18),
        Column(_("Samtale"), 18),
    )
    rows = tuple(
        Row(
            one.id,
            "custodies",
            (
                name_of(facts, one.person_id),
                child_name(facts, one.child_id),
                _consent_words(facts, one, ConsentScope.METHOD),
                _consent_words(facts, one, ConsentScope.CHILD_TALK),
            ),
        )
        for one in Rows(context.session, context.case_id).all(Custody)
    )
    empty = _("Skriv, hvem der har forældremyndigheden. Det er deres samtykke, du skal have.")
    return Section(CUSTODY, _("Forældremyndighed"), columns, rows, empty=empty, adds="custodies")


def _consent_words(facts: f.CaseFacts, custody: Custody, scope: ConsentScope) -> str:
    wanted = consents.Expected(custody.person_id, custody.child_id, scope)
    answer = consents.answer_to(facts, wanted)
    given = None if answer is None or answer.answer is None else answer.answer in consents.OPENS
    if answer is not None and answer.withdrawn_on is not None:
        return marked(Standing.BROKEN, _("trukket tilbage"))
    standing = {None: Standing.OPEN, True: Standing.MET, False: Standing.BROKEN}[given]
    return marked(standing, yes_no(given, _("spørg")))
