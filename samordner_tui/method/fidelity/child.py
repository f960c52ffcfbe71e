"""F8 and F9: the child is prepared and chooses, and takes part."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.cornerstones import child_takes_part
from samordner_tui.method.fidelity.seen import Judgement, Seen, by_findings, of_verdict
from samordner_tui.method.predicates.catering import food_chosen_by_child
from samordner_tui.method.predicates.child import child_prepared, supporter_chosen_by_child


def prepared_and_choosing(seen: Seen) -> Judgement:
    """F8: every child is prepared, and has chosen its supporter and the food. Source: R56, R63, R64."""
    return by_findings(
        [seen.finds(rule) for rule in (child_prepared, supporter_chosen_by_child, food_chosen_by_child)],
        _("barnet er forberedt og har valgt støtteperson og mad"),
        can_come=seen.is_before,
    )


def took_part(seen: Seen) -> Judgement:
    """F9 is hjørnesten 5. Source: R7, P12."""
    return of_verdict(seen, child_takes_part)
