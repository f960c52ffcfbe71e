"""What each kind of paper is made for: one person, one child, one supplier, or once for the case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from samordner_tui.archive.records.practical import Booking, Supplier
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.views import Context
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.roles import holders
from samordner_tui.method.readings import called, child_name, invitees, person
from samordner_tui.method.terms import BookingKind, BookingState, InvitationChoice, Outcome, RoleName
from samordner_tui.papers.kinds import Each


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom or what one paper is for.

    Attributes:
        id: of the record it is made from; empty for a paper that is made once.
        label: as the samordner sees it on the screen. It goes into no file name.
    """

    id: str = ""
    label: str = ""


def recipients(context: Context, each: Each) -> tuple[Recipient, ...]:
    """Everyone a paper of this kind is made for, in an order that stays."""
    return tuple(_EACH[each](context, context.conference))


Found = Iterable[Recipient]


def _people(context: Context, ids: Iterable[str]) -> Found:
    return (Recipient(one, called(context.facts, one)) for one in dict.fromkeys(ids))


def _children(context: Context, _conference: f.Conference | None) -> Found:
    return (Recipient(one.id, child_name(context.facts, one)) for one in context.facts.children)


def _invitees(context: Context, _conference: f.Conference | None) -> Found:
    own = {one.person_id for one in context.facts.children}
    return _people(context, (one.id for one in invitees(context.facts) if one.id not in own))


def _holders(role: RoleName) -> Callable[[Context, f.Conference | None], Found]:
    def found(context: Context, conference: f.Conference | None) -> Found:
        if conference is None:
            return ()
        held = (*holders(conference, role), *holders(conference, role, understudy=True))
        return _people(context, (one.person_id for one in held if one.accepted is not False))

    return found


def _briefings(context: Context, conference: f.Conference | None) -> Found:
    if conference is None:
        return ()
    kept = (one for one in conference.briefings if one.text and one.deleted_on is None and not one.left_out_reason)
    label = context.method.label
    return (
        Recipient(one.id, called(context.facts, one.author_id) if one.author_id else label(one.kind)) for one in kept
    )


def _informers(context: Context, conference: f.Conference | None) -> Found:
    if conference is None:
        return ()
    asked = {one.id for one in context.facts.people if one.invited is not InvitationChoice.NOT_INVITED}
    return _people(context, (one.author_id for one in conference.briefings if one.author_id in asked and one.author_id))


def _bookings(kind: BookingKind) -> Callable[[Context, f.Conference | None], Found]:
    def found(context: Context, conference: f.Conference | None) -> Found:
        if conference is None:
            return ()
        standing = (one for one in conference.bookings if one.kind is kind and one.state is not BookingState.CANCELLED)
        return (Recipient(one.id, _booked_from(context, one)) for one in standing)

    return found


def _booked_from(context: Context, booking: f.Booking) -> str:
    """Who gets the order, and for whom it is: `Fjord Taxa (Karen Holm)`; what is ordered, where neither is known."""
    row = Rows(context.session, context.case_id)
    agreed_with = next((one.contact for one in row.all(Booking) if one.id == booking.id), None)
    somebody = person(context.facts, booking.person_id)
    label = context.method.label(booking.kind)
    what = f"{label[:1].upper()}{label[1:]}"
    if booking.venue is not None or somebody is None:
        return booking.venue.name if booking.venue is not None else agreed_with or what
    return f"{agreed_with} ({somebody.name})" if agreed_with else f"{what}: {somebody.name}"


def _supplier(context: Context, conference: f.Conference | None) -> Found:
    if conference is None or conference.menu is None:
        return ()
    supplier_id = conference.menu.supplier_id
    supplier = context.session.get(Supplier, supplier_id) if supplier_id is not None else None
    return (Recipient(label="" if supplier is None else supplier.name),)


def _consents(context: Context, conference: f.Conference | None) -> Found:
    """Each child has its own consents; before a child is written there is a form to fill in by hand."""
    return tuple(_children(context, conference)) or (Recipient(),)


def _returns(_context: Context, conference: f.Conference | None) -> Found:
    returned = () if conference is None else conference.decisions
    return (Recipient(one.id, str(one.round)) for one in returned if one.outcome is Outcome.RETURNED)


def _once(_context: Context, _conference: f.Conference | None) -> Found:
    return (Recipient(),)


_EACH: Final[Mapping[Each, Callable[[Context, f.Conference | None], Found]]] = {
    "once": _once,
    "child": _children,
    "invitee": _invitees,
    "supporter": _holders(RoleName.SUPPORTER),
    "chair": _holders(RoleName.CHAIR),
    "note_taker": _holders(RoleName.NOTE_TAKER),
    "minder": _holders(RoleName.MINDER),
    "informer": _informers,
    "briefing": _briefings,
    "interpreter": _bookings(BookingKind.INTERPRETER),
    "lift": _bookings(BookingKind.LIFT),
    "venue": _bookings(BookingKind.VENUE),
    "supplier": _supplier,
    "consent": _consents,
    "decision": _returns,
}
