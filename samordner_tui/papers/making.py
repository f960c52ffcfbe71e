"""One paper, from the case to the bytes of a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final, Literal

from samordner_tui.casework.views import Context
from samordner_tui.language import SPEECH, Language
from samordner_tui.papers.ages import ANY_AGE, ForAge, for_age
from samordner_tui.papers.drawings import look, pictures
from samordner_tui.papers.fields.all import FIELDS
from samordner_tui.papers.fields.kept import once
from samordner_tui.papers.fields.shared import Fields
from samordner_tui.papers.kinds import PaperKind, template
from samordner_tui.papers.look import Look
from samordner_tui.papers.needs import Missing, missing
from samordner_tui.papers.own_templates import own_templates
from samordner_tui.papers.paper.blocks import Paper, letters, lines_in
from samordner_tui.papers.paper.direction import direction_of
from samordner_tui.papers.paper.filling import fill
from samordner_tui.papers.paper.heading_levels import in_steps
from samordner_tui.papers.paper.known_drawings import with_known_drawings
from samordner_tui.papers.paper.markdown import markdown_of
from samordner_tui.papers.paper.pdf import pdf_of
from samordner_tui.papers.paper.plain import text_of
from samordner_tui.papers.paper.reading import read_blocks
from samordner_tui.papers.paper.word import word_of
from samordner_tui.papers.recipients import Recipient, recipients
from samordner_tui.papers.sheet_needs import missing_for
from samordner_tui.papers.translations import Translated
from samordner_tui.refusals import Refused

PaperFormat = Literal["pdf", "docx", "txt", "md"]
NO_DRAWINGS: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper that can be made: of which kind, for whom, and what it still waits for.

    Attributes:
        number: among those of its kind, from 1; it stands in the file name, where no name may.
        for_age: whether it is needed for the ages of the children, and why.
        translated: a translation that was pasted in, which is the paper in place of the template.
    """

    kind: PaperKind
    to: Recipient
    number: int
    missing: tuple[Missing, ...] = ()
    for_age: ForAge = ANY_AGE
    translated: Translated | None = None

    @property
    def is_ready(self) -> bool:
        """Whether everything it needs is known, but what can be written by hand."""
        return all(one.by_hand for one in self.missing)


def sheets(context: Context, kind: PaperKind) -> tuple[Sheet, ...]:
    """Every paper of a kind for the conference that is shown."""
    lacks = missing(context, kind.needs)
    age = for_age(kind.ages, context.facts)
    found = recipients(context, kind.each) if kind.ages is None else (Recipient(label=age.to),)
    return tuple(
        Sheet(kind, to, number, (*lacks, *missing_for(context, kind.each, to)), age)
        for number, to in enumerate(found, 1)
    )


def written(context: Context, sheet: Sheet, language: Language) -> str:
    """The text of the paper as Markdown, filled in.

    Raises:
        Refused: the template asks for what it is not given.
    """
    if sheet.translated is not None:
        return sheet.translated.text
    own = once(context, "own_templates", lambda: own_templates(context.session))
    text = own.get((sheet.kind.id, language)) or template(sheet.kind.id, language)
    return fill(text, fields_given(context, sheet, language))


def texts(context: Context, papers: Iterable[Sheet], language: Language) -> Iterator[str]:
    """The texts of papers as Markdown. One that cannot be filled in has none; it is named when it is made."""
    for one in papers:
        with suppress(Refused):
            yield written(context, one, language)


def fields_given(context: Context, sheet: Sheet, language: Language) -> Fields:
    """What the template of a paper is given, in its language."""
    with SPEECH.speaking(language):
        return FIELDS[sheet.kind.id](context, sheet.to)


def spoken_on(sheet: Sheet, language: Language) -> str:
    """The language of the paper: the one that is asked for, or that of its translation."""
    return language if sheet.translated is None else sheet.translated.language


def drawn(context: Context, sheet: Sheet, language: Language) -> Paper:
    """The paper as blocks."""
    return drawn_of(context, sheet, language, written(context, sheet, language))


def drawn_of(context: Context, sheet: Sheet, language: Language, text: str) -> Paper:
    """The paper as blocks, of its text as `written` gives it."""
    chosen, drawings = _worn(context, sheet, language)
    paper = in_language(sheet.kind, text, spoken_on(sheet, language), drawings)
    return replace(paper, accent=chosen.colour or paper.accent, motif=chosen.motif)


def _worn(context: Context, sheet: Sheet, language: Language) -> tuple[Look, Mapping[str, str]]:
    """The colour, the motif and the drawings of a paper."""
    with SPEECH.speaking(language):
        return look(context, sheet.kind.id, sheet.to), pictures(context, sheet.kind.id)


def in_language(kind: PaperKind, text: str, language: str, drawings: Mapping[str, str] = NO_DRAWINGS) -> Paper:
    """A text as a paper of its kind: what a template gives, or a translation that was pasted in.

    Args:
        kind: of the paper.
        text: as Markdown. Nothing in it can do more than a heading, a list or a table.
        language: as in `da`, `ar` or `pt-BR`.
        drawings: those it has, as SVG by name; another that the text names is set as its words.
    """
    title = kind.title.da if language == "da" else kind.title.en
    blocks = in_steps(with_known_drawings(read_blocks(text), drawings))
    direction = direction_of("".join(letters(line) for line in lines_in(blocks)))
    return Paper(title, language, kind.style, blocks, pictures=drawings, direction=direction)


def print_of(text: str) -> str:
    """What tells a paper from the same paper after its facts changed: 16 letters, from which nothing can be read."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def print_of_paper(context: Context, sheet: Sheet, language: Language, text: str) -> str:
    """The print of a paper: of its text, its colour, its motif and its drawings.

    A paper that wears nothing of its own has the print of its text alone. One that was made before its colours and
    drawings counted reads as changed.
    """
    chosen, drawings = _worn(context, sheet, language)
    parts = (chosen.colour, chosen.motif, *(part for name in sorted(drawings) for part in (name, drawings[name])))
    return print_of("\0".join((text, *parts)) if any(parts) else text)


def file_name(case_number: str, sheet: Sheet, suffix: str, of: int = 1, language: Language = "da") -> str:
    """`2027-03-invitation-plain-04.pdf`, or `…-04-en.pdf` in English: no name stands in it."""
    number = f"-{sheet.number:02}" if of > 1 else ""
    told = spoken_on(sheet, language)
    spoken = "" if told == "da" else f"-{told}"
    return f"{case_number}-{sheet.kind.id.replace('_', '-')}{number}{spoken}.{suffix}"


def _as_bytes(write: Callable[[Paper], str]) -> Callable[[Paper], bytes]:
    return lambda paper: write(paper).encode()


WRITERS: Final[Mapping[PaperFormat, Callable[[Paper], bytes]]] = {
    "pdf": pdf_of,
    "docx": word_of,
    "txt": _as_bytes(text_of),
    "md": _as_bytes(markdown_of),
}
