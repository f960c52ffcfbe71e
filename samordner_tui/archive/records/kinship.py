"""Who is whose parent, who are or were a couple; brothers and sisters follow from it. Source: case_systems.md 4.4."""

from datetime import date
from typing import Annotated

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.archive.records.marks import Happened, Label
from samordner_tui.method.terms import CoupleState, ParentKind


class Parentage(OfCase, Record):
    """Somebody is another's parent: by birth, by marriage, by adoption, or for as long as a placement lasts."""

    __tablename__ = "parentages"
    TITLE = Label("Forælder og barn")

    parent_id: Mapped[Annotated[str, Label("Forælder")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    child_id: Mapped[Annotated[str, Label("Barn")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    kind: Mapped[Annotated[ParentKind, Label("På hvilken måde?")]] = mapped_column(default=ParentKind.BIOLOGICAL)
    since: Mapped[Annotated[date, Label("Fra"), Happened()] | None] = mapped_column(default=None)
    until: Mapped[Annotated[date, Label("Til"), Happened()] | None] = mapped_column(default=None)


class Couple(OfCase, Record):
    """Two people who are a couple, or were."""

    __tablename__ = "couples"
    TITLE = Label("Par")

    first_id: Mapped[Annotated[str, Label("Den ene")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    second_id: Mapped[Annotated[str, Label("Den anden")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    state: Mapped[Annotated[CoupleState, Label("De")]] = mapped_column(default=CoupleState.TOGETHER)
    since: Mapped[Annotated[date, Label("Fra"), Happened()] | None] = mapped_column(default=None)
    until: Mapped[Annotated[date, Label("Til"), Happened()] | None] = mapped_column(default=None)
