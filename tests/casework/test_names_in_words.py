"""Who is named in words that were written freely."""

from __future__ import annotations

import pytest

from samordner_tui.casework.names_in_words import is_said, name_said


@pytest.mark.parametrize(
    ("name", "words", "written"),
    [
        ("Karen", "karens mad var god", "karens"),
        ("Karen", "KAREN henter", "KAREN"),
        ("Karen Holm", "Vi takker Karen", "Karen"),
        ("Karen Holm", "karen  holm henter", "karen  holm"),
        ("Jens Holm", "Det er Jens' bil", "Jens'"),
        ("Åse Lund", "Aase og Bo", "Aase"),
        ("Anne-Marie Holm", "Ring til Anne-Marie", "Anne-Marie"),
    ],
)
def test_somebody_is_named_by_the_whole_name_or_the_first_however_it_is_written(
    name: str, words: str, written: str
) -> None:
    assert name_said(name, words) == written


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Karen", "karensdag"),
        ("Anne Holm", "Ring til Anne-Marie"),
        ("Ida", "Friday"),
        ("Karen Holm", "Holmen"),
        ("", "a"),
    ],
)
def test_a_part_of_a_word_names_nobody(name: str, words: str) -> None:
    assert name_said(name, words) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Bo Jensen", "Alma skal bo hos mormor i weekenden"),
        ("Bo Jensen", "Bo hos mormor i weekenden"),
        ("Bo Jensen", "Alma er glad.\n- Bo hos mormor"),
        ("Per Dam", "Karen ringer to gange per uge"),
        ("Hans Lund", "Alma og hans bror"),
        ("Hans Lund", "Hans bror henter"),
        ("Sol", "Vi gik i sol og vind"),
    ],
)
def test_an_ordinary_word_is_not_somebody_of_that_name(name: str, words: str) -> None:
    assert name_said(name, words) is None


@pytest.mark.parametrize(
    ("name", "words", "written"),
    [
        ("Bo Jensen", "Alma sover hos Bo", "Bo"),
        ("Bo Jensen", "Bo", "Bo"),
        ("Bo Jensen", "Bo og Karen henter", "Bo"),
        ("Bo Jensen", "Bo henter Alma", "Bo"),
        ("Bo Jensen", "Alma skal bo hos bo jensen", "bo jensen"),
        ("Per Dam", "Det er Pers bil", "Pers"),
    ],
)
def test_whoever_is_called_as_an_ordinary_word_is_named_by_the_capital(name: str, words: str, written: str) -> None:
    assert name_said(name, words) == written


def test_a_relation_is_said_in_capitals_or_not() -> None:
    assert is_said("mormor", "Hos Mormors nabo")
    assert not is_said("mor", "Hos mormor")
