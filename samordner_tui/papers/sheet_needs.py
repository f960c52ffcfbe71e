"""What one paper waits for, beyond what all of its kind do: an order for another day, a lift from nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.covers import covers
from samordner_tui.casework.views import Context
from samordner_tui.language import _, ngettext
from samordner_tui.method.predicates.briefings import is_approved
from samordner_tui.method.predicates.venue import fits_date
from samordner_tui.method.readings import person
from samordner_tui.method.terms import InvitationChoice, StageId
from samordner_tui.papers.fields.shared import long_day, own_row
from samordner_tui.papers.kinds import Each
from samordner_tui.papers.needs import Missing
from samordner_tui.papers.recipients import Recipient


def missing_for(context: Context, each: Each, to: Recipient) -> tuple[Missing, ...]:
    """What lacks for the paper of one recipient."""
    found = SHEET_NEEDS.get(each)
    return () if found is None else tuple(found(context, to))


def _order(context: Context, to: Recipient) -> Iterator[Missing]:
    """An order is for the day of the conference, or is not sent: the day may have been moved since it was made."""
    conference = context.conference
    if conference is None:
        return
    booking = next((one for one in conference.bookings if one.id == to.id), None)
    if booking is not None and not fits_date(context.facts, conference, booking):
        days = long_day(context, booking.starts_at), long_day(context, conference.starts_at)
        told = _("Bestillingen er til {booked}, og I mødes {held}. Ret dens dag først.")
        yield Missing(told.format(booked=days[0], held=days[1]), StageId.VENUE)


def _lift(context: Context, to: Recipient) -> Iterator[Missing]:
    yield from _order(context, to)
    conference = context.conference
    booking = next((one for one in (conference.bookings if conference is not None else ()) if one.id == to.id), None)
    driven = person(context.facts, booking.person_id) if booking is not None else None
    row = None if driven is None else own_row(context, Person, driven.id)
    if driven is not None and driven.invited is InvitationChoice.NOT_INVITED:
        yield Missing(_("{name} skal ikke med. Aflys turen.").format(name=driven.name), StageId.VENUE)
    elif row is not None and row.address_secret:
        yield Missing(
            _("Adressen er hemmelig: sig den i telefonen."), StageId.NETWORK, by_hand=True, short=_("uden adressen")
        )
    elif row is not None and not row.address:
        yield Missing(
            _("Hvor turen begynder, skrives i hånden."), StageId.NETWORK, by_hand=True, short=_("uden adressen")
        )


def _briefing(context: Context, to: Recipient) -> Iterator[Missing]:
    """A briefing is on paper once those it tells about have said yes to these very words. Source: R77, F14."""
    briefings = context.conference.briefings if context.conference is not None else ()
    briefing = next((one for one in briefings if one.id == to.id), None)
    if briefing is None:
        return
    if not is_approved(briefing):
        yield Missing(_("De, det handler om, har ikke sagt ja til oplægget."), StageId.BRIEFINGS)
    if briefing.shown_to_child_on is None or briefing.shown_to_parents_on is None:
        yield Missing(_("Oplægget er ikke gennemgået med barn og forældre."), StageId.BRIEFINGS)
    if briefing.waiver_needed and briefing.waiver_on is None:
        yield Missing(_("Fritagelsen for tavshedspligt mangler."), StageId.BRIEFINGS)


def _food(context: Context, _to: Recipient) -> Iterator[Missing]:
    """The order counts who has said yes; who has not answered is told the samordner, and nobody else."""
    conference = context.conference
    waiting = 0 if conference is None else covers(context.facts, conference).unanswered
    if waiting:
        said = ngettext(
            "{count} har ikke svaret endnu og er ikke talt med.",
            "{count} har ikke svaret endnu og er ikke talt med.",
            waiting,
        )
        short = _("{count} har ikke svaret").format(count=waiting)
        yield Missing(said.format(count=waiting), StageId.INVITATIONS, by_hand=True, short=short)


SHEET_NEEDS: Final[Mapping[Each, Callable[[Context, Recipient], Iterator[Missing]]]] = {
    "venue": _order,
    "interpreter": _order,
    "lift": _lift,
    "briefing": _briefing,
    "supplier": _food,
}
