"""Invitationer: worded with the child where it wishes, one to each, and the answers with what they ask for.

Somebody who is not invited is never sent an invitation. Source: R32, R87, R155, P10, P14.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import Invitation, Wording
from samordner_tui.casework import change, deciding, needs, people_list
from samordner_tui.casework.asking import Questions
from samordner_tui.casework.cells import joined, name_of
from samordner_tui.casework.change import Change
from samordner_tui.casework.fields import Value
from samordner_tui.casework.forms import FORMS, Form, Group, is_one_of
from samordner_tui.casework.invitation_list import (
    INVITATIONS,
    WORDINGS,
    invitations_section,
    to_invite,
    without_invitation,
    wordings_section,
)
from samordner_tui.casework.views import Context, StageView
from samordner_tui.language import _, ngettext
from samordner_tui.method import facts as f
from samordner_tui.method.terms import Answer, BookingKind, StageId
from samordner_tui.refusals import Refused

FORMS.add(
    Form(Wording, (Group("", ("text", "made_with_child", "style")),)),
    Form(
        Invitation,
        (
            Group("Til hvem", ("person_id", "wording_id", "channel")),
            Group("Sendt", ("sent_on", "reminded_on")),
            Group("Hvad de svarer", ("answer", "answered_on", "answered_by")),
            Group(
                "Sådan kommer de",
                ("attendance", "companions", "companion_children", "needs"),
                shown_when=is_one_of("answer", Answer.YES, Answer.MAYBE),
            ),
        ),
    ),
)


def refuse_inviting_not_invited(session: Session, row: Record, today: date) -> None:
    """Somebody marked as not invited gets no invitation: this is refused. Source: design 5."""
    if isinstance(row, Invitation):
        _refuse_not_invited(session, row.person_id)


def refuse_addressing_to_not_invited(changed: Change) -> None:
    """Nor is an invitation turned over to somebody who is not invited, or sent to them."""
    row = changed.row
    if not isinstance(row, Invitation):
        return
    if changed.field.name == "person_id" and isinstance(changed.after, str):
        _refuse_not_invited(changed.session, changed.after)
    if changed.field.name == "sent_on" and changed.after is not None:
        _refuse_not_invited(changed.session, row.person_id)


change.rules_of(Invitation).before_add.append(refuse_inviting_not_invited)
change.rules_of(Invitation).before_change.append(refuse_addressing_to_not_invited)


def _refuse_not_invited(session: Session, person_id: str) -> None:
    if deciding.is_not_invited(session, person_id):
        person = session.get(Person, person_id)
        name = person.name if person is not None else ""
        raise Refused(_("{name} er ikke inviteret. Beslutningen kan ændres i Netværket.").format(name=name))


def make_for_everybody(
    session: Session, case_id: str, facts: f.CaseFacts, conference: f.Conference, today: date
) -> tuple[str, ...]:
    """Make an invitation for everybody who has none; each gets its own. Gives back those that were made."""
    wording_id = conference.wordings[-1].id if conference.wordings else None
    return tuple(
        change.add(
            session,
            Invitation,
            case_id,
            today,
            conference_id=conference.id,
            person_id=person.id,
            wording_id=wording_id,
        )
        for person in without_invitation(facts, conference)
    )


def answer(session: Session, invitation_id: str, values: dict[str, Value], today: date) -> None:
    """Write what somebody answered: yes, no or maybe, the form, companions and needs."""
    change.change_fields(session, Invitation, invitation_id, {"answered_on": today, **values}, today)


def view(context: Context) -> StageView:
    """The stage as it is shown."""
    ask = Questions(context, StageId.INVITATIONS)
    questions(ask)
    return StageView(
        StageId.INVITATIONS,
        context.method.stage(StageId.INVITATIONS).title.text,
        _summary(context),
        tuple(ask.gathered),
        (wordings_section(context), invitations_section(context), needs.section(context)),
    )


def questions(ask: Questions) -> None:
    """What is open about the invitations and what they ask for."""
    conference = ask.context.conference
    if conference is None:
        return
    wording = next(iter(conference.wordings), None)
    ask.unless(
        "invitations_worded", _("Hvad skal der stå i invitationen? {child} må gerne være med."), section=WORDINGS
    )
    if wording is not None:
        ask.unless(
            "invitations_made_with_child",
            _("Har {child} været med til at lave invitationen?"),
            section=WORDINGS,
            record="wordings",
            row_id=wording.id,
            name="made_with_child",
        )
    _ask_about_sending(ask, conference)
    for need in needs.unmet(ask.context.facts, conference):
        ask.when(
            True,
            _need_words(need).format(name=name_of(ask.context.facts, need.person_id)),
            section=needs.SECTION,
            record="bookings",
            row_id=needs.expected_id(need),
            name="state",
        )
    for predicate in ("interpreter_booked", "lifts_booked", "minder_booked", "video_link_booked"):
        if not needs.unmet(ask.context.facts, conference):
            ask.unless(predicate, _("{Detail}. Er det på plads?"), section=needs.SECTION)


def _ask_about_sending(ask: Questions, conference: f.Conference) -> None:
    """Who is to be invited at all, who has not got the invitation, and who has not answered."""
    if not to_invite(ask.context.facts) and not conference.invitations:
        text = _("Hvem skal inviteres? Det besluttes i Netværket.")
        ask.when(True, text, stage=StageId.NETWORK, section=people_list.SECTION)
        return
    ask.unless(
        "invitations_sent",
        _("{Detail}. Hvordan får de den: i hånden, med posten, på telefonen?"),
        section=INVITATIONS,
        name="sent_on",
    )
    waiting = to_answer(conference)
    if waiting is not None and waiting.answer is Answer.MAYBE:
        name = name_of(ask.context.facts, waiting.person_id)
        text = _("{name} har svaret måske. Hvad bliver det til?").format(name=name)
        ask.when(True, text, section=INVITATIONS, record="invitations", row_id=waiting.id, name="answer")
    else:
        row_id = waiting.id if waiting is not None else None
        ask.unless(
            "invitations_answered", "{Detail}", section=INVITATIONS, record="invitations", row_id=row_id, name="answer"
        )


def to_answer(conference: f.Conference) -> f.Invitation | None:
    """Whose answer is awaited: first those who have the invitation and are silent, last those who said maybe."""
    silent = [one for one in conference.invitations if one.answer is None]
    maybe = [one for one in conference.invitations if one.answer is Answer.MAYBE]
    return next(iter((*(one for one in silent if one.sent_on is not None), *silent, *maybe)), None)


def _need_words(need: needs.Need) -> str:
    return {
        BookingKind.INTERPRETER: _("{name} har brug for en tolk, som ikke er i familien. Hvem bestiller du?"),
        BookingKind.LIFT: _("{name} skal hentes. Hvem kører?"),
    }.get(need.kind, _("{name} er med på video. Hvem sætter det op og prøver det?"))


def _summary(context: Context) -> str:
    conference = context.conference
    if conference is None:
        return ""
    sent = sum(one.sent_on is not None for one in conference.invitations)
    coming = sum(one.answer is Answer.YES for one in conference.invitations)
    return joined(
        _("{sent} af {all} er sendt").format(sent=sent, all=len(to_invite(context.facts))),
        ngettext("{count} siger ja", "{count} siger ja", coming).format(count=coming) if coming else None,
    )
