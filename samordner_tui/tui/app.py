"""The program on the screen: themes, keys, the archive it has open, and what can be done everywhere.

The public surface that screens build on: `read`, `write`, `say`, `saying_refusals`, `refresh_case`, `now`, `today`,
`zone`, `method` (in `access`), `leave_fields`, `lock_now`, `case_id` (in `locking`), `open_case`, `enter_guest` (in
`app_actions`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from rich.text import Text
from textual.app import SystemCommand
from textual.binding import Binding
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme
from textual.worker import NoActiveWorker, WorkerFailed, get_current_worker

from samordner_tui.language import SPEECH, Language, _
from samordner_tui.refusals import Refused
from samordner_tui.tui import crash, keys, preferences
from samordner_tui.tui.app_actions import AppActions
from samordner_tui.tui.app_commands import APP_OFFERS
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.driver import driver_class
from samordner_tui.tui.theme import LOOKS, look_named

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive

NARROW, USUAL, WIDE = 0, 80, 100

OWN_LOOKS: Final = tuple(look.name for look in LOOKS)


class SamordnerApp(AppActions, inherit_bindings=False):
    """Samordner in the terminal."""

    TITLE = "Samordner"
    ENABLE_COMMAND_PALETTE = False
    OFFERS: ClassVar[tuple[type[Command], ...]] = APP_OFFERS
    BINDINGS = keys_of(APP_OFFERS)
    HORIZONTAL_BREAKPOINTS = [(NARROW, "-narrow"), (USUAL, "-usual"), (WIDE, "-wide")]  # noqa: RUF012 - as in Textual
    CSS = """
    SamordnerApp.-training TitleBar { background: $training; color: $training-text; }
    Toast { background: $card; color: $foreground; }
    Tooltip { background: $card; color: $foreground; }
    """

    def __init__(
        self,
        folder: Path | None = None,
        archive: Archive | None = None,
        *,
        today: date | None = None,
        now: Callable[[], datetime] | None = None,
        language: Language | None = None,
        config: Path | None = None,
    ) -> None:
        """Begin.

        Args:
            folder: the archive's folder; without it the one opened last.
            archive: an archive that is open already.
            today: freezes the clock at noon of that day.
            now: the clock, giving aware moments.
            language: Danish or English; without it as chosen last.
            config: where the program's own settings lie.
        """
        self.config = config or preferences.config_folder()
        self.preferences = preferences.load(self.config)
        SPEECH.choose(language or self.preferences.language)
        super().__init__(archive, now or _frozen(today) or _clock_of_environment())
        self.folder = archive.folder if archive is not None else folder or self.preferences.archive_folder()
        for look in LOOKS:
            self.register_theme(look.theme())
        self.theme = look_named(self.preferences.theme).name
        self.key_problems = self._read_keys()
        self._clashes_said: set[str] = set()

    def _read_keys(self) -> tuple[str, ...]:
        """Take the changed keys into use; sentences about what is wrong with them."""
        keymap, problem = keys.load_keymap(self.config)
        self.set_keymap(keymap)
        return (*((problem,) if problem else ()), *keys.clashes(keymap, APP_OFFERS))

    def get_driver_class(self) -> type[Driver]:
        """A driver under which AltGr works."""
        return driver_class()

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our own looks; Textual's are not offered."""
        themes = super().available_themes
        return {name: themes[name] for name in OWN_LOOKS if name in themes} or themes

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables, which the style sheets use before a look is chosen."""
        return LOOKS[0].variables()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own; the palette lists ours."""
        return ()

    def get_key_display(self, binding: Binding) -> str:
        """A key as our footer writes it."""
        return keys.shown_key(binding.key)

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Say once that a changed key is taken where it is used."""
        for clashed in clashed_bindings:
            if clashed.id and clashed.id not in self._clashes_said:
                self._clashes_said.add(clashed.id)
                self.say(
                    _("En tast, du har valgt, er også »{name}«.").format(name=_(clashed.description)),
                    severity="warning",
                )

    def _handle_exception(self, error: Exception) -> None:
        """A worker that was refused something is no failure: the sentence is shown, unless the archive is locked."""
        if isinstance(error, WorkerFailed) and isinstance(error.error, Refused):
            if self.archive is not None:
                self.say(str(error.error), severity="warning", seconds=9)
            return
        if isinstance(error, WorkerFailed) and isinstance(error.error, NoMatches) and reads_for_nobody():
            return
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close with a calm sentence. Textual would print the variables of every frame, and with them the case."""
        self.bell()
        error = self._exception
        self.panic(Text(crash.crash_report(error) if error else crash.calm_sentence()))


def _frozen(today: date | None) -> Callable[[], datetime] | None:
    """A clock that stands still at noon of `today`."""
    if today is None:
        return None
    from samordner_tui.method.zones import HOME_ZONE, zone_named

    noon = datetime.combine(today, time(12), tzinfo=zone_named(HOME_ZONE))
    return lambda: noon


def _clock_of_environment() -> Callable[[], datetime] | None:
    """The moment that `SAMORDNER_NOW` freezes the clock at, for trying the program out; an aware ISO time."""
    text = os.environ.get("SAMORDNER_NOW")
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    return lambda: moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def reads_for_nobody() -> bool:
    """Whether the work that is done now was begun by a screen or widget that is gone since: it has nothing to show."""
    try:
        node = get_current_worker()._node
    except NoActiveWorker:
        return False
    return not node.is_attached or node._pruning
