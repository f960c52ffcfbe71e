"""The end of an assignment: when it is time to close, and when it is time to delete."""

from __future__ import annotations

from datetime import date, timedelta

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.predicates.shape import NOTHING, Finding, Predicate, by_name, holds_if, lacks, of_conference
from samordner_tui.method.readings import called_off

DELETION_WARNING = timedelta(days=14)
"""How long before the agreed date the deletion is called to mind."""


@of_conference
def series_ended(facts: CaseFacts, conference: Conference) -> Finding:
    """No further conference is to come: it is said why, or this one was called off. Source: R99, F24."""
    if any(other.number > conference.number for other in facts.conferences):
        return lacks(_("der er en rådslagning mere i rækken"))
    ended = bool(conference.no_follow_up_reason) or called_off(facts, conference)
    return holds_if(ended, _("rækken af rådslagninger er ikke slut"))


def nothing_to_delete_yet(facts: CaseFacts, _conference: Conference | None, today: date) -> Finding:
    """The date by which the case is to be deleted is not near. Source: P25, domain.md 5.4."""
    delete_by = facts.engagement.delete_by
    if facts.closed_on is not None and (delete_by is None or today <= delete_by):
        return lacks(_("sagen er lukket, og alt ligger her endnu"))
    if delete_by is None or today < delete_by - DELETION_WARNING:
        return NOTHING
    return lacks(_("fristen for at slette er gået") if delete_by < today else _("datoen for sletning er nær"))


PREDICATES: dict[str, Predicate] = {**by_name(series_ended, nothing_to_delete_yet)}
