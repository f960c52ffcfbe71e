"""What follows a conference, and what is kept beside a case: evaluations, time, reasons, grave matters."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.archive.records.kinds import Kilometres, Mark04, Minutes, Money, Short, Words
from samordner_tui.archive.records.marks import Happened, Help, Kept, Label
from samordner_tui.method.terms import Activity, NoticeKind, Respondent, SeriousKind


class Evaluation(OfCase, Record):
    """One answer to the evaluation, by group and never by name. Source: R100 to R102, R127."""

    __tablename__ = "evaluations"
    TITLE = Label("Svar på evaluering")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    group: Mapped[Annotated[Respondent, Label("Hvem har svaret?")]]
    answered_on: Mapped[Annotated[date, Label("Svaret den"), Happened()] | None] = mapped_column(default=None)
    felt_involved: Mapped[Annotated[Mark04, Label("Følte sig inddraget"), Help("0 slet ikke, 4 helt")] | None] = (
        mapped_column(default=None)
    )
    measures_agreed: Mapped[
        Annotated[Mark04, Label("Det aftalte giver mening"), Help("0 slet ikke, 4 helt")] | None
    ] = mapped_column(default=None)
    effect_on_child: Mapped[Annotated[Mark04, Label("Det hjælper barnet"), Help("0 slet ikke, 4 helt")] | None] = (
        mapped_column(default=None)
    )
    words: Mapped[Annotated[Words, Label("Med egne ord"), Help("Skriv ingen navne.")] | None] = mapped_column(
        default=None
    )


class TimeEntry(OfCase, Record):
    """Time spent on a case. Source: R159."""

    __tablename__ = "time_entries"
    TITLE = Label("Tid")

    spent_on: Mapped[Annotated[date, Label("Dato"), Happened()]]
    activity: Mapped[Annotated[Activity, Label("Brugt på")]]
    minutes: Mapped[Annotated[Minutes, Label("Minutter")]]
    kilometres: Mapped[Annotated[Kilometres, Label("Kilometer")] | None] = mapped_column(default=None)


class Expense(OfCase, Record):
    """Money laid out, with its receipt. Source: domain.md 5.2."""

    __tablename__ = "expenses"
    TITLE = Label("Udlæg")

    spent_on: Mapped[Annotated[date, Label("Dato"), Happened()]]
    what: Mapped[Annotated[Short, Field(min_length=1), Label("Hvad")]]
    amount: Mapped[Annotated[Money, Label("Beløb i kr.")]]
    receipt: Mapped[Annotated[Short, Label("Bilag nr.")] | None] = mapped_column(default=None)


class Notice(OfCase, Record):
    """A reason that is kept: for departing from the method, or for setting a task aside. Source: design 5.

    `about` names what it is about: `gate:ready/venue_neutral`, `task:call_guardian`, `cornerstone:2`.
    """

    __tablename__ = "notices"
    TITLE = Label("Begrundelse")

    conference_id: Mapped[Annotated[str, Kept()] | None] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE"), default=None
    )
    kind: Mapped[Annotated[NoticeKind, Kept()]]
    about: Mapped[Annotated[str, Field(max_length=80, pattern=r"^[a-z]+:[a-z0-9_/.-]+$"), Kept()]]
    reason: Mapped[Annotated[Short, Field(min_length=1), Label("Begrundelse")]]
    given_on: Mapped[Annotated[date, Label("Skrevet den"), Happened()]]


class Milestone(OfCase, Record):
    """What the municipality answered to one of the 17 milestones. Source: R112 to R128."""

    __tablename__ = "milestones"
    TITLE = Label("Spørgsmål til kommunen")

    milestone: Mapped[Annotated[str, Field(max_length=40, pattern=r"^[a-z_]+$"), Kept()]]
    asked_on: Mapped[Annotated[date, Label("Spurgt den"), Happened()] | None] = mapped_column(default=None)
    in_place: Mapped[Annotated[bool, Label("Er det på plads?")] | None] = mapped_column(default=None)
    answer: Mapped[Annotated[Short, Label("Kommunens svar")] | None] = mapped_column(default=None)


class SeriousMatter(OfCase, Record):
    """Something grave that was told or seen: when, who was told when. No field for the story. Source: design 3."""

    __tablename__ = "serious_matters"
    TITLE = Label("Noget alvorligt")

    kind: Mapped[Annotated[SeriousKind, Label("Hvad er det?")]]
    learned_at: Mapped[Annotated[datetime, Label("Du fik det at vide"), Happened()]]
    municipality_told: Mapped[
        Annotated[
            Short, Label("Hvem i kommunen har fået besked?"), Help("Kun navn eller afdeling, ikke hvad der er sket.")
        ]
        | None
    ] = mapped_column(default=None)
    municipality_told_at: Mapped[Annotated[datetime, Label("Kommunen fik besked"), Happened()] | None] = mapped_column(
        default=None
    )
    child_told_what: Mapped[Annotated[Short, Label("Hvad har du sagt til barnet, at der sker nu?")] | None] = (
        mapped_column(default=None)
    )


class ClearedNumber(OfCase, Record):
    """A number that looks like a CPR number and is said not to be one."""

    __tablename__ = "cleared_numbers"
    TITLE = Label("Ikke et CPR-nummer")

    number: Mapped[Annotated[str, Field(pattern=r"^\d{10}$"), Kept()]]
