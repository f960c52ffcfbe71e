"""What others need perhaps not read in a family's plan or in expenses, said by a line before and after they leave.

A script says yes beforehand and is asked nothing: so it is told afterwards too, and can show it to whoever asks the
family. Source: domain.md 5.3, R146.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samordner_tui.language import _

if TYPE_CHECKING:
    from samordner_tui.casework.views import Context
    from samordner_tui.language import Language
    from samordner_tui.papers.making import Sheet
    from samordner_tui.papers.need_not_read import Pointed


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What is pointed out: in the family's plan, and in what the samordner wrote on expenses."""

    in_plan: tuple[Pointed, ...] = ()
    in_expenses: tuple[Pointed, ...] = ()

    def told(self) -> Iterator[str]:
        """A sentence for each of the two; none where nothing is pointed out."""
        if self.in_plan:
            words = _("I planen står noget, som andre måske ikke behøver at læse. Spørg familien: {told}.")
            yield words.format(told=_told(self.in_plan))
        if self.in_expenses:
            words = _("I det, du skrev om udlæg, står noget, som kommunen måske ikke behøver at læse: {told}.")
            yield words.format(told=_told(self.in_expenses))


def looked_at(context: Context, sheets: Iterable[Sheet | None], language: Language) -> LookedAt:
    """What is pointed out on these papers; a file that is of no paper of the set holds nothing of it."""
    from samordner_tui.papers.looked_at_again import pointed_in_expenses, pointed_in_plan

    own = [one for one in sheets if one is not None]
    return LookedAt(pointed_in_plan(context, own, language), pointed_in_expenses(context, own))


def _told(pointed: Iterable[Pointed]) -> str:
    return "; ".join(one.told() for one in pointed)


def plain_pointed(pointed: Pointed) -> Mapping[str, object]:
    """The words, and why: as a name that stays the same, and as it is read."""
    from samordner_tui.papers.need_not_read import in_words

    return {"words": pointed.words, "why": pointed.why.value, "in_words": in_words(pointed.why)}
