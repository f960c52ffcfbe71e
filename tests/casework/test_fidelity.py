"""A remark on a measure: kept beside the mark, rewritten, taken away, and undone; never a mark of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.after import Notice
from samordner_tui.archive.retention import delete_case
from samordner_tui.casework.facts import case_by_number, facts_of
from samordner_tui.casework.fidelity import Marked, fidelity, read_fidelity, remove_remark, write_remark
from samordner_tui.exchange.demo import fill
from samordner_tui.method.definition import method
from samordner_tui.method.fidelity import MEASURES
from samordner_tui.method.gates import gates
from samordner_tui.method.next_steps import next_steps
from samordner_tui.refusals import Refused
from tests.casework.prepared_case import TODAY, PreparedCase
from tests.conftest import NOW

WORDS = "Mødet blev flyttet til gården, fordi solen skinnede."


def measure(case: PreparedCase, which: str) -> Marked:
    shown = fidelity(case.facts, case.conference, TODAY, method())
    return next(one for one in shown.measures if one.mark.id == which)


def test_a_remark_stands_beside_the_mark_and_changes_nothing_in_it(case: PreparedCase) -> None:
    before = measure(case, "F10")
    write_remark(case.session, case.conference.id, "F10", f"  {WORDS} ", TODAY)
    assert measure(case, "F10").remark == WORDS
    assert measure(case, "F10").mark == before.mark
    assert measure(case, "F11").remark == ""


def test_a_later_remark_takes_the_place_of_the_earlier(case: PreparedCase) -> None:
    first = write_remark(case.session, case.conference.id, "F10", "Vi skiftede sted.", TODAY)
    assert write_remark(case.session, case.conference.id, "F10", WORDS, TODAY) == first
    assert measure(case, "F10").remark == WORDS
    assert len(case.facts.notices) == 1


def test_a_remark_is_taken_away_again(case: PreparedCase) -> None:
    write_remark(case.session, case.conference.id, "F10", WORDS, TODAY)
    remove_remark(case.session, case.conference.id, "F10", TODAY)
    remove_remark(case.session, case.conference.id, "F10", TODAY)
    assert measure(case, "F10").remark == ""
    assert case.facts.notices == ()


def test_a_remark_is_no_reason_for_passing_a_gate_and_sets_no_task_aside(case: PreparedCase) -> None:
    before = (
        gates(case.facts, case.conference, TODAY, method()),
        next_steps(case.facts, case.conference, TODAY, method()),
    )
    for which in MEASURES:
        write_remark(case.session, case.conference.id, which, WORDS, TODAY)
    after = (
        gates(case.facts, case.conference, TODAY, method()),
        next_steps(case.facts, case.conference, TODAY, method()),
    )
    assert after == before


@pytest.mark.parametrize("words", ["", "  "])
def test_a_remark_of_no_words_is_refused(case: PreparedCase, words: str) -> None:
    with pytest.raises(Refused, match="Her skal stå noget"):
        write_remark(case.session, case.conference.id, "F10", words, TODAY)


@pytest.mark.parametrize(("conference", "which"), [("borte", "F10"), ("", "F25")])
def test_a_remark_on_nothing_known_is_refused(case: PreparedCase, conference: str, which: str) -> None:
    with pytest.raises(Refused, match="er der ikke længere"):
        write_remark(case.session, conference or case.conference.id, which, WORDS, TODAY)


def test_a_conference_that_is_gone_has_no_measures(case: PreparedCase) -> None:
    with pytest.raises(Refused, match="ikke længere"):
        read_fidelity(case.session, case.case_id, "borte", TODAY, method())


def test_a_remark_is_one_step_that_is_undone_and_goes_with_the_case(tmp_path: Path) -> None:
    with Archive.create_training(tmp_path / "arkiv", clock=lambda: NOW) as archive:
        number = fill(archive, TODAY)[-1]
        with archive.reading() as session:
            case_id = case_by_number(session, number)
            conference_id = facts_of(session, case_id).conferences[0].id
        with archive.writing("Bemærkning til et mål", case_id) as session:
            write_remark(session, conference_id, "F12", WORDS, TODAY)
        assert _remarks(archive) == [WORDS]
        archive.undo(case_id)
        assert _remarks(archive) == []
        archive.redo(case_id)
        assert _remarks(archive) == [WORDS]
        delete_case(archive, case_id, NOW)
        assert _remarks(archive) == []


def _remarks(archive: Archive) -> list[str]:
    with archive.reading() as session:
        return list(session.scalars(select(Notice.reason).where(Notice.about.startswith("measure:"))))
