"""Roller: chair, note taker, supporter and minder, from the network; asked, willing, and set into their task.

The child chooses its supporter; the samordner proposes the others, and the family may choose otherwise on the evening.
Source: R31, R46, R64, design 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import RoleHolder
from samordner_tui.casework import change, deciding
from samordner_tui.casework.asking import Questions, finding
from samordner_tui.casework.cells import child_name, done, headed, joined, marked, name_of, short_day
from samordner_tui.casework.change import Change
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.fields import Value
from samordner_tui.casework.forms import FORMS, Form, Group, is_set
from samordner_tui.casework.views import Column, Context, Row, Section, StageView
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.roles import CLASHES
from samordner_tui.method.readings import is_small_child_coming
from samordner_tui.method.terms import ChosenBy, InvitationChoice, PersonKind, RoleName, StageId, Standing
from samordner_tui.refusals import Refused

WILLING = "willing"

FORMS.add(
    Form(
        RoleHolder,
        (
            Group("Hvem gør hvad", ("role", "person_id", "understudy")),
            Group("Barnets valg", ("child_id",), shown_when=is_set(role=RoleName.SUPPORTER)),
            Group("Hvordan står det?", ("chosen_by", "asked_on", "accepted", "accepted_on", "briefed_on")),
        ),
    )
)


def refuse_role_for_not_invited(session: Session, row: Record, today: date) -> None:
    """Nobody who is not invited gets a role: this is refused. Source: design 5."""
    if isinstance(row, RoleHolder) and deciding.is_not_invited(session, row.person_id):
        raise Refused(_not_invited(session, row.person_id))


def refuse_giving_it_to_not_invited(changed: Change) -> None:
    """Nor is a role handed on to somebody who is not invited."""
    after = changed.after
    if changed.field.name == "person_id" and isinstance(after, str) and deciding.is_not_invited(changed.session, after):
        raise Refused(_not_invited(changed.session, after))


def forget_the_answer_of_another(changed: Change) -> None:
    """A role handed on begins anew: the new one is not asked yet."""
    row = changed.row
    if changed.field.name == "person_id" and isinstance(row, RoleHolder):
        row.asked_on = row.accepted = row.accepted_on = row.briefed_on = row.chosen_by = None


change.rules_of(RoleHolder).before_add.append(refuse_role_for_not_invited)
change.rules_of(RoleHolder).before_change.append(refuse_giving_it_to_not_invited)
change.rules_of(RoleHolder).after_change.append(forget_the_answer_of_another)


def give(
    session: Session, case_id: str, conference_id: str, role: RoleName, person_id: str, today: date, **more: Value
) -> str:
    """Propose somebody for a role."""
    values = {"conference_id": conference_id, "role": role, "person_id": person_id, **more}
    return change.add(session, RoleHolder, case_id, today, **values)


def answer(session: Session, holder_id: str, today: date, *, accepted: bool) -> None:
    """Note what somebody answered to a role; asked today, if nothing else is noted."""
    row = session.get(RoleHolder, holder_id)
    if row is None:
        raise Refused(change.gone())
    if row.asked_on is None:
        change.change_field(session, RoleHolder, holder_id, "asked_on", today, today)
    change.change_fields(session, RoleHolder, holder_id, {"accepted": accepted, "accepted_on": today}, today)


def clashes(facts: f.CaseFacts, conference: f.Conference) -> Iterator[str]:
    """What does not go together among the roles, each in a sentence that names it. Source: R31, R46."""
    active = [one for one in conference.role_holders if not one.understudy and one.accepted is not False]
    for one, other in combinations(active, 2):
        if one.person_id == other.person_id and frozenset({one.role, other.role}) in CLASHES:
            yield _clash_sentence(name_of(facts, one.person_id), {one.role, other.role})
    kinds = {one.id: one.kind for one in facts.people}
    for one in active:
        if kinds.get(one.person_id) is PersonKind.PROFESSIONAL:
            yield _("{name} er fagperson. Rollerne hører til i netværket.").format(name=name_of(facts, one.person_id))


def _clash_sentence(name: str, roles: set[RoleName]) -> str:
    if roles == {RoleName.CHAIR, RoleName.NOTE_TAKER}:
        return _("{name} kan ikke både lede samtalen og skrive. Find en til.").format(name=name)
    if RoleName.SUPPORTER in roles:
        return _(
            "{name} er barnets støtteperson og skal kunne være der helt for barnet. Find en anden til det andet."
        ).format(name=name)
    return _("{name} skal kunne gå fra med det lille barn. Find en anden til det andet.").format(name=name)


def view(context: Context) -> StageView:
    """The stage as it is shown."""
    ask = Questions(context, StageId.ROLES)
    questions(ask)
    expected = tuple(expected_roles(context))
    filled = sum(bool(_holders(context, role, child_id)) for role, child_id in expected)
    sections = tuple(_section(context, role) for role in RoleName if _is_needed(context, role))
    return StageView(
        StageId.ROLES,
        context.method.stage(StageId.ROLES).title.text,
        _("{filled} af {all} er fundet").format(filled=filled, all=len(expected)),
        tuple(ask.gathered),
        (*sections, _willing_section(context)),
    )


def expected_roles(context: Context) -> Iterator[tuple[RoleName, str | None]]:
    """The roles this conference needs; a supporter for each child, a minder where a child is small."""
    yield RoleName.CHAIR, None
    yield RoleName.NOTE_TAKER, None
    for child in context.facts.children:
        yield RoleName.SUPPORTER, child.id
    if is_small_child_coming(context.facts, context.conference):
        yield RoleName.MINDER, None


def questions(ask: Questions) -> None:
    """What is open about the roles."""
    conference = ask.context.conference
    if conference is None:
        return
    for text in clashes(ask.context.facts, conference):
        ask.when(True, text)
    ask.unless(
        "supporter_chosen_by_child",
        _("Hvem vælger {name} selv til sin støtteperson, før, under og efter?"),
        section=RoleName.SUPPORTER,
    )
    if finding(ask.context, "supporter_chosen_by_child").holds:
        ask.unless("supporter_ready", "{Detail}", section=RoleName.SUPPORTER, record="role_holders")
    for predicate, role, text in (
        ("chair_ready", RoleName.CHAIR, _("Hvem kan lede familiens egen samtale? {Detail}.")),
        ("note_taker_ready", RoleName.NOTE_TAKER, _("Hvem kan skrive familiens plan ned? {Detail}.")),
        ("minder_named", RoleName.MINDER, _("Hvem kan være hos det lille barn? {Detail}.")),
        ("understudies", RoleName.CHAIR, _("Hvem springer til, hvis nogen bliver syg? {Detail}.")),
    ):
        ask.unless(predicate, text, section=role, record="role_holders")


def _is_needed(context: Context, role: RoleName) -> bool:
    needed = {one for one, _child in expected_roles(context)} | {RoleName.SUPPORTER}
    return role in needed or any(_holders(context, role, None))


def _holders(context: Context, role: RoleName, child_id: str | None) -> list[f.RoleHolder]:
    found = context.conference.role_holders if context.conference is not None else ()
    return [one for one in found if one.role is role and (child_id is None or one.child_id in {None, child_id})]


def _section(context: Context, role: RoleName) -> Section:
    columns = (
        Column(_("Hvem"), 18, grow=True),
        Column(_("Valgt af"), 12, drop_at=66),
        Column(_("Svar"), 18),
        Column(_("Sat ind i rollen"), 18),
    )
    rows = [
        Row(one.id, "role_holders", _cells(context, one), dim=one.accepted is False)
        for one in _holders(context, role, None)
    ]
    for wanted, child_id in expected_roles(context):
        taken = [one for one in _holders(context, wanted, child_id) if not one.understudy and one.accepted is not False]
        if wanted is role and not taken and context.conference is not None:
            rows.append(_expected_row(context, context.conference, role, child_id))
    values: dict[str, Value] = {"role": role}
    if context.conference is not None:
        values["conference_id"] = context.conference.id
    return Section(
        role, headed(context.method.label(role)), columns, tuple(rows), adds="role_holders", add_values=values
    )


def _expected_row(context: Context, conference: f.Conference, role: RoleName, child_id: str | None) -> Row:
    values: dict[str, Value] = {"conference_id": conference.id, "role": role}
    words = _("spørg i netværket")
    if role is RoleName.SUPPORTER:
        values |= {"child_id": child_id, "chosen_by": ChosenBy.CHILD}
        words = _("{child} vælger selv").format(child=child_name(context.facts, child_id))
    cells = (marked(Standing.OPEN, words), "", "", "")
    return Row(f"+{role}/{child_id or conference.id}", "role_holders", cells, add_values=values, field="person_id")


def _cells(context: Context, holder: f.RoleHolder) -> tuple[str, ...]:
    several = len(context.facts.children) > 1 and holder.child_id is not None
    who = joined(
        name_of(context.facts, holder.person_id),
        _("for {child}").format(child=child_name(context.facts, holder.child_id)) if several else None,
        _("afløser") if holder.understudy else None,
    )
    chosen = context.method.label(holder.chosen_by) if holder.chosen_by is not None else ""
    return (who, chosen, _answer(context, holder), done(holder.briefed_on, context.today, _("fortæl om rollen")))


def _answer(context: Context, holder: f.RoleHolder) -> str:
    if holder.accepted is True:
        return marked(Standing.MET, joined(_("ja"), short_day(holder.accepted_on, context.today)))
    if holder.accepted is False:
        return marked(Standing.BROKEN, _("nej tak"))
    if holder.asked_on is not None:
        return marked(Standing.PARTLY, joined(_("spurgt"), short_day(holder.asked_on, context.today)))
    return marked(Standing.OPEN, _("spørg"))


def _willing_section(context: Context) -> Section:
    """Those who have said that they would like a role, and have none. Source: domain.md 2 phase 3."""
    holders = {one.person_id for role in RoleName for one in _holders(context, role, None)}
    willing = [
        one
        for one in Rows(context.session, context.case_id).all(Person)
        if one.willing_to_hold_role and one.invited is not InvitationChoice.NOT_INVITED and one.id not in holders
    ]
    rows = tuple(Row(one.id, "people", (one.name, one.relation or "")) for one in willing)
    columns = (Column(_("Navn"), 18, grow=True), Column(_("Hvem er det"), 20))
    return Section(WILLING, _("Vil gerne have en rolle"), columns, rows, empty=_("Spørg om det på besøgene."))


def _not_invited(session: Session, person_id: str) -> str:
    person = session.get(Person, person_id)
    return _("{name} er ikke inviteret og kan ikke få en rolle.").format(name=person.name if person else "")
