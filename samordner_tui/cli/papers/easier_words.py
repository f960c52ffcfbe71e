"""What the samordner wrote and may say easier, as a line and as an answer tell it. It holds nothing back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from samordner_tui.language import _

if TYPE_CHECKING:
    from samordner_tui.casework.views import Context


def easier_words(context: Context, papers: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each thing on these kinds of paper."""
    from samordner_tui.papers.kinds import paper_set
    from samordner_tui.papers.making import sheets
    from samordner_tui.papers.plain_words import advised

    wanted = set(papers)
    made = [one for kind in paper_set().papers if kind.id in wanted for one in sheets(context, kind)]
    return advised(context, [one for one in made if one.is_ready])


def to_say_easier(sentences: Sequence[str]) -> Iterator[str]:
    """All of them in a line; none where there is nothing."""
    if sentences:
        yield _("Noget kan måske siges lettere: {told}").format(told=" ".join(sentences))
