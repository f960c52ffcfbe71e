"""The people of a case: child, family, network, professionals and helpers, and every contact with them."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field
from sqlalchemy import Boolean, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.archive.records.kinds import (
    Age,
    Email,
    Kilometres,
    Minutes,
    PersonName,
    Phone,
    Several,
    Short,
    Words,
)
from samordner_tui.archive.records.marks import Happened, Help, Hidden, Label, ReadBy, Since
from samordner_tui.method.terms import (
    Attendance,
    ContactForm,
    ContactKind,
    ContactOutcome,
    ContactView,
    DecidedBy,
    Diet,
    Gender,
    HelperKind,
    InvitationChoice,
    NotInvitedReason,
    OtherWay,
    PersonKind,
    Sector,
    Side,
    Support,
    Tie,
    TieQuality,
    ToldHow,
    Voice,
    WhoseWords,
)


class Person(OfCase, Record):
    """Somebody in the case, and whether they are to be invited. Source: R95, R153 to R155, R164, domain.md 5.2."""

    __tablename__ = "people"
    TITLE = Label("Person")

    name: Mapped[Annotated[PersonName, Label("Navn")]]
    kind: Mapped[Annotated[PersonKind, Label("Er med som")]] = mapped_column(default=PersonKind.PRIVATE)
    relation: Mapped[Annotated[Short, Label("Hvem er det?")] | None] = mapped_column(default=None)
    helper_kind: Mapped[Annotated[HelperKind, Label("Hjælper som")] | None] = mapped_column(default=None)
    age: Mapped[Annotated[Age, Label("Alder")] | None] = mapped_column(default=None)
    side: Mapped[Annotated[Side, Label("Side")] | None] = mapped_column(default=None)
    household: Mapped[Annotated[bool, Label("Bor sammen med barnet")] | None] = mapped_column(
        # Not known is an answer of its own, and not the same as nothing said.
        Boolean().evaluates_none(),
        default=False,
    )
    ring: Mapped[Annotated[int, Field(ge=1, le=5), Label("Ring"), Help("1 er tættest på barnet.")] | None] = (
        mapped_column(default=None)
    )
    sector: Mapped[Annotated[Sector, Label("Plads på kortet")] | None] = mapped_column(default=None)
    tie: Mapped[Annotated[Tie, Label("Kontakten er")] | None] = mapped_column(default=None)
    phone: Mapped[Annotated[Phone, Label("Telefon")] | None] = mapped_column(default=None)
    email: Mapped[Annotated[Email, Label("E-mail")] | None] = mapped_column(default=None)
    gender: Mapped[Annotated[Gender, Label("Tegnes som"), Help("I familietræet: □, ○ eller ◇.")] | None] = (
        mapped_column(default=None)
    )
    prompt: Mapped[Annotated[str, Field(max_length=40), Label("Kom frem ved spørgsmålet")] | None] = mapped_column(
        default=None
    )
    address: Mapped[Annotated[Short, Label("Adresse"), Hidden()] | None] = mapped_column(default=None)
    address_secret: Mapped[Annotated[bool, Label("Adressen er hemmelig")]] = mapped_column(default=False)
    language: Mapped[Annotated[Short, Label("Sprog")] | None] = mapped_column(default=None)
    needs_interpreter: Mapped[Annotated[bool, Label("Har brug for tolk")]] = mapped_column(default=False)
    needs_lift: Mapped[Annotated[bool, Label("Skal hentes")]] = mapped_column(default=False)
    access_needs: Mapped[
        Annotated[Short, Label("Særlige behov"), Help("Kørestol, høreapparat, briller, ro …")] | None
    ] = mapped_column(default=None)
    diets: Mapped[Annotated[tuple[Diet, ...], Label("Kost")]] = mapped_column(Several(Diet), default=())
    diet_note: Mapped[Annotated[Short, Label("Mere om kosten")] | None] = mapped_column(default=None)
    invited: Mapped[Annotated[InvitationChoice, Label("Inviteres?"), Since("decided_on")]] = mapped_column(
        default=InvitationChoice.UNDECIDED
    )
    not_invited_reason: Mapped[Annotated[NotInvitedReason, Label("Hvorfor ikke?"), Since("decided_on")] | None] = (
        mapped_column(default=None)
    )
    not_invited_words: Mapped[Annotated[Short, Label("Med egne ord"), Hidden(), Since("decided_on")] | None] = (
        mapped_column(default=None)
    )
    decided_by: Mapped[Annotated[DecidedBy, Label("Besluttet af"), Since("decided_on")] | None] = mapped_column(
        default=None
    )
    decided_on: Mapped[Annotated[date, Label("Besluttet den"), Happened()] | None] = mapped_column(default=None)
    told_how: Mapped[Annotated[ToldHow, Label("Fået det at vide"), Since("decided_on")] | None] = mapped_column(
        default=None
    )
    other_way: Mapped[Annotated[OtherWay, Label("Kan i stedet være med ved"), Since("decided_on")] | None] = (
        mapped_column(default=None)
    )
    attendance: Mapped[Annotated[Attendance, Label("Vil være med")] | None] = mapped_column(default=None)
    willing_to_hold_role: Mapped[Annotated[bool, Label("Vil gerne have en rolle")] | None] = mapped_column(default=None)


class Child(OfCase, Record):
    """A child the case is about: how it is heard, what it wishes, how far it is prepared. Source: R60 to R73, P12.

    `person_id` names the same child among the people.
    """

    __tablename__ = "children"
    TITLE = Label("Barnet")

    person_id: Mapped[Annotated[str, Label("Barnet på listen over personer")]] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), unique=True
    )
    participation: Mapped[
        Annotated[
            Attendance,
            Label("Vil være med"),
            Help("Barnet bestemmer selv formen. Der er ingen nedre alder."),
            Since("participation_chosen_on"),
        ]
        | None
    ] = mapped_column(default=None)
    participation_chosen_on: Mapped[Annotated[date, Label("Valgt af barnet den"), Happened()] | None] = mapped_column(
        default=None
    )
    voice: Mapped[Annotated[Voice, Label("Bliver hørt ved")] | None] = mapped_column(default=None)
    statement: Mapped[Annotated[Words, Label("Barnets egne ord")] | None] = mapped_column(default=None)
    prepared_on: Mapped[Annotated[date, Label("Forberedt den"), Happened()] | None] = mapped_column(default=None)
    understands: Mapped[
        Annotated[bool, Label("Har forstået, hvad der skal ske og hvorfor"), Since("understood_on")] | None
    ] = mapped_column(default=None)
    understood_on: Mapped[Annotated[date, Label("Talt om det den"), Happened()] | None] = mapped_column(default=None)
    timeline_given_on: Mapped[Annotated[date, Label("Har fået sin tidslinje den"), Happened()] | None] = mapped_column(
        default=None
    )
    support_before: Mapped[Annotated[Short, Label("Støtte før"), ReadBy("family")] | None] = mapped_column(default=None)
    support_during: Mapped[Annotated[Short, Label("Støtte undervejs"), ReadBy("family")] | None] = mapped_column(
        default=None
    )
    support_after: Mapped[Annotated[Short, Label("Støtte bagefter"), ReadBy("family")] | None] = mapped_column(
        default=None
    )
    fears: Mapped[Annotated[Words, Label("Er bange for"), Hidden()] | None] = mapped_column(default=None)
    wish_food: Mapped[Annotated[Short, Label("Ønsker at spise")] | None] = mapped_column(default=None)
    wish_guests: Mapped[Annotated[Short, Label("Ønsker at se")] | None] = mapped_column(default=None)
    wish_room: Mapped[Annotated[Short, Label("Ønsker om rummet og bordet")] | None] = mapped_column(default=None)
    wish_seat: Mapped[Annotated[Short, Label("Vil sidde ved")] | None] = mapped_column(default=None)
    wish_invitation: Mapped[Annotated[Short, Label("Ønsker til invitationen")] | None] = mapped_column(default=None)
    wish_music: Mapped[Annotated[Short, Label("Musik")] | None] = mapped_column(default=None)
    wish_breaks: Mapped[Annotated[Short, Label("Pauser")] | None] = mapped_column(default=None)


class Custody(OfCase, Record):
    """Who holds custody of which child. Consent follows custody, not biology. Source: R89, domain.md 1."""

    __tablename__ = "custodies"
    TITLE = Label("Forældremyndighed")

    person_id: Mapped[Annotated[str, Label("Hvem")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    child_id: Mapped[Annotated[str, Label("Over hvilket barn")]] = mapped_column(
        ForeignKey("children.id", ondelete="CASCADE")
    )


class View(OfCase, Record):
    """What the child or a custody holder says about contact with a person. Source: R155."""

    __tablename__ = "views"
    TITLE = Label("Hvad barnet eller forældrene siger")

    person_id: Mapped[Annotated[str, Label("Om hvem")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    said_by_id: Mapped[Annotated[str, Label("Sagt af")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    view: Mapped[Annotated[ContactView, Label("Skal med?")]]
    words: Mapped[Annotated[Short, Label("Med egne ord")] | None] = mapped_column(default=None)
    said_on: Mapped[Annotated[date, Label("Sagt den"), Happened()] | None] = mapped_column(default=None)


class NetworkTie(OfCase, Record):
    """What two people on the map are to each other; the child is one of the people. Source: R153, R154."""

    __tablename__ = "ties"
    TITLE = Label("Bånd mellem to")

    first_id: Mapped[Annotated[str, Label("Den ene")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    second_id: Mapped[Annotated[str, Label("Den anden")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    quality: Mapped[Annotated[TieQuality, Label("Båndet er")]] = mapped_column(default=TieQuality.ORDINARY)
    support: Mapped[Annotated[Support, Label("Støtte")] | None] = mapped_column(default=None)


class ConflictPair(OfCase, Record):
    """Two people who need distance: lifts, arrival and seating follow. Source: domain.md 2 phase 3."""

    __tablename__ = "conflict_pairs"
    TITLE = Label("To, der skal have afstand")

    first_id: Mapped[Annotated[str, Label("Den ene")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    second_id: Mapped[Annotated[str, Label("Den anden")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    arrives_first_id: Mapped[Annotated[str, Label("Kommer først")] | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), default=None
    )
    separate_lifts: Mapped[Annotated[bool, Label("Kører hver for sig")]] = mapped_column(default=True)
    seating: Mapped[Annotated[Short, Label("Placering ved bordet")] | None] = mapped_column(default=None)


class Contact(OfCase, Record):
    """A visit, talk or call, with one or several people, planned, made or tried. Source: R28, R29, R65, R72, R183."""

    __tablename__ = "contacts"
    TITLE = Label("Besøg eller samtale")

    kind: Mapped[Annotated[ContactKind, Label("Hvad er det?")]] = mapped_column(default=ContactKind.NETWORK_VISIT)
    outcome: Mapped[Annotated[ContactOutcome, Label("Hvordan gik det?"), Since("held_on")]] = mapped_column(
        default=ContactOutcome.PLANNED
    )
    planned_at: Mapped[Annotated[datetime, Label("Aftalt til")] | None] = mapped_column(default=None)
    held_on: Mapped[Annotated[date, Label("Dato"), Happened()] | None] = mapped_column(default=None)
    form: Mapped[Annotated[ContactForm, Label("Sted eller form")] | None] = mapped_column(default=None)
    place: Mapped[Annotated[Short, Label("Hvor")] | None] = mapped_column(default=None)
    minutes: Mapped[Annotated[Minutes, Label("Minutter"), Since("held_on")] | None] = mapped_column(default=None)
    kilometres: Mapped[Annotated[Kilometres, Label("Kilometer"), Since("held_on")] | None] = mapped_column(default=None)
    method_explained: Mapped[Annotated[bool, Label("Metoden er forklaret"), Since("held_on")]] = mapped_column(
        default=False
    )
    responsibility_explained: Mapped[Annotated[bool, Label("Ansvaret som deltager er forklaret"), Since("held_on")]] = (
        mapped_column(default=False)
    )
    may_be_told: Mapped[Annotated[Words, Label("Må få at vide"), Help("Det, familien har sagt ja til.")] | None] = (
        mapped_column(default=None)
    )
    note: Mapped[Annotated[Words, Label("Note"), Since("held_on")] | None] = mapped_column(default=None)


class ContactPerson(OfCase, Record):
    """One of the people in a contact."""

    __tablename__ = "contact_people"
    TITLE = Label("Deltager i besøget")

    contact_id: Mapped[Annotated[str, Label("Besøget")]] = mapped_column(
        ForeignKey("contacts.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[Annotated[str, Label("Hvem")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))


class Offer(OfCase, Record):
    """What somebody would like to offer the child and the family, in their own words and at their own wish.

    The person brings it to the conference; nobody hands it over for them. Source: R29, R147.
    """

    __tablename__ = "offers"
    TITLE = Label("Tilbud fra netværket")

    person_id: Mapped[Annotated[str, Label("Hvem")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    words: Mapped[Annotated[Words, Field(min_length=1), Label("Med egne ord")]]
    wished_on: Mapped[Annotated[date, Label("Ville have det skrevet den"), Happened()] | None] = mapped_column(
        default=None
    )


class ChildAbsence(OfCase, Record):
    """Why a child stayed away from a conference, and whose words the reason is. Source: cornerstones.md 5."""

    __tablename__ = "child_absences"
    TITLE = Label("Barnet var ikke med")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    child_id: Mapped[Annotated[str, Label("Hvilket barn")]] = mapped_column(
        ForeignKey("children.id", ondelete="CASCADE")
    )
    reason: Mapped[Annotated[Short, Field(min_length=1), Label("Hvorfor")]]
    whose_words: Mapped[Annotated[WhoseWords, Label("Hvis ord er det?")] | None] = mapped_column(default=None)
