"""Trin 1: the samordner is host, the briefings are read or left out, and the questions to them are answered."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.attendance import is_noted, still_here
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.predicates.briefings import in_use, whose
from samordner_tui.method.predicates.shape import (
    HOLDS,
    NOTHING,
    Finding,
    Predicate,
    by_name,
    first_lack,
    holds_for,
    holds_if,
    lacks,
    of_conference,
)
from samordner_tui.method.readings import begun, called, current, done
from samordner_tui.method.terms import StatementKind


@of_conference
def step_1_done(_facts: CaseFacts, conference: Conference) -> Finding:
    """Trin 1 has begun and ended. Source: R8, R18."""
    if not begun(conference, 1):
        return lacks(_("trin 1 er ikke begyndt"))
    return holds_if(done(conference, 1), _("trin 1 er ikke slut"))


@of_conference
def samordner_hosted(_facts: CaseFacts, conference: Conference) -> Finding:
    """The samordner was host in trin 1. Source: R8, R34."""
    if conference.hosted_by_samordner is None:
        return lacks(_("hvem var vært i trin 1?"))
    return holds_if(conference.hosted_by_samordner, _("en anden var vært i trin 1"))


@of_conference
def presence_noted(_facts: CaseFacts, conference: Conference) -> Finding:
    """It is noted who was there in every trin that has begun. Source: R3, R4."""
    for number in (1, 2, 3):
        if begun(conference, number) and not is_noted(conference, number):
            return lacks(_("hvem var med i trin {number}?").format(number=number))
    return holds_for(conference.steps)


@of_conference
def briefings_read_or_left_out(facts: CaseFacts, conference: Conference) -> Finding:
    """Every briefing is read aloud, or left out with a reason. Source: R9."""
    return _briefings_read(facts, conference)


def _briefings_read(facts: CaseFacts, conference: Conference) -> Finding:
    for briefing in in_use(conference):
        if briefing.read_aloud_on is None:
            sentence = _("oplægget fra {whose} er ikke læst op").format(whose=whose(facts, briefing))
            return lacks(sentence, briefing.id)
    return holds_for(conference.briefings)


@of_conference
def questions_answered(_facts: CaseFacts, conference: Conference) -> Finding:
    """All questions to the briefings are answered, so that everybody knows what they need. Source: R17, R18.

    Where there is no briefing, there is nothing to ask about once they have met.
    """
    return _questions_answered(conference)


def _questions_answered(conference: Conference) -> Finding:
    if begun(conference, 1) and not in_use(conference):
        return NOTHING
    return holds_if(conference.questions_answered is True, _("er alle spørgsmål til oplæggene besvaret?"))


@of_conference
def questions_on_wall(facts: CaseFacts, conference: Conference) -> Finding:
    """The questions the plan is to answer hang where the family sees them when it is alone. Source: R33, F4."""
    return _on_wall(facts, conference, StatementKind.QUESTION, _("spørgsmålene hænger ikke på væggen"))


@of_conference
def bottom_lines_on_wall(facts: CaseFacts, conference: Conference) -> Finding:
    """So do the demands that cannot be set aside. Source: R33, F4."""
    return _on_wall(facts, conference, StatementKind.BOTTOM_LINE, _("kravene hænger ikke på væggen"))


WALL = {StatementKind.QUESTION: "wall:questions", StatementKind.BOTTOM_LINE: "wall:bottom_lines"}
"""Under which it is marked that they hang there."""


def _on_wall(facts: CaseFacts, conference: Conference, kind: StatementKind, otherwise: str) -> Finding:
    if not current(facts, kind):
        return NOTHING
    return holds_if(any(one.about == WALL[kind] for one in conference.evening_marks), otherwise)


@of_conference
def informants_left(facts: CaseFacts, conference: Conference) -> Finding:
    """Informatører, and every other professional but the two hosts, have left before the family is alone.

    Source: R10, F16.
    """
    here = still_here(facts, conference)
    if here:
        return lacks(_("{name} er her endnu").format(name=called(facts, here[0])), here[0])
    return holds_for([one for one in conference.presences if one.step == 1 and one.left_at is not None])


@of_conference
def information_given(facts: CaseFacts, conference: Conference) -> Finding:
    """Trin 1 is over, or runs with everything in it read and answered: the family can be alone. Source: R17, R18."""
    if done(conference, 1):
        return HOLDS
    if not begun(conference, 1):
        return lacks(_("trin 1 er ikke begyndt"))
    return first_lack(
        holds_if(is_noted(conference, 1), _("hvem var med i trin {number}?").format(number=1)),
        _briefings_read(facts, conference),
        _questions_answered(conference),
    )


PREDICATES: dict[str, Predicate] = {
    **by_name(step_1_done, samordner_hosted, presence_noted, information_given),
    **by_name(briefings_read_or_left_out, questions_answered),
    **by_name(questions_on_wall, bottom_lines_on_wall, informants_left),
}
