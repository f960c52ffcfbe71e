"""The prompter of trin 1: one point of the køreplan at a time, and each briefing scrolling in big letters.

Everybody in the room may see it: it shows no safety, no conflict and nothing the family does not know. Source: R8, R9.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.prompter import Prompter, read_prompter
from samordner_tui.casework.prompter_notes import HANG, LEAVE, QUESTIONS
from samordner_tui.language import _
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.evening_commands import HasLeft, InPlace, LeaveOutBriefing, QuestionsAnswered, ReadBriefing
from samordner_tui.tui.prompter_commands import (
    Faster,
    LetterSize,
    LineBack,
    LineOn,
    NextPoint,
    PreviousPoint,
    Roll,
    Slower,
)
from samordner_tui.tui.screens.read_in_prompter import ReadInPrompter
from samordner_tui.tui.widgets.reading import Reading


class PrompterScreen(ReadInPrompter):
    """Answers with the id of a briefing that is to be left out, or with nothing."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (
        NextPoint,
        PreviousPoint,
        Roll,
        Faster,
        Slower,
        LineOn,
        LineBack,
        LetterSize,
        ReadBriefing,
        LeaveOutBriefing,
        QuestionsAnswered,
        InPlace,
        HasLeft,
        Back,
    )
    BINDINGS = keys_of(OFFERS)
    DEFAULT_CSS = """
    PrompterScreen {
        #prompter { height: 1fr; padding: 1 2 0 2; }
        #say { height: auto; }
        #lines { height: 1fr; margin-top: 1; }
        #lines Static { height: auto; }
        #state, #after { color: $muted; height: auto; }
        &.-reading #prompter { padding: 0 2; }
    }
    """

    def __init__(self, case_id: str, shown: Prompter, place: int | None = None) -> None:
        """For the points as they were read; at `place`, or where it has come to."""
        super().__init__()
        self.case_id = case_id
        self.shown = shown
        self.place = shown.begins_at if place is None else place

    def compose_body(self) -> Iterable[Widget]:
        """Where we are, what to say, what is read, what comes after."""
        with Vertical(id="prompter"):
            yield Static("", id="say")
            yield Reading()
            with VerticalScroll(id="lines", can_focus=False):
                yield Static("", id="named")
            yield Static("", id="state")
            yield Static("", id="after")

    def crumbs(self) -> tuple[str, ...]:
        """No name of a case stands where everybody sees it."""
        return (_("Køreplan for trin 1"),)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Her står, hvad du siger i trin 1, et punkt ad gangen. Højre pil går videre. Et oplæg ruller i det tempo, "
            "det læses op; mellemrum starter og stopper, + og - skifter tempo. Programmet husker, hvor I er, også hvis "
            "det bliver lukket. Et oplæg, som ikke er godkendt, vises ikke."
        )

    def idle_lock_waits(self) -> bool:
        """Nobody presses a key while somebody reads aloud."""
        return self.shown.is_running

    def on_mount(self) -> None:
        """Show the point, and keep that we have come to it."""
        self._arrive()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done at this point."""
        if action == LeaveOutBriefing.id:
            return self.can_end_briefing
        if action == NextPoint.id:
            return self.place + 1 < len(self.shown.points)
        if action == PreviousPoint.id:
            return self.place > 0
        return super().check_action(action, parameters)

    def action_next_point(self) -> None:
        """Go on."""
        self._go(1)

    def action_previous_point(self) -> None:
        """Go back."""
        self._go(-1)

    def _go(self, by: int) -> None:
        self.place = min(max(self.place + by, 0), len(self.shown.points) - 1)
        self._arrive()

    def action_leave_out_briefing(self) -> None:
        """The stage asks for the reason, and comes back."""
        if self.briefing is not None:
            self.dismiss(self.briefing.id)

    def action_back(self) -> None:
        """Back to trin 1; the place is kept."""
        self.dismiss(None)

    def refresh_case(self) -> None:
        """Read the points anew."""
        self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        case_id, conference_id, method = self.case_id, self.shown.conference_id, self.program.method
        shown = await self.program.read(lambda session: read_prompter(session, case_id, conference_id, method))
        if self.is_going or not shown.points:
            return
        self.shown, self.place = shown, min(self.place, len(shown.points) - 1)
        self._show()

    def _arrive(self) -> None:
        self._show()
        self.keep_place()

    def _show(self) -> None:
        point, points = self.point, self.shown.points
        place = _("{place} af {count}").format(place=self.place + 1, count=len(points))
        said = Content.assemble((place, "$muted"), "  ", (point.say, "bold $accent"))
        self.query_one("#say", Static).update(said)
        text = point.briefing.text if point.briefing is not None else ""
        self.reading.show(text)
        self.reading.display = bool(text)
        self.query_one("#lines").display = self.query_one("#after").display = not text
        self.set_class(bool(text), "-reading")
        withheld = (point.briefing.withheld,) if point.briefing is not None else point.lines
        self._set("#named", "\n\n".join(withheld))
        self._set("#after", self._after())
        self._show_state()

    def _after(self) -> str:
        """What comes next; in a rehearsal also that it is one."""
        rehearsal = "" if self.shown.is_running else _("Prøve: trin 1 er ikke i gang, og stedet huskes ikke.")
        return "\n".join(part for part in (rehearsal, self._next()) if part)

    def _next(self) -> str:
        if self.place + 1 < len(self.shown.points):
            return _("Derefter: {next}").format(next=self.shown.points[self.place + 1].say)
        return _("Det var det sidste punkt. Gå tilbage med esc, og tryk f, når familien er alene.")

    @on(Reading.Changed)
    @on(Reading.Ended)
    def _changed(self) -> None:
        self._show_state()

    def _show_state(self) -> None:
        """How fast it rolls, and what can be noted here."""
        state = self.state_of_reading() or self._to_note()
        self.query_one("#state").display = bool(state)
        self._set("#state", state)
        self.refresh_bindings()

    def _to_note(self) -> str:
        """The key that notes what happens at this point, or that it is noted."""
        if self.point.is_noted is None or not self.shown.is_running:
            return ""
        if self.point.is_noted:
            return _("Det er noteret.")
        return {
            f"prompt:{QUESTIONS}": _("Tryk a, når alt er besvaret."),
            f"prompt:{HANG}": _("Tryk mellemrum, når det hænger på væggen."),
            f"prompt:{LEAVE}": _("Tryk g, når de er gået."),
        }.get(self.point.about, "")

    def _set(self, where: str, text: str) -> None:
        self.query_one(where, Static).update(Content(text))
