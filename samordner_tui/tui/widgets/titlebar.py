"""The title line: where we are to the left, the date of the conference to the right."""

from __future__ import annotations

from typing import Protocol, cast

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from samordner_tui.language import _

PROGRAM = "Samordner"
SEPARATOR = "  ›  "
PARTS = " · "


class Titled(Protocol):
    """A screen that says what stands in its title line."""

    def crumbs(self) -> tuple[str, ...]:
        """Where we are, from the outermost in."""

    def aside(self) -> str:
        """What stands to the right."""


class TitleBar(Widget):
    """One line. In a training archive the whole line changes colour and says so."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        height: 1;
        padding: 0 2;
        background: $bar;
        color: $foreground;
    }
    """

    def render(self) -> Content:
        """Left and right as far as there is room: whole parts are left out, no word is cut."""
        training = self.app.has_class("-training")
        lead = _("ØVELSE") if training else PROGRAM
        screen = cast(Titled, self.screen)
        left, right = fitted((lead, *screen.crumbs()), screen.aside(), self.content_size.width)
        gap = max(1, self.content_size.width - cell_len(SEPARATOR.join(left)) - cell_len(right))
        pieces: list[Content] = []
        for place, part in enumerate(left):
            if place:
                pieces.append(Content.styled(SEPARATOR, "" if training else "$muted"))
            pieces.append(Content.styled(part, "bold"))
        pieces.append(Content(" " * gap))
        pieces.append(Content.styled(right, "" if training else "$accent"))
        return Content("").join(pieces)


def fitted(crumbs: tuple[str, ...], aside: str, width: int) -> tuple[tuple[str, ...], str]:
    """What of the line there is room for in `width` cells; the innermost crumb stays to the last."""
    asides = [part for part in aside.split(PARTS) if part]
    while cell_len(SEPARATOR.join(crumbs)) + cell_len(PARTS.join(asides)) + 2 > width:
        if len(asides) > 1:
            asides = asides[1:]
        elif len(crumbs) > 2:
            crumbs = (crumbs[0], *crumbs[2:])
        elif asides:
            asides = []
        elif len(crumbs) > 1:
            crumbs = crumbs[1:]
        else:
            break
    return crumbs, PARTS.join(asides)
