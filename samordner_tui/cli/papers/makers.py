"""What a line asks for, and who makes it: a maker for each kind of file, found by what the file's name ends with."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from samordner_tui.casework.views import Context
    from samordner_tui.language import Language
    from samordner_tui.papers.making import Sheet


@dataclass(frozen=True, slots=True)
class Wished:
    """Which papers are asked for, and in which language; no kinds are all of them.

    Attributes:
        with_place: whether a calendar file says where.
        tongue: the language of translations that are asked for alone; empty where papers of ours are.
        translations: whether translations are asked for, beside the papers of ours.
    """

    language: Language
    only: frozenset[str] = frozenset()
    with_place: bool = False
    tongue: str = ""
    translations: bool = False

    def takes(self, kind: str) -> bool:
        """Whether a kind is asked for."""
        return not self.only or kind in self.only


@dataclass(frozen=True, slots=True)
class ToMake:
    """One file that may be made.

    Attributes:
        paper: the kind of paper, by its id.
        number: among those of its kind, from 1; 0 where there is none to make it for.
        name: of the file; it names nobody. Empty where none can be made.
        content: makes its bytes; it may raise Refused.
        why_not: what it waits for, a sentence each; empty where it can be made.
        about: whose data stands on it, in words; empty where it holds none.
        recipient_id: of the record it is made from; empty for what is made once.
        text: what it says, as Markdown; None where it is no text.
        sheet: the paper of the set it is; None for a calendar file or cards.
        known_by: the print by which the register knows whether its facts have changed; None for that of its bytes.
    """

    paper: str
    number: int
    name: str
    content: Callable[[], bytes]
    why_not: tuple[str, ...] = ()
    about: str = ""
    recipient_id: str = ""
    text: Callable[[], str] | None = None
    sheet: Sheet | None = None
    known_by: Callable[[], str] | None = None


Maker = Callable[["Context", Wished], Iterable[ToMake]]

MAKERS: Final[Mapping[str, str]] = {
    "pdf": "samordner_tui.cli.papers.from_templates:as_pdf",
    "docx": "samordner_tui.cli.papers.from_templates:as_word",
    "txt": "samordner_tui.cli.papers.from_templates:as_text",
    "md": "samordner_tui.cli.papers.from_templates:as_markdown",
    "ics": "samordner_tui.cli.papers.for_devices:as_calendar",
    "vcf": "samordner_tui.cli.papers.for_devices:as_cards",
}
"""Where the maker of each kind of file stands; it is imported when it is asked for."""


def maker(kind: str) -> Maker:
    """The maker of a kind of file."""
    module, _colon, attribute = MAKERS[kind].partition(":")
    found: Maker = getattr(importlib.import_module(module), attribute)
    return found
