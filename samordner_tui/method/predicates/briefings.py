"""The briefings: short, appreciative and positive, gone through beforehand, and an informatør's approved."""

from __future__ import annotations

from collections.abc import Callable, Collection

from samordner_tui.language import _
from samordner_tui.method.facts import Briefing, CaseFacts, Conference
from samordner_tui.method.predicates.shape import Finding, Predicate, by_name, holds_for, holds_if, lacks, of_conference
from samordner_tui.method.readings import called
from samordner_tui.method.terms import BriefingKind

MOST_WORDS = 1300
"""Ten minutes read aloud at 130 words a minute. Source: R76, F15."""


def in_use(conference: Conference) -> tuple[Briefing, ...]:
    """The briefings that are to be read; one left out is left out of everything."""
    return tuple(briefing for briefing in conference.briefings if not briefing.left_out_reason)


def is_informants(briefing: Briefing) -> bool:
    """Whether it is an informatør's, and must be approved by those it tells about. Source: R77."""
    return briefing.kind is not BriefingKind.INITIATOR


def is_approved(briefing: Briefing) -> bool:
    """Whether everybody an informatør's briefing tells about has approved this very version. Source: R77."""
    if not is_informants(briefing):
        return True
    return bool(briefing.approvals) and all(
        approval.approved is True and (approval.approved_version or 1) == briefing.version
        for approval in briefing.approvals
    )


def whose(facts: CaseFacts, briefing: Briefing) -> str:
    """Whose briefing it is, to name it by."""
    if not is_informants(briefing):
        return _("initiativtageren")
    return called(facts, briefing.author_id) if briefing.author_id else _("informatøren")


def _each(
    facts: CaseFacts, briefings: Collection[Briefing], test: Callable[[Briefing], bool], otherwise: str
) -> Finding:
    """Whether something holds for every briefing; `otherwise` has `{whose}` for the first it does not hold for."""
    for briefing in briefings:
        if not test(briefing):
            return lacks(otherwise.format(whose=whose(facts, briefing)), briefing.id)
    return holds_for(briefings)


def _informants(conference: Conference) -> tuple[Briefing, ...]:
    return tuple(briefing for briefing in in_use(conference) if is_informants(briefing))


@of_conference
def initiator_briefing_there(_facts: CaseFacts, conference: Conference) -> Finding:
    """The initiativtager has a briefing to read. Source: R9."""
    there = any(not is_informants(briefing) for briefing in in_use(conference))
    return holds_if(there, _("initiativtagerens oplæg mangler"))


@of_conference
def informants_chosen(facts: CaseFacts, conference: Conference) -> Finding:
    """At least one informatør is found, and each is named. Source: R74, R78, R79."""
    if not _informants(conference):
        return lacks(_("ingen informatør er valgt"))
    return _each(facts, _informants(conference), lambda one: one.author_id is not None, _("hvem er informatør?"))


@of_conference
def briefings_written(facts: CaseFacts, conference: Conference) -> Finding:
    """The initiativtager's and every informatør's briefing is written. Source: R9, R74."""
    if all(is_informants(briefing) for briefing in in_use(conference)):
        return lacks(_("initiativtagerens oplæg mangler"))
    # A text deleted after the day was written.
    return _each(
        facts,
        in_use(conference),
        lambda one: bool(one.text) or one.deleted_on is not None,
        _("oplægget fra {whose} mangler"),
    )


@of_conference
def briefings_short(facts: CaseFacts, conference: Conference) -> Finding:
    """Every briefing takes ten minutes at most. Source: R76, F15."""
    return _each(
        facts,
        in_use(conference),
        lambda one: one.is_short is not False and len((one.text or "").split()) <= MOST_WORDS,
        _("oplægget fra {whose} er langt"),
    )


@of_conference
def briefings_self_checked(facts: CaseFacts, conference: Conference) -> Finding:
    """Every briefing is found to be short, appreciative and positively worded. Source: R76."""
    return _each(
        facts,
        in_use(conference),
        lambda one: all((one.is_short, one.is_appreciative, one.is_positive)),
        _("er oplægget fra {whose} kort, anerkendende og positivt?"),
    )


@of_conference
def briefings_gone_through(facts: CaseFacts, conference: Conference) -> Finding:
    """Every briefing, the initiativtager's too, is gone through with child and parents. Source: R9, R61, R77, P8.

    The initiativtager reads a briefing as well: without one, there is more to go through than what has come.
    """
    if not in_use(conference):
        return lacks(_("oplæggene mangler"))
    if all(is_informants(briefing) for briefing in conference.briefings):
        return lacks(_("initiativtagerens oplæg mangler"))
    return _each(
        facts,
        in_use(conference),
        lambda one: one.shown_to_child_on is not None and one.shown_to_parents_on is not None,
        _("oplægget fra {whose} er ikke gennemgået"),
    )


@of_conference
def briefings_approved(facts: CaseFacts, conference: Conference) -> Finding:
    """Every informatør's briefing is approved by those it tells about. Source: R77, F14."""
    return _each(facts, _informants(conference), is_approved, _("oplægget fra {whose} er ikke godkendt"))


@of_conference
def waivers_there(facts: CaseFacts, conference: Conference) -> Finding:
    """A waiver of secrecy is there wherever it is needed. Source: R75, cornerstones.md."""
    for briefing in in_use(conference):
        needed = briefing.waiver_needed
        if needed is None and is_informants(briefing) and briefing.waiver_on is None:
            sentence = _("skal {whose} fritages for tavshedspligt?").format(whose=whose(facts, briefing))
            return lacks(sentence, briefing.id)
        if needed and briefing.waiver_on is None:
            return lacks(
                _("{whose} er ikke fritaget for tavshedspligt").format(whose=whose(facts, briefing)), briefing.id
            )
    return holds_for([one for one in in_use(conference) if one.waiver_on is not None])


PREDICATES: dict[str, Predicate] = {
    **by_name(initiator_briefing_there, informants_chosen, briefings_written, briefings_short, briefings_self_checked),
    **by_name(briefings_gone_through, briefings_approved, waivers_there),
}
