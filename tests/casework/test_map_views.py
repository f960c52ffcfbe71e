"""Several maps of one network: each is somebody's view; what is kept stays as it was, and two are held side by side."""

from __future__ import annotations

from datetime import date

import pytest

from samordner_tui.archive.records.maps import DrawnMap, MapPlace
from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import change_fields
from samordner_tui.casework.map_comparison import compare, told
from samordner_tui.casework.map_moves import Move, move_on_map
from samordner_tui.casework.map_views import begin_view, freeze, may_have_a_map, views
from samordner_tui.casework.network_map import NetworkMap, OnMap, read_network_map
from samordner_tui.casework.ties import tie
from samordner_tui.method.definition import method
from samordner_tui.method.terms import PersonKind, Sector, Tie, TieQuality
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase

LATER = date(2027, 4, 20)


def shown(case: PreparedCase, map_id: str = "") -> NetworkMap:
    return read_network_map(case.session, case.case_id, map_id)


def on(case: PreparedCase, map_id: str, name: str) -> OnMap:
    return next(one for one in shown(case, map_id).people if one.name == name)


def moves(case: PreparedCase, map_id: str, person_id: str, move: Move) -> None:
    move_on_map(case.session, case.case_id, map_id, person_id, move, TODAY)


@pytest.fixture
def alma(case: PreparedCase) -> PreparedCase:
    """Alma, her grandmother in the first ring and her father in the second."""
    case.child("Alma")
    case.person("Karen", ring=1, sector=Sector.MOTHERS_SIDE)
    case.person("Jonas", ring=2, sector=Sector.FATHERS_SIDE)
    return case


@pytest.fixture
def siblings(case: PreparedCase) -> PreparedCase:
    """Freja and Noah, and their grandmother."""
    case.child("Freja", 15)
    case.child("Noah", 4)
    case.person("Karen", ring=1, sector=Sector.MOTHERS_SIDE)
    return case


def id_of(case: PreparedCase, name: str) -> str:
    return next(one.id for one in case.facts.people if one.name == name)


def test_what_is_kept_stays_as_it_was_with_whose_view_when_and_with_whom(alma: PreparedCase) -> None:
    tie(alma.session, alma.case_id, (id_of(alma, "Karen"), id_of(alma, "Alma")), TieQuality.STRONG, None, TODAY)
    kept = freeze(alma.session, alma.case_id, "", "Alma og Mette", TODAY)
    moves(alma, "", id_of(alma, "Karen"), Move(out=2))
    tie(alma.session, alma.case_id, (id_of(alma, "Karen"), id_of(alma, "Alma")), TieQuality.WEAK, None, TODAY)
    alma.person("Amir", ring=1, sector=Sector.FRIENDS_LEISURE)
    then = shown(alma, kept)
    assert [(one.name, one.ring) for one in then.people] == [("Karen", 1), ("Jonas", 2)]
    assert [one.quality for one in then.ties] == [TieQuality.STRONG]
    assert (then.drawn.whose, then.drawn.drawn_on, then.drawn.drawn_with) == ("Alma", TODAY, "Alma og Mette")
    assert on(alma, "", "Karen").ring == 3


def test_what_somebody_was_called_and_was_for_the_child_is_kept_with_the_map(alma: PreparedCase) -> None:
    karen = id_of(alma, "Karen")
    alma.set(Person, karen, relation="mormor", tie=Tie.PASSIVE)
    kept = freeze(alma.session, alma.case_id, "", "", TODAY)
    alma.set(Person, karen, name="Karen Holm", relation="plejemor", tie=Tie.ACTIVE, kind=PersonKind.HELPER)
    then = next(one for one in shown(alma, kept).people if one.id == karen)
    assert (then.name, then.relation, then.contact) == ("Karen", "mormor", Tie.PASSIVE)
    assert karen not in {one.id for one in shown(alma).people}, "a helper stands beside the network now"


def test_a_map_that_is_kept_is_not_moved_on_nor_kept_again(alma: PreparedCase) -> None:
    kept = freeze(alma.session, alma.case_id, "", "", TODAY)
    with pytest.raises(Refused, match="som det var"):
        moves(alma, kept, id_of(alma, "Karen"), Move(out=1))
    with pytest.raises(Refused, match="allerede gemt"):
        freeze(alma.session, alma.case_id, kept, "", TODAY)
    place = alma.session.query(MapPlace).first()
    assert place is not None
    with pytest.raises(Refused, match="som det var"):
        change_fields(alma.session, MapPlace, place.id, {"ring": 3}, TODAY)


def test_an_empty_map_is_not_kept(case: PreparedCase) -> None:
    case.child("Alma")
    with pytest.raises(Refused, match="ingen på kortet"):
        freeze(case.session, case.case_id, "", "", TODAY)


def test_siblings_share_the_people_and_have_a_map_each(siblings: PreparedCase) -> None:
    noah, karen = id_of(siblings, "Noah"), id_of(siblings, "Karen")
    his = begin_view(siblings.session, siblings.case_id, noah, TODAY)
    assert shown(siblings, his).heart == "Noah"
    assert {one.name for one in shown(siblings, his).people} == {"Freja", "Karen"}, "a sister stands around him"
    assert on(siblings, his, "Karen").ring == 1, "it begins as a copy"
    moves(siblings, his, karen, Move(out=1))
    assert (on(siblings, his, "Karen").ring, on(siblings, "", "Karen").ring) == (2, 1)
    moves(siblings, "", karen, Move(around=1))
    assert on(siblings, his, "Karen").sector is Sector.MOTHERS_SIDE


def test_whoever_is_written_in_later_waits_for_a_place_on_a_map_of_its_own(siblings: PreparedCase) -> None:
    his = begin_view(siblings.session, siblings.case_id, id_of(siblings, "Noah"), TODAY)
    amir = siblings.person("Amir", ring=2, sector=Sector.FRIENDS_LEISURE)
    assert not on(siblings, his, "Amir").has_place, "he has not placed him"
    moves(siblings, his, amir, Move(to=(1, Sector.SCHOOL_WORK)))
    assert (on(siblings, his, "Amir").ring, on(siblings, "", "Amir").ring) == (1, 2)


def test_what_somebody_is_for_the_child_is_not_said_on_the_map_of_another(siblings: PreparedCase) -> None:
    mette = siblings.parent("Mette")
    siblings.set(Person, id_of(siblings, "Karen"), relation="mormor")
    hers = begin_view(siblings.session, siblings.case_id, mette, TODAY)
    assert on(siblings, hers, "Karen").relation == ""
    his = begin_view(siblings.session, siblings.case_id, id_of(siblings, "Noah"), TODAY)
    assert on(siblings, his, "Karen").relation == "mormor"


def test_a_new_map_of_somebody_begins_as_a_copy_of_their_last(siblings: PreparedCase) -> None:
    noah, karen = id_of(siblings, "Noah"), id_of(siblings, "Karen")
    his = begin_view(siblings.session, siblings.case_id, noah, TODAY)
    moves(siblings, his, karen, Move(out=2))
    freeze(siblings.session, siblings.case_id, his, "Noah", TODAY)
    assert on(siblings, his, "Karen").ring == 3, "they go on drawing from there"
    siblings.session.delete(siblings.session.get_one(DrawnMap, his))
    siblings.session.flush()
    again = begin_view(siblings.session, siblings.case_id, noah, LATER)
    assert on(siblings, again, "Karen").ring == 3


def test_the_list_of_maps_has_the_open_ones_first_and_says_whose_they_are(siblings: PreparedCase) -> None:
    his = begin_view(siblings.session, siblings.case_id, id_of(siblings, "Noah"), TODAY)
    older = freeze(siblings.session, siblings.case_id, "", "Freja", TODAY)
    newer = freeze(siblings.session, siblings.case_id, his, "", LATER)
    listed = views(siblings.session, siblings.case_id, LATER)
    assert [one.map_id for one in listed] == ["", his, newer, older]
    assert listed[0].title == "Kortet, som Freja og Noah ser det"
    assert listed[1].title == "Kortet, som Noah ser det"
    assert "sammen med Freja" in listed[3].told
    offered = [name for _id, name in may_have_a_map(siblings.session, siblings.case_id)]
    assert offered == ["Freja"], "Noah has one already"


def test_somebody_deleted_is_gone_from_the_maps_that_were_kept_too(alma: PreparedCase) -> None:
    kept = freeze(alma.session, alma.case_id, "", "", TODAY)
    alma.session.delete(alma.session.get_one(Person, id_of(alma, "Jonas")))
    alma.session.flush()
    alma.session.expire_all()
    assert [one.name for one in shown(alma, kept).people] == ["Karen"]


def test_two_maps_tell_who_came_went_and_moved(alma: PreparedCase) -> None:
    jonas, karen = id_of(alma, "Jonas"), id_of(alma, "Karen")
    lars = alma.person("Lars", ring=3, sector=Sector.FATHERS_SIDE)
    alma.person("Inge", ring=2, sector=Sector.FATHERS_SIDE)
    tie(alma.session, alma.case_id, (karen, jonas), TieQuality.TENSE, None, TODAY)
    kept = freeze(alma.session, alma.case_id, "", "", TODAY)
    moves(alma, "", karen, Move(out=1))
    moves(alma, "", jonas, Move(out=-1))
    moves(alma, "", id_of(alma, "Inge"), Move(around=1))
    alma.set(Person, lars, ring=None)
    alma.person("Amir", ring=1, sector=Sector.FRIENDS_LEISURE)
    tie(alma.session, alma.case_id, (jonas, karen), TieQuality.ORDINARY, None, TODAY)
    before, after = shown(alma, kept), shown(alma)
    found = compare(before, after)
    assert [one.name for one in found.came] == ["Amir"]
    assert [one.name for one in found.went] == ["Lars"]
    assert [one.after.name for one in found.nearer] == ["Jonas"]
    assert [one.after.name for one in found.farther] == ["Karen"]
    assert [one.after.name for one in found.elsewhere] == ["Inge"]
    said = list(told(found, before, after, method()))
    assert "Rykket nærmere (1): Jonas (ring 2 til 1)" in said
    assert "Nye bånd (1): Karen og Jonas: båndet er almindeligt" in said
    assert "Bånd, der ikke er der mere (1): Karen og Jonas: båndet er anspændt" in said


def test_two_maps_that_are_alike_say_so(alma: PreparedCase) -> None:
    kept = freeze(alma.session, alma.case_id, "", "", TODAY)
    said = list(told(compare(shown(alma, kept), shown(alma)), shown(alma, kept), shown(alma), method()))
    assert said == ["De to kort er ens.", "Uændret: 2"]


def test_a_new_ring_in_another_sector_is_told_with_both(alma: PreparedCase) -> None:
    kept = freeze(alma.session, alma.case_id, "", "", TODAY)
    moves(alma, "", id_of(alma, "Karen"), Move(to=(2, Sector.FATHERS_SIDE)))
    said = list(told(compare(shown(alma, kept), shown(alma)), shown(alma, kept), shown(alma), method()))
    assert said[0] == "Rykket længere ud (1): Karen (ring 1 til 2, nu fars side)"
