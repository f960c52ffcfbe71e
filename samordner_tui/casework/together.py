"""What is said of several at once: a decision, a sending, an answer. Each is kept for each, by its own rules.

Eight people are invited in one go and not in eight; what stands in the archive is the same. Source: R32, R89, R155.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.archive.records.assignment import Consent
from samordner_tui.archive.records.day import Delivery
from samordner_tui.archive.records.practical import Invitation
from samordner_tui.casework import deciding
from samordner_tui.casework.change import add, change_field, change_fields
from samordner_tui.casework.consents import Expected, answer_to, expected
from samordner_tui.casework.fields import Value
from samordner_tui.casework.invitation_list import to_invite
from samordner_tui.casework.views import Row
from samordner_tui.method import facts as f
from samordner_tui.method.readings import invitation_of
from samordner_tui.method.terms import InvitationChoice, PersonKind


def undecided(facts: f.CaseFacts) -> tuple[f.Person, ...]:
    """Whoever belongs to the family and the network, and about whom nobody has decided yet."""
    private = (one for one in facts.people if one.kind is PersonKind.PRIVATE)
    return tuple(one for one in private if one.invited is InvitationChoice.UNDECIDED)


def to_decide(facts: f.CaseFacts, here: str = "") -> tuple[f.Person, ...]:
    """Whoever waits for a decision, and somebody whose decision may be changed."""
    waiting = undecided(facts)
    return tuple(one for one in facts.people if one.id == here or one in waiting)


def decide_each(session: Session, decisions: Mapping[str, Mapping[str, Value]], today: date) -> None:
    """Write a decision about each, by the id of the person; what stands against a no is taken away first."""
    for person_id, values in decisions.items():
        deciding.decide(session, person_id, values, today, take_away=True)


def standing_against(session: Session, people: Sequence[str]) -> frozenset[str]:
    """Those of them who have a role or an invitation that a no takes away."""
    return frozenset(one for one in people if deciding.standing_against(session, one))


def not_sent(facts: f.CaseFacts, conference: f.Conference) -> tuple[f.Person, ...]:
    """Those to invite who have not got their invitation, made or not."""
    found = ((one, invitation_of(conference, one.id)) for one in to_invite(facts))
    return tuple(one for one, invitation in found if invitation is None or invitation.sent_on is None)


def not_answered(facts: f.CaseFacts, conference: f.Conference) -> tuple[f.Person, ...]:
    """Those who have got their invitation and have not answered."""
    waiting = {one.person_id for one in conference.invitations if one.sent_on is not None and one.answer is None}
    return tuple(one for one in facts.people if one.id in waiting)


def send(
    session: Session,
    case_id: str,
    conference: f.Conference,
    people: Sequence[str],
    values: Mapping[str, Value],
    today: date,
) -> None:
    """Note how and when several got their invitation; whoever had none gets one on the way."""
    wording_id = conference.wordings[-1].id if conference.wordings else None
    for person_id in people:
        made = invitation_of(conference, person_id)
        new: dict[str, Value] = {"conference_id": conference.id, "person_id": person_id, "wording_id": wording_id}
        invitation_id = made.id if made is not None else add(session, Invitation, case_id, today, **new)
        change_fields(session, Invitation, invitation_id, values, today)


def remind(session: Session, conference: f.Conference, people: Collection[str], today: date) -> None:
    """Note that several were reminded today."""
    for invitation in conference.invitations:
        if invitation.person_id in people:
            change_field(session, Invitation, invitation.id, "reminded_on", today, today)


def consents_to_ask(facts: f.CaseFacts) -> tuple[Expected, ...]:
    """The consents that are expected and not answered."""
    found = ((one, answer_to(facts, one)) for one in expected(facts))
    return tuple(one for one, answer in found if answer is None or answer.answer is None)


def answer_consents(
    session: Session,
    case_id: str,
    facts: f.CaseFacts,
    answered: Sequence[Expected],
    values: Mapping[str, Value],
    today: date,
) -> None:
    """Write the same answer to several consents."""
    for one in answered:
        there = answer_to(facts, one)
        new: dict[str, Value] = {"person_id": one.person_id, "child_id": one.child_id, "scope": one.scope}
        consent_id = there.id if there is not None else add(session, Consent, case_id, today, **new)
        change_fields(session, Consent, consent_id, values, today)


def hand_over_plan(
    session: Session, case_id: str, receivers: Sequence[Row], values: Mapping[str, Value], today: date
) -> None:
    """Note how and when several got the plan."""
    for row in receivers:
        delivery_id = add(session, Delivery, case_id, today, **row.add_values) if row.is_expected else row.id
        change_fields(session, Delivery, delivery_id, values, today)
