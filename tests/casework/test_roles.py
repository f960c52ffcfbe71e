"""The roles: from the network, asked and willing, the supporter chosen by the child, clashes named."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.practical import RoleHolder
from samordner_tui.casework import roles
from samordner_tui.casework.form_view import references_of
from samordner_tui.method.terms import ChosenBy, InvitationChoice, PersonKind, RoleName, StageId
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase


def give(case: PreparedCase, role: RoleName, person_id: str, **more: object) -> str:
    return roles.give(case.session, case.case_id, case.conference.id, role, person_id, TODAY, **more)  # type: ignore[arg-type]


def test_somebody_who_is_not_invited_gets_no_role(case: PreparedCase) -> None:
    kurt = case.person("Kurt", invited=InvitationChoice.NOT_INVITED)
    with pytest.raises(Refused, match="Kurt er ikke inviteret"):
        give(case, RoleName.CHAIR, kurt)


def test_a_role_is_not_handed_on_to_somebody_who_is_not_invited(case: PreparedCase) -> None:
    holder = give(case, RoleName.CHAIR, case.person("Per"))
    kurt = case.person("Kurt", invited=InvitationChoice.NOT_INVITED)
    with pytest.raises(Refused, match="Kurt er ikke inviteret"):
        case.set(RoleHolder, holder, person_id=kurt)


def test_nobody_has_the_same_role_twice_but_may_support_two_children(case: PreparedCase) -> None:
    alma, emil = case.child("Alma"), case.child("Emil")
    per, karen = case.person("Per"), case.person("Karen")
    give(case, RoleName.CHAIR, per)
    with pytest.raises(Refused, match="allerede den rolle"):
        give(case, RoleName.CHAIR, per, understudy=True)
    understudy = give(case, RoleName.CHAIR, karen, understudy=True)
    with pytest.raises(Refused, match="allerede den rolle"):
        case.set(RoleHolder, understudy, person_id=per)
    give(case, RoleName.SUPPORTER, karen, child_id=alma)
    give(case, RoleName.SUPPORTER, karen, child_id=emil)


def test_the_child_is_not_among_those_who_may_hold_a_role(case: PreparedCase) -> None:
    case.child("Alma")
    case.person("Per")
    names = [one.name for one in references_of(case.session, RoleHolder, case.case_id)["person_id"]]
    assert "Per" in names
    assert "Alma" not in names


def test_a_role_handed_on_is_asked_anew(case: PreparedCase) -> None:
    holder = give(case, RoleName.CHAIR, case.person("Per"))
    roles.answer(case.session, holder, TODAY, accepted=True)
    case.set(RoleHolder, holder, person_id=case.person("Karen"))
    (now,) = case.conference.role_holders
    assert (now.asked_on, now.accepted, now.briefed_on) == (None, None, None)


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        (RoleName.CHAIR, RoleName.NOTE_TAKER, "både lede samtalen og skrive"),
        (RoleName.CHAIR, RoleName.SUPPORTER, "der helt for barnet"),
        (RoleName.NOTE_TAKER, RoleName.SUPPORTER, "der helt for barnet"),
        (RoleName.CHAIR, RoleName.MINDER, "gå fra med det lille barn"),
        (RoleName.NOTE_TAKER, RoleName.MINDER, "gå fra med det lille barn"),
    ],
)
def test_two_roles_that_do_not_go_together_are_named(
    case: PreparedCase, first: RoleName, second: RoleName, sentence: str
) -> None:
    per = case.person("Per")
    give(case, first, per)
    give(case, second, per)
    assert sentence in case.asks(StageId.ROLES)


def test_an_understudy_does_not_clash(case: PreparedCase) -> None:
    per = case.person("Per")
    give(case, RoleName.CHAIR, per)
    give(case, RoleName.NOTE_TAKER, per, understudy=True)
    assert list(roles.clashes(case.facts, case.conference)) == []


def test_a_professional_in_a_role_is_named(case: PreparedCase) -> None:
    give(case, RoleName.CHAIR, case.person("Ulla", kind=PersonKind.PROFESSIONAL))
    assert "Ulla er fagperson" in case.asks(StageId.ROLES)


def test_the_supporter_is_a_line_for_the_childs_own_choice(case: PreparedCase) -> None:
    child_id = case.child()
    (row,) = case.section(StageId.ROLES, RoleName.SUPPORTER).rows
    assert row.cells[0] == "○ Alma vælger selv"
    assert row.add_values["chosen_by"] is ChosenBy.CHILD
    give(case, RoleName.SUPPORTER, case.person("Karen"), child_id=child_id, chosen_by=ChosenBy.CHILD)
    assert case.section(StageId.ROLES, RoleName.SUPPORTER).rows[0].cells[0] == "Karen"


def test_a_supporter_the_child_has_not_chosen_itself_is_asked_about(case: PreparedCase) -> None:
    child_id = case.child()
    give(case, RoleName.SUPPORTER, case.person("Karen"), child_id=child_id, chosen_by=ChosenBy.FAMILY)
    assert "Hvem vælger Alma selv til sin støtteperson" in case.asks(StageId.ROLES)


def test_a_minder_is_asked_for_where_a_child_is_small(case: PreparedCase) -> None:
    case.child("Alma", 11)
    assert not any(one.id == RoleName.MINDER for one in case.view(StageId.ROLES).sections)
    case.person("Sami", age=4)
    assert case.section(StageId.ROLES, RoleName.MINDER).rows[0].is_expected


def test_somebody_who_said_no_thanks_leaves_the_line_open(case: PreparedCase) -> None:
    holder = give(case, RoleName.CHAIR, case.person("Per"))
    roles.answer(case.session, holder, TODAY, accepted=False)
    rows = case.section(StageId.ROLES, RoleName.CHAIR).rows
    assert [row.is_expected for row in rows] == [False, True]
    assert case.conference.role_holders[0].asked_on == TODAY


def test_those_who_would_like_a_role_stand_ready_to_choose_from(case: PreparedCase) -> None:
    per = case.person("Per")
    case.set(Person, per, willing_to_hold_role=True)
    assert [row.cells[0] for row in case.section(StageId.ROLES, "willing").rows] == ["Per"]
    give(case, RoleName.CHAIR, per)
    assert case.section(StageId.ROLES, "willing").rows == ()
