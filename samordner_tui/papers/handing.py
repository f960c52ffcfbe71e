"""Which papers are handed over at a time: one, those that are marked, or a whole pack. Source: domain.md 5.3, 5.4."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from samordner_tui.casework.cells import joined
from samordner_tui.language import _, ngettext
from samordner_tui.papers.kinds import Pack
from samordner_tui.papers.room import PACKS, Room, Standing

SHOWN = 6
"""Papers that are named before the rest are counted."""


@dataclass(frozen=True, slots=True)
class Handing:
    """Papers that are handed over in one act.

    Attributes:
        title: what they are called together.
        papers: each has been made.
    """

    title: str
    papers: tuple[Standing, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Their rows in the register."""
        return tuple(one.made.id for one in self.papers if one.made is not None)

    @property
    def to(self) -> str:
        """Who is suggested to have got them: whom they are for, where that is the same of all."""
        found = {(one.made.handed_to if one.made is not None else "") or one.sheet.to.label for one in self.papers}
        return found.pop() if len(found) == 1 else ""

    @property
    def destroy_by(self) -> date | None:
        """When the first of them is to be destroyed."""
        return min((one.made.destroy_by for one in self.papers if one.made and one.made.destroy_by), default=None)

    @property
    def each_own(self) -> dict[str, str]:
        """Whom each row is for, where several go to several; empty where they do not or it is not known of all."""
        found = {one.made.id: one.sheet.to.label for one in self.papers if one.made is not None}
        return found if len(found) > 1 and all(found.values()) and not self.to else {}

    def told(self) -> str:
        """Their names, one after the other, with whom each is for."""
        names = [joined(one.title, one.sheet.to.label) for one in self.papers]
        more = len(names) - SHOWN
        if more > 0:
            rest = ngettext("og {count} til", "og {count} til", more).format(count=more)
            return f"{', '.join(names[:SHOWN])} {rest}"
        return ", ".join(names)


def handings(room: Room, pointed: Standing | None, marked: Set[str]) -> tuple[Handing, ...]:
    """What can be handed over now: those that are marked; else the paper pointed at, or a pack that it belongs to."""
    if marked:
        papers = tuple(one for one in (*room.papers, *room.astray) if one.id in marked and one.made is not None)
        count = len(papers)
        title = ngettext("{count} mærket papir", "{count} mærkede papirer", count).format(count=count)
        return (Handing(title, papers),) if papers else ()
    return () if pointed is None else tuple(_of_one(room, pointed))


def _of_one(room: Room, pointed: Standing) -> Iterator[Handing]:
    if pointed.made is not None:
        yield Handing(pointed.title, (pointed,))
    if not pointed.is_of_the_set:
        return
    for pack in pointed.sheet.kind.packs:
        papers = _still_here(room, pack)
        if len(papers) > 1:
            yield Handing(_("Hele pakken »{pack}«").format(pack=_(PACKS[pack])), papers)


def _still_here(room: Room, pack: Pack) -> tuple[Standing, ...]:
    """The papers of a pack that are made and have not gone anywhere yet."""
    return tuple(one for one in room.pack(pack) if one.made is not None and one.made.handed_on is None)
