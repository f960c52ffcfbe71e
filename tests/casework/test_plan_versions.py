"""Versions of a plan compared line by line."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from samordner_tui.casework.plan_versions import Change, Line, compare, pairs, summed_up
from samordner_tui.method.facts import Conference, Plan

BEFORE = """Karen følger Alma i skole hver mandag
mormor hjælper mere
Jonas henter Alma om fredagen"""
AFTER = """Karen følger Alma i skole hver mandag og tirsdag
Jonas  henter Alma om fredagen

Inge er hjemme hver dag kl. 14"""


def test_each_line_says_whether_it_is_new_changed_gone_or_as_before() -> None:
    lines = compare(BEFORE, AFTER)
    assert lines == (
        Line(
            Change.CHANGED,
            "Karen følger Alma i skole hver mandag",
            "Karen følger Alma i skole hver mandag og tirsdag",
        ),
        Line(Change.GONE, before="mormor hjælper mere"),
        Line(Change.SAME, "Jonas henter Alma om fredagen", "Jonas henter Alma om fredagen"),
        Line(Change.NEW, after="Inge er hjemme hver dag kl. 14"),
    )
    assert summed_up(lines) == "1 ny · 1 ændret · 1 væk · 1 som før"


@given(st.lists(st.text("abæ æøå", max_size=8)), st.lists(st.text("abæ æøå", max_size=8)))
def test_both_versions_can_be_read_from_what_is_compared(first: list[str], second: list[str]) -> None:
    lines = compare("\n".join(first), "\n".join(second))
    assert [one.before for one in lines if one.before] == [" ".join(one.split()) for one in first if one.strip()]
    assert [one.after for one in lines if one.after] == [" ".join(one.split()) for one in second if one.strip()]


def test_versions_with_words_stand_in_pairs_and_one_alone_is_compared_with_nothing() -> None:
    plans = tuple(Plan(f"plan-{one}", one, words) for one, words in ((3, "c"), (1, "a"), (2, None), (4, "d")))
    held = Conference("conference", 1, starts_at=datetime(2027, 1, 21, 16, tzinfo=UTC), plans=plans)
    assert [(one.version, two.version) for one, two in pairs(held)] == [(1, 3), (3, 4)]
    assert pairs(Conference("conference", 1, plans=plans[:1])) == ()
