"""The wording, and one line for everybody to invite, made or not. Source: R32."""

from __future__ import annotations

from sqlalchemy import select

from samordner_tui.archive.records.practical import Wording
from samordner_tui.casework.cells import beginning, done, joined, marked, name_of, short_day, yes_no
from samordner_tui.casework.fields import Value
from samordner_tui.casework.views import Column, Context, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.readings import invitation_of
from samordner_tui.method.terms import Answer, InvitationChoice, Standing

WORDINGS = "wordings"
INVITATIONS = "invitations"


def to_invite(facts: f.CaseFacts) -> tuple[f.Person, ...]:
    """Everybody who is to have an invitation: whoever is to be invited, and is not a child of the case."""
    children = {one.person_id for one in facts.children}
    return tuple(one for one in facts.people if one.invited is InvitationChoice.INVITE and one.id not in children)


def without_invitation(facts: f.CaseFacts, conference: f.Conference) -> tuple[f.Person, ...]:
    """Those to invite who have no invitation yet."""
    return tuple(one for one in to_invite(facts) if invitation_of(conference, one.id) is None)


def wordings_section(context: Context) -> Section:
    """The text of the invitations, made with the child or not."""
    conference = context.conference
    rows: tuple[Row, ...] = ()
    values: dict[str, Value] = {}
    if conference is not None:
        values = {"conference_id": conference.id}
        query = select(Wording).where(Wording.conference_id == conference.id)
        rows = tuple(
            Row(one.id, "wordings", (beginning(one.text), yes_no(one.made_with_child, "?"), one.style or ""))
            for one in context.session.scalars(query)
        )
    columns = (
        Column(_("Teksten"), 30, grow=True),
        Column(_("Lavet med barnet"), 16),
        Column(_("Udseende"), 16, drop_at=72),
    )
    empty = _("Skriv teksten sammen med barnet, hvis barnet har lyst. Den siger ikke noget om bekymringen.")
    return Section(WORDINGS, _("Teksten"), columns, rows, empty=empty, adds="wordings", add_values=values)


def invitations_section(context: Context) -> Section:
    """One line for everybody to invite, made or not."""
    columns = (
        Column(_("Til"), 16, grow=True),
        Column(_("Sendt"), 16),
        Column(_("Svar"), 16),
        Column(_("Er med"), 16, drop_at=66),
        Column(_("Behov"), 18, grow=True, drop_at=84),
    )
    conference = context.conference
    rows: list[Row] = []
    values: dict[str, Value] = {}
    if conference is not None:
        values = {"conference_id": conference.id}
        rows = [
            Row(one.id, "invitations", _cells(context, one), dim=one.answer is Answer.NO)
            for one in conference.invitations
        ]
        rows += [_expected_row(context, conference, one) for one in without_invitation(context.facts, conference)]
    empty = _("Når det er besluttet i Netværket, hvem der inviteres, står de her.")
    return Section(
        INVITATIONS, _("Invitationer"), columns, tuple(rows), empty=empty, adds="invitations", add_values=values
    )


def _expected_row(context: Context, conference: f.Conference, person: f.Person) -> Row:
    values: dict[str, Value] = {"conference_id": conference.id, "person_id": person.id}
    if conference.wordings:
        values["wording_id"] = conference.wordings[-1].id
    cells = (person.name, marked(Standing.OPEN, _("lav invitation")), "", "", "")
    return Row(f"+{person.id}", "invitations", cells, add_values=values, field="channel")


def _cells(context: Context, invitation: f.Invitation) -> tuple[str, ...]:
    companions = invitation.companions + invitation.companion_children
    return (
        name_of(context.facts, invitation.person_id),
        done(invitation.sent_on, context.today, _("send")),
        _answer_words(context, invitation),
        joined(
            context.method.label(invitation.attendance) if invitation.attendance is not None else None,
            _("{count} følger med").format(count=companions) if companions else None,
        ),
        invitation.needs or "",
    )


def _answer_words(context: Context, invitation: f.Invitation) -> str:
    if invitation.answer is None:
        if invitation.reminded_on is not None:
            day = short_day(invitation.reminded_on, context.today)
            return marked(Standing.PARTLY, _("mindet om {day}").format(day=day))
        return marked(Standing.OPEN, _("afventer")) if invitation.sent_on is not None else ""
    standing = Standing.PARTLY if invitation.answer is Answer.MAYBE else Standing.MET
    return marked(
        standing, joined(context.method.label(invitation.answer), short_day(invitation.answered_on, context.today))
    )
