"""The briefing of a point of the prompter: set rolling, held still, faster, slower, line by line. Source: R9, R76."""

from __future__ import annotations

from samordner_tui.casework.cells import joined
from samordner_tui.casework.prompter import Briefing
from samordner_tui.language import _
from samordner_tui.tui.prompter_commands import Faster, LetterSize, LineBack, LineOn, Roll, Slower
from samordner_tui.tui.screens.noted_in_prompter import NotedInPrompter
from samordner_tui.tui.widgets.reading import Reading

OF_TEXT = frozenset(command.id for command in (Roll, Faster, Slower, LineOn, LineBack, LetterSize))


class ReadInPrompter(NotedInPrompter):
    """A screen with a text that scrolls."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with a text where there is one."""
        if action in OF_TEXT:
            return self.briefing is not None and bool(self.briefing.text)
        return super().check_action(action, parameters)

    @property
    def briefing(self) -> Briefing | None:
        """The briefing of the point."""
        return self.point.briefing

    @property
    def reading(self) -> Reading:
        """The text that scrolls."""
        return self.query_one(Reading)

    def action_roll(self) -> None:
        """Start or stop; from the end begin again."""
        reading = self.reading
        if reading.has_ended:
            reading.restart()
        reading.rolls = not reading.rolls

    def action_faster(self) -> None:
        """Faster."""
        self.reading.faster(1)

    def action_slower(self) -> None:
        """Slower."""
        self.reading.faster(-1)

    def action_line_on(self) -> None:
        """A line on."""
        self.reading.go_lines(1)

    def action_line_back(self) -> None:
        """A line back."""
        self.reading.go_lines(-1)

    def action_letter_size(self) -> None:
        """Big letters, or the terminal's own."""
        self.reading.big = not self.reading.big

    def state_of_reading(self) -> str:
        """How fast it rolls, and what is to be done with a briefing that is read."""
        briefing, reading = self.briefing, self.reading
        if briefing is None or not briefing.text:
            return ""
        if briefing.is_over:
            return _("Oplægget er noteret som læst op.")
        if reading.has_ended and not self.shown.is_running:
            return _("Læst til ende.")
        if reading.has_ended:
            return _("Læst til ende. Tryk o, så er oplægget noteret som læst op.")
        return joined(
            None if reading.rolls else _("står stille"),
            _("{count} ord i minuttet").format(count=reading.pace),
            _("{minutes} min. tilbage").format(minutes=reading.minutes_left),
        )
