"""Trin 1: the samordner is host, the briefings are read or left out, and the questions to them are answered."""

from __future__ import annotations

from samordner_tui.language import _
from samordner_tui.method.attendance import is_noted
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
from samordner_tui.method.readings import begun, done


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
}
