"""The one declarative base, and what every row of a case carries."""

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from sqlalchemy import Date, Enum, ForeignKey, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from samordner_tui.archive.records.kinds import CivilTime, ExactDecimal, UtcInstant, new_id
from samordner_tui.archive.records.marks import Happened, Kept, Label

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Record(DeclarativeBase):
    """A row of the archive. `TITLE` is what the screen calls one such row."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[type, object]] = {
        str: Text(),
        date: Date(),
        datetime: UtcInstant(),
        time: CivilTime(),
        Decimal: ExactDecimal(),
        StrEnum: Enum(StrEnum, native_enum=False, length=40, values_callable=lambda kind: [m.value for m in kind]),
    }
    TITLE: ClassVar[Label]


class OfCase:
    """What every row of a case carries: a random id, its case, and the day it was noted."""

    id: Mapped[Annotated[str, Kept()]] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[Annotated[str, Kept()]] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    noted_on: Mapped[Annotated[date, Label("Noteret den"), Happened(), Kept()] | None] = mapped_column(default=None)


class Shared:
    """What every row carries that several cases share: venues and suppliers, never a private person."""

    id: Mapped[Annotated[str, Kept()]] = mapped_column(primary_key=True, default=new_id)
