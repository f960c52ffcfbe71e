"""What the evaluation at the laptop says on each of its parts."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from samordner_tui.language import _

if TYPE_CHECKING:
    from samordner_tui.method.definition import EvaluationForm


class Part(Enum):
    """What of the view is shown."""

    SETTLING = auto()
    """An answer is being kept: no key reaches the form."""
    WHO = auto()
    QUESTION = auto()
    WORDS = auto()
    THANKS = auto()


def where(part: Part, place: int, form: EvaluationForm | None) -> str:
    """Which question it is, of how many."""
    if form is None or part not in {Part.QUESTION, Part.WORDS}:
        return ""
    questions = len(form.questions) + 1
    number = questions if part is Part.WORDS else place + 1
    return _("Spørgsmål {number} af {count}").format(number=number, count=questions)


def asked(part: Part, place: int, form: EvaluationForm | None) -> str:
    """The question itself."""
    if part is Part.SETTLING:
        return _("Et øjeblik …")
    if part is Part.WHO:
        return _("Hvem svarer?")
    if part is Part.THANKS or form is None:
        return _("Tak. Dit svar er gemt uden navn.")
    return form.open_question.text if part is Part.WORDS else form.questions[place].text.text


def how(part: Part) -> str:
    """The keys that answer it."""
    match part:
        case Part.SETTLING:
            return ""
        case Part.WHO:
            return _("Ingen skriver navn. Vælg med et tal.")
        case Part.QUESTION:
            return _("Vælg med et tal. Backspace går tilbage, og esc stopper.")
        case Part.WORDS:
            return _("Skriv ingen navne. Enter er færdig, også når du ikke vil skrive noget. esc stopper.")
        case Part.THANKS:
            return _("Giv computeren videre. Enter begynder forfra til den næste.")
