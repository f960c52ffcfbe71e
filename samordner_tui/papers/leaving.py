"""What is said before papers leave: whose data they hold, what they must not hold, and what may be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from samordner_tui.casework.views import Context
from samordner_tui.language import Language, _, ngettext
from samordner_tui.papers.as_written import as_written, not_translated
from samordner_tui.papers.borrowed_letters import NOTHING, Borrowing, borrowed_in
from samordner_tui.papers.drawings import wishes_told
from samordner_tui.papers.kinds import PaperKind
from samordner_tui.papers.looked_at_again import pointed_in_expenses, pointed_in_plan
from samordner_tui.papers.making import PaperFormat, Sheet, texts
from samordner_tui.papers.need_not_read import Pointed
from samordner_tui.papers.plain_words import advised

MOST = 8
"""Words that are shown of each sort; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves.

    Attributes:
        kinds: each kind of paper, and how many of it.
        lacking: papers that are left out since something is missing.
        pointed: words in the family's plan that others need perhaps not read.
        borrowed: letters that are not in our own fonts, where a font is needed.
        plainer: what may be said easier in what the samordner wrote, a sentence each.
        in_expenses: words on expenses that the municipality needs perhaps not read.
        as_written: what is in no other language than it was written in, on papers in another.
        looks: what is drawn of the children's wishes for their invitations, a sentence each.
    """

    kinds: tuple[tuple[PaperKind, int], ...]
    lacking: tuple[Sheet, ...] = ()
    pointed: tuple[Pointed, ...] = ()
    borrowed: Borrowing = NOTHING
    plainer: tuple[str, ...] = ()
    as_written: tuple[str, ...] = ()
    in_expenses: tuple[Pointed, ...] = ()
    looks: tuple[str, ...] = ()


def leaving(
    context: Context, sheets: Sequence[Sheet], language: Language = "da", as_format: PaperFormat = "txt"
) -> Leaving:
    """What is to be said of papers before they leave."""
    ready = [one for one in sheets if one.is_ready]
    kinds = {one.kind.id: one.kind for one in ready}
    counted = tuple((kind, sum(one.kind.id == name for one in ready)) for name, kind in kinds.items())
    return Leaving(
        counted,
        tuple(one for one in sheets if not one.is_ready),
        pointed_in_plan(context, ready, language),
        borrowed_in(texts(context, ready, language)) if as_format == "pdf" else NOTHING,
        advised(context, ready),
        () if language == "da" else as_written(context, _in_our_words(context, ready, language)),
        pointed_in_expenses(context, ready),
        tuple(dict.fromkeys(one for sheet in ready for one in wishes_told(context, sheet.kind.id, sheet.to))),
    )


def _in_our_words(context: Context, sheets: Iterable[Sheet], language: Language) -> Iterator[str]:
    """The texts of papers that are no translation."""
    return texts(context, (one for one in sheets if one.translated is None), language)


def told(leaves: Leaving) -> Iterator[str]:
    """The sentences, a line each; an empty line parts them."""
    yield _("Filerne bliver ikke krypteret: Alle, der får fat i dem, kan læse dem.")
    yield ""
    yield from (_line(kind, count) for kind, count in leaves.kinds)
    if any(kind.leaves_out is not None for kind, _count in leaves.kinds):
        yield ""
        yield _("Ser du noget, der aldrig må stå der, så ret det, før du giver papiret fra dig.")
    yield from _after_a_gap(leaves.looks)
    yield from _after_a_gap(tuple(not_translated(leaves.as_written)))
    yield from _lacking(leaves.lacking)
    yield from _pointed(
        _("I planen står noget, som andre måske ikke behøver at læse. Spørg familien, om det skal med:"), leaves.pointed
    )
    yield from _pointed(
        _("I det, du skrev om udlæg, står noget, som kommunen måske ikke behøver at læse:"), leaves.in_expenses
    )
    yield from _borrowed(leaves.borrowed)
    yield from _plainer(leaves.plainer)


def _line(kind: PaperKind, count: int) -> str:
    """A kind of paper: whose data it holds, and what must never stand on it."""
    title = kind.title.text if count == 1 else f"{kind.title.text} × {count}"
    about = kind.about.text if kind.about is not None else _("ingen personers data")
    line = f"· {title}: {about}."
    return line if kind.leaves_out is None else f"{line} {_('Aldrig: {things}.').format(things=kind.leaves_out.text)}"


def _lacking(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Which papers are not made, and what each kind of them waits for."""
    waits = {one.kind.title.text: " ".join(lack.sentence for lack in one.missing) for one in sheets}
    if waits:
        yield ""
        yield _("De her bliver ikke lavet endnu:")
        yield from (f"· {title}: {why}" for title, why in waits.items())


def _after_a_gap(sentences: Sequence[str]) -> Iterator[str]:
    if sentences:
        yield ""
        yield from sentences


def _plainer(sentences: Sequence[str]) -> Iterator[str]:
    if not sentences:
        return
    yield ""
    yield _("Noget af det, du har skrevet, kan måske siges lettere. Du bestemmer:")
    yield from (f"· {one}" for one in sentences[:MOST])
    yield from _more(len(sentences) - MOST)


def _more(count: int) -> Iterator[str]:
    if count > 0:
        yield ngettext("og {count} ting mere", "og {count} ting mere", count).format(count=count)


def _pointed(told_first: str, pointed: Sequence[Pointed]) -> Iterator[str]:
    if not pointed:
        return
    yield ""
    yield told_first
    yield from (f"· {one.told()}" for one in pointed[:MOST])
    yield from _more(len(pointed) - MOST)


def _borrowed(borrowed: Borrowing) -> Iterator[str]:
    if borrowed.named:
        yield ""
        yield from borrowed.told()
