"""Two maps of a case side by side, and in words what is different: who came, went, moved nearer or farther."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.map_comparison import compare, told
from samordner_tui.casework.network_map import NetworkMap
from samordner_tui.language import _
from samordner_tui.method.wording import listed
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.still_map import StillMap

Titled = tuple[str, NetworkMap]
"""What a map is called, and the map."""


class MapComparisonScreen(FrameScreen[None]):
    """The earlier map to the left, the later one to the right. In a narrow window the words stand alone."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back,)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "#different"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    MapComparisonScreen {
        #maps { height: 2fr; padding: 1 1 0 1; }
        .one { width: 1fr; padding: 0 1; }
        .of { text-style: bold; height: auto; margin-bottom: 1; }
        .words { height: auto; }
        .field { height: 1fr; scrollbar-size-vertical: 1; }
        #different { height: 1fr; padding: 1 2; border-top: solid $rule; scrollbar-size-vertical: 1; }
        &.-narrow #maps, &.-narrow .one { height: auto; }
        &.-narrow .field { display: none; }
        &.-wide .words { display: none; }
        &.-narrow .of { margin-bottom: 0; }
    }
    """

    def __init__(self, earlier: Titled, later: Titled) -> None:
        """Both are read already, and stay as they are while they are compared."""
        super().__init__()
        self._two = (earlier, later)

    def compose_body(self) -> Iterable[Widget]:
        """The maps with their titles, and the words below."""
        with Horizontal(id="maps"):
            for title, shown in self._two:
                with Vertical(classes="one"):
                    yield Static(Content(title), classes="of")
                    yield Static(in_words(shown), classes="words")
                    with VerticalScroll(classes="field"):
                        yield StillMap(lambda: self.program.method, shown)
        with VerticalScroll(id="different"):
            yield Static(Content("\n").join(Content(line) for line in self._told()))

    def _told(self) -> Iterable[str]:
        (_before, earlier), (_after, later) = self._two
        return told(compare(earlier, later), earlier, later, self.program.method)

    def crumbs(self) -> tuple[str, ...]:
        """We are among the maps."""
        return (_("Netværkskort"), _("To kort ved siden af hinanden"))

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Det tidligere kort står til venstre, det senere til højre. Nedenunder står, hvem der er kommet til, hvem "
            "der ikke er på kortet mere, og hvem der er rykket. Det er en optælling, ikke en karakter."
        )

    def action_back(self) -> None:
        """Back to the map."""
        self.dismiss(None)


def in_words(shown: NetworkMap) -> Content:
    """Who stands in each ring, where there is no room for the map: `1  Mette, Karen og Bertil`."""
    rings = range(1, shown.rings + 1)
    names = {ring: listed([one.name for one in shown.placed if one.ring == ring]) for ring in rings}
    return Content("\n").join(Content.assemble((f"{ring}  ", "$muted"), names[ring] or "–") for ring in rings)
