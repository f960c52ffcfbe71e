"""What a gate is: lines of the method file, what lacks, and the reasons that are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from samordner_tui.method.definition import method
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.method.gates import Gate, Missing, gates
from samordner_tui.method.terms import (
    InvitationChoice,
    StageId,
    VenueKind,
)
from tests.method.cases import (
    AFTERWARDS,
    ITEM,
    TODAY,
    first,
    full_case,
    held_case,
    with_booking,
    with_engagement,
    with_notice,
    with_plan,
    with_venue,
)
from tests.method.passing import conference, gate, missing, with_safety


def shut(facts: CaseFacts) -> CaseFacts:
    return with_venue(facts, lambda one: replace(one, near_room=False, kind=VenueKind.SCHOOL))


def test_a_reason_opens_the_gate_and_the_line_stays_in_sight() -> None:
    facts = with_notice(shut(full_case()), "gate:ready/near_room", "Vi sidder i bilen uden for.")
    assert not gate(facts, "ready").open
    facts = with_notice(facts, "gate:ready/venue_neutral", "Familien ønsker skolen.")
    found = gate(facts, "ready")
    assert found.open
    assert {(one.id, one.kept_reason) for one in found.missing} == {
        ("near_room", "Vi sidder i bilen uden for."),
        ("venue_neutral", "Familien ønsker skolen."),
    }


def test_the_reason_given_with_the_booking_counts_for_the_venue() -> None:
    facts = with_venue(full_case(), lambda one: replace(one, kind=VenueKind.SCHOOL))
    facts = with_booking(facts, lambda one: replace(one, departure_reason="Familien ønsker skolen."))
    assert gate(facts, "ready").open
    assert missing(facts, "ready") == {"venue_neutral"}


def test_a_reason_given_for_another_conference_opens_nothing() -> None:
    facts = with_venue(full_case(), lambda one: replace(one, near_room=False))
    assert not gate(with_notice(facts, "gate:ready/near_room", "Vi sidder i bilen.", "second"), "ready").open
    assert not gate(with_notice(facts, "gate:approval/near_room", "Vi sidder i bilen."), "ready").open


def test_where_violence_is_marked_no_reason_opens_the_network() -> None:
    facts = with_notice(with_safety(full_case()), "gate:network_contact/safety_answered", "Det haster.")
    found = gate(facts, "network_contact")
    assert not found.open
    assert [(one.id, one.kept_reason, one.yields) for one in found.missing] == [("safety_answered", None, False)]


def test_an_item_left_open_for_a_reason_opens_the_gate_and_stays_in_sight() -> None:
    item = replace(ITEM, who=None, unclear_reason="Farbror spørger sin kone i morgen.")
    facts = with_plan(held_case(), lambda plan: replace(plan, items=(item,)))
    found = gate(facts, "approval", AFTERWARDS)
    assert (found.open, [one.kept_reason for one in found.missing]) == (True, ["Farbror spørger sin kone i morgen."])


def test_no_follow_up_for_a_reason_opens_the_gate_and_stays_in_sight() -> None:
    facts = conference(follow_up_on=None, no_follow_up_reason="Familien ønsker det ikke.")(held_case())
    found = gate(facts, "close_day", AFTERWARDS)
    assert (found.open, [one.id for one in found.missing]) == (True, ["follow_up_dated"])


@dataclass(frozen=True)
class Words:
    """A text in one language."""

    text: str


@dataclass(frozen=True)
class Line:
    """A line of a gate."""

    id: str
    text: Words
    stage: StageId
    who: Words
    needs: str


@dataclass(frozen=True)
class Definition:
    """A gate."""

    id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Method:
    """A method with one gate."""

    gates: tuple[Definition, ...]


def test_a_gate_is_what_the_method_file_says_it_is() -> None:
    line = Line("beyond", Words("Nogen uden for hjemmet"), StageId.NETWORK, Words("familien"), "network_invited")
    own = Method((Definition("first_gate", (line,)),))
    facts = replace(
        full_case(),
        people=tuple(replace(one, invited=InvitationChoice.UNDECIDED) for one in full_case().people),
    )
    assert gates(full_case(), None, TODAY, own) == (Gate("first_gate", open=True),)
    assert gates(facts, None, TODAY, own) == (
        Gate(
            "first_gate",
            open=False,
            missing=(
                Missing(
                    "beyond",
                    "Nogen uden for hjemmet",
                    StageId.NETWORK,
                    "familien",
                    detail="ingen uden for hjemmet inviteres endnu",
                ),
            ),
        ),
    )


def test_the_independence_of_the_samordner_is_no_gate_but_a_hjornesten() -> None:
    facts = with_engagement(full_case(), lambda one: replace(one, knows_family=True))
    assert all(
        one.open for one in gates(facts, first(facts), TODAY, method()) if one.name in {"ready", "network_contact"}
    )


def test_every_missing_line_says_what_who_and_where() -> None:
    facts = CaseFacts("2027-09", "ny", conferences=(Conference("first", 1),))
    for line in gate(facts, "ready").missing:
        assert line.text
        assert line.who
        assert line.detail
        assert isinstance(line.stage, StageId)
