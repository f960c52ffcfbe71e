"""A conference, its three trin, the family's plan and the answer to it."""

from datetime import date, datetime, time
from typing import Annotated

from pydantic import Field
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.archive.records.kinds import Minutes, Pages, PersonName, Short, Words
from samordner_tui.archive.records.marks import Happened, Help, Kept, Label, ReadBy, Since
from samordner_tui.method.terms import (
    Attendance,
    ConferenceKind,
    ConferenceState,
    LogAbout,
    LogBy,
    LogKind,
    MealTime,
    Municipal,
    Outcome,
    PresentAs,
    ProgressState,
    SendChannel,
    StopReason,
    UncalledReason,
    WhenKind,
)


class Conference(OfCase, Record):
    """One familierådslagning in the series of a case. Source: R2, R87, R99, R186."""

    __tablename__ = "conferences"
    TITLE = Label("Rådslagning")

    number: Mapped[Annotated[int, Field(ge=1, le=20), Label("Nummer i rækken")]]
    kind: Mapped[Annotated[ConferenceKind, Label("Første eller opfølgende")]] = mapped_column(
        default=ConferenceKind.FIRST
    )
    state: Mapped[Annotated[ConferenceState, Label("Hvordan gik det?")]] = mapped_column(
        default=ConferenceState.PLANNED
    )
    starts_at: Mapped[
        Annotated[datetime, Label("Begynder"), Help("Sen eftermiddag eller aften passer de fleste.")] | None
    ] = mapped_column(default=None)
    ends_at: Mapped[Annotated[datetime, Label("Slutter senest")] | None] = mapped_column(default=None)
    meal_time: Mapped[Annotated[MealTime, Label("Hvornår spiser I?")] | None] = mapped_column(default=None)
    near_seats: Mapped[
        Annotated[Short, Label("Hvor sidder du og initiativtageren i trin 2?"), Help("Tæt på, men uden for hørevidde.")]
        | None
    ] = mapped_column(default=None)
    meal_shared: Mapped[Annotated[bool, Label("Spiste alle sammen?")] | None] = mapped_column(default=None)
    hosted_by_samordner: Mapped[Annotated[bool, Label("Var du vært i trin 1?")] | None] = mapped_column(default=None)
    led_by_samordner: Mapped[Annotated[bool, Label("Ledte du trin 3?")] | None] = mapped_column(default=None)
    questions_answered: Mapped[Annotated[bool, Label("Er alle spørgsmål til oplæggene besvaret?")] | None] = (
        mapped_column(default=None)
    )
    plan_read_at: Mapped[Annotated[datetime, Label("Planen blev læst op"), Happened()] | None] = mapped_column(
        default=None
    )
    stop_reason: Mapped[Annotated[StopReason, Label("Hvorfor stoppet?")] | None] = mapped_column(default=None)
    guardian_id: Mapped[Annotated[str, Label("Planvogter")] | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), default=None
    )
    follow_up_on: Mapped[Annotated[date, Label("I mødes igen den")] | None] = mapped_column(default=None)
    no_follow_up_reason: Mapped[Annotated[Short, Label("Hvorfor ingen dato?")] | None] = mapped_column(default=None)


class EveningMark(OfCase, Record):
    """Something of the evening that is in place: the table as the child wished, a point of the køreplan, the wall.

    `about` names it: `setup:table`, `prompt:welcome`, `wall:questions`. Source: R8, R33, domain.md 2 phase 6.
    """

    __tablename__ = "evening_marks"
    TITLE = Label("På plads")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    about: Mapped[Annotated[str, Field(max_length=80, pattern=r"^[a-z]+:[a-z0-9_/.-]+$"), Kept()]]
    done_at: Mapped[Annotated[datetime, Label("På plads klokken"), Happened()]]


class Arrival(OfCase, Record):
    """When somebody comes, by which door, and with whom they go home. Source: domain.md 2 phase 6."""

    __tablename__ = "arrivals"
    TITLE = Label("Ankomst")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    present_as: Mapped[Annotated[PresentAs, Label("Hvem er det?")]] = mapped_column(default=PresentAs.PERSON)
    person_id: Mapped[Annotated[str, Label("Navn")] | None] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), default=None
    )
    comes_at: Mapped[Annotated[time, Label("Kommer klokken")] | None] = mapped_column(default=None)
    door: Mapped[Annotated[Short, Label("Ad hvilken dør?")] | None] = mapped_column(default=None)
    leaves_with: Mapped[Annotated[Short, Label("Går hjem med")] | None] = mapped_column(default=None)
    arrived_at: Mapped[Annotated[datetime, Label("Kom klokken"), Happened()] | None] = mapped_column(default=None)


class Step(OfCase, Record):
    """A trin of a conference; trin 2 and 3 run once a round. Source: R2, R8 to R14."""

    __tablename__ = "steps"
    TITLE = Label("Trin")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    number: Mapped[Annotated[int, Field(ge=1, le=3), Label("Trin")]]
    round: Mapped[Annotated[int, Field(ge=1, le=20), Label("Omgang")]] = mapped_column(default=1)
    started_at: Mapped[Annotated[datetime, Label("Begyndte"), Happened()] | None] = mapped_column(default=None)
    ended_at: Mapped[Annotated[datetime, Label("Sluttede"), Happened()] | None] = mapped_column(default=None)


class Presence(OfCase, Record):
    """Somebody who took part in a trin. Source: R3, R4, domain.md 2.2."""

    __tablename__ = "presences"
    TITLE = Label("Til stede")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    step: Mapped[Annotated[int, Field(ge=1, le=3), Label("Trin")]]
    present_as: Mapped[Annotated[PresentAs, Label("Hvem er det?")]] = mapped_column(default=PresentAs.PERSON)
    person_id: Mapped[Annotated[str, Label("Navn")] | None] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), default=None
    )
    form: Mapped[Annotated[Attendance, Label("Form")]] = mapped_column(default=Attendance.IN_ROOM)
    called_in: Mapped[Annotated[bool, Label("Kaldt ind af familien"), Help("Kun for fagpersoner i trin 2.")]] = (
        mapped_column(default=False)
    )
    left_at: Mapped[Annotated[datetime, Label("Gik klokken"), Happened()] | None] = mapped_column(default=None)


class LogEntry(OfCase, Record):
    """A moment of private time, in fixed choices. There is no field for words. Source: R4, R10."""

    __tablename__ = "log_entries"
    TITLE = Label("Notat om familiens egen tid")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    at: Mapped[Annotated[datetime, Label("Klokken"), Happened()]]
    kind: Mapped[Annotated[LogKind, Label("Hvad skete der?")]]
    about: Mapped[Annotated[LogAbout, Label("Om hvad")] | None] = mapped_column(default=None)
    minutes: Mapped[Annotated[Minutes, Label("Minutter")] | None] = mapped_column(default=None)
    called_by: Mapped[Annotated[LogBy, Label("Kaldt ind af")] | None] = mapped_column(default=None)
    reason: Mapped[Annotated[UncalledReason, Label("Hvorfor uden at være kaldt?")] | None] = mapped_column(default=None)


class Plan(OfCase, Record):
    """The family's plan in one version, in the family's own words. Source: R11, R146, R179, R219."""

    __tablename__ = "plans"
    TITLE = Label("Familiens plan")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    version: Mapped[Annotated[int, Field(ge=1, le=99), Label("Version")]] = mapped_column(default=1)
    words: Mapped[Annotated[Pages, Label("Familiens egne ord")] | None] = mapped_column(default=None)
    typed_on: Mapped[Annotated[date, Label("Skrevet af fra papiret den"), Happened()] | None] = mapped_column(
        default=None
    )
    confirmed_on: Mapped[Annotated[date, Label("Referenten har set det igennem den"), Happened()] | None] = (
        mapped_column(default=None)
    )
    child_version_on: Mapped[Annotated[date, Label("Barnets udgave lavet den"), Happened()] | None] = mapped_column(
        default=None
    )
    contingency: Mapped[Annotated[Words, Label("Hvis noget ikke lykkes")] | None] = mapped_column(default=None)


class PlanItem(OfCase, Record):
    """One agreement of the plan: who does what, when. Source: R13, R19, R173 to R180, P20."""

    __tablename__ = "plan_items"
    TITLE = Label("Aftale i planen")

    plan_id: Mapped[Annotated[str, Label("Plan")]] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"))
    position: Mapped[Annotated[int, Field(ge=1, le=999), Label("Nr.")]] = mapped_column(default=1)
    what: Mapped[Annotated[Words, Field(min_length=1), Label("Hvad")]]
    who: Mapped[Annotated[Short, Label("Hvem")] | None] = mapped_column(default=None)
    when_kind: Mapped[Annotated[WhenKind, Label("Hvornår")] | None] = mapped_column(default=None)
    when_date: Mapped[Annotated[date, Label("Dato")] | None] = mapped_column(default=None)
    when_words: Mapped[Annotated[Short, Label("Hvor tit, eller ved hvad")] | None] = mapped_column(default=None)
    done_when: Mapped[Annotated[Short, Label("Færdig, når")] | None] = mapped_column(default=None)
    checked_by: Mapped[Annotated[Short, Label("Hvem holder øje")] | None] = mapped_column(default=None)
    if_it_fails: Mapped[Annotated[Short, Label("Hvis det ikke lykkes")] | None] = mapped_column(default=None)
    answers_id: Mapped[Annotated[str, Label("Svarer på spørgsmålet")] | None] = mapped_column(
        ForeignKey("statements.id", ondelete="SET NULL"), default=None
    )
    child_id: Mapped[Annotated[str, Label("Gælder barnet")] | None] = mapped_column(
        ForeignKey("children.id", ondelete="SET NULL"), default=None
    )
    municipal: Mapped[Annotated[Municipal, Label("Vedrører kommunen?")] | None] = mapped_column(default=None)
    formal_by: Mapped[Annotated[PersonName, Label("Hvem træffer afgørelsen?")] | None] = mapped_column(default=None)
    formal_due: Mapped[Annotated[date, Label("Afgørelse senest")] | None] = mapped_column(default=None)
    declined_because: Mapped[Annotated[Short, Label("Kommunen siger nej, fordi"), ReadBy("family")] | None] = (
        mapped_column(default=None)
    )
    unclear_reason: Mapped[Annotated[Short, Label("Hvorfor står det åbent?")] | None] = mapped_column(default=None)
    previous_id: Mapped[Annotated[str, Label("Bygger videre på")] | None] = mapped_column(
        ForeignKey("plan_items.id", ondelete="SET NULL"), default=None
    )


class TaskAgreement(OfCase, Record):
    """What somebody who was not there says to a task the plan gives them. Source: R180, domain.md 2 phase 7."""

    __tablename__ = "task_agreements"
    TITLE = Label("Ja til en opgave")

    item_id: Mapped[Annotated[str, Label("Aftale")]] = mapped_column(ForeignKey("plan_items.id", ondelete="CASCADE"))
    person_id: Mapped[Annotated[str, Label("Hvem")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    asked_on: Mapped[Annotated[date, Label("Spurgt den"), Happened()] | None] = mapped_column(default=None)
    agrees: Mapped[Annotated[bool, Label("Siger ja"), Since("answered_on")] | None] = mapped_column(default=None)
    answered_on: Mapped[Annotated[date, Label("Svarede den"), Happened()] | None] = mapped_column(default=None)


class Decision(OfCase, Record):
    """The initiativtager's answer to a plan, recorded from the paper. Source: R6, R12, R14, R15."""

    __tablename__ = "decisions"
    TITLE = Label("Svaret på planen")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    plan_id: Mapped[Annotated[str, Label("Version af planen")] | None] = mapped_column(
        ForeignKey("plans.id", ondelete="SET NULL"), default=None
    )
    round: Mapped[Annotated[int, Field(ge=1, le=20), Label("Omgang")]] = mapped_column(default=1)
    outcome: Mapped[Annotated[Outcome, Label("Svaret")]]
    decided_at: Mapped[Annotated[datetime, Label("Svaret blev givet"), Happened()]]
    authority_id: Mapped[Annotated[str, Label("Givet af")] | None] = mapped_column(
        ForeignKey("authorities.id", ondelete="SET NULL"), default=None
    )
    leader_called_at: Mapped[Annotated[datetime, Label("Lederen blev ringet op"), Happened()] | None] = mapped_column(
        default=None
    )
    provisional_until: Mapped[Annotated[date, Label("Endeligt svar senest")] | None] = mapped_column(default=None)
    rests_on_id: Mapped[Annotated[str, Label("Hviler på kravet eller spørgsmålet")] | None] = mapped_column(
        ForeignKey("statements.id", ondelete="SET NULL"), default=None
    )
    rests_on_new: Mapped[Annotated[bool, Label("Er det nyt for familien?")] | None] = mapped_column(default=None)
    possible_if: Mapped[Annotated[Short, Label("Kan godkendes, hvis"), ReadBy("family")] | None] = mapped_column(
        default=None
    )
    reason: Mapped[Annotated[Short, Label("Begrundelse"), ReadBy("family")] | None] = mapped_column(default=None)


class Delivery(OfCase, Record):
    """Who has got the plan, when and how. Source: domain.md 2 phase 7, R219."""

    __tablename__ = "deliveries"
    TITLE = Label("Udlevering af planen")

    plan_id: Mapped[Annotated[str, Label("Plan")]] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"))
    person_id: Mapped[Annotated[str, Label("Til")] | None] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), default=None
    )
    authority_id: Mapped[Annotated[str, Label("Hvem i kommunen")] | None] = mapped_column(
        ForeignKey("authorities.id", ondelete="CASCADE"), default=None
    )
    channel: Mapped[Annotated[SendChannel, Label("Hvordan"), Since("sent_on")] | None] = mapped_column(default=None)
    sent_on: Mapped[Annotated[date, Label("Sendt den"), Happened()] | None] = mapped_column(default=None)


class Progress(OfCase, Record):
    """What became of an agreement, said at a follow-up. Source: R148, R175."""

    __tablename__ = "progress"
    TITLE = Label("Hvad blev der af aftalen?")

    conference_id: Mapped[Annotated[str, Label("Opfølgende rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    item_id: Mapped[Annotated[str, Label("Aftale")]] = mapped_column(ForeignKey("plan_items.id", ondelete="CASCADE"))
    state: Mapped[Annotated[ProgressState, Label("Hvad blev det til?")]]
    childs_words: Mapped[Annotated[Short, Label("Barnets ord")] | None] = mapped_column(default=None)
