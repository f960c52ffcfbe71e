"""The invitations: one to each, never to somebody who is not invited, and the answers with what they ask for."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import Booking, Invitation, Wording
from samordner_tui.casework import invitations, roles, together
from samordner_tui.casework.fields import Value
from samordner_tui.method.terms import (
    Answer,
    Attendance,
    BookingKind,
    DecidedBy,
    InvitationChoice,
    PersonKind,
    RoleName,
    SendChannel,
    StageId,
)
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase


def make_all(case: PreparedCase) -> tuple[str, ...]:
    return invitations.make_for_everybody(case.session, case.case_id, case.facts, case.conference, TODAY)


def test_everybody_who_is_to_be_invited_gets_an_invitation_of_their_own(case: PreparedCase) -> None:
    case.child()
    karen, ulla = case.person("Karen"), case.person("Ulla", kind=PersonKind.PROFESSIONAL)
    case.person("Kurt", invited=InvitationChoice.NOT_INVITED)
    case.person("Tove", invite=False)
    case.add(Wording, conference_id=case.conference.id, text="Kom og hjælp mig")
    make_all(case)
    assert [one.person_id for one in case.conference.invitations] == [karen, ulla]
    assert make_all(case) == ()


def test_somebody_without_an_invitation_stands_as_a_line_that_makes_it(case: PreparedCase) -> None:
    karen = case.person("Karen")
    (row,) = case.section(StageId.INVITATIONS, "invitations").rows
    assert row.is_expected
    case.add(Invitation, **row.add_values)
    assert case.conference.invitations[0].person_id == karen


def test_somebody_who_is_not_invited_gets_no_invitation(case: PreparedCase) -> None:
    kurt = case.person("Kurt", invited=InvitationChoice.NOT_INVITED)
    with pytest.raises(Refused, match="Kurt er ikke inviteret"):
        case.add(Invitation, conference_id=case.conference.id, person_id=kurt)


def test_an_invitation_is_not_turned_over_to_somebody_who_is_not_invited(case: PreparedCase) -> None:
    case.person("Karen")
    kurt = case.person("Kurt", invited=InvitationChoice.NOT_INVITED)
    (made,) = make_all(case)
    with pytest.raises(Refused, match="Kurt er ikke inviteret"):
        case.set(Invitation, made, person_id=kurt)


def test_nobody_gets_two_invitations(case: PreparedCase) -> None:
    karen = case.person("Karen")
    case.person("Per")
    of_karen, of_per = make_all(case)
    with pytest.raises(Refused, match="allerede en invitation"):
        case.add(Invitation, conference_id=case.conference.id, person_id=karen)
    with pytest.raises(Refused, match="allerede en invitation"):
        case.set(Invitation, of_per, person_id=karen)
    case.set(Invitation, of_karen, person_id=case.person("Inge"))


def test_sending_reminding_and_answering_are_dated(case: PreparedCase) -> None:
    case.person("Karen")
    (made,) = make_all(case)
    people = [one.person_id for one in case.conference.invitations]
    given: dict[str, Value] = {"channel": SendChannel.BY_HAND, "sent_on": TODAY}
    together.send(case.session, case.case_id, case.conference, people, given, TODAY)
    together.remind(case.session, case.conference, people, TODAY)
    assert case.section(StageId.INVITATIONS, "invitations").rows[0].cells[2] == "◐ mindet om 10. jan."
    invitations.answer(case.session, made, {"answer": Answer.YES, "companion_children": 2}, TODAY)
    (invitation,) = case.conference.invitations
    assert (invitation.sent_on, invitation.reminded_on, invitation.answered_on) == (TODAY, TODAY, TODAY)
    assert case.section(StageId.INVITATIONS, "invitations").rows[0].cells[3] == "2 følger med"


def test_whether_the_child_made_the_invitation_is_asked_once_it_is_written(case: PreparedCase) -> None:
    case.child()
    assert "Hvad skal der stå i invitationen?" in case.asks(StageId.INVITATIONS)
    case.add(Wording, conference_id=case.conference.id, text="Kom og hjælp mig")
    assert "Har Alma været med til at lave invitationen?" in case.asks(StageId.INVITATIONS)


def test_what_the_answers_ask_for_stands_as_lines_to_book(case: PreparedCase) -> None:
    leila = case.person("Leila", needs_interpreter=True)
    karen = case.person("Karen", needs_lift=True)
    case.person("Sofie", attendance=Attendance.VIDEO)
    rows = case.section(StageId.INVITATIONS, "bookings").rows
    assert [row.add_values["kind"] for row in rows] == [
        BookingKind.INTERPRETER,
        BookingKind.LIFT,
        BookingKind.VIDEO_LINK,
    ]
    assert "Leila har brug for en tolk" in case.asks(StageId.INVITATIONS)
    case.add(Booking, conference_id=case.conference.id, kind=BookingKind.INTERPRETER, person_id=leila)
    case.set(Person, karen, needs_lift=False)
    rows = case.section(StageId.INVITATIONS, "bookings").rows
    assert [row.is_expected for row in rows] == [False, True]


def test_nothing_is_booked_for_somebody_who_is_not_coming(case: PreparedCase) -> None:
    case.person("Karen", needs_lift=True)
    (made,) = make_all(case)
    invitations.answer(case.session, made, {"answer": Answer.NO}, TODAY)
    assert case.section(StageId.INVITATIONS, "bookings").rows == ()


def test_before_anybody_is_to_be_invited_only_that_is_asked(case: PreparedCase) -> None:
    assert "Hvem skal inviteres? Det besluttes i Netværket." in case.asks(StageId.INVITATIONS)
    assert "Ingen inviteres endnu" not in case.asks(StageId.INVITATIONS) + case.asks(StageId.NETWORK)


def test_of_several_none_is_sent_an_invitation_when_one_is_not_invited(case: PreparedCase) -> None:
    karen, kurt = case.person("Karen"), case.person("Kurt", invited=InvitationChoice.NOT_INVITED)
    sent: dict[str, Value] = {"sent_on": TODAY, "channel": SendChannel.LETTER}
    step = case.session.begin_nested()
    with pytest.raises(Refused, match="Kurt er ikke inviteret"):
        together.send(case.session, case.case_id, case.conference, [karen, kurt], sent, TODAY)
    step.rollback()
    assert case.conference.invitations == ()


def test_whoever_is_invited_after_all_gets_an_invitation_and_may_be_given_a_role(case: PreparedCase) -> None:
    kurt = case.person("Kurt", invited=InvitationChoice.NOT_INVITED)
    with pytest.raises(Refused, match="Kurt"):
        roles.give(case.session, case.case_id, case.conference.id, RoleName.CHAIR, kurt, TODAY)
    together.decide_each(
        case.session, {kurt: {"invited": InvitationChoice.INVITE, "decided_by": DecidedBy.CHILD}}, TODAY
    )
    roles.give(case.session, case.case_id, case.conference.id, RoleName.CHAIR, kurt, TODAY)
    make_all(case)
    assert [one.person_id for one in case.conference.invitations] == [kurt]
    away = {kurt: {"invited": InvitationChoice.NOT_INVITED, "decided_by": DecidedBy.CHILD}}
    together.decide_each(case.session, away, TODAY)
    assert (case.conference.invitations, case.conference.role_holders) == ((), ())
