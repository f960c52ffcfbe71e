"""The kinds of value a column holds, with their limits, and how each is kept in the file."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import Field
from sqlalchemy import Dialect, Text, TypeDecorator

from samordner_tui.archive.records.marks import Lines, NamesSomebody, Wanted

ID_BYTES = 10


def new_id() -> str:
    """A random id: 80 bits as 20 hexadecimal digits. It says nothing about what it names."""
    return secrets.token_hex(ID_BYTES)


def instant_text(value: datetime) -> str:
    """A moment as it is kept. One without a zone is a fault in the program."""
    if value.tzinfo is None:
        message = "a moment needs a time zone"
        raise ValueError(message)
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class UtcInstant(TypeDecorator[datetime]):
    """A moment, kept in UTC as `2027-01-21T16:00:00Z`; whole seconds, so that text sorts as time."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """The text that is kept."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class CivilTime(TypeDecorator[time]):
    """A time of day on the archive's own clock, kept as `17:00`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        """The text that is kept."""
        return None if value is None else value.strftime("%H:%M")

    def process_result_value(self, value: str | None, dialect: Dialect) -> time | None:
        """The time of day."""
        return None if value is None else time.fromisoformat(value)


class ExactDecimal(TypeDecorator[Decimal]):
    """Hours, kilometres and kroner, kept as text so that nothing is rounded."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """The text that is kept."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """The number."""
        return None if value is None else Decimal(value)


E = TypeVar("E", bound=StrEnum)


class Several(TypeDecorator[tuple[E, ...]]):
    """Several fixed choices, kept as their values with commas between, in the order of the enumeration."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[E]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: tuple[E, ...] | None, dialect: Dialect) -> str | None:
        """The text that is kept."""
        return None if value is None else ",".join(choice for choice in self.choices if choice in value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[E, ...]:
        """The choices."""
        return tuple(self.choices(part) for part in value.split(",")) if value else ()


# Limits that several columns share. Lengths are in characters.

Name = Annotated[str, Field(min_length=1, max_length=120)]
PersonName = Annotated[str, Field(min_length=1, max_length=120), NamesSomebody()]
Short = Annotated[str, Field(max_length=200)]
Words = Annotated[str, Field(max_length=4000), Lines()]
Pages = Annotated[str, Field(max_length=20000), Lines()]
Phone = Annotated[
    str,
    Field(max_length=40, pattern=r"^[0-9 +()/.\-]*$"),
    Wanted("Et telefonnummer har kun tal, mellemrum og tegnene + ( ) / . -"),
]
Email = Annotated[
    str,
    Field(max_length=200, pattern=r"^([^@\s]+@[^@\s]+\.[^@\s]+)?$"),
    Wanted("En e-mail skrives som navn@sted.dk."),
]
Age = Annotated[int, Field(ge=0, le=120)]
Count = Annotated[int, Field(ge=0, le=999)]
Minutes = Annotated[int, Field(ge=0, le=10000)]
Money = Annotated[Decimal, Field(ge=0, le=1000000, max_digits=9, decimal_places=2)]
Kilometres = Annotated[Decimal, Field(ge=0, le=10000, max_digits=6, decimal_places=1)]
Hours = Annotated[Decimal, Field(ge=0, le=1000, max_digits=6, decimal_places=2)]
Mark04 = Annotated[int, Field(ge=0, le=4)]
