"""The network as it is drawn: ring and sector are facts, and whoever lacks one stands beside the map."""

from __future__ import annotations

import pytest

from samordner_tui.archive.records.network import NetworkTie, Person
from samordner_tui.casework.guest import child_network, tie_at_table
from samordner_tui.casework.map_moves import Move, move_on_map
from samordner_tui.casework.map_shape import ROUND
from samordner_tui.casework.network_map import OnMap, network_map, read_network_map
from samordner_tui.casework.ties import sentence, tie
from samordner_tui.method.definition import method
from samordner_tui.method.terms import InvitationChoice, PersonKind, Sector, Side, Support, TieQuality
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase


def on_map(case: PreparedCase, name: str) -> OnMap:
    return next(one for one in network_map(case.facts).people if one.name == name)


def test_the_children_stand_in_the_middle_and_helpers_beside_the_network(case: PreparedCase) -> None:
    case.child("Alma")
    case.child("Emil")
    case.person("Inge", ring=1, sector=Sector.FATHERS_SIDE)
    case.person("Ewa", kind=PersonKind.HELPER)
    shown = network_map(case.facts)
    assert shown.heart == "Alma og Emil"
    assert [one.name for one in shown.people] == ["Inge"]


def test_the_side_says_the_sector_until_another_is_chosen(case: PreparedCase) -> None:
    case.person("Inge", side=Side.FATHER, ring=2)
    case.person("Ulla", kind=PersonKind.PROFESSIONAL)
    case.person("Amir")
    assert on_map(case, "Inge").sector is Sector.FATHERS_SIDE
    assert on_map(case, "Ulla").sector is Sector.PROFESSIONALS
    shown = network_map(case.facts)
    assert [one.name for one in shown.placed] == ["Inge"]
    assert [one.name for one in shown.beside] == ["Ulla", "Amir"]


def moves(case: PreparedCase, person_id: str, move: Move, map_id: str = "") -> None:
    move_on_map(case.session, case.case_id, map_id, person_id, move, TODAY)


def test_a_move_keeps_ring_or_sector_and_never_leaves_the_map(case: PreparedCase) -> None:
    inge = case.person("Inge", ring=1, sector=Sector.MOTHERS_SIDE)
    moves(case, inge, Move(out=-1))
    assert on_map(case, "Inge").ring == 1
    moves(case, inge, Move(out=1))
    moves(case, inge, Move(around=1))
    row = case.session.get_one(Person, inge)
    assert (row.ring, row.sector) == (2, Sector.FATHERS_SIDE)
    for _round in ROUND:
        moves(case, inge, Move(around=-1))
    assert row.sector is Sector.FATHERS_SIDE, "once round is where it began"


def test_a_person_is_put_where_the_mouse_lets_go(case: PreparedCase) -> None:
    inge = case.person("Inge", ring=1, sector=Sector.MOTHERS_SIDE)
    moves(case, inge, Move(to=(3, Sector.SCHOOL_WORK)))
    row = case.session.get_one(Person, inge)
    assert (row.ring, row.sector) == (3, Sector.SCHOOL_WORK)


def test_whoever_has_no_place_is_put_on_the_map_by_a_move(case: PreparedCase) -> None:
    amir = case.person("Amir")
    moves(case, amir, Move(around=1))
    assert on_map(case, "Amir").has_place


def test_as_many_rings_are_drawn_as_are_used_and_never_fewer_than_three(case: PreparedCase) -> None:
    assert network_map(case.facts).rings == 3
    case.person("Inge", ring=5, sector=Sector.FATHERS_SIDE)
    assert network_map(case.facts).rings == 5


def test_who_is_not_invited_is_known_to_the_map(case: PreparedCase) -> None:
    case.person("Kim", ring=3, sector=Sector.FRIENDS_LEISURE, invited=InvitationChoice.NOT_INVITED)
    assert not on_map(case, "Kim").is_invited


def test_a_tie_is_noted_once_whoever_is_named_first_and_read_as_a_sentence(case: PreparedCase) -> None:
    case.child("Alma")
    alma = case.facts.children[0].person_id
    karen = case.person("Karen", ring=1, sector=Sector.MOTHERS_SIDE)
    first = tie(case.session, case.case_id, (karen, alma), TieQuality.ORDINARY, Support.GIVES, TODAY)
    second = tie(case.session, case.case_id, (alma, karen), TieQuality.STRONG, Support.GETS, TODAY)
    assert first == second
    (noted,) = read_network_map(case.session, case.case_id).ties
    assert (noted.first, noted.second, noted.quality, noted.support) == (karen, alma, TieQuality.STRONG, Support.GIVES)
    assert sentence("Karen", "Alma", noted.quality, noted.support, method()) == "Karen støtter Alma, båndet er stærkt"


def test_of_siblings_each_has_its_own_tie_to_the_same_grandmother(case: PreparedCase) -> None:
    case.child("Freja", 15)
    case.child("Noah", 4)
    freja, noah = (one.person_id for one in case.facts.children)
    karen = case.person("Karen", ring=1, sector=Sector.MOTHERS_SIDE)
    tie(case.session, case.case_id, (karen, freja), TieQuality.STRONG, None, TODAY)
    tie(case.session, case.case_id, (karen, noah), TieQuality.BROKEN, None, TODAY)
    shown = read_network_map(case.session, case.case_id)
    said = [(shown.name(one.first), shown.name(one.second), one.quality) for one in shown.ties]
    assert said == [("Karen", "Freja", TieQuality.STRONG), ("Karen", "Noah", TieQuality.BROKEN)]
    assert all(shown.touches(one, "") for one in shown.ties), "they are drawn to the middle"


def test_a_pair_that_is_one_or_stands_already_is_refused_on_a_form(case: PreparedCase) -> None:
    karen, per = case.person("Karen"), case.person("Per")
    with pytest.raises(Refused, match="to forskellige"):
        case.add(NetworkTie, first_id=karen, second_id=karen)
    case.add(NetworkTie, first_id=karen, second_id=per)
    with pytest.raises(Refused, match="står her allerede"):
        case.add(NetworkTie, first_id=per, second_id=karen)
    amir = case.person("Amir")
    other = case.add(NetworkTie, first_id=karen, second_id=amir)
    with pytest.raises(Refused, match="står her allerede"):
        case.set(NetworkTie, other, second_id=per)
    with pytest.raises(Refused, match="to forskellige"):
        case.set(NetworkTie, other, second_id=karen)


def test_a_tie_to_the_middle_needs_a_child(case: PreparedCase) -> None:
    with pytest.raises(Refused, match="barnet"):
        tie(case.session, case.case_id, (case.person("Karen"), ""), TieQuality.STRONG, None, TODAY)


def test_the_child_at_the_table_sees_no_tense_or_broken_tie_but_its_own(case: PreparedCase) -> None:
    case.child("Alma")
    alma = case.facts.children[0].person_id
    mette, jonas, karen = (
        case.person(name, ring=1, sector=Sector.MOTHERS_SIDE) for name in ("Mette", "Jonas", "Karen")
    )
    tie(case.session, case.case_id, (mette, jonas), TieQuality.TENSE, None, TODAY)
    tie(case.session, case.case_id, (karen, mette), TieQuality.STRONG, None, TODAY)
    tie(case.session, case.case_id, (alma, jonas), TieQuality.BROKEN, None, TODAY)
    assert len(read_network_map(case.session, case.case_id).ties) == 3
    seen = child_network(case.session, case.case_id).map.ties
    assert [one.quality for one in seen] == [TieQuality.STRONG, TieQuality.BROKEN]


def test_a_tie_the_child_does_not_see_is_not_changed_at_the_table(case: PreparedCase) -> None:
    case.child("Alma")
    alma = case.facts.children[0].person_id
    mette, jonas = (case.person(name, ring=1, sector=Sector.MOTHERS_SIDE) for name in ("Mette", "Jonas"))
    tie(case.session, case.case_id, (mette, jonas), TieQuality.TENSE, None, TODAY)
    drawn = (TieQuality.ORDINARY, Support.BOTH)
    assert not tie_at_table(case.session, case.case_id, (jonas, mette), drawn, TODAY)
    (stands,) = read_network_map(case.session, case.case_id).ties
    assert (stands.quality, stands.support) == (TieQuality.TENSE, None)
    assert tie_at_table(case.session, case.case_id, (alma, mette), (TieQuality.BROKEN, None), TODAY)
    assert tie_at_table(case.session, case.case_id, (alma, mette), (TieQuality.WEAK, None), TODAY), "its own it sees"
    assert len(read_network_map(case.session, case.case_id).ties) == 2
