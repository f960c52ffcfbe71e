"""Lokale on the screen: choosing a venue, asking, confirming, cancelling, and moving the day."""

from __future__ import annotations

from samordner_tui.archive.records.practical import Booking, Venue
from samordner_tui.casework import bookings, venue
from samordner_tui.casework.fields import table_of
from samordner_tui.casework.references import references_to
from samordner_tui.casework.views import Row
from samordner_tui.language import _
from samordner_tui.method.terms import BookingState, StageId
from samordner_tui.tui.after_commands import MoveTheDay
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.stages.moving import MovesTheDay
from samordner_tui.tui.stages.stage import Stage, action
from samordner_tui.tui.widgets.fields.reference import NEW
from samordner_tui.tui.widgets.option_lines import Option

BOOKINGS, VENUES = table_of(Booking).name, table_of(Venue).name


class ChooseVenue(Command):
    """Vælger et sted fra listen til rådslagningen."""

    id = "choose_venue"
    key = "t"
    title = "Brug stedet til rådslagningen"
    footer = "Brug stedet"
    footer_place = 12


class BookingAsked(Command):
    """Noterer, at du i dag har spurgt om det, du står på."""

    id = "booking_asked"
    key = "p"
    title = "Spurgt i dag"
    footer = "Spurgt"


class BookingConfirmed(Command):
    """Noterer, at bestillingen er bekræftet i dag."""

    id = "booking_confirmed"
    key = "b"
    title = "Bekræftet i dag"
    footer = "Bekræftet"


class BookingCancelled(Command):
    """Noterer, at bestillingen er afbestilt i dag. Linjen bliver stående."""

    id = "booking_cancelled"
    key = "x"
    title = "Afbestilt i dag"
    footer = "Afbestilt"


class BookingCommands(Stage):
    """How far a booking has come, on the stages that have bookings."""

    @action
    async def action_booking_asked(self) -> None:
        """Asked today."""
        await self._set_state(BookingState.ASKED)

    @action
    async def action_booking_confirmed(self) -> None:
        """Confirmed today."""
        await self._set_state(BookingState.CONFIRMED)

    @action
    async def action_booking_cancelled(self) -> None:
        """Cancelled today."""
        await self._set_state(BookingState.CANCELLED)

    async def _set_state(self, state: BookingState) -> None:
        row, today = self.row, self.today
        if row is not None and row.record == BOOKINGS and not row.is_expected:
            await self.write(
                self.method.label(state), lambda session: bookings.set_state(session, row.id, state, today)
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A booking that is there can be asked for, confirmed and cancelled."""
        if action in {BookingAsked.id, BookingConfirmed.id, BookingCancelled.id}:
            return self.row is not None and self.row.record == BOOKINGS and not self.row.is_expected
        return super().check_action(action, parameters)


class VenueStage(BookingCommands, MovesTheDay):
    """The venue with its own commands."""

    STAGE = StageId.VENUE
    OFFERS = (*Stage.OFFERS, ChooseVenue, BookingAsked, BookingConfirmed, BookingCancelled, MoveTheDay)
    BINDINGS = keys_of(OFFERS)

    @action
    async def action_choose_venue(self) -> None:
        """Take a venue from the book: the one under the cursor, or one that is chosen."""
        row, conference_id, today = self.row, self.conference_id, self.today
        if conference_id is None:
            return
        chosen: str | None = row.id if row is not None and row.record == VENUES else None
        if chosen is None:
            known = await self.read(lambda session: references_to(session, VENUES, None))
            options = [Option(one.id, one.name, one.detail) for one in known]
            options.append(Option(NEW, _("Tilføj lokale …")))
            chosen = await self.ask_choice(_("Hvor skal I mødes?"), options)
        if chosen == NEW:
            chosen = await self.make_row(VENUES, {}, draft="new-venue")
        if chosen is None:
            return
        case_id, venue_id = self.case_id, chosen
        await self.write(
            _("Lokale valgt"),
            lambda session: venue.choose_venue(session, case_id, conference_id, venue_id, today),
        )

    def _add_expected(self, row: Row) -> None:
        """A venue is chosen before anything is booked, so that no empty booking is left behind."""
        if row.record == BOOKINGS:
            self.action_choose_venue()
        else:
            super()._add_expected(row)

    def action_add_row(self) -> None:
        """Another venue is chosen from the list too."""
        if self.section is not None and self.section.id == venue.VENUE:
            self.action_choose_venue()
        else:
            super().action_add_row()
