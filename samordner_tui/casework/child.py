"""Barnet og forældrene: each child with its talk, wishes, voice and support; and those who hold custody.

Several children in a case each have their own. There is no lower age. Source: R60 to R73, R89, P12.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.network import Child, Custody, Person
from samordner_tui.casework import change, consents, network, visits
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import (
    children_names,
    joined,
    the_child,
)
from samordner_tui.casework.change import Change
from samordner_tui.casework.child_list import CHILDREN, CUSTODY, children_section, custody_section, wishes_sections
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.forms import FORMS, Form, Group
from samordner_tui.casework.quick_add import Understood, placed
from samordner_tui.casework.views import Context, StageView
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.terms import ContactKind, PersonKind, RoleName, StageId
from samordner_tui.refusals import Refused

FORMS.add(
    Form(
        Child,
        (
            Group("Sådan vil barnet være med", ("participation", "participation_chosen_on", "voice", "statement")),
            Group(
                "Barnets ønsker",
                ("wish_food", "wish_guests", "wish_room", "wish_seat", "wish_invitation", "wish_music", "wish_breaks"),
            ),
            Group("Støtte", ("support_before", "support_during", "support_after")),
            Group("Forberedt", ("prepared_on", "understands", "understood_on", "timeline_given_on")),
            Group("Kun til dig", ("fears",)),
        ),
    ),
    Form(Custody, (Group("", ("person_id", "child_id")),)),
)


def add_child(session: Session, case_id: str, name: str, today: date, *, age: int | None = None) -> str:
    """Add a child: among the people and as a child of the case, in one step. Gives back the child's id."""
    if not name.strip():
        raise Refused(_("Skriv barnets fornavn eller det, barnet kaldes her."))
    person_id = change.add(
        session, Person, case_id, today, name=name.strip(), kind=PersonKind.CHILD, age=age, household=True
    )
    return change.add(session, Child, case_id, today, person_id=person_id)


def without_custody(facts: f.CaseFacts) -> tuple[f.Person, ...]:
    """Whoever can be noted as a holder of custody: the family and the network, save those who hold it of every child.

    A child of the case holds no custody, least of all over itself.
    """
    children = {one.person_id for one in facts.children}
    held = {(one.person_id, one.child_id) for one in facts.custodies}
    return tuple(
        one
        for one in facts.people
        if one.kind is PersonKind.PRIVATE
        and one.id not in children
        and not (facts.children and all((one.id, child.id) in held for child in facts.children))
    )


def add_new_custody_holder(
    session: Session,
    case_id: str,
    name: str,
    today: date,
    *,
    relation: str | None = None,
    household: bool | None = None,
) -> str:
    """Add somebody who is not in the network yet, and note the custody of every child. Gives the person's id."""
    if not name.strip():
        raise Refused(_("Her skal stå noget."))
    person = placed(Understood(name.strip(), relation=relation, household=household, kind_is_said=True))
    person_id = network.add_person(session, case_id, person, today)
    add_custody_holder(session, case_id, person_id, today)
    return person_id


def refuse_custody_of_a_child(session: Session, row: Record, today: date) -> None:
    """A child of the case holds no custody, least of all over itself."""
    if isinstance(row, Custody):
        _refuse_child_as_holder(session, row.case_id, row.person_id)


def refuse_custody_turned_over_to_a_child(changed: Change) -> None:
    """Nor is custody turned over to one."""
    row = changed.row
    if isinstance(row, Custody) and changed.field.name == "person_id" and isinstance(changed.after, str):
        _refuse_child_as_holder(changed.session, row.case_id, changed.after)


def _refuse_child_as_holder(session: Session, case_id: str, person_id: str) -> None:
    if session.scalar(select(Child.id).where(Child.case_id == case_id, Child.person_id == person_id)) is not None:
        person = session.get(Person, person_id)
        name = person.name if person is not None else ""
        raise Refused(_("{name} er selv barn i sagen. Vælg den, der har forældremyndigheden.").format(name=name))


change.rules_of(Custody).before_add.append(refuse_custody_of_a_child)
change.rules_of(Custody).before_change.append(refuse_custody_turned_over_to_a_child)


def add_custody_holder(session: Session, case_id: str, person_id: str, today: date) -> tuple[str, ...]:
    """Note that somebody holds custody of every child of the case; those already noted are left as they are."""
    known = {one.child_id for one in Rows(session, case_id).all(Custody) if one.person_id == person_id}
    children = session.scalars(select(Child.id).where(Child.case_id == case_id))
    return tuple(
        change.add(session, Custody, case_id, today, person_id=person_id, child_id=child_id)
        for child_id in children
        if child_id not in known
    )


def view(context: Context) -> StageView:
    """The stage as it is shown."""
    ask = Questions(context, StageId.CHILD)
    questions(ask)
    talks = visits.section(
        context,
        (ContactKind.CHILD_TALK, ContactKind.PARENT_TALK),
        title=_("Samtaler"),
        empty=_("Tal med {child} et sted, hvor det er trygt: på en gåtur, over maden, derhjemme.").format(
            child=the_child(context.facts)
        ),
    )
    return StageView(
        StageId.CHILD,
        context.method.stage(StageId.CHILD).title.text,
        _summary(context),
        tuple(ask.gathered),
        (children_section(context), *wishes_sections(context), custody_section(context), talks),
    )


def questions(ask: Questions) -> None:
    """What is open about each child and about custody."""
    facts = ask.context.facts
    if not facts.children:
        ask.when(True, _("Hvem er barnet, I mødes om?"), section=CHILDREN)
        return
    ask.unless("custody_known", _("Hvem har forældremyndigheden over {name}?"), section=CUSTODY)
    for predicate, text, name in (
        ("child_form_chosen", _("Hvordan vil {name} selv være med?"), "participation"),
        (
            "child_voice_chosen",
            _("Hvordan vil {name} gerne høres: tale selv, vise en tegning, lade en anden sige det?"),
            "voice",
        ),
        ("child_wishes_asked", _("Hvad ønsker {name} sig: mad, gæster, rummet og invitationen?"), "wish_food"),
        ("child_support_planned", _("Hvem støtter {name} før, under og efter?"), "support_before"),
        (
            "child_timeline_given",
            _("Har {name} fået sin tidslinje? Det er svært at huske, hvad der sker hvornår."),
            "timeline_given_on",
        ),
        ("child_prepared", _("Hvornår er {name} blevet forberedt?"), "prepared_on"),
        (
            "child_understands",
            _("Har {name} forstået, hvad der skal ske, hvorfor, og hvad man gør, hvis det bliver for meget?"),
            "understands",
        ),
    ):
        ask.unless(predicate, text, section=CHILDREN, record="children", name=name)
    _ask_about_talk(ask)
    ask.unless(
        "supporter_chosen_by_child",
        _("Hvem vælger {name} til sin støtteperson?"),
        stage=StageId.ROLES,
        section=RoleName.SUPPORTER,
    )


def _ask_about_talk(ask: Questions) -> None:
    ask.unless(
        "talk_consent_complete",
        _("Må du tale med {child}? {Detail}."),
        stage=StageId.ASSIGNMENT,
        section=consents.SECTION,
    )
    ask.unless("child_talk_held", _("Hvornår taler du med {name}?"), section=visits.SECTION)


def _summary(context: Context) -> str:
    if not context.facts.children:
        return ""
    ready = sum(one.understands is True and one.prepared_on is not None for one in context.facts.children)
    return joined(
        children_names(context.facts),
        _("{ready} af {all} er forberedt").format(ready=ready, all=len(context.facts.children)),
    )
