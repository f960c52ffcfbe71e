"""One paper, from the case to the bytes of a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from samordner_tui.casework.views import Context
from samordner_tui.language import SPEECH, Language
from samordner_tui.papers.fields.all import FIELDS
from samordner_tui.papers.kinds import PaperKind, template
from samordner_tui.papers.needs import Missing, missing
from samordner_tui.papers.paper.blocks import Paper
from samordner_tui.papers.paper.filling import fill
from samordner_tui.papers.paper.markdown import markdown_of
from samordner_tui.papers.paper.pdf import pdf_of
from samordner_tui.papers.paper.plain import text_of
from samordner_tui.papers.paper.reading import read_blocks
from samordner_tui.papers.paper.word import word_of
from samordner_tui.papers.recipients import Recipient, recipients

PaperFormat = Literal["pdf", "docx", "txt", "md"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper that can be made: of which kind, for whom, and what it still waits for.

    Attributes:
        number: among those of its kind, from 1; it stands in the file name, where no name may.
    """

    kind: PaperKind
    to: Recipient
    number: int
    missing: tuple[Missing, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether everything it needs is known."""
        return not self.missing


def sheets(context: Context, kind: PaperKind) -> tuple[Sheet, ...]:
    """Every paper of a kind for the conference that is shown."""
    lacks = missing(context, kind.needs)
    found = recipients(context, kind.each)
    return tuple(Sheet(kind, to, number, lacks) for number, to in enumerate(found, 1))


def written(context: Context, sheet: Sheet, language: Language) -> str:
    """The text of the paper as Markdown, filled in.

    Raises:
        Refused: the template asks for what it is not given.
    """
    with SPEECH.speaking(language):
        return fill(template(sheet.kind.id, language), FIELDS[sheet.kind.id](context, sheet.to))


def drawn(context: Context, sheet: Sheet, language: Language) -> Paper:
    """The paper as blocks."""
    text = written(context, sheet, language)
    title = sheet.kind.title.da if language == "da" else sheet.kind.title.en
    return Paper(title, language, sheet.kind.style, read_blocks(text))


def print_of(text: str) -> str:
    """What tells a paper from the same paper after its facts changed: 16 letters, from which nothing can be read."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def file_name(case_number: str, sheet: Sheet, suffix: str, of: int = 1, language: Language = "da") -> str:
    """`2027-03-invitation-plain-04.pdf`, or `…-04-en.pdf` in English: no name stands in it."""
    number = f"-{sheet.number:02}" if of > 1 else ""
    spoken = "" if language == "da" else f"-{language}"
    return f"{case_number}-{sheet.kind.id.replace('_', '-')}{number}{spoken}.{suffix}"


def _as_bytes(write: Callable[[Paper], str]) -> Callable[[Paper], bytes]:
    return lambda paper: write(paper).encode()


WRITERS: Final[Mapping[PaperFormat, Callable[[Paper], bytes]]] = {
    "pdf": pdf_of,
    "docx": word_of,
    "txt": _as_bytes(text_of),
    "md": _as_bytes(markdown_of),
}
