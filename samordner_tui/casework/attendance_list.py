"""The list of those who can be in the room, and how each took part in a trin. Source: R3, R4, domain.md 2.2."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from samordner_tui.archive.records.network import ChildAbsence
from samordner_tui.casework.attendance import HOSTS, Attendee
from samordner_tui.casework.cells import child_name, joined, marked, name_of
from samordner_tui.casework.evening_sections import clock_time
from samordner_tui.casework.offers import said_at_the_day
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.attendance import THERE
from samordner_tui.method.terms import Answer, InvitationChoice, PersonKind, PresentAs, Standing

SECTION: Final = "attendance"
ABSENCES: Final = "absences"
ORDER: Final = (PersonKind.CHILD, PersonKind.PRIVATE, PersonKind.HELPER, PersonKind.PROFESSIONAL)


def attendance(context: Context, conference: f.Conference, step: int) -> Section:
    """Everybody who may come, in the order they are thought of, with a mark at those who took part in `step`."""
    rows = tuple(_row(context, conference, step, who) for who in attendees(context.facts, conference, step))
    return Section(
        SECTION,
        _("Hvem er her?"),
        (Column(_("Navn"), 16, grow=True), Column(_("Hvem er det?"), 14, drop_at=48), Column(_("Med i trinnet"), 16)),
        rows,
        note=joined(_count(context, conference, step), said_at_the_day(context)),
        empty=_("Der er ingen på listen endnu."),
    )


def attendees(facts: f.CaseFacts, conference: f.Conference, step: int) -> tuple[Attendee, ...]:
    """Who may be in the room: the invited, whoever came anyway, and the two who always come."""
    noted = {one.person_id for one in conference.presences}
    people = [one for one in facts.people if _may_come(one, conference) or one.id in noted]
    people.sort(key=lambda one: ORDER.index(one.kind))
    return (*(Attendee(PresentAs.PERSON, one.id) for one in people), *(Attendee(host) for host in HOSTS))


def called_on_list(facts: f.CaseFacts, who: Attendee) -> str:
    """What the list calls somebody."""
    if who.present_as is PresentAs.SAMORDNER:
        return _("Du")
    if who.present_as is PresentAs.INITIATOR:
        return _("Initiativtageren")
    return name_of(facts, who.person_id)


def presence_of(conference: f.Conference, step: int, who: Attendee) -> f.Presence | None:
    """How somebody took part in a trin; None where nothing is noted."""
    return next(
        (
            one
            for one in conference.presences
            if (one.step, one.present_as, one.person_id) == (step, who.present_as, who.person_id)
        ),
        None,
    )


def attendee_of(row_id: str) -> Attendee:
    """Whom a line of the list is about."""
    _prefix, present_as, person_id = row_id.split(":", 2)
    return Attendee(PresentAs(present_as), person_id or None)


def absences(context: Context, conference: f.Conference, step: int) -> tuple[Section, ...]:
    """The children who are not noted in a trin that is over, with the reason and whose words it is. Source: R7."""
    noted = {one.person_id for one in conference.presences if one.step == step}
    query = select(ChildAbsence).where(ChildAbsence.conference_id == conference.id)
    known = {one.child_id: one for one in context.session.scalars(query)}
    away = [one for one in context.facts.children if one.person_id not in noted or one.id in known]
    if not away:
        return ()
    rows = tuple(_absence(context, one, known.get(one.id)) for one in away)
    return (Section(ABSENCES, _("Barnet er ikke noteret"), (Column("", 14), Column("", 30, grow=True)), rows),)


def _absence(context: Context, child: f.Child, absence: ChildAbsence | None) -> Row:
    name = child_name(context.facts, child.id)
    if absence is not None:
        words = context.method.label(absence.whose_words) if absence.whose_words else None
        return Row(absence.id, "child_absences", (name, joined(absence.reason, words)))
    return Row(f"child:{child.id}", "", (name, _("Er barnet ikke med? Tryk x, og skriv hvorfor.")), Standing.OPEN)


def _may_come(person: f.Person, conference: f.Conference) -> bool:
    if person.kind is PersonKind.CHILD or person.kind is PersonKind.HELPER:
        return True
    if person.kind is PersonKind.PROFESSIONAL:
        return person.invited is InvitationChoice.INVITE or any(
            one.author_id == person.id for one in conference.briefings
        )
    return person.invited is InvitationChoice.INVITE


def _row(context: Context, conference: f.Conference, step: int, who: Attendee) -> Row:
    name, relation, answer = _said_of(context.facts, conference, who)
    presence = presence_of(conference, step, who)
    row_id = f"who:{who.present_as}:{who.person_id or ''}"
    if presence is None:
        return Row(row_id, "", (name, relation, marked(Standing.OPEN, answer)))
    if presence.left_at is not None:
        left = _("gik {time}").format(time=clock_time(context, presence.left_at))
        return Row(row_id, "", (name, relation, marked(Standing.MET, left)))
    form = context.method.label(presence.form)
    return Row(row_id, "", (name, relation, marked(Standing.MET, form)))


def _said_of(facts: f.CaseFacts, conference: f.Conference, who: Attendee) -> tuple[str, str, str]:
    if who.present_as is PresentAs.SAMORDNER:
        return called_on_list(facts, who), _("samordner"), ""
    if who.present_as is PresentAs.INITIATOR:
        return called_on_list(facts, who), _("kommunen"), ""
    person = next(one for one in facts.people if one.id == who.person_id)
    said_no = any(one.person_id == person.id and one.answer is Answer.NO for one in conference.invitations)
    return person.name, person.relation or "", _("har sagt nej") if said_no else ""


def _count(context: Context, conference: f.Conference, step: int) -> str:
    kinds = {one.id: one.kind for one in context.facts.people}
    there = [one for one in conference.presences if one.step == step and one.form in THERE]
    own = sum(kinds.get(one.person_id or "") in {PersonKind.CHILD, PersonKind.PRIVATE} for one in there)
    helpers = sum(kinds.get(one.person_id or "") is PersonKind.HELPER for one in there)
    others = len(there) - own - helpers
    if not there:
        return ""
    return joined(
        _("{count} fra familien og netværket").format(count=own),
        ngettext("{count} fagperson", "{count} fagpersoner", others).format(count=others),
        ngettext("{count} hjælper", "{count} hjælpere", helpers).format(count=helpers) if helpers else None,
    )
