"""What people may be told at a visit: texts the family has cleared, beside what stands there, each once and whole."""

from __future__ import annotations

from samordner_tui.archive.records.network import Contact
from samordner_tui.casework.may_be_told import may_hear
from tests.casework.prepared_case import TODAY, PreparedCase


def told(case: PreparedCase, contact_id: str) -> str | None:
    return case.session.get_one(Contact, contact_id).may_be_told


def test_what_stands_there_stays_as_it_was_typed_and_a_text_is_added_once(case: PreparedCase) -> None:
    case.open_network()
    visit = case.add(Contact, may_be_told="Hej\n\nEt\n\nTo")
    for _again in range(2):
        may_hear(case.session, visit, ["Linje a\nLinje b"], TODAY)
    assert told(case, visit) == "Hej\n\nEt\n\nTo\nLinje a\nLinje b"


def test_the_first_text_stands_alone(case: PreparedCase) -> None:
    case.open_network()
    visit = case.add(Contact)
    may_hear(case.session, visit, ["Alma skal i skole hver dag.", "Mor er syg."], TODAY)
    assert told(case, visit) == "Alma skal i skole hver dag.\nMor er syg."
