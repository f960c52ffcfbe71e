"""The assignment: the agreement, independence, data, and what the municipality is asked before it begins."""

from __future__ import annotations

from samordner_tui.language import _, ngettext
from samordner_tui.method.facts import CaseFacts, Engagement
from samordner_tui.method.predicates.shape import (
    HOLDS,
    NOTHING,
    Finding,
    Predicate,
    by_name,
    holds_if,
    lacks,
    of_case,
)
from samordner_tui.method.terms import DataRole


def open_independence_questions(engagement: Engagement) -> int:
    """How many of the four questions are unanswered. Source: R22, P3."""
    return _answers(engagement).count(None)


def _answers(engagement: Engagement) -> tuple[bool | None, ...]:
    return (
        engagement.knows_family,
        engagement.employed_by_department,
        engagement.related,
        engagement.part_in_decision,
    )


def against_independence(engagement: Engagement) -> str | None:
    """What speaks against the samordner's independence, or nothing. Source: R22, R23."""
    if engagement.knows_family:
        return _("du kender familien")
    if engagement.employed_by_department:
        return _("du er ansat i familieafdelingen")
    if engagement.related:
        return _("du er i familie med nogen i sagen")
    if engagement.part_in_decision:
        return _("du har del i afgørelsen")
    return None


@of_case
def independence_answered(facts: CaseFacts) -> Finding:
    """All four questions are answered. Source: R22."""
    left = open_independence_questions(facts.engagement)
    if not left:
        return HOLDS
    return lacks(ngettext("{count} af 4 spørgsmål er åbent", "{count} af 4 spørgsmål er åbne", left).format(count=left))


@of_case
def independent(facts: CaseFacts) -> Finding:
    """All four questions are answered and none speaks against. Source: R22, R23, F1."""
    against = against_independence(facts.engagement)
    if against:
        return lacks(against)
    return holds_if(not open_independence_questions(facts.engagement), _("spørgsmålene er ikke besvaret"))


@of_case
def assignment_accepted(facts: CaseFacts) -> Finding:
    """The samordner has said yes to this one case. Source: R23."""
    return holds_if(facts.engagement.accepted_on is not None, _("du har ikke sagt ja til opgaven endnu"))


@of_case
def initiator_contacted(facts: CaseFacts) -> Finding:
    """The samordner has spoken with the initiativtager. Source: domain.md 2.3."""
    return holds_if(facts.engagement.initiator_contacted_on is not None, _("du har ikke talt med initiativtageren"))


@of_case
def start_meeting_held(facts: CaseFacts) -> Finding:
    """The start-up meeting is held. Source: domain.md 2 phase 1."""
    return holds_if(facts.engagement.start_meeting_on is not None, _("opstartsmødet er ikke holdt"))


@of_case
def contact_person_named(facts: CaseFacts) -> Finding:
    """The municipality has named a contact person. Source: R118."""
    return holds_if(bool(facts.engagement.contact_person), _("kontaktpersonen er ikke noteret"))


@of_case
def secrecy_declared(facts: CaseFacts) -> Finding:
    """The samordner has signed the duty of secrecy. Source: domain.md 2 phase 0."""
    return holds_if(facts.engagement.secrecy_declared_on is not None, _("tavshedspligten er ikke skrevet under"))


@of_case
def record_check_confirmed(facts: CaseFacts) -> Finding:
    """The municipality has confirmed the børneattest. Source: domain.md 2 phase 0."""
    return holds_if(facts.engagement.record_check_on is not None, _("børneattesten er ikke bekræftet"))


@of_case
def data_role_agreed(facts: CaseFacts) -> Finding:
    """It is settled who answers for the data. Source: domain.md 5.5."""
    settled = facts.engagement.data_role in {DataRole.CONTROLLER, DataRole.PROCESSOR}
    return holds_if(settled, _("ansvaret for data er ikke afklaret"))


@of_case
def data_instruction_there(facts: CaseFacts) -> Finding:
    """The data instruction is there. Source: domain.md 2 phase 0."""
    return holds_if(facts.engagement.data_instruction_on is not None, _("datainstruksen mangler"))


@of_case
def deletion_date_set(facts: CaseFacts) -> Finding:
    """A date for deletion is set. Source: domain.md 5.4."""
    return holds_if(facts.engagement.delete_by is not None, _("datoen for sletning mangler"))


@of_case
def case_type_known(facts: CaseFacts) -> Finding:
    """It is known what kind of case it is. Source: R91, R93."""
    return holds_if(facts.case_type is not None, _("sagens type er ikke noteret"))


@of_case
def method_not_excluded(facts: CaseFacts) -> Finding:
    """The municipality has not said that the method is not to be used here. Source: R92."""
    if not facts.excluded_because:
        return NOTHING
    return lacks(_("noget taler imod metoden: {reason}").format(reason=facts.excluded_because))


@of_case
def purpose_written(facts: CaseFacts) -> Finding:
    """It is written what is to happen so that the child gets better. Source: R96."""
    return holds_if(bool(facts.purpose), _("formålet er ikke skrevet"))


@of_case
def series_planned(facts: CaseFacts) -> Finding:
    """It is agreed how many conferences the assignment holds. Source: R99, R111."""
    return holds_if(facts.engagement.planned_conferences is not None, _("antallet af rådslagninger er ikke aftalt"))


@of_case
def budget_known(facts: CaseFacts) -> Finding:
    """The budget for the meal is known. Source: R57, R58."""
    return holds_if(facts.engagement.catering_budget is not None, _("budgettet til maden er ikke kendt"))


@of_case
def evaluation_agreed(facts: CaseFacts) -> Finding:
    """It is agreed how the evaluation is done. Source: R110, R127."""
    return holds_if(bool(facts.engagement.evaluation_agreed), _("evalueringen er ikke aftalt"))


def _asked(facts: CaseFacts, milestone: str, otherwise: str) -> Finding:
    return holds_if(milestone in facts.asked_milestones, otherwise)


@of_case
def rooms_milestone_asked(facts: CaseFacts) -> Finding:
    """The municipality is asked about rooms. Source: R122."""
    return _asked(facts, "rooms", _("kommunen er ikke spurgt om lokaler"))


@of_case
def catering_milestone_asked(facts: CaseFacts) -> Finding:
    """The municipality is asked about catering. Source: R123."""
    return _asked(facts, "catering", _("kommunen er ikke spurgt om forplejning"))


@of_case
def child_milestone_asked(facts: CaseFacts) -> Finding:
    """The municipality is asked how children are prepared and supported. Source: R124."""
    return _asked(facts, "child_preparation", _("kommunen er ikke spurgt om støtte til børn"))


@of_case
def evaluation_milestone_asked(facts: CaseFacts) -> Finding:
    """The municipality is asked about its procedure for evaluation. Source: R127."""
    return _asked(facts, "evaluation", _("kommunen er ikke spurgt om evaluering"))


PREDICATES: dict[str, Predicate] = {
    **by_name(assignment_accepted, initiator_contacted, start_meeting_held, contact_person_named),
    **by_name(independence_answered, independent, secrecy_declared, record_check_confirmed),
    **by_name(data_role_agreed, data_instruction_there, deletion_date_set),
    **by_name(case_type_known, method_not_excluded, purpose_written, series_planned, budget_known, evaluation_agreed),
    **by_name(rooms_milestone_asked, catering_milestone_asked),
    **by_name(child_milestone_asked, evaluation_milestone_asked),
}
