"""The case and its assignment: engagement, who may decide, statements, consents, safety."""

from datetime import date, time
from typing import Annotated

from pydantic import Field
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.archive.records.kinds import Hours, Money, PersonName, Phone, Short, Words, new_id
from samordner_tui.archive.records.marks import Happened, Help, Hidden, Kept, Label, ReadBy, Since, Wanted
from samordner_tui.method.terms import (
    AuthorityKind,
    CaseType,
    Channel,
    ClosingReason,
    ConsentAnswer,
    ConsentScope,
    DataRole,
    Evidence,
    SafetyAnswer,
    SafetyOccasion,
    StatementKind,
    WrittenBy,
)


class Case(Record):
    """One case: a child or siblings, one engagement, a series of conferences. Source: R23, R99."""

    __tablename__ = "cases"
    TITLE = Label("Sagen")

    id: Mapped[Annotated[str, Kept()]] = mapped_column(primary_key=True, default=new_id)
    number: Mapped[
        Annotated[
            str,
            Field(min_length=1, max_length=24, pattern=r"^[A-Za-z0-9ÆØÅæøå][A-Za-z0-9ÆØÅæøå._-]*$"),
            Label("Sagens nummer"),
            Wanted("Et sagsnummer har bogstaver, tal, punktum og bindestreg, og ingen mellemrum."),
        ]
    ] = mapped_column(unique=True)
    alias: Mapped[Annotated[str, Field(min_length=1, max_length=40), Label("Kaldes")]]
    case_type: Mapped[Annotated[CaseType, Label("Sagen handler om")] | None] = mapped_column(default=None)
    purpose: Mapped[
        Annotated[Words, Label("Formålet"), Help("Hvad skal der ske, for at barnet får det bedre?")] | None
    ] = mapped_column(default=None)
    excluded_because: Mapped[
        Annotated[
            Words,
            Label("Taler noget imod metoden?"),
            Help("Kommunens egne ord, hvis sagen er en, hvor metoden ikke bruges."),
        ]
        | None
    ] = mapped_column(default=None)
    mothers_side_reason: Mapped[Annotated[Short, Label("Hvorfor ingen fra mors side?")] | None] = mapped_column(
        default=None
    )
    fathers_side_reason: Mapped[Annotated[Short, Label("Hvorfor ingen fra fars side?")] | None] = mapped_column(
        default=None
    )
    opened_on: Mapped[Annotated[date, Label("Åbnet den"), Happened()] | None] = mapped_column(default=None)
    closed_on: Mapped[Annotated[date, Label("Lukket den"), Happened()] | None] = mapped_column(default=None)
    closing_reason: Mapped[Annotated[ClosingReason, Label("Hvorfor lukkes sagen?"), Since("closed_on")] | None] = (
        mapped_column(default=None)
    )
    everyone_told_on: Mapped[Annotated[date, Label("Alle har fået besked om lukningen den"), Happened()] | None] = (
        mapped_column(default=None)
    )
    handed_over_on: Mapped[Annotated[date, Label("Afleveret til kommunen den"), Happened()] | None] = mapped_column(
        default=None
    )


class Engagement(OfCase, Record):
    """What the samordner is hired for, and the four questions of independence. Source: R22, R23, R36, R39, R118."""

    __tablename__ = "engagements"
    TITLE = Label("Aftalen med kommunen")

    municipality: Mapped[Annotated[Short, Label("Kommune")] | None] = mapped_column(default=None)
    channel: Mapped[Annotated[Channel, Label("Ansat gennem")] | None] = mapped_column(default=None)
    contact_person: Mapped[Annotated[PersonName, Label("Kontaktperson i kommunen")] | None] = mapped_column(
        default=None
    )
    contact_phone: Mapped[Annotated[Phone, Label("Kontaktpersonens telefon")] | None] = mapped_column(default=None)
    referred_on: Mapped[Annotated[date, Label("Opgaven kom den"), Happened()] | None] = mapped_column(default=None)
    accepted_on: Mapped[Annotated[date, Label("Du sagde ja den"), Happened()] | None] = mapped_column(default=None)
    initiator_contacted_on: Mapped[Annotated[date, Label("Du talte med initiativtageren den"), Happened()] | None] = (
        mapped_column(default=None)
    )
    start_meeting_on: Mapped[Annotated[date, Label("Opstartsmødet blev holdt den"), Happened()] | None] = mapped_column(
        default=None
    )
    agreed_hours: Mapped[Annotated[Hours, Label("Aftalte timer")] | None] = mapped_column(default=None)
    hourly_rate: Mapped[Annotated[Money, Label("Timeløn i kr.")] | None] = mapped_column(default=None)
    kilometre_rate: Mapped[Annotated[Money, Label("Kr. pr. km")] | None] = mapped_column(default=None)
    framework_agreement: Mapped[Annotated[Short, Label("Rammeaftale")] | None] = mapped_column(default=None)
    planned_conferences: Mapped[Annotated[int, Field(ge=1, le=20), Label("Aftalt antal rådslagninger")] | None] = (
        mapped_column(default=None)
    )
    data_role: Mapped[Annotated[DataRole, Label("Hvem har ansvar for data?")] | None] = mapped_column(default=None)
    data_instruction_on: Mapped[Annotated[date, Label("Datainstruks modtaget den"), Happened()] | None] = mapped_column(
        default=None
    )
    delete_by: Mapped[Annotated[date, Label("Slettes senest")] | None] = mapped_column(default=None)
    knows_family: Mapped[Annotated[bool, Label("Kender du familien?"), Since("independence_answered_on")] | None] = (
        mapped_column(default=None)
    )
    employed_by_department: Mapped[
        Annotated[bool, Label("Er du ansat i familieafdelingen?"), Since("independence_answered_on")] | None
    ] = mapped_column(default=None)
    related: Mapped[
        Annotated[bool, Label("Er du i familie med nogen i sagen?"), Since("independence_answered_on")] | None
    ] = mapped_column(default=None)
    part_in_decision: Mapped[
        Annotated[bool, Label("Har du del i afgørelsen?"), Since("independence_answered_on")] | None
    ] = mapped_column(default=None)
    independence_answered_on: Mapped[Annotated[date, Label("Spørgsmålene besvaret den"), Happened()] | None] = (
        mapped_column(default=None)
    )
    secrecy_declared_on: Mapped[Annotated[date, Label("Tavshedspligt skrevet under den"), Happened()] | None] = (
        mapped_column(default=None)
    )
    record_check_on: Mapped[Annotated[date, Label("Børneattest bekræftet af kommunen den"), Happened()] | None] = (
        mapped_column(default=None)
    )
    catering_budget: Mapped[Annotated[Money, Label("Budget til forplejning i kr.")] | None] = mapped_column(
        default=None
    )
    evaluation_agreed: Mapped[
        Annotated[
            Short, Label("Aftale om evaluering"), Help("Hvordan og hvornår skemaet udfyldes, og hvem der får svarene.")
        ]
        | None
    ] = mapped_column(default=None)


class Authority(OfCase, Record):
    """A person at the municipality who answers for something: the plan, or safety. Source: R15, R86, R113."""

    __tablename__ = "authorities"
    TITLE = Label("Person i kommunen")

    kind: Mapped[Annotated[AuthorityKind, Label("Er med som")]]
    name: Mapped[Annotated[PersonName, Label("Navn")]]
    title: Mapped[Annotated[Short, Label("Stilling")] | None] = mapped_column(default=None)
    phone: Mapped[Annotated[Phone, Label("Telefon")] | None] = mapped_column(default=None)
    may_approve: Mapped[Annotated[bool, Label("Kan godkende planen endeligt?"), Since("confirmed_on")] | None] = (
        mapped_column(default=None)
    )
    scope: Mapped[Annotated[Short, Label("Hvad må personen sige ja til?")] | None] = mapped_column(default=None)
    reachable_from: Mapped[Annotated[time, Label("Kan nås på dagen fra kl."), Since("confirmed_on")] | None] = (
        mapped_column(default=None)
    )
    reachable_until: Mapped[Annotated[time, Label("Kan nås på dagen til kl."), Since("confirmed_on")] | None] = (
        mapped_column(default=None)
    )
    confirmed_on: Mapped[Annotated[date, Label("Bekræftet den"), Happened()] | None] = mapped_column(default=None)


class Statement(OfCase, Record):
    """A concern, strength, question or bottom line, in one version. Source: R94, R178, P7, P8."""

    __tablename__ = "statements"
    TITLE = Label("Bekymring, styrke, spørgsmål eller krav")

    kind: Mapped[Annotated[StatementKind, Label("Hvad er det?")]]
    text: Mapped[Annotated[Words, Field(min_length=1), Label("Teksten"), ReadBy("family")]]
    written_by: Mapped[Annotated[WrittenBy, Label("Formuleret af")] | None] = mapped_column(default=None)
    known_to_family_on: Mapped[Annotated[date, Label("Familien kender det siden"), Happened()] | None] = mapped_column(
        default=None
    )
    version: Mapped[Annotated[int, Field(ge=1), Kept()]] = mapped_column(default=1)
    replaces_id: Mapped[Annotated[str, Kept()] | None] = mapped_column(
        ForeignKey("statements.id", ondelete="SET NULL"), default=None
    )
    withdrawn_on: Mapped[Annotated[date, Label("Taget tilbage den"), Happened()] | None] = mapped_column(default=None)


class Consent(OfCase, Record):
    """What a custody holder or a young person answered. Source: R89, P4, P5."""

    __tablename__ = "consents"
    TITLE = Label("Samtykke")

    person_id: Mapped[Annotated[str, Label("Hvem")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    child_id: Mapped[Annotated[str, Label("For hvilket barn"), Help("Tomt betyder alle børn i sagen.")] | None] = (
        mapped_column(ForeignKey("children.id", ondelete="CASCADE"), default=None)
    )
    scope: Mapped[Annotated[ConsentScope, Label("Til hvad")]]
    answer: Mapped[Annotated[ConsentAnswer, Label("Svaret"), Since("answered_on")] | None] = mapped_column(default=None)
    answered_on: Mapped[Annotated[date, Label("Svaret den"), Happened()] | None] = mapped_column(default=None)
    evidence: Mapped[Annotated[Evidence, Label("Givet"), Since("answered_on")] | None] = mapped_column(default=None)
    proceeds_by: Mapped[Annotated[PersonName, Label("Hvem i kommunen går videre?"), Since("answered_on")] | None] = (
        mapped_column(default=None)
    )
    proceeds_ground: Mapped[Annotated[Short, Label("På hvilket grundlag?"), Since("answered_on")] | None] = (
        mapped_column(default=None)
    )
    withdrawn_on: Mapped[Annotated[date, Label("Trukket tilbage den"), Happened()] | None] = mapped_column(default=None)
    told_on: Mapped[Annotated[date, Label("De berørte har fået besked den"), Happened()] | None] = mapped_column(
        default=None
    )


class SafetyRound(OfCase, Record):
    """The safety questions, asked once of the municipality, and its answer. Source: P21, P22, design 5.

    The samordner asks; a named person at the municipality answers. `note` goes on no paper.
    """

    __tablename__ = "safety_rounds"
    TITLE = Label("Sikkerhedsspørgsmål")

    occasion: Mapped[Annotated[SafetyOccasion, Label("Anledning")]]
    asked_on: Mapped[Annotated[date, Label("Spurgt den"), Happened()] | None] = mapped_column(default=None)
    violence: Mapped[Annotated[bool, Label("Vold eller trusler?"), Since("asked_on")] | None] = mapped_column(
        default=None
    )
    sexual_abuse: Mapped[Annotated[bool, Label("Seksuelle overgreb?"), Since("asked_on")] | None] = mapped_column(
        default=None
    )
    honour: Mapped[
        Annotated[bool, Label("Æresrelateret konflikt eller negativ social kontrol?"), Since("asked_on")] | None
    ] = mapped_column(default=None)
    court_order: Mapped[
        Annotated[bool, Label("Tilhold, opholdsforbud eller anden afgørelse?"), Since("asked_on")] | None
    ] = mapped_column(default=None)
    answer: Mapped[Annotated[SafetyAnswer, Label("Kommunens svar"), Since("answered_on")] | None] = mapped_column(
        default=None
    )
    answered_by: Mapped[Annotated[PersonName, Label("Svaret af"), Since("answered_on")] | None] = mapped_column(
        default=None
    )
    answered_on: Mapped[Annotated[date, Label("Svaret den"), Happened()] | None] = mapped_column(default=None)
    measures: Mapped[
        Annotated[
            Words,
            Label("Aftalte forholdsregler"),
            Help("Neutrale ord. De må stå på din egen køreplan."),
            Since("answered_on"),
        ]
        | None
    ] = mapped_column(default=None)
    note: Mapped[Annotated[Words, Label("Din egen note"), Help("Kommer aldrig på papir."), Hidden()] | None] = (
        mapped_column(default=None)
    )
