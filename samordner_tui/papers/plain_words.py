"""Plain language on what leaves: what the samordner wrote, in the case and in templates, that may be said easier.

What the family wrote in its plan stands as it is, and so does a translation. Source: R32, R76.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, cast

from samordner_tui.archive.records.base import OfCase, Record
from samordner_tui.casework.fields import FieldSpec, fields_of, table_of
from samordner_tui.casework.plain_advice import HEAVIEST, Reader, is_heavy
from samordner_tui.casework.views import Context
from samordner_tui.language import _
from samordner_tui.method.terms import WrittenBy
from samordner_tui.method.wording.plain_language import flagged, lix
from samordner_tui.papers.fields.kept import rows
from samordner_tui.papers.kinds import PaperKind
from samordner_tui.papers.making import Sheet, texts
from samordner_tui.papers.own_templates import own_template
from samordner_tui.papers.paper.blocks import letters, lines_in
from samordner_tui.papers.paper.reading import read_blocks

SOMEBODY: Final = "Alma"
"""What stands in a template where it is filled in, while it is measured."""
ENOUGH_TO_KNOW: Final = 40
"""Letters by which a text is known again."""


THEIR_OWN: Final = frozenset({WrittenBy.FAMILY})
"""Whose words stand as they said them."""


def reader_of(kind: PaperKind) -> Reader | None:
    """Who of the family reads a kind of paper; nobody where it is for those at work."""
    return "child" if kind.reader == "child" else "family" if kind.reader == "family" else None


def text_in(template: str) -> str:
    """Every sentence of a template, whichever way it is filled in, with a name in each field."""
    filled = re.sub(r"\{\{.*?\}\}", SOMEBODY, re.sub(r"\{[%#].*?[%#]\}", "", template, flags=re.DOTALL))
    return "\n".join(letters(line) for line in lines_in(read_blocks(filled)))


def advice_on_template(kind: PaperKind, template: str, language: str, *, also_light: bool = True) -> Iterator[str]:
    """What is said of a template of the samordner's own: how heavy it is for its reader, and words to say easier.

    Where `also_light` is False, one that is light enough is not weighed aloud.
    """
    reader = reader_of(kind)
    if reader is None:
        return
    text = text_in(template)
    weight, most = round(lix(text)), HEAVIEST[reader]
    if also_light or weight > most:
        yield _bar(reader).format(weight=weight, most=most)
    if weight > most:
        yield _("Prøv kortere sætninger og kortere ord.")
    if language == "da":
        yield from (one.sentence for one in flagged(text))


def _bar(reader: Reader) -> str:
    if reader == "child":
        return _("Læsetallet (LIX) er {weight}. Til et barn er det helst højst {most}.")
    return _("Læsetallet (LIX) er {weight}. Til en familie er det helst højst {most}.")


def advised(context: Context, sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """What may be said easier in what the samordner wrote and these papers hold, a sentence each, none twice."""
    read = [one for one in sheets if reader_of(one.kind) is not None and one.translated is None]
    return tuple(dict.fromkeys([*_in_templates(context, read), *_in_the_case(context, read)]))


def _in_templates(context: Context, sheets: Iterable[Sheet]) -> Iterator[str]:
    for kind in {one.kind.id: one.kind for one in sheets}.values():
        own = own_template(context.session, kind.id, "da")
        if own is not None:
            for sentence in advice_on_template(kind, own, "da", also_light=False):
                yield f"{kind.title.text}: {sentence}"


def _in_the_case(context: Context, sheets: Sequence[Sheet]) -> Iterator[str]:
    """The papers are only read where there is something to look for in them."""
    found = [(spec, text, flagged(text)) for spec, text in _texts(context)]
    found = [one for one in found if one[2] or _is_heavy(*one[:2])]
    if not found:
        return
    papers = [letters_of(text) for text in texts(context, sheets, "da")]
    for spec, text, flags in found:
        yield from (one.sentence for one in flags if stands(text[: one.start] + one.words, papers))
        if _is_heavy(spec, text) and stands(text, papers):
            yield _("»{field}« er tung at læse. Prøv kortere sætninger og kortere ord.").format(field=_(spec.label))


def _is_heavy(spec: FieldSpec, text: str) -> bool:
    return spec.read_by is not None and is_heavy(text, spec.read_by)


def stands(text: str, papers: Iterable[str]) -> bool:
    """Whether a text stands on a paper, known by its last letters: signs and lines are set in their own way there.

    Args:
        text: as it was written.
        papers: what `letters_of` gives of each.
    """
    end = letters_of(text)[-ENOUGH_TO_KNOW:]
    return any(end in paper for paper in papers)


def letters_of(text: str) -> str:
    """The letters and figures of a text, and nothing between them."""
    return "".join(one for one in text if one.isalnum())


def _texts(context: Context) -> Iterator[tuple[FieldSpec, str]]:
    """Every text of the case that is written to be read by a child or the family."""
    for record, specs in _read_by_the_family().items():
        for row in rows(context, record):
            if getattr(row, "written_by", None) not in THEIR_OWN:
                yield from ((spec, text) for spec in specs if (text := getattr(row, spec.name)))


@cache
def _read_by_the_family() -> dict[type[OfCase], tuple[FieldSpec, ...]]:
    """The fields that are marked so, by their record."""
    found: dict[type[OfCase], tuple[FieldSpec, ...]] = {}
    for mapper in sorted(Record.registry.mappers, key=lambda one: table_of(one.class_).name):
        record = cast("type[Record]", mapper.class_)
        specs = tuple(one for one in fields_of(record).values() if one.read_by is not None)
        if specs and issubclass(record, OfCase):
            found[record] = specs
    return found
