"""The papers that are made from a template: as PDF, Word, text or Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from samordner_tui.casework.views import Context
from samordner_tui.cli.papers.makers import ToMake, Wished
from samordner_tui.language import _
from samordner_tui.papers.fields.kept import once
from samordner_tui.papers.for_devices import DEVICE_KINDS
from samordner_tui.papers.kinds import PaperKind, paper_set
from samordner_tui.papers.making import (
    WRITERS,
    PaperFormat,
    Sheet,
    drawn,
    file_name,
    print_of_paper,
    sheets,
    spoken_on,
    written,
)
from samordner_tui.papers.room import translated_sheets
from samordner_tui.papers.translations import translations


def nothing() -> bytes:
    """The bytes of a file that is not made."""
    return b""


def _as(kind_of_file: PaperFormat, context: Context, wished: Wished) -> Iterator[ToMake]:
    for kind in paper_set().papers:
        if wished.takes(kind.id):
            yield from _of_kind(kind, kind_of_file, context, wished)
    for device in sorted(wished.only & DEVICE_KINDS.keys()):
        suffix = DEVICE_KINDS[device].suffix
        yield ToMake(device, 0, "", nothing, (_("Laves kun som .{suffix}.").format(suffix=suffix),))


def _of_kind(kind: PaperKind, kind_of_file: PaperFormat, context: Context, wished: Wished) -> Iterator[ToMake]:
    if kind_of_file == "docx" and not kind.word:
        yield ToMake(kind.id, 0, "", nothing, (_("Laves ikke som Word. Lav det som PDF eller tekst."),))
        return
    own = sheets(context, kind)
    found = [*_asked_for(context, own, wished)]
    if not own:
        yield ToMake(kind.id, 0, "", nothing, (_("Der er ingen at lave det til endnu."),))
    elif not found and wished.only:
        yield ToMake(kind.id, 0, "", nothing, (_("Der er ingen oversættelse af det til det sprog endnu."),))
    for sheet in found:
        yield ToMake(
            paper=kind.id,
            number=sheet.number,
            name=file_name(context.facts.number, sheet, kind_of_file, len(own), wished.language),
            content=partial(_bytes, context, sheet, wished, kind_of_file),
            why_not=tuple(_why_not(sheet, wished)),
            about="" if kind.about is None else kind.about.text,
            recipient_id=sheet.to.id,
            text=partial(written, context, sheet, wished.language),
            sheet=sheet,
            known_by=partial(_print, context, sheet, wished),
        )


def _asked_for(context: Context, own: Sequence[Sheet], wished: Wished) -> Iterator[Sheet]:
    """Papers of ours, and their translations; or translations into one language alone."""
    if not wished.tongue:
        yield from own
    if wished.translations:
        pasted = once(context, "translations", lambda: translations(context.session, context.case_id))
        found = (one for sheet in own for one in translated_sheets(context, sheet, pasted))
        yield from (one for one in found if wished.tongue in {"", spoken_on(one, wished.language)})


def _why_not(sheet: Sheet, wished: Wished) -> Iterator[str]:
    """What it waits for; or that it is for another age, unless it is asked for by itself."""
    yield from (one.sentence for one in sheet.missing if not one.by_hand)
    if not sheet.for_age.is_needed and not wished.only:
        yield _("Det er til en anden alder. Skriv --only {paper}, hvis barnet skal have det.").format(
            paper=sheet.kind.id
        )


def _print(context: Context, sheet: Sheet, wished: Wished) -> str:
    return print_of_paper(context, sheet, wished.language, written(context, sheet, wished.language))


def _bytes(context: Context, sheet: Sheet, wished: Wished, kind_of_file: PaperFormat) -> bytes:
    return WRITERS[kind_of_file](drawn(context, sheet, wished.language))


as_pdf = partial(_as, "pdf")
as_word = partial(_as, "docx")
as_text = partial(_as, "txt")
as_markdown = partial(_as, "md")
