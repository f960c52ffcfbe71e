"""The demands on a venue, held against the one that is booked, each with its reason. Source: R40 to R53, R87."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samordner_tui.casework.asking import finding
from samordner_tui.casework.cells import marked
from samordner_tui.casework.views import Column, Context, Jump, Row, Section
from samordner_tui.language import _
from samordner_tui.method import facts as f
from samordner_tui.method.predicates.venue import venue_booking
from samordner_tui.method.readings import is_small_child_coming
from samordner_tui.method.terms import RoleName, StageId, Standing

SECTION = "checks"


@dataclass(frozen=True)
class Check:
    """One demand: how it stands here, why, and where it is answered."""

    title: str
    standing: Standing
    reason: str
    jump: Jump


def checks(context: Context) -> Iterator[Check]:
    """Every demand on date and venue, in the order a samordner asks."""
    conference = context.conference
    if conference is None:
        return
    booking = venue_booking(conference)
    at = _Places(conference, booking)
    yield _by_rule(context, _("Sen eftermiddag eller aften"), "conference_in_evening", at.conference("starts_at"))
    yield from _neutral(context, booking, at)
    yield _by_rule(context, _("Rum tæt på til dig og initiativtageren"), "near_room", at.venue("near_room"))
    if is_small_child_coming(context.facts, conference):
        yield _by_rule(context, _("Ekstra rum til et lille barn"), "second_room", at.venue("second_room"))
        minder = Jump(StageId.ROLES, section=RoleName.MINDER)
        yield _by_rule(context, _("En voksen, der kan undværes"), "minder_named", minder)
    yield _by_rule(context, _("Adgang om aftenen"), "evening_access", at.venue("evening_access"))
    if booking is not None and booking.venue is not None and finding(context, "step_free_where_needed").applies:
        yield _by_rule(context, _("Alle kan komme ind"), "step_free_where_needed", at.venue("step_free"))
    yield _by_rule(context, _("Det er afklaret, hvem der betaler"), "venue_paid_by_known", at.booking("paid_by"))
    yield _by_rule(context, _("Lokalet er bekræftet"), "venue_confirmed", at.booking("state"))


@dataclass(frozen=True)
class _Places:
    """Where each demand is answered: on the conference, on its booking, or in the book of venues."""

    of: f.Conference
    booked: f.Booking | None

    def conference(self, name: str) -> Jump:
        return Jump(StageId.VENUE, record="conferences", row_id=self.of.id, field=name)

    def booking(self, name: str) -> Jump:
        row_id = self.booked.id if self.booked is not None else None
        return Jump(StageId.VENUE, section="venue", record="bookings", row_id=row_id, field=name)

    def venue(self, name: str) -> Jump:
        venue = self.booked.venue if self.booked is not None else None
        if venue is None:
            return self.booking("venue_id")
        return Jump(StageId.VENUE, section="venues", record="venues", row_id=venue.id, field=name)


def _neutral(context: Context, booking: f.Booking | None, at: _Places) -> Iterator[Check]:
    """Neutral for this family: the kind of place, what else they come there for, and what they remember of it."""
    found = finding(context, "venue_neutral")
    if found.holds:
        yield Check(_("Et neutralt sted"), Standing.MET, "", at.booking("venue_id"))
    elif booking is None or booking.venue is None:
        yield Check(_("Et neutralt sted"), Standing.OPEN, found.detail, at.booking("venue_id"))
    elif booking.venue.kind is None:
        yield Check(_("Et neutralt sted"), Standing.OPEN, found.detail, at.venue("kind"))
    else:
        reason = _("fraveget: {reason}").format(reason=found.kept_reason) if found.kept_reason else found.detail
        yield Check(_("Et neutralt sted"), Standing.BROKEN, reason, at.booking("departure_reason"))
    yield _by_rule(context, _("Spurgt om minder fra stedet"), "memories_asked", at.booking("memories_asked_on"))
    meets = None if booking is None else booking.family_meets_here
    standing = {None: Standing.OPEN, True: Standing.BROKEN, False: Standing.MET}[meets]
    said = {None: _("spørg familien"), True: _("de kommer her til andre møder"), False: ""}[meets]
    yield Check(_("Ikke et sted, familien kommer til møder"), standing, said, at.booking("family_meets_here"))


def _by_rule(context: Context, title: str, predicate: str, jump: Jump) -> Check:
    found = finding(context, predicate)
    if found.holds:
        return Check(title, Standing.MET, "", jump)
    return Check(title, Standing.OPEN, found.detail, jump)


def section(context: Context) -> Section:
    """The demands as a list that leads to where each is answered."""
    columns = (Column(_("Stedet"), 32), Column(_("Hvordan det står"), 24, grow=True))
    rows = tuple(
        Row(f"check/{number}", "", (marked(one.standing, one.title), one.reason), jump=one.jump)
        for number, one in enumerate(checks(context))
    )
    return Section(SECTION, _("Passer stedet?"), columns, rows, empty=_("Der er ingen rådslagning endnu."))
