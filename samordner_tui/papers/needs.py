"""What must be known before a paper can be made: the sentence that names what is missing, and where it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from samordner_tui.archive.records.practical import Wording
from samordner_tui.casework.views import Context
from samordner_tui.language import _, said
from samordner_tui.method.predicates.venue import fits_date
from samordner_tui.method.readings import current, day_of, latest_plan
from samordner_tui.method.terms import BookingKind, BookingState, StageId, StatementKind
from samordner_tui.papers.fields.kept import rows
from samordner_tui.papers.fields.shared import signer


@dataclass(frozen=True, slots=True)
class Missing:
    """Something a paper waits for.

    Attributes:
        sentence: what is missing.
        stage: which holds it; None where it stands in the settings.
        by_hand: whether the paper is made all the same: it is written on it by hand, or told another way.
        short: the same in a few words, for a narrow list.
    """

    sentence: str
    stage: StageId | None = None
    by_hand: bool = False
    short: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on the case, and what is said where it does not hold."""

    holds: Callable[[Context], bool]
    sentence: str
    stage: StageId | None = None
    by_hand: bool = False
    short: str = ""


def missing(context: Context, needs: Iterable[str]) -> tuple[Missing, ...]:
    """What lacks for a paper with these needs, in their order."""
    lacking = (NEEDS[one] for one in needs if not NEEDS[one].holds(context))
    return tuple(Missing(_(one.sentence), one.stage, one.by_hand, _(one.short) if one.short else "") for one in lacking)


def _has_day(context: Context) -> bool:
    return context.conference is not None and day_of(context.facts, context.conference) is not None


def _has_venue(context: Context) -> bool:
    if context.conference is None:
        return False
    booked = (one for one in context.conference.bookings if one.kind is BookingKind.VENUE)
    return any(
        one.venue is not None
        and one.state is BookingState.CONFIRMED
        and fits_date(context.facts, context.conference, one)
        for one in booked
    )


def _has_child(context: Context) -> bool:
    return bool(context.facts.children)


def _has_conference(context: Context) -> bool:
    return context.conference is not None


def _has_menu(context: Context) -> bool:
    return (
        context.conference is not None and context.conference.menu is not None and bool(context.conference.menu.dishes)
    )


def _has_wording(context: Context) -> bool:
    kept = rows(context, Wording)
    return context.conference is not None and any(one.conference_id == context.conference.id for one in kept)


def _has_known_questions(context: Context) -> bool:
    questions = current(context.facts, StatementKind.QUESTION)
    return any(one.known_to_family_on is not None for one in questions)


def _has_plan(context: Context) -> bool:
    plan = None if context.conference is None else latest_plan(context.conference)
    return plan is not None and bool(plan.words)


def _has_name(context: Context) -> bool:
    return bool(signer(context).name)


NEEDS: Final[Mapping[str, Need]] = {
    "a_day": Need(_has_day, said("Der er ingen dag og intet klokkeslæt endnu."), StageId.VENUE),
    "a_child": Need(_has_child, said("Der er intet barn i sagen endnu."), StageId.CHILD),
    "a_conference": Need(_has_conference, said("Der er ingen rådslagning endnu."), StageId.ASSIGNMENT),
    "a_venue": Need(_has_venue, said("Lokalet er ikke bekræftet til den dag."), StageId.VENUE),
    "a_menu": Need(_has_menu, said("Barnet har ikke valgt maden endnu."), StageId.CATERING),
    "a_wording": Need(_has_wording, said("Barnet har ikke lavet en invitation endnu."), StageId.INVITATIONS),
    "a_plan": Need(_has_plan, said("Planen er ikke skrevet af endnu."), StageId.APPROVAL),
    "known_questions": Need(
        _has_known_questions, said("Familien har ikke fået spørgsmålene at vide endnu."), StageId.ASSIGNMENT
    ),
    "who_asks": Need(
        _has_name,
        said("Dit navn mangler. Skriv det i Indstillinger, eller i hånden."),
        by_hand=True,
        short=said("uden dit navn"),
    ),
}
