"""A CPR number is found wherever it is typed, and masked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordner_tui.method.cpr import Span, find_cpr, is_begun, mask, mask_begun


@pytest.mark.parametrize(
    "text",
    ["010203-1234", "0102031234", "010203 1234", "010203 - 1234", "010203–1234", "310115-4321", "290200-1234"],
)
def test_six_digits_that_are_a_date_and_four_more_are_held_back(text: str) -> None:
    assert [span.number for span in find_cpr(text)] == ["".join(one for one in text if one.isdigit())]


def test_a_replacement_number_has_sixty_added_to_its_day() -> None:
    assert find_cpr("610203-1234")
    assert find_cpr("910113-1234")
    assert not find_cpr("920113-1234")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kl. 17.30",
        "11 22 33 44",
        "+45 11223344",
        "320103-1234",
        "011303-1234",
        "310203-1234",
        "290201-1234",
        "000203-1234",
        "600203-1234",
        "010203-123",
        "010203-12345",
        "9010203-1234",
        "010203, 1234",
    ],
)
def test_other_numbers_may_be_typed(text: str) -> None:
    assert find_cpr(text) == ()


def test_it_says_where_each_number_stands() -> None:
    text = "Alma 010203-1234 og Emil 0405061234."
    assert find_cpr(text) == (Span(5, 16, "0102031234"), Span(25, 35, "0405061234"))


def test_masking_hides_every_digit_and_keeps_the_rest() -> None:
    assert mask("Alma 010203-1234, tlf. 11 22 33 44") == "Alma ••••••-••••, tlf. 11 22 33 44"


@given(st.text(alphabet="0123456789- æa", max_size=40))
def test_nothing_is_left_to_find_once_it_is_masked(text: str) -> None:
    hidden = mask(text)
    assert len(hidden) == len(text)
    assert find_cpr(hidden) == ()


@pytest.mark.parametrize("text", ["0102031", "010203-45", "ring 010203-456", "010203 4"])
def test_a_number_that_is_only_begun_is_told_and_masked(text: str) -> None:
    assert is_begun(text)
    assert not any(digit in mask_begun(text) for digit in "0123456789")


@pytest.mark.parametrize(
    "text", ["010203-45678", "010203", "mød op 101226 kl. 5", "14/1 kl. 17.30", "12345678", "990203-1", "2027-03"]
)
def test_other_numbers_are_not_the_beginning_of_one(text: str) -> None:
    assert not is_begun(text)
    assert mask_begun(text) == text
