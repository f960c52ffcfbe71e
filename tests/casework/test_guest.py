"""What is shown at the kitchen table: everybody around the child, and nobody who is not to come."""

from __future__ import annotations

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.guest import child_network
from samordner_tui.method.terms import DecidedBy, InvitationChoice, NotInvitedReason, PersonKind
from tests.casework.prepared_case import PreparedCase


def test_whoever_has_no_ring_is_shown_too_and_no_professional_without_one(case: PreparedCase) -> None:
    case.child()
    case.person("Inge", ring=2)
    case.person("Bo", invite=False)
    case.parent("Mette")
    case.add(Person, name="Lone", kind=PersonKind.PROFESSIONAL)
    shown = child_network(case.session, case.case_id).map
    assert shown.heart == "Alma"
    assert sorted(one.name for one in shown.people) == ["Bo", "Inge", "Mette"]


def test_whoever_is_not_invited_has_no_place_among_those_without_a_ring(case: PreparedCase) -> None:
    case.child()
    case.person(
        "Kurt",
        invite=False,
        invited=InvitationChoice.NOT_INVITED,
        not_invited_reason=NotInvitedReason.CHILD_DOES_NOT_WANT,
        decided_by=DecidedBy.CHILD,
    )
    assert child_network(case.session, case.case_id).map.people == ()


def test_on_the_map_nothing_shows_who_is_not_invited(case: PreparedCase) -> None:
    case.child()
    case.person("Kurt", ring=3, invited=InvitationChoice.NOT_INVITED)
    (kurt,) = child_network(case.session, case.case_id).map.people
    assert kurt.is_invited
