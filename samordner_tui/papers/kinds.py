"""The set of papers as data: for whom, in which style, what must be known first, and whose data stands on it.

Source: domain.md 5.3 and 9.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from samordner_tui.method.definition.grounds import Id, Rows, Said, Shape
from samordner_tui.resources import paper_folder

Style = Literal["letter", "leaflet", "child", "form", "list", "large", "wall", "card", "sign", "map"]
Each = Literal[
    "once",
    "child",
    "invitee",
    "supporter",
    "chair",
    "note_taker",
    "minder",
    "informer",
    "briefing",
    "interpreter",
    "lift",
    "venue",
    "supplier",
    "consent",
    "decision",
]
"""What one paper is made for each of."""
Reader = Literal["child", "family", "professional", "samordner"]
Pack = Literal["start", "network", "invite", "venue", "evening", "after", "municipality"]


class Ages(Shape):
    """The ages a paper is for, in whole years, both ends with; without an upper end for all from the lower."""

    youngest: Annotated[int, Field(ge=0)]
    oldest: int | None = None

    def hold(self, age: int) -> bool:
        """Whether somebody of `age` years is among them."""
        return self.youngest <= age and (self.oldest is None or age <= self.oldest)


class PaperKind(Shape):
    """One kind of paper.

    Attributes:
        each: what one is made for each of.
        reader: who reads it; says how plain its language must be.
        packs: with which others it is made at a time.
        needs: what must be known before it can be made, by the names in `papers.needs`.
        about: whose data stands on it, as it is said before it leaves; empty where it holds none.
        word: whether a person will want to change it, so that it is made as a Word file too.
        ages: the ages it is for, where there is one of it for each age.
        leaves_out: what it must never hold. Source: domain.md 5.3.
    """

    id: Id
    group: Id
    title: Said
    to: Said
    each: Each = "once"
    style: Style = "letter"
    reader: Reader
    packs: tuple[Pack, ...] = ()
    needs: tuple[Id, ...] = ()
    about: Said | None = None
    word: bool = False
    ages: Ages | None = None
    leaves_out: Said | None = None
    rows: Rows


class PaperGroup(Shape):
    """A heading in the list of papers."""

    id: Id
    title: Said


class PaperSet(Shape):
    """All papers, in the order they are used."""

    groups: Annotated[tuple[PaperGroup, ...], Field(min_length=1)]
    papers: Annotated[tuple[PaperKind, ...], Field(min_length=1)]

    def kind(self, paper: str) -> PaperKind:
        """The paper with this id. Raises StopIteration for one that is not there."""
        return next(one for one in self.papers if one.id == paper)


@cache
def paper_set() -> PaperSet:
    """The set the program comes with."""
    return PaperSet.model_validate(tomllib.loads((paper_folder() / "papers.toml").read_text("utf-8")))


@cache
def template(paper: str, language: str) -> str:
    """The text of a paper as it comes with the program."""
    return (paper_folder() / language / f"{paper}.md").read_text("utf-8")
