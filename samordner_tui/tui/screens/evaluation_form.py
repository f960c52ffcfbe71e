"""The evaluation at the laptop: who answers, one question at a time, and nothing else. It is locked as guest view is.

When one is done the next may answer, and sees nothing of what was answered before. The passphrase ends the view; in a
training archive the word is `slut` or `end`. What is half answered is a draft, never shown again. While an answer is
being kept no key reaches the form. Source: R101, R102.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samordner_tui.archive.records.after import Evaluation
from samordner_tui.casework.entry import Problem, checked, forbidden
from samordner_tui.casework.evaluation_form import Filled
from samordner_tui.casework.fields import field_of
from samordner_tui.language import _
from samordner_tui.method.terms import ConferenceKind
from samordner_tui.refusals import Refused
from samordner_tui.tui.app_commands import Back, Lock
from samordner_tui.tui.commands import Command, keys_of
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.screens.evaluation_ending import EvaluationEnding
from samordner_tui.tui.screens.evaluation_kept import AnswersKept
from samordner_tui.tui.screens.evaluation_told import Part, asked, how, where
from samordner_tui.tui.screens.frame import FrameScreen
from samordner_tui.tui.widgets.answer_scale import AnswerScale
from samordner_tui.tui.widgets.option_lines import Option
from samordner_tui.tui.widgets.own_words import OwnWords
from samordner_tui.tui.widgets.respondents import Respondents
from samordner_tui.tui.widgets.secret import SecretInput

if TYPE_CHECKING:
    from samordner_tui.method.definition import EvaluationForm
    from samordner_tui.tui.saving import Keeper

STAY, KEEP, THROW_AWAY = "stay", "keep", "throw_away"


class EvaluationFormScreen(FrameScreen[None]):
    """A form for one after the other."""

    ONLY_COMMANDS: ClassVar[frozenset[str]] = frozenset({Lock.id})
    HOLDS_ALL_ABOVE: ClassVar[bool] = True
    OFFERS: ClassVar[tuple[type[Command], ...]] = (Back,)
    BINDINGS = keys_of(OFFERS)
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    EvaluationFormScreen {
        KeyFooter { display: none; }
        #form { height: 1fr; align: center middle; }
        #sheet { width: 68; max-width: 96%; height: auto; }
        #place { color: $muted; height: 1; margin-bottom: 1; }
        #asked { text-style: bold; height: auto; margin-bottom: 1; }
        #wrong { color: $warn; height: auto; }
        #how { color: $muted; height: auto; margin-top: 1; }
    }
    """

    def __init__(self, keeper: Keeper, case_id: str, conference_id: str, kind: ConferenceKind) -> None:
        """For one conference of the open case; `keeper` keeps what is half filled in."""
        super().__init__()
        self._answers_to = (keeper, case_id, conference_id)
        self._kind = kind
        self._part = Part.SETTLING
        self._place = 0
        self._filled: Filled | None = None
        self.scale = AnswerScale()
        self.words = OwnWords(field_of(Evaluation, "words"))
        self.who = Respondents()

    @property
    def _form(self) -> EvaluationForm | None:
        filled = self._filled
        return self.program.method.evaluation(self._kind, filled.group) if filled is not None else None

    def compose_body(self) -> Iterable[Widget]:
        """One question, its answers, and a quiet field that ends the view."""
        self.answers = AnswersKept(self.program, *self._answers_to)
        self.ending = EvaluationEnding(self.program.open_archive)
        with Vertical(id="form"), Vertical(id="sheet"):
            yield Static("", id="place")
            yield Static("", id="asked")
            yield self.who
            yield self.scale
            yield self.words
            yield Static("", id="wrong")
            yield Static("", id="how")
        yield self.ending

    async def on_mount(self) -> None:
        """Ask who answers, after what was cut off last time has been kept."""
        self._show(Part.SETTLING)
        self._keep_what_was_cut_off()

    @work(group="evaluation")
    async def _keep_what_was_cut_off(self) -> None:
        with self.program.saying_refusals():
            await self.answers.keep_what_was_cut_off()
        self._show(Part.WHO)

    def _show(self, part: Part, place: int = 0) -> None:
        """Show a part of the form, and give it the keys."""
        self._part, self._place = part, place
        self.who.display = part is Part.WHO
        self.scale.display = part is Part.QUESTION
        self.words.display = part is Part.WORDS
        if part is Part.QUESTION and self._filled is not None:
            self.scale.show(self.program.method.evaluation_scale(self._filled.group))
        form = self._form
        self._tell("#place", where(part, place, form))
        self._tell("#asked", asked(part, place, form))
        self._tell("#wrong", "")
        self._tell("#how", how(part))
        self.ending.tell()
        self._take_focus()

    def _take_focus(self) -> None:
        parts: dict[Part, Widget] = {Part.WHO: self.who, Part.QUESTION: self.scale, Part.WORDS: self.words}
        part = parts.get(self._part)
        if part is not None:
            part.focus()
        else:
            self.set_focus(None)

    def _tell(self, which: str, text: str) -> None:
        self.query_one(which, Static).update(Content(text))

    @on(Respondents.Chosen)
    def _who_answers(self, event: Respondents.Chosen) -> None:
        event.stop()
        if self._part is Part.WHO:
            self.answers.begin()
            self._filled = Filled(event.group)
            self._empty_words()
            self._show(Part.QUESTION)

    @on(AnswerScale.Answered)
    def _answered(self, event: AnswerScale.Answered) -> None:
        """Keep the answer as a draft, and ask the next."""
        event.stop()
        form = self._form
        if self._filled is None or form is None or self._part is not Part.QUESTION:
            return
        self._filled = self._filled.with_mark(self._place, event.mark)
        self.answers.keep_half(self._filled)
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
        if self._part is not Part.SETTLING and not self._acts_on(event):
            return
        event.stop()
        event.prevent_default()

    def _acts_on(self, event: events.Key) -> bool:
        if event.key == "enter" and self._part is Part.THANKS:
            self._show(Part.WHO)
        elif event.key == "backspace" and self._part is Part.QUESTION and self._place > 0:
            self._show(Part.QUESTION, self._place - 1)
        elif event.is_printable and event.character is not None and not event.character.isspace():
            self.ending.begin(event.character)
        else:
            return False
        return True

    @on(OwnWords.Typed)
    def _typing(self) -> None:
        """What is being written is a draft too."""
        self._keep_words()

    def _keep_words(self) -> None:
        if self._filled is not None and self._part is Part.WORDS:
            self._filled = replace(self._filled, words=self.words.text)
            self.answers.keep_half(self._filled)

    @on(OwnWords.Finished)
    def _finished(self) -> None:
        """Keep the whole answer, unless the words may not be kept. A second enter finds nothing left to keep."""
        self._keep_words()
        problem = wrong_in(self.words.text)
        if problem is not None:
            self._tell("#wrong", problem.sentence)
            return
        filled = self._take_filled()
        if filled is not None:
            self._write(filled, Part.WORDS)

    def _take_filled(self) -> Filled | None:
        """What is answered, to be kept once: from now on nobody else can take it."""
        filled, self._filled = self._filled, None
        return filled

    @work(group="evaluation")
    async def _write(self, filled: Filled, part: Part, place: int = 0, *, as_it_may_be: bool = False) -> None:
        """Keep an answer and thank for it; back to where it was given when it is refused."""
        self._show(Part.SETTLING)
        try:
            await self.answers.keep(filled, as_it_may_be=as_it_may_be)
        except Refused as refusal:
            self._filled = filled
            self._show(part, place)
            self._tell("#wrong", str(refusal))
        else:
            self._empty_words()
            self._show(Part.THANKS)

    def _empty_words(self) -> None:
        """Nothing of the former answer is left on the screen."""
        self.words.load_text("")
        self.words.forget_typing()

    def action_back(self) -> None:
        """From the passphrase to the form; halfway through the form it is asked first."""
        if self.ending.field.has_focus:
            self.ending.clear()
            self._take_focus()
        elif self._part is Part.SETTLING:
            return
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
        self._keep_words()
        part, place = self._part, self._place
        filled = self._take_filled() if chosen in {KEEP, THROW_AWAY} else None
        if filled is None:
            return
        if chosen == KEEP:
            self._write(filled, part, place, as_it_may_be=True)
        else:
            self.answers.throw_away()
            self._empty_words()
            self._show(Part.WHO)

    async def leave(self) -> None:
        """The archive locks: what is half answered is kept as an answer, and nobody reads it on the screen."""
        self._keep_words()
        filled = self._take_filled()
        if filled is not None and not filled.is_empty:
            with self.program.saying_refusals():
                await self.answers.keep(filled, as_it_may_be=True)
            self._empty_words()
            self._show(Part.THANKS)

    @on(EvaluationEnding.Ended)
    @work(exclusive=True, group="leave-evaluation")
    async def _ended(self) -> None:
        """Back to the case."""
        await self.leave()
        self.program.idle.touch()
        self.dismiss(None)


def wrong_in(words: str) -> Problem | None:
    """What of somebody's own words may not be kept; None where all may."""
    problem = forbidden(words)
    if problem is not None or not words.strip():
        return problem
    found = checked(field_of(Evaluation, "words"), words.strip())
    return found if isinstance(found, Problem) else None
