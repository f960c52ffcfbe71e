"""What every entry of the method file is made of: texts in two languages, rows of the sources, ids and actors."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from samordner_tui.language import SPEECH, _

LAST_ROW: Final = {"R": 257, "P": 32, "F": 24}
"""How far the rows of the sources go: requirements, public standards, measures of fidelity."""


def known_row(row: str) -> str:
    """`row`, if the sources have such a row."""
    match = re.fullmatch(r"([RPF])([1-9]\d*)", row)
    if match is None or int(match[2]) > LAST_ROW[match[1]]:
        expected = _("en kilde: R1 til R257, P1 til P32 eller F1 til F24")
        raise PydanticCustomError("row", "{expected}", {"expected": expected})
    return row


Row = Annotated[str, AfterValidator(known_row)]
Rows = Annotated[tuple[Row, ...], Field(min_length=1)]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Text = Annotated[str, Field(min_length=1)]


class Shape(BaseModel):
    """An entry: nothing in it changes, and nothing unknown stands in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(Shape):
    """A text of the method in both languages."""

    da: Text
    en: Text

    @property
    def text(self) -> str:
        """The text in the language in use."""
        return self.da if SPEECH.language == "da" else self.en

    def __str__(self) -> str:
        return self.text


def actor_named(who: object, info: ValidationInfo) -> object:
    """The actor that `who` names. The actors of the file are the context of the validation."""
    if not isinstance(who, str):
        return who
    actors = (info.context or {}).get("actors", {})
    if not isinstance(actors, dict):
        return who
    if who not in actors:
        raise PydanticCustomError(
            "actor", "{expected}", {"expected": _("en af: {names}").format(names=", ".join(actors))}
        )
    return actors[who]


Actor = Annotated[Said, BeforeValidator(actor_named)]
"""Who acts, as it is said inside a sentence: »du«, »initiativtageren«. In the file a name under `[actors]`."""


class Sourced(Shape):
    """An entry that says which rows of the sources it comes from."""

    rows: Rows


class Named(Sourced):
    """An entry that others can point at."""

    id: Id
