"""Where a word stands that a case is found by; what is hidden is neither found nor shown."""

from __future__ import annotations

from samordner_tui.archive.records.assignment import Authority, SafetyRound, Statement
from samordner_tui.archive.records.network import Contact
from samordner_tui.casework.fields import Value
from samordner_tui.casework.found import PLACES, places_found
from samordner_tui.casework.summary import SEARCHED
from samordner_tui.method.terms import (
    AuthorityKind,
    ContactKind,
    ContactOutcome,
    SafetyOccasion,
    StatementKind,
)
from tests.casework.prepared_case import TODAY, PreparedCase


def test_the_places_of_a_word_are_named_without_its_text(case: PreparedCase) -> None:
    case.person("Kaj", relation="morfar")
    case.add(Authority, kind=AuthorityKind.LEADER, name="Kaj Holm")
    made: dict[str, Value] = {"kind": ContactKind.INITIATOR_MEETING, "outcome": ContactOutcome.MADE, "held_on": TODAY}
    case.add(Contact, note="Husk kaj og båden", **made)
    case.add(Statement, kind=StatementKind.STRENGTH, text="Kaj er der altid")
    case.add(SafetyRound, occasion=SafetyOccasion.BEFORE_CONTACT, note="Kaj må ikke nævnes")
    assert places_found(case.session, case.case_id, "KAJ", TODAY) == (
        "et navn i netværket",
        "et navn i kommunen",
        "noten om besøg 10. jan.",
        "en tekst (styrke)",
    )


def test_a_word_that_stands_nowhere_has_no_place(case: PreparedCase) -> None:
    case.person("Kaj")
    assert places_found(case.session, case.case_id, "Inge", TODAY) == ()


def test_every_field_that_is_searched_has_a_name() -> None:
    assert set(PLACES) == {(record, name) for record, names in SEARCHED for name in names}
