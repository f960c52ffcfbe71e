"""What stands to the left of the map on paper: of whom, from which day, whose view, with whom, and what lines mean.

Date, view, company and case number are always there: a map without them says nothing. Source: case_systems.md 4.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from samordner_tui.casework.network_map import NetworkMap
from samordner_tui.language import _
from samordner_tui.method.definition import Method
from samordner_tui.method.terms import Support, Tie, TieQuality
from samordner_tui.method.wording import show_long_date
from samordner_tui.papers.network_map.marks import INK, QUIET, WHITE, element, line, words
from samordner_tui.papers.network_map.paper import Paper
from samordner_tui.papers.network_map.printed_letters import lines_of
from samordner_tui.papers.network_map.tie_lines import Pen, tie_lines
from samordner_tui.papers.network_map.versions import Version

SAMPLE: Final = 14.0
"""How long a line is that the legend explains, on A4."""

MOST_BESIDE: Final = 10
"""Names without a place that are listed; of more it is said how many."""

FRAMES: Final = {Tie.ACTIVE: "", Tie.PASSIVE: "1.6 0.9", Tie.NEW: "0.35 0.7"}
"""How the frame around a name is drawn, by contact: a line, dashes, dots."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed, and what is said of it.

    Attributes:
        shown: the map, as its version shows it.
        case_number: stands on every sheet.
        today: the day of a map that is not kept.
        version: for whom.
        paper: how large.
        is_titled: whether it says itself what it is; a paper of the set has its own heading in that place.
    """

    shown: NetworkMap
    case_number: str
    today: date
    version: Version
    paper: Paper
    is_titled: bool = True

    @property
    def drawn_on(self) -> date:
        """The day the map was kept; today for one that is drawn on still."""
        return self.shown.drawn.frozen_on or self.today

    @property
    def facts(self) -> tuple[str, ...]:
        """Day, view, company and case number. Of a company that is not on the map the meeting is told nothing."""
        drawn = self.shown.drawn
        with_whom = drawn.drawn_with or (_("ikke noteret") if self.version is Version.WORKING else "")
        return (
            _("Dato: {day}").format(day=f"{show_long_date(self.drawn_on)} {self.drawn_on.year}"),
            _("Set af: {name}").format(name=drawn.whose or self.shown.heart),
            *([_("Tegnet sammen med: {names}").format(names=with_whom)] if with_whom else []),
            _("Sag: {number}").format(number=self.case_number),
        )


class SideColumn:
    """The column, written from the top down."""

    def __init__(self, sheet: Sheet, method: Method) -> None:
        self.sheet, self.method = sheet, method
        self.left = self.down = sheet.paper.margin
        self.scale = sheet.paper.size[1] / 210
        self.size = sheet.paper.letters
        self.room = sheet.paper.middle[0] - sheet.paper.outermost - self.left - 4 * self.scale

    def drawn(self) -> Iterator[str]:
        """Everything, as SVG."""
        title = [*self._text(_("Netværkskort"), self.size * 1.15, colour=QUIET)]
        yield from title if self.sheet.is_titled else ()
        yield from self._text(self.sheet.shown.heart, self.size * 2.1, lines=2, font_weight="bold")
        self.down += 4 * self.scale
        for fact in self.sheet.facts:
            yield from self._text(fact, self.size * 0.95, lines=3)
        self.down += 5 * self.scale
        yield from self._legend()
        yield from self._beside()
        yield from self._foot()

    def _text(
        self, text: str, size: float, *, colour: str = INK, lines: int = 1, indent: float = 0, **more: str
    ) -> Iterator[str]:
        """Some lines of text."""
        room = (self.room - indent) / size
        for one in lines_of(text, room, lines, bold="font_weight" in more):
            self.down += size * 1.25
            yield words(one, self.left + indent, self.down, size, fill=colour, **more)

    def _heading(self, text: str) -> Iterator[str]:
        yield from self._text(text, self.size * 0.95, font_weight="bold")
        self.down += 0.8 * self.scale

    def _legend(self) -> Iterator[str]:
        """What the lines and frames mean, in words."""
        yield from self._heading(_("Sådan læses kortet"))
        near = _("Jo tættere på midten, jo tættere på {child}.").format(child=self.sheet.shown.heart)
        yield from self._text(near, self.size * 0.85, lines=3, colour=QUIET)
        self.down += 1.5 * self.scale
        if self.sheet.version is Version.MEETING:
            yield from self._explained(_("kender hinanden"), self._sample(TieQuality.ORDINARY))
            return
        for quality in TieQuality:
            yield from self._explained(
                _("båndet er {quality}").format(quality=self.method.label(quality)), self._sample(quality)
            )
        yield from self._explained(_("støtter den, pilen peger på"), self._sample_arrow())
        for contact, dashes in FRAMES.items():
            said = _("kontakten er {tie}").format(tie=self.method.label(contact))
            yield from self._explained(said, self._sample_frame(dashes))
        yield from self._explained(_("fagperson"), self._sample_italic())

    def _explained(self, said: str, sample: str) -> Iterator[str]:
        indent = (SAMPLE + 3) * self.scale
        yield sample
        yield from self._text(said, self.size * 0.85, lines=2, indent=indent)
        self.down += 0.7 * self.scale

    @property
    def _middle(self) -> float:
        """The height of the middle of the line that is written next."""
        return self.down + self.size * 0.8

    def _way(self) -> tuple[tuple[float, float], ...]:
        step = SAMPLE * self.scale / 28
        return tuple((self.left + step * place, self._middle) for place in range(29))

    def _sample(self, quality: TieQuality) -> str:
        return tie_lines(self._way(), quality, None, Pen())

    def _sample_arrow(self) -> str:
        return tie_lines(self._way(), TieQuality.ORDINARY, Support.GIVES, Pen())

    def _sample_frame(self, dashes: str) -> str:
        high = self.size * 1.05
        return frame(
            (self.left + 2 * self.scale, self._middle - high / 2), ((SAMPLE - 4) * self.scale, high), dashes, high / 2
        )

    def _sample_italic(self) -> str:
        high, left = self.size * 1.05, self.left + 2 * self.scale
        box = frame((left, self._middle - high / 2), ((SAMPLE - 4) * self.scale, high), "none", 0)
        across = self.left + SAMPLE / 2 * self.scale
        return box + words(
            _("Navn"),
            across,
            self._middle + self.size * 0.25,
            self.size * 0.8,
            text_anchor="middle",
            font_style="italic",
            fill=INK,
        )

    def _beside(self) -> Iterator[str]:
        """Who has no place on the map yet, each on a line of their own."""
        people = self.sheet.shown.beside
        if not people:
            return
        self.down += 4 * self.scale
        yield from self._heading(_("Uden plads endnu"))
        for one in people[:MOST_BESIDE]:
            yield from self._text(one.with_relation, self.size * 0.85)
        if len(people) > MOST_BESIDE:
            yield from self._text(_("og {count} til").format(count=len(people) - MOST_BESIDE), self.size * 0.85)

    def _foot(self) -> Iterator[str]:
        """How the sheet is to be looked after."""
        yield line(
            ((self.left, self._foot_at - 5.5 * self.scale), (self.left + self.room, self._foot_at - 5.5 * self.scale)),
            0.2,
            QUIET,
        )
        self.down = self._foot_at - 5 * self.scale
        said = (
            _("Fortroligt. Kun for dem, der er med.")
            if self.sheet.version is Version.MEETING
            else _("Fortroligt. Arbejdsudgave: lad den ikke ligge fremme.")
        )
        yield from self._text(said, self.size * 0.8, lines=2, colour=QUIET)

    @property
    def _foot_at(self) -> float:
        return self.sheet.paper.size[1] - self.sheet.paper.margin - 3 * self.scale


def frame(at: tuple[float, float], size: tuple[float, float], dashes: str, corner: float) -> str:
    """The frame around a name: `dashes` of its line, or `none` for one that says nothing of contact."""
    values: dict[str, str | float] = {"x": at[0], "y": at[1], "width": size[0], "height": size[1], "rx": corner}
    values |= {"fill": WHITE, "stroke": INK if dashes != "none" else "#aab6bb"}
    values["stroke-width"] = 0.35 if dashes != "none" else 0.2
    if dashes not in {"", "none"}:
        values["stroke-dasharray"] = dashes
    return element("rect", values)
