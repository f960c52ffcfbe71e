"""Visits and talks: who is next, who was there, what they know and what came of it.

A visit is made when method and responsibility are both explained. Source: R28, R29, R65, R72, R159, R183.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Contact, ContactPerson
from samordner_tui.casework import change, consents, safety
from samordner_tui.casework.before_contact import ask_reason_before_contact
from samordner_tui.casework.cells import joined, marked, names_of, short_day
from samordner_tui.casework.change import rules_of
from samordner_tui.casework.fields import Value
from samordner_tui.casework.forms import FORMS, Form, Group, is_one_of
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import civil_date, invitees
from samordner_tui.method.terms import ContactForm, ContactKind, ContactOutcome, PersonKind, Standing
from samordner_tui.method.visited import Visit, visit_state
from samordner_tui.method.wording import show_number
from samordner_tui.refusals import Refused

SECTION = "contacts"

AWAY = (ContactForm.PHONE, ContactForm.VIDEO, ContactForm.LETTER)
"""Forms of contact that nobody drives to."""


def is_travelled_to(row: Mapping[str, Value]) -> bool:
    """Whether somebody goes there: then place and kilometres are asked for."""
    return row.get("form") not in AWAY


FORMS.add(
    Form(
        Contact,
        (
            Group("Aftalen", ("planned_at", "form")),
            Group("", ("place",), shown_when=is_travelled_to),
            Group("Bagefter", ("outcome", "held_on")),
            Group(
                "Talte I om det her?",
                ("method_explained", "responsibility_explained", "may_be_told"),
                shown_when=is_one_of("outcome", ContactOutcome.MADE, ContactOutcome.INFORMED_OTHERWISE),
            ),
            Group("Til dig selv", ("note", "minutes")),
            Group("", ("kilometres",), shown_when=is_travelled_to),
            Group("", ("kind",)),
        ),
    ),
    Form(ContactPerson, (Group("", ("person_id",)),)),
)

# Safety first: where it shuts the network, no reason opens it.
rules_of(Contact).before_add.extend(
    (safety.refuse_network_while_shut, consents.refuse_planning_without_consent, ask_reason_before_contact)
)
rules_of(Contact).before_change.extend((safety.refuse_opening_a_shut_network, consents.refuse_moving_without_consent))

FARTHEST_RING = 5

NOT_HELD = frozenset({ContactOutcome.PLANNED, ContactOutcome.CALLED_OFF})
"""What has no day on which it was held."""


def kind_of_talk(facts: f.CaseFacts, person_id: str) -> ContactKind:
    """What a talk with this person is: with the child, a parent, an informatør, or a visit to the network."""
    person = next((one for one in facts.people if one.id == person_id), None)
    if person is not None and person.kind is PersonKind.CHILD:
        return ContactKind.CHILD_TALK
    if any(one.person_id == person_id for one in facts.custodies):
        return ContactKind.PARENT_TALK
    if person is not None and person.kind is PersonKind.PROFESSIONAL:
        return ContactKind.INFORMANT_TALK
    return ContactKind.NETWORK_VISIT


def kind_of_talks(facts: f.CaseFacts, people: Sequence[str]) -> ContactKind:
    """What a talk with several people is: with a child among them the child's, else what all are, else a visit."""
    kinds = {kind_of_talk(facts, one) for one in people}
    if ContactKind.CHILD_TALK in kinds:
        return ContactKind.CHILD_TALK
    return kinds.pop() if len(kinds) == 1 else ContactKind.NETWORK_VISIT


def next_to_visit(facts: f.CaseFacts) -> tuple[f.Person, ...]:
    """The invited people whom nobody has visited or settled with, those closest to the child first. Source: R28."""
    waiting = [one for one in invitees(facts) if visit_state(facts, one.id).visit in {Visit.NOTHING, Visit.TRIED}]
    return tuple(sorted(waiting, key=lambda one: one.ring or FARTHEST_RING))


def planned_with(facts: f.CaseFacts, person_id: str | None) -> f.Contact | None:
    """The visit to a person that is planned and not yet held."""
    planned = (one for one in facts.contacts if one.outcome is ContactOutcome.PLANNED)
    return next((one for one in planned if person_id in one.people), None)


def plan_visit(
    session: Session,
    case_id: str,
    people: Sequence[str],
    today: date,
    *,
    kind: ContactKind = ContactKind.NETWORK_VISIT,
    planned_at: datetime | None = None,
) -> str:
    """Plan a visit or a talk with one or several people."""
    if not people:
        raise Refused(_("Vælg, hvem du vil besøge."))
    contact_id = change.add(session, Contact, case_id, today, kind=kind, planned_at=planned_at)
    set_people(session, contact_id, people, today)
    return contact_id


def set_people(session: Session, contact_id: str, people: Sequence[str], today: date) -> None:
    """Say who takes part in a contact."""
    contact = session.get(Contact, contact_id)
    if contact is None:
        raise Refused(change.gone())
    there = list(session.scalars(select(ContactPerson).where(ContactPerson.contact_id == contact_id)))
    for row in there:
        if row.person_id not in people:
            change.remove(session, ContactPerson, row.id, today)
    known = {row.person_id for row in there}
    for person_id in people:
        if person_id not in known:
            change.add(session, ContactPerson, contact.case_id, today, contact_id=contact_id, person_id=person_id)


def form_of(session: Session, contact_id: str) -> ContactForm | None:
    """Where or how a contact takes place."""
    contact = session.get(Contact, contact_id)
    return contact.form if contact is not None else None


def record(session: Session, contact_id: str, today: date, values: dict[str, Value]) -> None:
    """Write what came of a contact. The day is today unless it is said; what was called off has none."""
    given = values if values.get("outcome") in NOT_HELD else {"held_on": today, **values}
    change.change_fields(session, Contact, contact_id, given, today)


def visited_words(facts: f.CaseFacts, person: f.Person, today: date) -> str:
    """What stands of a person under *Besøgt*: `● 3. jan.`, `○ aftal tid`, `◐ prøvet 2 gange`."""
    own = [one for one in facts.contacts if person.id in one.people]
    state = visit_state(facts, person.id)
    day = max((one.held_on for one in own if one.held_on is not None), default=None)
    met = any(one.outcome is ContactOutcome.MADE for one in own)
    if state.visit is Visit.VISITED or (met and person.kind is not PersonKind.PRIVATE):
        return marked(Standing.MET, short_day(day, today) or _("besøgt"))
    if state.visit is Visit.INFORMED:
        return marked(Standing.MET, _("på anden måde"))
    if state.visit is Visit.DECLINED:
        return marked(Standing.MET, _("ønsker ikke besøg"))
    return _not_visited(facts, own, state.tries, today)


def _not_visited(facts: f.CaseFacts, own: list[f.Contact], tries: int, today: date) -> str:
    if any(one.outcome is ContactOutcome.MADE for one in own):
        return marked(Standing.PARTLY, _("forklar mere"))
    planned = [one.planned_at for one in own if one.outcome is ContactOutcome.PLANNED and one.planned_at is not None]
    if planned:
        return marked(Standing.PARTLY, _("aftalt {day}").format(day=short_day(civil_date(min(planned), facts), today)))
    if tries:
        return marked(Standing.PARTLY, _("prøvet {count} gange").format(count=tries) if tries > 1 else _("prøvet"))
    return marked(Standing.OPEN, _("aftal tid"))


def section(context: Context, kinds: tuple[ContactKind, ...], *, title: str, empty: str, note: str = "") -> Section:
    """The contacts of some kinds, the planned ones first; `note` stands above them."""
    columns = (
        Column(_("Hvornår"), 8),
        Column(_("Hvem"), 12, grow=True),
        Column(_("Hvordan gik det"), 12, grow=True),
        Column(_("Tid"), 10, drop_at=40),
    )
    chosen = [one for one in context.facts.contacts if one.kind in kinds]
    chosen.sort(key=lambda one: (one.outcome is not ContactOutcome.PLANNED, _day_of(context, one) or date.max))
    rows = tuple(
        Row(one.id, "contacts", _cells(context, one), dim=one.outcome is not ContactOutcome.PLANNED) for one in chosen
    )
    return Section(SECTION, title, columns, rows, note, empty, "contacts", {"kind": kinds[0]})


def _day_of(context: Context, contact: f.Contact) -> date | None:
    if contact.held_on is not None:
        return contact.held_on
    return civil_date(contact.planned_at, context.facts) if contact.planned_at is not None else None


def _cells(context: Context, contact: f.Contact) -> tuple[str, ...]:
    day = _day_of(context, contact)
    who = names_of(context.facts, contact.people) or _("ingen valgt endnu")
    minutes = _("{count} min.").format(count=contact.minutes) if contact.minutes is not None else None
    driven = _("{count} km").format(count=show_number(contact.kilometres)) if contact.kilometres is not None else None
    when = short_day(day, context.today) or _("aftal tid")
    return (when, who, _outcome(context, contact), joined(minutes, driven))


def _outcome(context: Context, contact: f.Contact) -> str:
    explained = contact.method_explained and contact.responsibility_explained
    explained = explained or contact.kind is not ContactKind.NETWORK_VISIT
    standing = {
        ContactOutcome.PLANNED: Standing.OPEN,
        ContactOutcome.MADE: Standing.MET if explained else Standing.PARTLY,
        ContactOutcome.TRIED: Standing.PARTLY,
        ContactOutcome.CALLED_OFF: Standing.BROKEN,
    }.get(contact.outcome, Standing.MET)
    return marked(standing, context.method.label(contact.outcome))
