"""What a family wrote in its plan that others need perhaps not read, said by a line before and after the plan leaves.

A script says yes beforehand and is asked nothing: so it is told afterwards too, and can show it to whoever asks the
family. Source: domain.md 5.3, R146.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from samordner_tui.language import _

if TYPE_CHECKING:
    from samordner_tui.casework.views import Context
    from samordner_tui.papers.need_not_read import Pointed


def pointed_where_the_plan_leaves(context: Context, papers: Iterable[str]) -> tuple[Pointed, ...]:
    """What is pointed out in the plan, where one of these kinds of paper holds it."""
    from samordner_tui.papers.leaving import HOLDS_THE_PLAN, pointed_in_plan

    return pointed_in_plan(context) if HOLDS_THE_PLAN.intersection(papers) else ()


def to_look_at(pointed: Sequence[Pointed]) -> Iterator[str]:
    """The sentence; none where nothing is pointed out."""
    if pointed:
        told = "; ".join(one.told() for one in pointed)
        yield _("I planen står noget, som andre måske ikke behøver at læse. Spørg familien: {told}.").format(told=told)


def plain_pointed(pointed: Pointed) -> Mapping[str, object]:
    """The words, and why: as a name that stays the same, and as it is read."""
    from samordner_tui.papers.need_not_read import in_words

    return {"words": pointed.words, "why": pointed.why.value, "in_words": in_words(pointed.why)}
