"""ctrl+p: everything that can be done now, by name, with its key. What is impossible is not there.

The looks are tried on while the cursor moves over them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from samordner_tui.language import SPEECH, _
from samordner_tui.tui.app_commands import Palette
from samordner_tui.tui.commands import offered
from samordner_tui.tui.keys import key_of
from samordner_tui.tui.screens.frame import InProgram
from samordner_tui.tui.theme import LOOKS
from samordner_tui.tui.widgets.line import LineInput

if TYPE_CHECKING:
    from samordner_tui.tui.app import SamordnerApp

KEY_COLUMN = 9


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One thing that can be done."""

    title: str
    key: str
    help: str
    run: Callable[[], object]
    theme: str = ""
    """The look to try on while the cursor is here."""
    place: str = ""
    """The name of the place it goes to."""

    def begins_with(self, query: str) -> bool:
        """Whether it is called what was typed, from the first letter."""
        return (self.place or self.title).casefold().startswith(query.casefold())


def entries_for(screen: Screen[object]) -> tuple[PaletteEntry, ...]:
    """Everything that can be done on `screen` now."""
    app = cast("SamordnerApp", screen.app)
    commands = [
        PaletteEntry(
            _(offer.command.title),
            key_of(offer.command, app._keymap),
            offer.command.help(),
            partial(app.run_action, offer.command.id, default_namespace=offer.node),
        )
        for offer in offered(screen)
        if offer.command.in_palette
    ]
    return (*commands, *_places(screen), *_looks(app), *_languages(app))


def _places(screen: Screen[object]) -> Iterable[PaletteEntry]:
    """Where one can go on the screen itself; it knows them by name."""
    places = getattr(screen, "places", None)
    before = _("Gå til {place}").format(place="")
    for title, go in places() if callable(places) else ():
        yield PaletteEntry(title, "", "", go, place=title.removeprefix(before))


def _looks(app: SamordnerApp) -> Iterable[PaletteEntry]:
    """The looks that are not on already."""
    for look in LOOKS:
        title = _("Udseende: {name}").format(name=_(look.danish))
        if look.name != app.preferences.theme:
            yield PaletteEntry(title, "", "", partial(app.choose_theme, look.name), look.name)


def _languages(app: SamordnerApp) -> Iterable[PaletteEntry]:
    """The other language, under its own name."""
    other = ("en", "Language: English") if SPEECH.language == "da" else ("da", "Sprog: dansk")
    yield PaletteEntry(other[1], "", "", partial(app.choose_language, other[0]))


class PaletteDialog(InProgram, ModalScreen[None]):
    """A field to type in and the list of what fits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("down", "move('down')", show=False),
        Binding("up", "move('up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("ctrl+p", "close", show=False, priority=True),
    ]
    SHOWN_BY = Palette.id
    DEFAULT_CSS = """
    PaletteDialog {
        align-horizontal: center;
        background: $background 60%;
        color: $foreground;
        #palette { width: 76; max-width: 96%; height: auto; max-height: 90%; margin-top: 2; background: $card;
            padding: 1 2; }
        OptionList {
            height: auto; max-height: 1fr; border: none; padding: 0; margin-top: 1; background: $card;
            scrollbar-size-vertical: 1;
            & > .option-list--option { padding: 0 1; }
            & > .option-list--option-highlighted { background: $cursor; color: $foreground; }
        }
        #nothing { display: none; margin: 1 1 0 1; color: $muted; }
        #explained { margin: 1 1 0 1; height: 2; color: $muted; }
        &.-nothing #nothing { display: block; }
        &.-nothing #explained { display: none; }
    }
    """

    def __init__(self, below: Screen[object]) -> None:
        """For what can be done on the screen `below`."""
        super().__init__()
        self._entries = entries_for(below)

    def compose(self) -> ComposeResult:
        """Field, list, and what the chosen line does."""
        with Vertical(id="palette"):
            yield LineInput(placeholder=_("Skriv, hvad du vil"), select_on_focus=False)
            options = OptionList(markup=False)
            options.can_focus = False
            yield options
            yield Static(Content(_("Det kan programmet ikke lige her. Prøv et andet ord.")), id="nothing")
            yield Static("", id="explained")

    def on_mount(self) -> None:
        """Show everything."""
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Show what fits."""
        self._show(event.value.strip())

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the line does; try on the look it names."""
        entry = self._entry(event.option)
        self.query_one("#explained", Static).update(Content(entry.help))
        self.app.theme = entry.theme or self.program.preferences.theme

    @on(Input.Submitted)
    def _submitted(self) -> None:
        """Do what the cursor stands on."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        """Close, and do it."""
        entry = self._entry(event.option)
        self.action_close()
        self.app.call_later(entry.run)

    def action_close(self) -> None:
        """Close; a look that was only tried on goes off again."""
        self.app.theme = self.program.preferences.theme
        self.dismiss(None)

    def action_move(self, where: str) -> None:
        """Move the cursor in the list while the field keeps focus."""
        options = self.query_one(OptionList)
        moves: dict[str, Callable[[], object]] = {
            "down": options.action_cursor_down,
            "up": options.action_cursor_up,
            "page_down": options.action_page_down,
            "page_up": options.action_page_up,
        }
        moves[where]()

    def _show(self, query: str) -> None:
        """Fill the list with what fits `query`, the best fit first."""
        fitting = matching(self._entries, query)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(prompt(entry), id=str(self._entries.index(entry))) for entry in fitting])
        self.set_class(not fitting, "-nothing")
        if fitting:
            options.highlighted = 0

    def _entry(self, option: Option) -> PaletteEntry:
        """What a line stands for. Its message may arrive when the list below is another one already."""
        return self._entries[int(option.id or 0)]


def matching(entries: tuple[PaletteEntry, ...], query: str) -> tuple[PaletteEntry, ...]:
    """The entries whose title fits what was typed, those that begin so first; all of them when nothing is typed."""
    if not query:
        return entries
    matcher = Matcher(query)
    scored = [(matcher.match(entry.title), entry) for entry in entries]
    scored.sort(key=lambda pair: (not pair[1].begins_with(query), -pair[0]))
    return tuple(entry for score, entry in scored if score > 0)


def prompt(entry: PaletteEntry) -> Content:
    """Key in a column of its own, then the title."""
    return Content.assemble((entry.key.ljust(KEY_COLUMN), "bold $accent"), entry.title)
