"""What is said when the program fails: a calm sentence, and where in the code it was; nothing of a case.

A traceback shows the lines of code alone. Values of variables are left out, and so is the exception's own text, which
may quote what was typed.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import PurePath
from traceback import extract_tb
from types import TracebackType

from samordner_tui.language import _


def crash_report(error: BaseException) -> str:
    """The sentence, and the places in the code, from the outermost in and the first cause last."""
    lines = [calm_sentence(), "", _("Til den, der retter fejlen:")]
    for link in _causes(error):
        lines.append(f"  {type(link).__name__}")
        lines.extend(
            f"    {PurePath(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in extract_tb(link.__traceback__)
        )
    return "\n".join(lines)


def calm_sentence() -> str:
    """What to do, and that nothing is lost."""
    return _(
        "Samordner måtte lukke, fordi noget gik galt i programmet. Det, du har skrevet, er gemt. "
        "Start programmet igen, så fortsætter du, hvor du slap."
    )


def speak_calmly() -> None:
    """Let errors outside the screen, in any thread, end in the same report."""
    sys.excepthook = _say
    threading.excepthook = lambda happened: _say(happened.exc_type, happened.exc_value, happened.exc_traceback)


def _say(_kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None) -> None:
    """Write the report on the terminal, and nowhere else."""
    if error is not None and sys.__stderr__ is not None:
        print(crash_report(error), file=sys.__stderr__)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what brought it about; a worker hides its own in `error`."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        inner = getattr(link, "error", None)
        link = link.__cause__ or (inner if isinstance(inner, BaseException) else None)
