"""What stands on a mapped column beside its type: label, help, and how the fact behaves in time.

A field is declared once, on its column. The form, the check of what is typed and the case file are read from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Label:
    """What the screen calls a field, in Danish."""

    danish: str


@dataclass(frozen=True, slots=True)
class Help:
    """One sentence below a field, in Danish."""

    danish: str


@dataclass(frozen=True, slots=True)
class Happened:
    """The date tells when something happened; it is left out of a case seen as of an earlier day."""


@dataclass(frozen=True, slots=True)
class Since:
    """The fact is true since the date in the column `column` of the same row."""

    column: str


@dataclass(frozen=True, slots=True)
class Lines:
    """The text may run over several lines."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Shown only when it is asked for, and on no paper: a secret address, a safety note."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Kept by the program and not typed: ids, versions, positions."""


@dataclass(frozen=True, slots=True)
class NamesSomebody:
    """The text is the name of a person: those that are known in the case are offered, so that none is typed twice."""


@dataclass(frozen=True, slots=True)
class ReadBy:
    """The samordner writes it, and a child or the family reads it on paper, so that plain words are suggested.

    What the family itself wrote is not marked: it stands as they said it. Source: R32, R76.
    """

    reader: Literal["child", "family"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a text must look like, in Danish; said where it does not."""

    danish: str
