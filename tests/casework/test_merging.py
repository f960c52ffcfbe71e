"""Two who are one: what is known of both stands with one of them; what does not fit together is decided first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.day import Presence
from samordner_tui.archive.records.maps import DrawnMap, MapPlace
from samordner_tui.archive.records.network import (
    Child,
    ConflictPair,
    Contact,
    ContactPerson,
    Custody,
    NetworkTie,
    Person,
    View,
)
from samordner_tui.archive.records.practical import RoleHolder
from samordner_tui.casework.change import add
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.map_views import begin_view, remove_map
from samordner_tui.casework.merging import lost_by_merging, merge, pointers
from samordner_tui.casework.stages import load_stages
from samordner_tui.method.terms import (
    ContactView,
    DecidedBy,
    Diet,
    InvitationChoice,
    NoticeKind,
    PersonKind,
    RoleName,
    Sector,
    TieQuality,
)
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase


def merged(case: PreparedCase, kept: str, other: str) -> Person:
    merge(case.session, case.case_id, kept, other, TODAY)
    return case.session.get_one(Person, kept)


def test_what_is_not_known_of_the_one_is_taken_from_the_other(case: PreparedCase) -> None:
    kept = case.person("Karen", invite=False, ring=1, diets=(Diet.VEGETARIAN,))
    other = case.person("Karen Holm", relation="mormor", phone="20 30 40 50", ring=3, needs_lift=True)
    karen = merged(case, kept, other)
    assert (karen.name, karen.relation, karen.phone, karen.ring) == ("Karen", "mormor", "20 30 40 50", 1)
    assert (karen.needs_lift, karen.diets) == (True, (Diet.VEGETARIAN,))
    assert (karen.invited, karen.decided_by) == (InvitationChoice.INVITE, DecidedBy.CHILD)
    assert case.session.get(Person, other) is None


def test_an_address_that_is_secret_with_one_is_secret_with_both(case: PreparedCase) -> None:
    kept = case.person("Karen", address="Skovvej 3")
    assert merged(case, kept, case.person("Karen", address_secret=True)).address_secret


def test_what_gives_way_is_said_first_and_an_address_only_by_its_label(case: PreparedCase) -> None:
    kept = case.person("Karen", phone="20 30 40 50", address="Skovvej 3", ring=1)
    other = case.person("Karen", phone="20 30 40 51", address="Fyrvej 7", email="karen@brev.dk", ring=1)
    assert lost_by_merging(case.session, case.case_id, kept, other) == ("Telefon: 20 30 40 51", "Adresse")


def test_every_column_of_a_case_that_names_a_person_is_moved(case: PreparedCase) -> None:
    named = {(record.__name__, column) for record, column in pointers()}
    assert {("Child", "person_id"), ("ConflictPair", "arrives_first_id"), ("View", "said_by_id")} <= named
    case.open_network()
    kept, other, per = (case.person(name) for name in ("Karen", "Karen Holm", "Per"))
    visit = case.add(Contact)
    case.add(ContactPerson, contact_id=visit, person_id=other)
    case.add(View, person_id=per, said_by_id=other, view=ContactView.YES)
    case.add(ConflictPair, first_id=other, second_id=per, arrives_first_id=other)
    case.add(RoleHolder, conference_id=case.conference.id, role=RoleName.CHAIR, person_id=other, accepted=True)
    case.add(
        Notice,
        kind=NoticeKind.SET_ASIDE,
        about=f"task:visit/{other}",
        reason="bor langt væk",
        given_on=TODAY,
    )
    merged(case, kept, other)
    assert case.only(Contact) == visit
    for record, column in pointers():
        assert other not in {getattr(row, column) for row in case.session.scalars(select(record))}
    assert [one.person_id for one in case.session.scalars(select(ContactPerson))] == [kept]
    (role,) = case.session.scalars(select(RoleHolder)).all()
    assert (role.person_id, role.accepted) == (kept, True), "the answer given stands"
    assert case.session.scalars(select(Notice)).one().about == f"task:visit/{kept}"


def test_ties_and_pairs_between_the_two_vanish_and_what_both_have_stands_once(case: PreparedCase) -> None:
    case.open_network()
    kept, other, per = (case.person(name) for name in ("Karen", "Karen Holm", "Per"))
    case.add(NetworkTie, first_id=kept, second_id=other)
    case.add(NetworkTie, first_id=per, second_id=other, quality=TieQuality.WEAK)
    case.add(NetworkTie, first_id=kept, second_id=per, quality=TieQuality.STRONG)
    case.add(ConflictPair, first_id=other, second_id=kept)
    visit = case.add(Contact)
    for one in (kept, other):
        case.add(ContactPerson, contact_id=visit, person_id=one)
        case.add(Presence, conference_id=case.conference.id, step=1, person_id=one)
    shown = case.add(DrawnMap, drawn_on=TODAY)
    case.add(MapPlace, map_id=shown, person_id=other, ring=3)
    case.add(MapPlace, map_id=shown, person_id=kept, ring=1)
    merged(case, kept, other)
    (tie,) = case.session.scalars(select(NetworkTie)).all()
    assert (tie.first_id, tie.second_id, tie.quality) == (kept, per, TieQuality.STRONG)
    assert case.session.scalars(select(ConflictPair)).all() == []
    for record in (ContactPerson, Presence):
        assert len(case.session.scalars(select(record)).all()) == 1
    assert case.session.scalars(select(MapPlace)).one().ring == 1


def test_a_child_that_was_typed_again_as_somebody_around_it_is_the_child(case: PreparedCase) -> None:
    child = case.session.get_one(Child, case.child("Alma"))
    again = case.person("Alma", relation="barnet selv", ring=1)
    assert merged(case, again, child.person_id).kind is PersonKind.CHILD
    case.session.refresh(child)
    assert child.person_id == again


def test_what_may_stand_once_is_not_made_to_stand_twice(case: PreparedCase) -> None:
    child = case.child("Alma")
    first, second = case.parent("Mette", child), case.parent("Mette", child)
    with pytest.raises(Refused, match="begge under »Forældremyndighed«"):
        merged(case, first, second)
    roles = [case.person("Karen"), case.person("Karen")]
    for one in roles:
        case.add(RoleHolder, conference_id=case.conference.id, role=RoleName.CHAIR, person_id=one)
    with pytest.raises(Refused, match="begge under »Rolle«"):
        merged(case, *roles)
    other_child = case.child("Emil")
    children = [case.session.get_one(Child, one).person_id for one in (child, other_child)]
    with pytest.raises(Refused, match="begge under »Barnet«"):
        merged(case, *children)


def test_a_child_and_somebody_who_holds_custody_are_never_one(case: PreparedCase) -> None:
    child = case.session.get_one(Child, case.child("Alma"))
    mette = case.parent("Mette")
    for pair in ((mette, child.person_id), (child.person_id, mette)):
        with pytest.raises(Refused, match="Mette har forældremyndigheden"):
            merged(case, *pair)
    assert case.only(Custody)


def test_one_who_is_invited_and_one_who_is_not_are_decided_about_first(case: PreparedCase) -> None:
    not_invited = {"decided_by": DecidedBy.CHILD, "invited": InvitationChoice.NOT_INVITED}
    kim = case.person("Kim", invite=False)
    case.set(Person, kim, **not_invited)
    with pytest.raises(Refused, match="besluttet forskelligt"):
        merged(case, kim, case.person("Kim"))
    with_role = case.person("Kim", invite=False)
    case.add(RoleHolder, conference_id=case.conference.id, role=RoleName.CHAIR, person_id=with_role)
    for pair in ((kim, with_role), (with_role, kim)):
        with pytest.raises(Refused, match="rolle"):
            merged(case, *pair)


def test_a_person_is_not_merged_with_themself_or_with_somebody_of_another_case(case: PreparedCase) -> None:
    kept = case.person("Karen")
    with pytest.raises(Refused, match="to forskellige"):
        merged(case, kept, kept)
    other_case = add(case.session, Case, None, TODAY, number="2027-04", alias="Bo", opened_on=TODAY)
    stranger = add(case.session, Person, other_case, TODAY, name="Karen")
    with pytest.raises(Refused, match="ikke længere"):
        merged(case, kept, stranger)


def test_what_one_said_of_the_other_is_no_statement_about_oneself(case: PreparedCase) -> None:
    kept, other, per = (case.person(name) for name in ("Karen", "Karen Holm", "Per"))
    case.add(View, person_id=kept, said_by_id=other, view=ContactView.NO)
    case.add(View, person_id=per, said_by_id=other, view=ContactView.YES)
    merged(case, kept, other)
    (said,) = Rows(case.session, case.case_id).all(View)
    assert (said.person_id, said.said_by_id) == (per, kept)


def test_two_who_have_a_map_each_are_not_merged_before_one_of_the_maps_is_gone(case: PreparedCase) -> None:
    kept, other = case.person("Karen", ring=1, sector=Sector.MOTHERS_SIDE), case.person("Karen Holm")
    begin_view(case.session, case.case_id, kept, TODAY)
    second = begin_view(case.session, case.case_id, other, TODAY)
    with pytest.raises(Refused, match="hvert sit kort"):
        merge(case.session, case.case_id, kept, other, TODAY)
    remove_map(case.session, second, TODAY)
    merge(case.session, case.case_id, kept, other, TODAY)
    assert len(Rows(case.session, case.case_id).all(DrawnMap)) == 1


def test_one_undo_makes_the_two_again_as_they_were(tmp_path: Path) -> None:
    load_stages()
    archive = Archive.create_training(tmp_path / "arkiv")
    with archive.writing("Sagen") as session:
        case_id = add(session, Case, None, TODAY, number="2027-03", alias="Alma", opened_on=TODAY)
        kept, other, per = (add(session, Person, case_id, TODAY, name=name) for name in ("Karen", "Karen H", "Per"))
        for first in (kept, other):
            add(session, NetworkTie, case_id, TODAY, first_id=first, second_id=per)
            add(session, View, case_id, TODAY, person_id=first, said_by_id=per, view=ContactView.YES)
    before = everything(archive, case_id)
    with archive.writing("Dobbelte samlet", case_id) as session:
        merge(session, case_id, kept, other, TODAY)
    assert len(everything(archive, case_id)) == len(before) - 3
    assert archive.undo(case_id) == "Dobbelte samlet"
    assert everything(archive, case_id) == before
    archive.close()


def everything(archive: Archive, case_id: str) -> list[tuple[str, str, str, date | None]]:
    with archive.reading() as session:
        rows = Rows(session, case_id)
        people = [("person", one.id, one.name, one.noted_on) for one in rows.all(Person)]
        ties = [("tie", one.first_id, one.second_id, one.noted_on) for one in rows.all(NetworkTie)]
        return sorted([*people, *ties, *(("view", one.person_id, one.said_by_id, None) for one in rows.all(View))])
