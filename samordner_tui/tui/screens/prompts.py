"""The questions that call names to mind, one at a time, with a line for whoever is named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.casework.case_frame import name_of_case
from samordner_tui.casework.prompts import Asked, Conversation, bring_up, read_conversation
from samordner_tui.language import _
from samordner_tui.method.wording import listed
from samordner_tui.tui.app_commands import Back
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.prompt_commands import NextPrompt, PreviousPrompt
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.map_told import asked_next, counts
from samordner_tui.tui.widgets.quick_add import QuickAddLine


class PromptsScreen(FrameScreen[None]):
    """A conversation about who there is. Enter on an empty line goes on to the next question."""

    OFFERS: ClassVar[tuple[type[Command], ...]] = (NextPrompt, PreviousPrompt, Back)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "#new-person"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    PromptsScreen {
        #conversation { width: 1fr; padding: 1 4; }
        #number { color: $muted; }
        #question { text-style: bold; color: $accent; margin: 1 0 1 0; height: auto; }
        #brought-up { height: auto; }
        #counted { width: 32; padding: 1 2; border-left: solid $rule; scrollbar-size-vertical: 1; }
        &.-narrow #counted, &.-done #counted { display: none; }
        &.-narrow #conversation { padding: 1 2; }
    }
    """

    def __init__(self, case_id: str) -> None:
        """For one case; begins at the first question that has brought nobody up."""
        super().__init__()
        self.case_id = case_id
        self._name = ""
        self._place: int | None = None
        self._conversation: Conversation | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The question and the line; beside them how many there are."""
        with Horizontal():
            with Vertical(id="conversation"):
                yield Static("", id="number")
                yield Static("", id="question")
                yield QuickAddLine(self.program.method.label)
                with VerticalScroll(can_focus=False):
                    yield Static("", id="brought-up")
            with VerticalScroll(id="counted", can_focus=False):
                yield Static("", id="counts")

    def crumbs(self) -> tuple[str, ...]:
        """The case, and the conversation."""
        return (self._name, _("Hvem er der?")) if self._name else (_("Hvem er der?"),)

    def help_text(self) -> str:
        """What F1 says here."""
        return _(
            "Stil spørgsmålene, som I taler sammen, og spring over dem, der ikke passer. Skriv hvert navn på linjen. "
            "Det, der siges, står med: En, der nævnes på fars side, kommer på fars side. Enter på en tom linje går "
            "videre til det næste spørgsmål. Spørgsmålet husker, hvem det bragte frem."
        )

    @property
    def line(self) -> QuickAddLine:
        """The line for somebody new."""
        return self.query_one(QuickAddLine)

    async def on_mount(self) -> None:
        """Read and ask."""
        self.refresh_case()

    def refresh_case(self) -> None:
        """Show the conversation as it stands now."""
        self._read()

    @work(exclusive=True, group="read-prompts")
    async def _read(self) -> None:
        case_id, method = self.case_id, self.program.method
        self._name, found = await self.program.read(
            lambda session: (name_of_case(session, case_id), read_conversation(session, case_id, method))
        )
        if self.is_going:
            return
        if self._place is None:
            self._place = found.begins_at
        self._conversation = found
        self.refresh_title()
        self._show()

    def action_next_prompt(self) -> None:
        """The next question; after the last one what has come of them."""
        self._go(1)

    def action_previous_prompt(self) -> None:
        """The question before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        if self._conversation is None or self._place is None:
            return
        if self.line.field.value.strip() and self._place + by >= len(self._conversation.asked):
            self.program.say(_("Tryk enter, så navnet på linjen kommer med."))
        else:
            self._place = min(max(self._place + by, 0), len(self._conversation.asked))
            self._show()

    @on(QuickAddLine.Passed)
    def _passed(self, event: QuickAddLine.Passed) -> None:
        """Nobody more is named here."""
        event.stop()
        self.action_next_prompt()

    @on(QuickAddLine.Added)
    def _added(self, event: QuickAddLine.Added) -> None:
        event.stop()
        self._bring_up(event)

    @work(group="bring-up")
    async def _bring_up(self, event: QuickAddLine.Added) -> None:
        asked = self._asked
        if asked is None:
            return
        today, case_id = self.program.today(), self.case_id
        with self.program.saying_refusals(), self.line.giving_back(event.typed):
            await self.program.write(
                _("Ny person"),
                lambda session: bring_up(session, case_id, event.person, asked.prompt, today),
                case_id,
            )

    @on(QuickAddLine.Left)
    def _line_left(self, event: QuickAddLine.Left) -> None:
        event.stop()
        self.action_back()

    def action_back(self) -> None:
        """Back to the network."""
        self.dismiss(None)

    @property
    def _asked(self) -> Asked | None:
        """The question that is asked now; None after the last."""
        if self._conversation is None or self._place is None or self._place >= len(self._conversation.asked):
            return None
        return self._conversation.asked[self._place]

    def _show(self) -> None:
        """The question, whom it has brought up, and how many there are."""
        found, asked, method = self._conversation, self._asked, self.program.method
        if found is None or self._place is None:
            return
        number = _("Spørgsmål {number} af {count}").format(number=self._place + 1, count=len(found.asked))
        question = asked.prompt.text.text if asked is not None else _("Det var alle spørgsmålene.")
        self.query_one("#number", Static).update(Content(number if asked is not None else ""))
        self.query_one("#question", Static).update(Content(question))
        self.line.display = asked is not None
        self.set_class(asked is None, "-done")
        people, sectors = found.network.people, found.network.round
        self.query_one("#brought-up", Static).update(
            brought_up(asked) if asked is not None else Content("\n").join(self._summary(found))
        )
        self.query_one("#counts", Static).update(Content("\n").join(counts(people, sectors, method)))

    def _summary(self, found: Conversation) -> Iterable[Content]:
        """After the last question: how many there are, and whom to ask for next."""
        people, sectors, method = found.network.people, found.network.round, self.program.method
        yield from counts(people, sectors, method)
        yield Content("")
        yield from asked_next(people, sectors, method)
        yield Content("")
        yield Content.styled(_("esc går tilbage til netværket."), "$muted")


def brought_up(asked: Asked) -> Content:
    """Whom a question has brought up."""
    if not asked.names:
        return Content.styled(_("Ingen endnu. Enter på en tom linje går videre."), "$muted")
    return Content.assemble((_("Kom frem her") + "  ", "$muted"), listed(asked.names))
