"""A CPR number is found wherever it is typed, and masked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordner_tui.method.cpr import Span, find_cpr, is_begun, mask

HELD_BACK = (
    "010203-1234",
    "0102031234",
    "010203 1234",
    "010203 - 1234",
    "010203–1234",
    "010203.1234",
    "010203/1234",
    "010203_1234",
    "310115-4321",
    "290200-1234",
    "01-02-03-1234",
    "01.02.03-1234",
    "01.02.03.1234",
    "01/02/03 1234",
    "01/02/03-1234",
    "01 02 03 1234",
    "01 02 03-1234",
    "01. 02. 03 - 1234",
    "01\\02\\03 1234",
    "01_02_03_1234",
    "0102 03-1234",
    "01-02.03/1234",
    "01-02-031234",
    "61.02.03-1234",
    "30-12-01-2027",
    "01‐02‐03‐1234",
    "01‑02‒03–1234",
    "01—02―03−1234",
    "01﹘02﹣03－1234",
    "01․02．03·1234",
    "01⁄02∕03／1234",
    "01\u00a002\u200903\u202f1234",
    "01\u200b02\u00ad03\u20601234",
    "０１０２０３－１２３４",
    "٠١٠٢٠٣-١٢٣٤",
    "sag_01-02-03-1234.json",
    "(01.02.03-1234)",
    "Alma,01.02.03-1234,mor",
    "12 01.02.03-1234",
    "01-02-03\n1234",
)
"""Six digits that are a date and four more, however they are set apart."""


@pytest.mark.parametrize("text", HELD_BACK)
def test_six_digits_that_are_a_date_and_four_more_are_held_back(text: str) -> None:
    (span,) = find_cpr(text)
    assert len(span.number) == 10
    assert span.number.isascii()
    assert not any(sign.isdecimal() for sign in mask(text)[span.start : span.end])


def test_a_replacement_number_has_sixty_added_to_its_day() -> None:
    assert find_cpr("610203-1234")
    assert find_cpr("910113-1234")
    assert not find_cpr("920113-1234")


ORDINARY = (
    "",
    "kl. 17.30",
    "11 22 33 44",
    "20 10 20 30",
    "20102030 20102030",
    "2010 2030 2010 1112",
    "+45 11223344",
    "+45 20 10 20 30",
    "+45 1210 2030",
    "tlf. 20 10 10 12, 6000 Kolding",
    "320103-1234",
    "011303-1234",
    "310203-1234",
    "32.01.03-1234",
    "01/13/03 1234",
    "290201-1234",
    "000203-1234",
    "600203-1234",
    "010203-123",
    "010203-12345",
    "01-02-03-12345",
    "9010203-1234",
    "010203, 1234",
    "01-01-90",
    "01.01.1990",
    "01-01-1990",
    "01-01-90 kl. 12.34",
    "01-01-90 12.34",
    "01-01-90 12:34",
    "14.01.2027 17.30",
    "14.01.2027 1730",
    "2027-01-14 1730",
    "2027-01-14T17:30:00",
    "01.02-05.02.2027",
    "10-12.01.2027",
    "01.02.27-05.02.27",
    "kl. 17.30 12.01.2027",
    "betalt 14.01.27 1200 kr.",
    "betalt 14.01.27 1200,50",
    "14/1/27 1.200 kr.",
    "kørt 14-01-27 1200 km",
    "2027-03",
    "sag 2027-03-1234",
    "5798001234567",
    "R5, R15, R22",
    "27.24.00-G01-12",
)
"""What people write every day: clocks, telephones, dates, sums of money, case numbers."""


@pytest.mark.parametrize("text", ORDINARY)
def test_other_numbers_may_be_typed(text: str) -> None:
    assert find_cpr(text) == ()


def test_it_says_where_each_number_stands() -> None:
    text = "Alma 010203-1234 og Emil 0405061234."
    assert find_cpr(text) == (Span(5, 16, "0102031234"), Span(25, 35, "0405061234"))


def test_masking_hides_every_digit_and_keeps_the_rest() -> None:
    assert mask("Alma 010203-1234, tlf. 11 22 33 44") == "Alma ••••••-••••, tlf. 11 22 33 44"


@given(st.text(alphabet="0123456789-./ \u00adæa", max_size=40))
def test_nothing_is_left_to_find_once_it_is_masked(text: str) -> None:
    hidden = mask(text)
    assert len(hidden) == len(text)
    assert find_cpr(hidden) == ()


@pytest.mark.parametrize(
    "text",
    [
        "010203",
        "010203-",
        "0102031",
        "01020345",
        "010203-45",
        "ring 010203-456",
        "010203 4",
        "01-02-03-4",
        "01.02.03 456",
        "01/02/03-45",
        "01.02.03456",
        "01–02–03–456",
    ],
)
def test_a_number_that_is_only_begun_is_told(text: str) -> None:
    assert is_begun(text)


@pytest.mark.parametrize(
    "text",
    [
        "010203-45678",
        "01020",
        "010203-456 er hans",
        "mød op 101226 kl. 5",
        "14/1 kl. 17.30",
        "12345678",
        "990203-1",
        "2027-03",
        "14.01.2027",
        "14-01-27",
        "14-01-27 ",
        "10-12.01.2027",
        "14.01.27 kl. 17",
        "20 10 20 30",
    ],
)
def test_other_numbers_are_not_the_beginning_of_one(text: str) -> None:
    assert not is_begun(text)
