"""The evaluation at the laptop: who answers, one question at a time, and nothing else. It is locked as guest view is.

When one is done the next may answer, and sees nothing of what was answered before. The passphrase ends the view; in a
training archive the word is `slut` or `end`. What is half answered is a draft, never shown again. Source: R101, R102.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samordner_tui.archive.drafts import drafts_of
from samordner_tui.archive.records.after import Evaluation
from samordner_tui.casework.entry import Problem, checked, forbidden
from samordner_tui.casework.evaluation_form import Filled, from_draft, keep, spared
from samordner_tui.casework.fields import field_of
from samordner_tui.language import _
from samordner_tui.method.terms import ConferenceKind
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back, Lock
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.saving import BoxPlace
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.screens.guest import WORDS_IN_TRAINING, opens
from samordner_tui.tui.widgets.answer_scale import AnswerScale
from samordner_tui.tui.widgets.option_lines import Option
from samordner_tui.tui.widgets.own_words import OwnWords
from samordner_tui.tui.widgets.respondents import Respondents
from samordner_tui.tui.widgets.secret import SecretInput

if TYPE_CHECKING:
    from samordner_tui.method.definition import EvaluationForm
    from samordner_tui.tui.saving import Keeper

STAY, KEEP, THROW_AWAY = "stay", "keep", "throw_away"
DRAFT: Final = "evaluation"


class Part(Enum):
    """What of the view is shown."""

    WHO = auto()
    QUESTION = auto()
    WORDS = auto()
    THANKS = auto()


class EvaluationFormScreen(FrameScreen[None]):
    """A form for one after the other."""

    ONLY_COMMANDS: ClassVar[frozenset[str]] = frozenset({Lock.id})
    HOLDS_ALL_ABOVE: ClassVar[bool] = True
    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back,)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = "Respondents"
    DEFAULT_CSS = """
    EvaluationFormScreen {
        KeyFooter { display: none; }
        #form { height: 1fr; align: center middle; }
        #sheet { width: 68; max-width: 96%; height: auto; }
        #place { color: $muted; height: 1; margin-bottom: 1; }
        #asked { text-style: bold; height: auto; margin-bottom: 1; }
        #wrong { color: $warn; height: auto; }
        #how { color: $muted; height: auto; margin-top: 1; }
        #leave-words { color: $muted; height: auto; padding: 0 2; }
        #leave { height: 1; width: 1fr; }
    }
    """

    def __init__(self, keeper: Keeper, case_id: str, conference_id: str, kind: ConferenceKind) -> None:
        """For one conference of the open case; `keeper` keeps what is half filled in."""
        super().__init__()
        self._keeper = keeper
        self._form_of = case_id
        self._conference_id = conference_id
        self._kind = kind
        self._part = Part.WHO
        self._place = 0
        self._filled: Filled | None = None
        self.scale = AnswerScale()
        self.words = OwnWords(field_of(Evaluation, "words"))
        self.who = Respondents()

    @property
    def _draft(self) -> BoxPlace:
        return BoxPlace(DRAFT, self._conference_id)

    @property
    def _form(self) -> EvaluationForm | None:
        filled = self._filled
        return self.program.method.evaluation(self._kind, filled.group) if filled is not None else None

    def compose_body(self) -> Iterable[Widget]:
        """One question, its answers, and a quiet field that ends the view."""
        with Vertical(id="form"), Vertical(id="sheet"):
            yield Static("", id="place")
            yield Static("", id="asked")
            yield self.who
            yield self.scale
            yield self.words
            yield Static("", id="wrong")
            yield Static("", id="how")
        yield Static("", id="leave-words")
        yield SecretInput(id="leave", hidden=not self.program.open_archive.training)

    async def on_mount(self) -> None:
        """Ask who answers, after what was cut off last time has been kept."""
        self._show(Part.WHO)
        self._keep_what_was_cut_off()

    @work(group="evaluation")
    async def _keep_what_was_cut_off(self) -> None:
        drafts = await self.program.read(lambda session: drafts_of(session, self._form_of))
        text = drafts.get(self._draft.key)
        left = from_draft(text) if text is not None else None
        if left is not None and self._filled is None:
            await self._keep_half(left)

    def _show(self, part: Part, place: int = 0) -> None:
        """Show a part of the form, and give it the keys."""
        self._part, self._place = part, place
        self.who.display = part is Part.WHO
        self.scale.display = part is Part.QUESTION
        self.words.display = part is Part.WORDS
        if part is Part.QUESTION and self._filled is not None:
            self.scale.show(self.program.method.evaluation_scale(self._filled.group))
        self._tell("#place", self._where())
        self._tell("#asked", self._asked())
        self._tell("#wrong", "")
        self._tell("#how", self._how())
        self._tell("#leave-words", self._ending())
        self._take_focus()

    def _take_focus(self) -> None:
        parts: dict[Part, Widget] = {Part.WHO: self.who, Part.QUESTION: self.scale, Part.WORDS: self.words}
        part = parts.get(self._part)
        if part is not None:
            part.focus()
        else:
            self.set_focus(None)

    def _tell(self, where: str, text: str) -> None:
        self.query_one(where, Static).update(Content(text))

    def _where(self) -> str:
        form = self._form
        if form is None or self._part in {Part.WHO, Part.THANKS}:
            return ""
        questions = len(form.questions) + 1
        number = questions if self._part is Part.WORDS else self._place + 1
        return _("Spørgsmål {number} af {count}").format(number=number, count=questions)

    def _asked(self) -> str:
        form = self._form
        if self._part is Part.WHO:
            return _("Hvem svarer?")
        if self._part is Part.THANKS or form is None:
            return _("Tak. Dit svar er gemt uden navn.")
        return form.open_question.text if self._part is Part.WORDS else form.questions[self._place].text.text

    def _how(self) -> str:
        match self._part:
            case Part.WHO:
                return _("Ingen skriver navn. Vælg med et tal.")
            case Part.QUESTION:
                return _("Vælg med et tal. Backspace går tilbage, og esc stopper.")
            case Part.WORDS:
                return _("Skriv ingen navne. Enter er færdig, også når du ikke vil skrive noget. esc stopper.")
            case Part.THANKS:
                return _("Giv computeren videre. Enter begynder forfra til den næste.")

    def _ending(self) -> str:
        if self.program.open_archive.training:
            return _("Skriv »slut« nederst (tab), når alle har svaret.")
        return _("Samordneren slutter med adgangskoden nederst (tab).")

    @on(Respondents.Chosen)
    def _who_answers(self, event: Respondents.Chosen) -> None:
        event.stop()
        self._filled = Filled(event.group)
        self.words.load_text("")
        self._show(Part.QUESTION)

    @on(AnswerScale.Answered)
    def _answered(self, event: AnswerScale.Answered) -> None:
        """Keep the answer as a draft, and ask the next."""
        event.stop()
        form = self._form
        if self._filled is None or form is None:
            return
        self._filled = self._filled.with_mark(self._place, event.mark)
        self._keeper.keep_draft(self._draft, self._filled.as_draft())
        if self._place + 1 < len(form.questions):
            self._show(Part.QUESTION, self._place + 1)
        else:
            self._show(Part.WORDS)

    def on_key(self, event: events.Key) -> None:
        """Enter after thanks begins anew; backspace goes back; a letter begins the passphrase, where none is typed."""
        focused = self.focused
        if isinstance(focused, (OwnWords, SecretInput)):
            return
        if focused is not None and event.key in focused._bindings.key_to_bindings:
            # A number answers, also where the passphrase begins with one: then tab leads to it.
            return
        if event.key == "enter" and self._part is Part.THANKS:
            self._show(Part.WHO)
        elif event.key == "backspace" and self._part is Part.QUESTION and self._place > 0:
            self._show(Part.QUESTION, self._place - 1)
        elif event.is_printable and event.character is not None and not event.character.isspace():
            field = self.query_one(SecretInput)
            field.focus()
            field.insert_text_at_cursor(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    @on(OwnWords.Typed)
    def _typing(self) -> None:
        """What is being written is a draft too."""
        if self._filled is not None and self._part is Part.WORDS:
            self._keep_words()

    def _keep_words(self) -> None:
        if self._filled is not None:
            self._filled = Filled(self._filled.group, self._filled.marks, self.words.text)
            self._keeper.keep_draft(self._draft, self._filled.as_draft())

    @on(OwnWords.Finished)
    @work(group="evaluation")
    async def _finished(self) -> None:
        """Keep the whole answer, unless the words may not be kept."""
        self._keep_words()
        problem = wrong_in(self.words.text)
        if problem is not None:
            self._tell("#wrong", problem.sentence)
            return
        if self._filled is not None:
            try:
                await self._write(self._filled)
            except Refused as refusal:
                self._tell("#wrong", str(refusal))
                return
        self._begin_anew()

    async def _write(self, filled: Filled) -> None:
        """Keep an answer by its group, and forget its draft."""
        case_id, conference_id, today = self._form_of, self._conference_id, self.program.today()
        await self.program.write(
            Evaluation.TITLE.danish,
            lambda session: keep(session, case_id, conference_id, filled, today),
            case_id,
            kind="fixed",
        )
        self._keeper.forget_draft(self._draft)
        await self._keeper.settled()

    def _begin_anew(self) -> None:
        """Nothing of the former answer is left on the screen."""
        self._filled = None
        self.words.load_text("")
        self.words.forget_typing()
        self._show(Part.THANKS)

    def action_back(self) -> None:
        """From the passphrase to the form; halfway through the form it is asked first."""
        secret = self.query_one(SecretInput)
        if self.focused is secret:
            secret.value = ""
            self._tell("#leave-words", self._ending())
            self._take_focus()
        elif self._filled is None:
            self._show(Part.WHO)
        elif self._filled.is_empty and not self.words.text.strip():
            self._filled = None
            self._show(Part.WHO)
        else:
            self._ask_to_stop()

    @work(group="evaluation")
    async def _ask_to_stop(self) -> None:
        """Whether the rest is answered, what there is kept, or thrown away."""
        options = [
            Option(STAY, _("Bliv ved")),
            Option(KEEP, _("Gem det, jeg har svaret")),
            Option(THROW_AWAY, _("Smid mine svar væk")),
        ]
        chosen = await self.app.push_screen_wait(NumberedDialog(_("Vil du stoppe her?"), options))
        if chosen == KEEP:
            await self._keep_what_there_is()
            self._begin_anew()
        elif chosen == THROW_AWAY:
            self._filled = None
            self._keeper.forget_draft(self._draft)
            self.words.load_text("")
            self.words.forget_typing()
            self._show(Part.WHO)

    async def _keep_what_there_is(self) -> None:
        """Keep what is answered so far, without what may not be kept of the words."""
        if self._filled is None:
            return
        self._keep_words()
        half, self._filled = self._filled, None
        await self._keep_half(half)

    async def _keep_half(self, half: Filled) -> None:
        case_id = self._form_of
        with self.program.saying_refusals():
            await self._write(await self.program.read(lambda session: spared(session, case_id, half)))

    async def leave(self) -> None:
        """The archive locks: what is half answered is kept as an answer, and nobody reads it on the screen."""
        if self._filled is not None and not self._filled.is_empty:
            await self._keep_what_there_is()
            self._begin_anew()

    @on(Input.Submitted, "#leave")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value:
            self._leave(event.value)

    @work(exclusive=True, group="leave-evaluation")
    async def _leave(self, typed: str) -> None:
        """Back to the case when the passphrase is right."""
        self.query_one(SecretInput).value = ""
        try:
            if not await self._ends(typed):
                training = self.program.open_archive.training
                wrong = _("Ordet er »slut«.") if training else _("Den adgangskode passer ikke.")
                self._tell("#leave-words", wrong + " " + _("esc går tilbage til spørgsmålene."))
                return
        except Refused as refusal:
            self._tell("#leave-words", str(refusal))
            return
        await self.leave()
        self.program.idle.touch()
        self.dismiss(None)

    async def _ends(self, typed: str) -> bool:
        archive = self.program.open_archive
        if archive.training:
            return typed.strip().casefold() in WORDS_IN_TRAINING
        return await asyncio.to_thread(opens, archive.folder, typed)


def wrong_in(words: str) -> Problem | None:
    """What of somebody's own words may not be kept; None where all may."""
    problem = forbidden(words)
    if problem is not None or not words.strip():
        return problem
    found = checked(field_of(Evaluation, "words"), words.strip())
    return found if isinstance(found, Problem) else None
