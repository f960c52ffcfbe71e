"""What is ordered is for the day the family meets; what the samordner must know first is said to the samordner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from samordner_tui.casework.covers import covers
from samordner_tui.casework.views import Context
from samordner_tui.method import facts as f
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.making import Sheet, drawn, sheets
from samordner_tui.papers.paper.plain import text_of
from tests.papers.cases import EVERYTHING_DONE, IN_PREPARATION, demo, in_case


def sheets_of(context: Context, paper: str) -> tuple[Sheet, ...]:
    return sheets(context, paper_set().kind(paper))


def with_conference(context: Context, change: Callable[[f.Conference], f.Conference]) -> Context:
    assert context.conference is not None
    changed = change(context.conference)
    others = tuple(changed if one.id == changed.id else one for one in context.facts.conferences)
    return replace(context, conference=changed, facts=replace(context.facts, conferences=others))


def a_week_later(conference: f.Conference) -> f.Conference:
    assert conference.starts_at is not None
    return replace(conference, starts_at=conference.starts_at + timedelta(days=7))


@pytest.mark.parametrize("paper", ["room_order", "transport_sheet", "interpreter_sheet"])
def test_an_order_for_the_day_that_was_left_is_not_made_and_says_why(tmp_path: Path, paper: str) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        as_booked = sheets_of(context, paper)
        moved = sheets_of(with_conference(context, a_week_later), paper)
    assert as_booked
    assert all(one.is_ready for one in as_booked)
    assert not any(one.is_ready for one in moved)
    sentence = "Bestillingen er til søndag 10. januar, og I mødes søndag 17. januar. Ret dens dag først."
    assert sentence in [one.sentence for one in moved[0].missing]


def test_no_room_is_ordered_before_there_is_a_day(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        undated = with_conference(context, lambda one: replace(one, starts_at=None))
        (order,) = sheets_of(undated, "room_order")
    assert not order.is_ready


def test_the_food_order_counts_who_said_yes_and_tells_the_samordner_alone_how_many_have_not(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, IN_PREPARATION) as context:
        assert context.conference is not None
        waiting = covers(context.facts, context.conference).unanswered
        (order,) = sheets_of(context, "food_order")
        text = text_of(drawn(context, order, "da"))
    assert waiting > 1
    assert order.is_ready
    assert f"{waiting} har ikke svaret endnu og er ikke talt med." in [one.sentence for one in order.missing]
    assert "svaret" not in text


def test_the_caterers_own_name_stands_on_their_order(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        (order,) = sheets_of(context, "food_order")
        text = text_of(drawn(context, order, "da"))
    assert order.to.label == "Pizzeria Sole"
    assert "Til Pizzeria Sole" in text


def test_a_lift_from_an_unknown_address_has_a_line_to_write_it_on_and_says_so(tmp_path: Path) -> None:
    with demo(tmp_path) as archive, in_case(archive, EVERYTHING_DONE) as context:
        (lift,) = sheets_of(context, "transport_sheet")
        text = text_of(drawn(context, lift, "da"))
    assert "Hvor turen begynder, skrives i hånden." in [one.sentence for one in lift.missing]
    assert lift.is_ready
    assert "Fra: ____" in text
    assert "Behov" not in text
