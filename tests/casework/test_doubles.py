"""Who looks like whom: the same name, telephone or e-mail; within a case only where the names fit."""

from __future__ import annotations

import pytest

from samordner_tui.casework.alike import notice_of_doubles
from samordner_tui.casework.doubles import Likeness, Somebody, doubles, look_alike
from tests.casework.prepared_case import PreparedCase

KAREN = Somebody("k", "Karen Holm", "20 30 40 50", "karen@brev.dk")


@pytest.mark.parametrize(
    ("coming", "likeness"),
    [
        (Somebody("1", "karen  HOLM"), Likeness.NAME),
        (Somebody("1", "Holm, Karen"), Likeness.NAME),
        (Somebody("1", "Farmor", "+45 20304050"), Likeness.PHONE),
        (Somebody("1", "Farmor", "004520-30-40-50"), Likeness.PHONE),
        (Somebody("1", "Farmor", email="Karen@Brev.dk "), Likeness.EMAIL),
    ],
)
def test_whoever_comes_is_held_against_those_who_are_there(coming: Somebody, likeness: Likeness) -> None:
    found = doubles([coming], [KAREN])["1"]
    assert (found.other, found.likeness, found.is_there) == (KAREN, likeness, True)


@pytest.mark.parametrize(
    "coming", [Somebody("1", "Karin Holm", "20 30 40 51"), Somebody("1", "Karen"), Somebody("1", "Bo", "12")]
)
def test_whoever_shares_nothing_resembles_nobody(coming: Somebody) -> None:
    assert doubles([coming], [KAREN, Somebody("b", "Bodil", "12")]) == {}


def test_of_two_in_a_file_the_second_resembles_the_first() -> None:
    found = doubles([Somebody("1", "Åse Ørsted"), Somebody("2", "Aase Ørsted"), Somebody("3", "Bo")], [])
    assert found.keys() == {"2"}
    assert (found["2"].other.key, found["2"].is_there) == ("1", False)


@pytest.mark.parametrize(
    ("first", "second", "are_alike"),
    [
        (Somebody("1", "Karen"), Somebody("2", "karen", relation="mormor"), True),
        (Somebody("1", "Karen", "20 30 40 50"), Somebody("2", "Karen Holm", "+4520304050"), True),
        (Somebody("1", "Mette", "97 11 22 33"), Somebody("2", "Jonas", "97 11 22 33"), False),
        (Somebody("1", "Peter", relation="onkel"), Somebody("2", "Peter", relation="fodboldtræner"), False),
        (Somebody("1", "Peter", "20 30 40 50"), Somebody("2", "Peter", "20 30 40 51"), False),
    ],
)
def test_two_in_a_case_look_alike_where_nothing_tells_them_apart(
    first: Somebody, second: Somebody, are_alike: bool
) -> None:
    assert bool(look_alike([first, second])) is are_alike


def test_a_thousand_of_one_name_are_held_against_one_another_no_longer() -> None:
    assert 0 < len(look_alike([Somebody(str(place), "Ukendt") for place in range(1000)])) < 100


def test_the_network_says_who_may_be_the_same_and_says_nothing_otherwise(case: PreparedCase) -> None:
    case.person("Karen", relation="mormor")
    assert notice_of_doubles(case.session, case.case_id) == ""
    case.person("Karen")
    case.person("Bo")
    case.person("Bo")
    said = notice_of_doubles(case.session, case.case_id)
    assert said == "Karen og Karen kan være den samme. Det kan 1 par mere. »Saml dobbelte« gør to til én."
