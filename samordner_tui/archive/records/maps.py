"""Network maps: each is somebody's view, drawn on a day with somebody. Source: R151, R163, case_systems.md 4.2."""

from datetime import date
from typing import Annotated

from pydantic import Field
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.archive.records.kinds import Name, Short
from samordner_tui.archive.records.marks import Happened, Label
from samordner_tui.method.terms import PersonKind, Sector, Support, Tie, TieQuality

Ring = Annotated[int, Field(ge=1, le=5)]
"""1 is nearest to whoever stands in the middle."""


class DrawnMap(OfCase, Record):
    """A map beside the one that the people of the case stand on: another's view, or one kept as it was.

    While it is not frozen it says only where it differs. A frozen one holds every place and every tie.
    """

    __tablename__ = "maps"
    TITLE = Label("Netværkskort")

    whose_id: Mapped[Annotated[str, Label("Hvis kort er det?")] | None] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), default=None
    )
    drawn_on: Mapped[Annotated[date, Label("Tegnet den"), Happened()] | None] = mapped_column(default=None)
    drawn_with: Mapped[Annotated[Short, Label("Tegnet sammen med")] | None] = mapped_column(default=None)
    frozen_on: Mapped[Annotated[date, Label("Gemt, som det var, den"), Happened()] | None] = mapped_column(default=None)


class MapPlace(OfCase, Record):
    """Where somebody stands on a map of its own. On a frozen one also what they were called and were for the child."""

    __tablename__ = "map_places"
    TITLE = Label("Plads på et kort")

    map_id: Mapped[Annotated[str, Label("Kortet")]] = mapped_column(
        ForeignKey("maps.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[Annotated[str, Label("Hvem")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    name: Mapped[Annotated[Name, Label("Navn")] | None] = mapped_column(default=None)
    relation: Mapped[Annotated[Short, Label("Hvem er det?")] | None] = mapped_column(default=None)
    kind: Mapped[Annotated[PersonKind, Label("Er med som")] | None] = mapped_column(default=None)
    contact: Mapped[Annotated[Tie, Label("Kontakten er")] | None] = mapped_column(default=None)
    ring: Mapped[Annotated[Ring, Label("Ring")] | None] = mapped_column(default=None)
    sector: Mapped[Annotated[Sector, Label("Plads på kortet")] | None] = mapped_column(default=None)


class MapTie(OfCase, Record):
    """What two people were to each other when the map was frozen."""

    __tablename__ = "map_ties"
    TITLE = Label("Bånd på et kort")

    map_id: Mapped[Annotated[str, Label("Kortet")]] = mapped_column(
        ForeignKey("maps.id", ondelete="CASCADE"), index=True
    )
    first_id: Mapped[Annotated[str, Label("Den ene")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    second_id: Mapped[Annotated[str, Label("Den anden")]] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    quality: Mapped[Annotated[TieQuality, Label("Båndet er")]] = mapped_column(default=TieQuality.ORDINARY)
    support: Mapped[Annotated[Support, Label("Støtte")] | None] = mapped_column(default=None)
