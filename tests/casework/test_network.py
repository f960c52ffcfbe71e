"""The network: who is invited is decided by those it is about, never by the samordner."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.network import ConflictPair, Person
from samordner_tui.archive.records.practical import Invitation, RoleHolder
from samordner_tui.casework import change, deciding, network
from samordner_tui.casework.quick_add import Understood, understand
from samordner_tui.method.readings import beyond_household
from samordner_tui.method.terms import (
    Attendance,
    DecidedBy,
    InvitationChoice,
    NotInvitedReason,
    OtherWay,
    PersonKind,
    RoleName,
    Sector,
    StageId,
    ToldHow,
)
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase

NOT = InvitationChoice.NOT_INVITED


def test_the_summary_counts_family_professionals_and_those_not_invited(case: PreparedCase) -> None:
    case.child()
    case.person("Mette")
    case.person("Ulla", kind=PersonKind.PROFESSIONAL)
    case.person("Kurt", invited=NOT)
    assert case.view(StageId.NETWORK).summary == "1 barn · 1 fra familien og netværket · 1 fagperson · 1 inviteres ikke"


def test_a_person_stands_as_in_the_picture(case: PreparedCase) -> None:
    case.child()
    sofie = case.person("Sofie", relation="moster", ring=2, sector=Sector.MOTHERS_SIDE, attendance=Attendance.VIDEO)
    case.set(Person, sofie, access_needs="bor i Nuuk")
    row = next(one for one in case.section(StageId.NETWORK, "people").rows if one.id == sofie)
    name, who, ring, visited, coming, special = row.cells
    assert (name, who, visited, special) == ("Sofie", "moster", "○ aftal tid", "bor i Nuuk")
    assert ring.startswith("2 · ")
    assert coming


def test_the_child_stands_first_in_the_middle(case: PreparedCase) -> None:
    case.person("Mette")
    case.child("Alma", 11)
    assert case.section(StageId.NETWORK, "people").rows[0].cells[:3] == ("Alma", "barnet, 11 år", "midten")


def test_the_samordner_cannot_decide_who_is_invited(case: PreparedCase) -> None:
    inge = case.person("Inge", invite=False)
    with pytest.raises(Refused, match="hvem der har besluttet"):
        case.set(Person, inge, invited=InvitationChoice.INVITE)
    case.set(Person, inge, decided_by=DecidedBy.CHILD, invited=InvitationChoice.INVITE)
    assert case.facts.people[0].decided_on == TODAY


def test_who_decided_is_not_forgotten_while_the_decision_stands(case: PreparedCase) -> None:
    inge = case.person("Inge")
    with pytest.raises(Refused, match="hvem der har besluttet"):
        case.set(Person, inge, decided_by=None)


def test_not_inviting_is_written_with_reason_told_how_and_another_way(case: PreparedCase) -> None:
    kurt = case.person("Kurt", invite=False)
    deciding.decide(
        case.session,
        kurt,
        {
            "decided_by": DecidedBy.CHILD,
            "invited": NOT,
            "not_invited_reason": NotInvitedReason.CHILD_DOES_NOT_WANT,
            "told_how": ToldHow.PHONE,
            "other_way": OtherWay.LETTER,
        },
        TODAY,
    )
    (person,) = case.facts.people
    assert (person.invited, person.told_how, person.other_way) == (NOT, ToldHow.PHONE, OtherWay.LETTER)
    row = case.section(StageId.NETWORK, "people").rows[0]
    assert row.dim
    assert row.cells[4] == "inviteres ikke"


def test_a_decision_without_a_reason_is_asked_about(case: PreparedCase) -> None:
    case.person("Kurt", invited=NOT)
    assert "Hvorfor inviteres Kurt ikke?" in case.asks(StageId.NETWORK)


def test_somebody_with_a_role_is_not_marked_as_not_invited_before_the_role_is_taken_away(case: PreparedCase) -> None:
    inge = case.person("Inge")
    case.add(RoleHolder, conference_id=case.conference.id, role=RoleName.CHAIR, person_id=inge)
    with pytest.raises(Refused, match="har en rolle"):
        case.set(Person, inge, invited=NOT)
    deciding.decide(case.session, inge, {"decided_by": DecidedBy.PARENT, "invited": NOT}, TODAY, take_away=True)
    assert case.conference.role_holders == ()
    assert case.facts.people[0].invited is NOT


def test_somebody_with_an_invitation_is_not_marked_as_not_invited_before_it_is_taken_back(case: PreparedCase) -> None:
    inge = case.person("Inge")
    case.add(Invitation, conference_id=case.conference.id, person_id=inge)
    with pytest.raises(Refused, match="har en invitation"):
        case.set(Person, inge, invited=NOT)


def test_a_decision_can_be_changed(case: PreparedCase) -> None:
    kurt = case.person("Kurt", invited=NOT)
    case.set(Person, kurt, not_invited_reason=NotInvitedReason.OTHER, not_invited_words="Han er på rejse")
    deciding.decide(case.session, kurt, {"invited": InvitationChoice.INVITE}, TODAY)
    (person,) = case.facts.people
    assert (person.invited, person.not_invited_reason) == (InvitationChoice.INVITE, None)
    assert case.session.get_one(Person, kurt).not_invited_words is None


def test_two_who_need_distance_are_two_and_stand_once(case: PreparedCase) -> None:
    jonas, kurt = case.person("Jonas"), case.person("Kurt")
    with pytest.raises(Refused, match="to forskellige"):
        case.add(ConflictPair, first_id=jonas, second_id=jonas)
    case.add(ConflictPair, first_id=jonas, second_id=kurt)
    with pytest.raises(Refused, match="allerede"):
        case.add(ConflictPair, first_id=kurt, second_id=jonas)


def test_who_comes_first_stands_with_each_of_the_two(case: PreparedCase) -> None:
    jonas, kurt = case.person("Jonas"), case.person("Kurt")
    case.add(ConflictPair, first_id=jonas, second_id=kurt, arrives_first_id=kurt)
    special = {row.id: row.cells[5] for row in case.section(StageId.NETWORK, "people").rows}
    assert (special[jonas], special[kurt]) == ("kommer sidst", "kommer først")


def test_a_side_with_nobody_is_asked_about_where_its_reason_is_written(case: PreparedCase) -> None:
    case.person("Karen", side=None)
    asked = next(one for one in case.view(StageId.NETWORK).questions if "mors side" in one.text)
    assert (asked.jump.stage, asked.jump.field) == (StageId.ASSIGNMENT, "mothers_side_reason")


def test_how_many_private_people_there_are_is_told_only_when_somebody_is_invited(case: PreparedCase) -> None:
    assert "fagpersoner" not in case.asks(StageId.NETWORK)
    case.person("Inge")
    assert "1 fra familien og netværket og 2 fagpersoner" in case.asks(StageId.NETWORK)


def test_a_parent_counts_as_network_only_when_they_are_said_to_live_elsewhere(case: PreparedCase) -> None:
    case.child("Alma", 11)
    understood = understand("Bo, far")
    assert isinstance(understood, Understood)
    bo = network.add_person(case.session, case.case_id, understood, TODAY)
    assert "Bor Bo sammen med Alma?" in case.asks(StageId.NETWORK)
    assert beyond_household(case.facts.people) == ()
    change.change_field(case.session, Person, bo, "household", False, TODAY)
    assert "Bor Bo sammen med Alma?" not in case.asks(StageId.NETWORK)
    assert [one.name for one in beyond_household(case.facts.people)] == ["Bo"]
