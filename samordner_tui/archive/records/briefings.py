"""What is read aloud at a conference, and who has approved it. Source: R9, R74 to R82, P8."""

from datetime import date
from typing import Annotated

from pydantic import Field
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.archive.records.kinds import Count, Money, Pages, Short
from samordner_tui.archive.records.marks import Happened, Kept, Label, ReadBy, Since
from samordner_tui.method.terms import BriefingKind


class Briefing(OfCase, Record):
    """What an informatør or the initiativtager reads aloud, in one version. Source: R9, R74 to R82, P8."""

    __tablename__ = "briefings"
    TITLE = Label("Oplæg")

    conference_id: Mapped[Annotated[str, Label("Rådslagning")]] = mapped_column(
        ForeignKey("conferences.id", ondelete="CASCADE")
    )
    kind: Mapped[Annotated[BriefingKind, Label("Hvis oplæg er det?")]]
    author_id: Mapped[Annotated[str, Label("Informatør")] | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), default=None
    )
    subject: Mapped[Annotated[Short, Label("Emne")] | None] = mapped_column(default=None)
    text: Mapped[Annotated[Pages, Label("Oplægget"), ReadBy("family")] | None] = mapped_column(default=None)
    version: Mapped[Annotated[int, Field(ge=1), Kept()]] = mapped_column(default=1)
    draft_due: Mapped[Annotated[date, Label("Udkast senest")] | None] = mapped_column(default=None)
    received_on: Mapped[Annotated[date, Label("Modtaget den"), Happened()] | None] = mapped_column(default=None)
    is_short: Mapped[Annotated[bool, Label("Er det kort?"), Since("checked_on")] | None] = mapped_column(default=None)
    is_appreciative: Mapped[Annotated[bool, Label("Er det anerkendende?"), Since("checked_on")] | None] = mapped_column(
        default=None
    )
    is_positive: Mapped[Annotated[bool, Label("Er det positivt formuleret?"), Since("checked_on")] | None] = (
        mapped_column(default=None)
    )
    checked_on: Mapped[Annotated[date, Label("Set igennem den"), Happened()] | None] = mapped_column(default=None)
    shown_to_child_on: Mapped[Annotated[date, Label("Gennemgået med barnet den"), Happened()] | None] = mapped_column(
        default=None
    )
    shown_to_parents_on: Mapped[Annotated[date, Label("Gennemgået med forældrene den"), Happened()] | None] = (
        mapped_column(default=None)
    )
    waiver_needed: Mapped[Annotated[bool, Label("Kræver fritagelse for tavshedspligt?")] | None] = mapped_column(
        default=None
    )
    waiver_on: Mapped[Annotated[date, Label("Fritaget for tavshedspligt den"), Happened()] | None] = mapped_column(
        default=None
    )
    notice_days: Mapped[Annotated[Count, Label("Skal vide det så mange dage før")] | None] = mapped_column(default=None)
    most_conferences: Mapped[Annotated[Count, Label("Kan højst være med til (rådslagninger)")] | None] = mapped_column(
        default=None
    )
    fee: Mapped[Annotated[Money, Label("Honorar i kr.")] | None] = mapped_column(default=None)
    conditions: Mapped[Annotated[Short, Label("Andre vilkår")] | None] = mapped_column(default=None)
    read_aloud_on: Mapped[Annotated[date, Label("Læst op den"), Happened()] | None] = mapped_column(default=None)
    left_out_reason: Mapped[Annotated[Short, Label("Læses ikke op, fordi")] | None] = mapped_column(default=None)
    deleted_on: Mapped[Annotated[date, Label("Tekst og tryk slettet den"), Happened()] | None] = mapped_column(
        default=None
    )


class BriefingApproval(OfCase, Record):
    """Somebody the briefing tells about, and the version they approved. Source: R77."""

    __tablename__ = "briefing_approvals"
    TITLE = Label("Godkendelse af oplæg")

    briefing_id: Mapped[Annotated[str, Label("Oplæg")]] = mapped_column(
        ForeignKey("briefings.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[Annotated[str, Label("Oplægget handler om")]] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE")
    )
    approved: Mapped[Annotated[bool, Label("Godkendt?"), Since("approved_on")] | None] = mapped_column(default=None)
    approved_on: Mapped[Annotated[date, Label("Svaret den"), Happened()] | None] = mapped_column(default=None)
    approved_version: Mapped[Annotated[int, Field(ge=1), Kept(), Since("approved_on")] | None] = mapped_column(
        default=None
    )
