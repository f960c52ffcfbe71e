"""Who is invited, and who decided it: the child, a parent, the initiativtager or the person; never the samordner.

Somebody who is not invited can have neither a role nor an invitation. Source: R155, design 3 and 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import Invitation, RoleHolder
from samordner_tui.casework.change import Change, change_field, change_fields, gone, remove
from samordner_tui.casework.fields import Value
from samordner_tui.language import _
from samordner_tui.method.terms import ConferenceState, InvitationChoice
from samordner_tui.refusals import Refused

WHY_NOT = ("not_invited_reason", "not_invited_words", "told_how", "other_way")
"""What is said beside a decision that somebody is not invited, in the order it is asked."""

FIELDS = ("decided_by", "invited", *WHY_NOT, "decided_on")
"""What a decision about an invitation consists of, in the order it is written."""


def decide(
    session: Session, person_id: str, values: Mapping[str, Value], today: date, *, take_away: bool = False
) -> None:
    """Write a decision about an invitation. `take_away` first takes away the role or invitation that stands against it.

    Raises:
        Refused: it is not said who decided, or a role or an invitation stands against it.
    """
    person = session.get(Person, person_id)
    if person is None:
        raise Refused(gone())
    if values.get("invited") is InvitationChoice.NOT_INVITED and take_away:
        for row in standing_against(session, person_id):
            remove(session, type(row), row.id, today)
    invited = values.get("invited", person.invited)
    if invited is InvitationChoice.UNDECIDED:
        # Nobody has decided any more, and what nobody has decided has no day.
        change_fields(session, Person, person_id, {"invited": invited, "decided_by": None, "decided_on": None}, today)
        return
    change_field(session, Person, person_id, "decided_on", today, today)
    stays_away = invited is InvitationChoice.NOT_INVITED
    written = [name for name in FIELDS if name in values and (stays_away or name not in WHY_NOT)]
    change_fields(session, Person, person_id, {name: values[name] for name in written}, today)


def standing_against(session: Session, person_id: str) -> tuple[RoleHolder | Invitation, ...]:
    """Roles and invitations that somebody has at a conference that is still to come."""
    to_come = select(Conference.id).where(Conference.state == ConferenceState.PLANNED)
    roles = select(RoleHolder).where(RoleHolder.person_id == person_id, RoleHolder.conference_id.in_(to_come))
    invited = select(Invitation).where(Invitation.person_id == person_id, Invitation.conference_id.in_(to_come))
    return (*session.scalars(roles), *session.scalars(invited))


def is_not_invited(session: Session, person_id: str) -> bool:
    """Whether somebody is marked as not invited."""
    person = session.get(Person, person_id)
    return person is not None and person.invited is InvitationChoice.NOT_INVITED


def ask_who_decided(change: Change) -> None:
    """A decision is somebody's, and not the samordner's."""
    row = change.row
    if not isinstance(row, Person):
        return
    decides = change.field.name == "invited" and change.after is not InvitationChoice.UNDECIDED
    forgets = change.field.name == "decided_by" and change.after is None
    if (decides and row.decided_by is None) or (forgets and row.invited is not InvitationChoice.UNDECIDED):
        raise Refused(
            _("Skriv først, hvem der har besluttet det: barnet, en forælder, initiativtageren eller personen selv.")
        )


def refuse_against_role_or_invitation(change: Change) -> None:
    """Somebody with a role or an invitation is not marked as not invited before those are taken away."""
    row = change.row
    if (
        change.field.name != "invited"
        or change.after is not InvitationChoice.NOT_INVITED
        or not isinstance(row, Person)
    ):
        return
    standing = standing_against(change.session, row.id)
    if any(isinstance(one, RoleHolder) for one in standing):
        raise Refused(_("{name} har en rolle. Find en anden til den først.").format(name=row.name))
    if standing:
        raise Refused(_("{name} har en invitation. Tag den tilbage først.").format(name=row.name))


def forget_why_not(change: Change) -> None:
    """Somebody who is to be invited after all is invited like the others: the reason why not stands in the history."""
    row = change.row
    if change.field.name != "invited" or change.before is not InvitationChoice.NOT_INVITED:
        return
    if isinstance(row, Person):
        row.not_invited_reason = row.not_invited_words = row.told_how = row.other_way = None
