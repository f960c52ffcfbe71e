"""What has to be booked, ordered, asked and sent before a conference."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samordner_tui.archive.records.base import OfCase, Record, Shared
from samordner_tui.archive.records.kinds import Count, Money, Name, Phone, Short, Words
from samordner_tui.archive.records.marks import Happened, Help, Label, ReadBy, Since
from samordner_tui.method.terms import (
    Answer,
    Attendance,
    BookingKind,
    BookingState,
    ChosenBy,
    PaidBy,
    RoleName,
    SendChannel,
    VenueKind,
)


class Venue(Shared, Record):
    """A place in the book of venues, shared by cases. Source: R40 to R53, R122."""

    __tablename__ = "venues"
    TITLE = Label("Lokale")

    name: Mapped[Annotated[Name, Label("Navn")]]
    kind: Mapped[Annotated[VenueKind, Label("Hvad er det for et sted?")] | None] = mapped_column(default=None)
    address: Mapped[Annotated[Short, Label("Adresse")] | None] = mapped_column(default=None)
    contact: Mapped[Annotated[Name, Label("Kontaktperson")] | None] = mapped_column(default=None)
    phone: Mapped[Annotated[Phone, Label("Telefon")] | None] = mapped_column(default=None)
    near_room: Mapped[Annotated[bool, Label("Rum tæt på til dig og initiativtageren")] | None] = mapped_column(
        default=None
    )
    second_room: Mapped[Annotated[bool, Label("Ekstra rum, hvor et barn kan trække sig tilbage")] | None] = (
        mapped_column(default=None)
    )
    evening_access: Mapped[Annotated[bool, Label("Adgang om aftenen")] | None] = mapped_column(default=None)
    access_how: Mapped[Annotated[Short, Label("Nøgle, alarm og åbningstid")] | None] = mapped_column(default=None)
    step_free: Mapped[Annotated[bool, Label("Adgang uden trin")] | None] = mapped_column(default=None)
    kitchen: Mapped[Annotated[bool, Label("Køkken")] | None] = mapped_column(default=None)
    facilities: Mapped[Annotated[Short, Label("Andet i lokalet")] | None] = mapped_column(default=None)
    seats: Mapped[Annotated[Count, Label("Pladser")] | None] = mapped_column(default=None)
    price: Mapped[Annotated[Money, Label("Leje i kr.")] | None] = mapped_column(default=None)
    lent_by: Mapped[Annotated[Short, Label("Stilles til rådighed af")] | None] = mapped_column(default=None)


class Supplier(Shared, Record):
    """Somebody who delivers food, shared by cases. Source: R59."""

    __tablename__ = "suppliers"
    TITLE = Label("Leverandør")

    name: Mapped[Annotated[Name, Label("Navn")]]
    address: Mapped[Annotated[Short, Label("Adresse")] | None] = mapped_column(default=None)
    phone: Mapped[Annotated[Phone, Label("Telefon")] | None] = mapped_column(default=None)
    evening_hours: Mapped[Annotated[Short, Label("Åbent om aftenen")] | None] = mapped_column(default=None)


class Booking(OfCase, Record):
    """Something booked for a conference: the venue, an interpreter, a lift, a minder. Source: R30, R42, R50, P14."""

    __tablename__ = "bookings"
    TITLE = Label("Bestilling")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    kind: Mapped[Annotated[BookingKind, Label("Hvad bestilles?")]]
    venue_id: Mapped[Annotated[str, Label("Lokale")] | None] = mapped_column(
        ForeignKey("venues.id", ondelete="SET NULL"), default=None
    )
    person_id: Mapped[Annotated[str, Label("For hvem")] | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), default=None
    )
    state: Mapped[Annotated[BookingState, Label("Hvordan står det?")]] = mapped_column(default=BookingState.NEEDED)
    asked_on: Mapped[Annotated[date, Label("Spurgt den"), Happened()] | None] = mapped_column(default=None)
    confirmed_on: Mapped[Annotated[date, Label("Bekræftet den"), Happened()] | None] = mapped_column(default=None)
    cancelled_on: Mapped[Annotated[date, Label("Afbestilt den"), Happened()] | None] = mapped_column(default=None)
    cancel_by: Mapped[Annotated[date, Label("Kan afbestilles til og med")] | None] = mapped_column(default=None)
    starts_at: Mapped[Annotated[datetime, Label("Fra")] | None] = mapped_column(default=None)
    ends_at: Mapped[Annotated[datetime, Label("Til")] | None] = mapped_column(default=None)
    reference: Mapped[Annotated[Short, Label("Bestillingsnummer")] | None] = mapped_column(default=None)
    contact: Mapped[Annotated[Short, Label("Aftalt med")] | None] = mapped_column(default=None)
    phone: Mapped[Annotated[Phone, Label("Telefon")] | None] = mapped_column(default=None)
    price: Mapped[Annotated[Money, Label("Pris i kr.")] | None] = mapped_column(default=None)
    paid_by: Mapped[Annotated[PaidBy, Label("Betales af")] | None] = mapped_column(default=None)
    memories_asked_on: Mapped[Annotated[date, Label("Spurgt om minder fra stedet den"), Happened()] | None] = (
        mapped_column(default=None)
    )
    bad_memories: Mapped[
        Annotated[bool, Label("Har nogen dårlige minder fra stedet?"), Since("memories_asked_on")] | None
    ] = mapped_column(default=None)
    family_meets_here: Mapped[
        Annotated[bool, Label("Kommer familien her til andre møder?"), Since("memories_asked_on")] | None
    ] = mapped_column(default=None)
    departure_reason: Mapped[Annotated[Short, Label("Hvorfor bruges stedet alligevel?")] | None] = mapped_column(
        default=None
    )


class Menu(OfCase, Record):
    """The meal of a conference: the child chooses it. Source: R54 to R59, R123."""

    __tablename__ = "menus"
    TITLE = Label("Maden")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE"), unique=True
    )
    dishes: Mapped[Annotated[Words, Label("Menuen"), ReadBy("family")] | None] = mapped_column(default=None)
    chosen_by_child: Mapped[Annotated[bool, Label("Valgt af barnet"), Since("chosen_on")] | None] = mapped_column(
        default=None
    )
    chosen_on: Mapped[Annotated[date, Label("Valgt den"), Happened()] | None] = mapped_column(default=None)
    price_per_cover: Mapped[Annotated[Money, Label("Pris pr. kuvert i kr.")] | None] = mapped_column(default=None)
    extra_covers: Mapped[Annotated[Count, Label("Ekstra kuverter")]] = mapped_column(default=0)
    supplier_id: Mapped[Annotated[str, Label("Leverandør")] | None] = mapped_column(
        ForeignKey("suppliers.id", ondelete="SET NULL"), default=None
    )
    ordered_on: Mapped[Annotated[date, Label("Bestilt den"), Happened()] | None] = mapped_column(default=None)
    ordered_covers: Mapped[Annotated[Count, Label("Bestilte kuverter"), Since("ordered_on")] | None] = mapped_column(
        default=None
    )
    confirmed_on: Mapped[Annotated[date, Label("Bekræftet den"), Happened()] | None] = mapped_column(default=None)
    pick_up_at: Mapped[Annotated[datetime, Label("Hentes")] | None] = mapped_column(default=None)
    pick_up_by: Mapped[Annotated[Short, Label("Hentes af")] | None] = mapped_column(default=None)
    picked_up_on: Mapped[Annotated[date, Label("Hentet den"), Happened()] | None] = mapped_column(default=None)


class RoleHolder(OfCase, Record):
    """Somebody from the network with a role at a conference. Source: R31, R46, R64."""

    __tablename__ = "role_holders"
    TITLE = Label("Rolle")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    role: Mapped[Annotated[RoleName, Label("Rollen")]]
    person_id: Mapped[Annotated[str, Label("Hvem")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    understudy: Mapped[Annotated[bool, Label("Er afløser")]] = mapped_column(default=False)
    child_id: Mapped[Annotated[str, Label("For hvilket barn")] | None] = mapped_column(
        ForeignKey("children.id", ondelete="CASCADE"), default=None
    )
    chosen_by: Mapped[Annotated[ChosenBy, Label("Valgt af")] | None] = mapped_column(default=None)
    asked_on: Mapped[Annotated[date, Label("Spurgt den"), Happened()] | None] = mapped_column(default=None)
    accepted: Mapped[Annotated[bool, Label("Har sagt ja?"), Since("accepted_on")] | None] = mapped_column(default=None)
    accepted_on: Mapped[Annotated[date, Label("Svaret den"), Happened()] | None] = mapped_column(default=None)
    briefed_on: Mapped[Annotated[date, Label("Sat ind i rollen den"), Happened()] | None] = mapped_column(default=None)


class Wording(OfCase, Record):
    """The text of the invitations, made with the child or not. Source: R32."""

    __tablename__ = "wordings"
    TITLE = Label("Invitationens tekst")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    text: Mapped[Annotated[Words, Field(min_length=1), Label("Teksten"), ReadBy("family")]]
    made_with_child: Mapped[Annotated[bool, Label("Lavet sammen med barnet")] | None] = mapped_column(default=None)
    style: Mapped[
        Annotated[
            Short,
            Label("Farve, tegning eller tema"),
            Help(
                "Skriv ønsket med barnets egne ord. Programmet kan tegne bold, stjerne, hjerte, blomst, tog, kat, "
                "hund, hest, enhjørning, sommerfugl, sol og måne, og det kender rød, orange, gul, grøn, turkis, blå, "
                "lilla, lyserød, brun, sort og grå."
            ),
        ]
        | None
    ] = mapped_column(default=None)


class Invitation(OfCase, Record):
    """The invitation of one person, and the answer. Source: R32, R87, P10, P14."""

    __tablename__ = "invitations"
    TITLE = Label("Invitation")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    person_id: Mapped[Annotated[str, Label("Til")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    wording_id: Mapped[Annotated[str, Label("Tekst")] | None] = mapped_column(
        ForeignKey("wordings.id", ondelete="SET NULL"), default=None
    )
    channel: Mapped[
        Annotated[SendChannel, Label("Sendes som"), Help("Hver får sin egen. Ingen fælles liste.")] | None
    ] = mapped_column(default=None)
    sent_on: Mapped[Annotated[date, Label("Sendt den"), Happened()] | None] = mapped_column(default=None)
    reminded_on: Mapped[Annotated[date, Label("Mindet om den"), Happened()] | None] = mapped_column(default=None)
    answer: Mapped[Annotated[Answer, Label("Svar"), Since("answered_on")] | None] = mapped_column(default=None)
    answered_on: Mapped[Annotated[date, Label("Svaret den"), Happened()] | None] = mapped_column(default=None)
    answered_by: Mapped[Annotated[Short, Label("Svaret af"), Since("answered_on")] | None] = mapped_column(default=None)
    attendance: Mapped[Annotated[Attendance, Label("Er med"), Since("answered_on")] | None] = mapped_column(
        default=None
    )
    companions: Mapped[Annotated[Count, Label("Voksne, der følger med"), Since("answered_on")]] = mapped_column(
        default=0
    )
    companion_children: Mapped[Annotated[Count, Label("Børn, der følger med"), Since("answered_on")]] = mapped_column(
        default=0
    )
    needs: Mapped[Annotated[Short, Label("Behov på dagen"), Since("answered_on")] | None] = mapped_column(default=None)
