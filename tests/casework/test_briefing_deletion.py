"""The words of a briefing go for good; the rest of the history stays, and says that they went."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive.backup import back_up, copies
from samordner_tui.archive.engine import connect
from samordner_tui.archive.file import Archive
from samordner_tui.archive.history import HistoryLine
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.briefings import Briefing, BriefingApproval
from samordner_tui.archive.records.day import Conference
from samordner_tui.archive.records.network import Contact, Person
from samordner_tui.archive.records.papers import PaperTranslation
from samordner_tui.archive.refusals import CannotUndo
from samordner_tui.archive.restore import restore
from samordner_tui.casework.briefing_deletion import delete_text, going_with, said_before
from samordner_tui.casework.change import add, change_field
from samordner_tui.casework.person_deletion import delete_for_good
from samordner_tui.casework.person_deletion import going_with as person_going_with
from samordner_tui.method.terms import BriefingKind, ContactKind
from tests.casework.evening_case import EVENING, FIVE_O_CLOCK

FIRST = "Fortrolige ord om Almas fravær i foråret"
WORDS = 'Almas klasse savner hende.\nHun har "sagt" det til læreren'
ABROAD = "Translated confidential words"
OTHER = "Sundhedsplejersken fortæller om søvn"
MARKS = ("Fortrolige ord", "Almas klasse savner", "sagt", ABROAD)


@dataclass
class Told:
    """A case with two briefings, and what else was done in it."""

    archive: Archive
    folder: Path
    case: str
    teacher: str
    briefing: str
    other: str
    visit: str

    def history(self) -> tuple[HistoryLine, ...]:
        """The newest step first."""
        return self.archive.history(self.case)

    def labels(self) -> list[str]:
        """What the history says."""
        return [one.label for one in self.history()]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    """The words were first typed in a visit, then in a briefing that was taken away, then where they belong."""
    archive = Archive.create_training(tmp_path / "arkiv", clock=lambda: FIVE_O_CLOCK)
    with archive.writing("Sagen") as session:
        case = add(session, Case, None, EVENING, number="2027-03", alias="Alma")
    with archive.writing("Personer", case) as session:
        teacher = add(session, Person, case, EVENING, name="Ulla")
        conference = add(session, Conference, case, EVENING, number=1, starts_at=FIVE_O_CLOCK)
        seen = Contact(case_id=case, kind=ContactKind.NETWORK_VISIT, note=WORDS)
        session.add(seen)
        session.flush()
        visit = seen.id
    with archive.writing("Note", case) as session:
        session.get_one(Contact, visit).note = "Kaffe og kage"
    with archive.writing("Note om kage", case) as session:
        session.get_one(Contact, visit).note = "Kage"
    made: dict[str, str] = {}
    for name, text in (("wrong", FIRST), ("right", FIRST), ("other", OTHER)):
        with archive.writing("Oplæg", case) as session:
            made[name] = add(
                session,
                Briefing,
                case,
                EVENING,
                conference_id=conference,
                kind=BriefingKind.INFORMANT_CHILD,
                author_id=teacher,
                subject="Skolen",
                text=text,
                conditions="Vil hentes ved stationen",
            )
    with archive.writing("Fjernet", case) as session:
        session.delete(session.get_one(Briefing, made["wrong"]))
    with archive.writing("Oplægget", case) as session:
        change_field(session, Briefing, made["right"], "text", WORDS, EVENING)
        add(session, BriefingApproval, case, EVENING, briefing_id=made["right"], person_id=teacher, approved=True)
    with archive.writing("Oversættelse", case) as session:
        session.add(
            PaperTranslation(
                case_id=case,
                about=f"paper:briefing_aloud/{made['right']}",
                language="ar",
                text=ABROAD,
                text_print="0" * 16,
            )
        )
    back_up(archive, FIVE_O_CLOCK - timedelta(hours=1))
    with archive.writing("Relation", case) as session:
        change_field(session, Person, teacher, "relation", "lærer", EVENING)
    back_up(archive, FIVE_O_CLOCK)
    yield Told(archive, tmp_path / "arkiv", case, teacher, made["right"], made["other"], visit)
    archive.close(copy=False)


def _left(folder: Path) -> list[tuple[str, str]]:
    """Which of the words stand in which file: the archive, its log, and every copy of it."""
    files = [(path.name, path.read_bytes()) for path in folder.rglob("*") if path.is_file()]
    return [(name, mark) for name, content in files for mark in MARKS if mark.encode() in content]


def test_no_byte_of_the_words_is_left_wherever_they_were_typed_before(told: Told) -> None:
    """Also not of the version before, of the row that was taken away, of the visit, and of the translation."""
    assert {mark for _name, mark in _left(told.folder)} == set(MARKS)
    delete_text(told.archive, told.case, told.briefing, FIVE_O_CLOCK)
    assert _left(told.folder) == []
    with told.archive.reading() as session:
        assert session.scalars(select(PaperTranslation.id)).all() == []
        assert session.get_one(Briefing, told.other).text == OTHER
    told.archive.close(copy=False)
    assert _left(told.folder) == []


def test_the_rest_of_the_history_stays_and_says_that_a_text_was_deleted(told: Told) -> None:
    """The mark has its day and its kind, and no words; it stands in the copies too."""
    delete_text(told.archive, told.case, told.briefing, FIVE_O_CLOCK)
    assert told.labels() == ["Teksten til et oplæg er slettet for altid", "Relation", "Note om kage", "Personer"]
    mark = told.history()[0]
    assert (mark.kind, mark.at, mark.changes) == ("deleted", FIVE_O_CLOCK, ())
    for copy in copies(told.archive):
        with closing(connect(copy.database, told.archive.connections.key(), read_only=True)) as raw:
            labels = {label for (label,) in raw.execute("SELECT label FROM journal_steps").fetchall()}
            assert {"Teksten til et oplæg er slettet for altid", "Personer"} <= labels


def test_what_was_done_before_can_still_be_undone_up_to_a_step_that_has_lost_a_part(told: Told) -> None:
    """The visit lost the step it was made in and the one it was changed in; half of a step is not undone."""
    delete_text(told.archive, told.case, told.briefing, FIVE_O_CLOCK)
    assert told.archive.undo(told.case) == "Relation"
    with told.archive.reading() as session:
        assert session.get_one(Person, told.teacher).relation is None
    assert told.archive.redo(told.case) == "Relation"
    assert [told.archive.undo(told.case) for _one in range(2)] == ["Relation", "Note om kage"]
    with pytest.raises(CannotUndo):
        told.archive.undo(told.case)


def test_it_is_said_before_how_much_of_the_history_goes(told: Told) -> None:
    with told.archive.reading() as session:
        going = going_with(session, told.case, told.briefing)
    lines = "\n".join(said_before(going, copies_elsewhere=True))
    assert going.changes == 9
    assert "1 oversættelse af det slettes med." in lines
    assert "det, der handler om oplæg: 9 ændringer. Resten bliver stående." in lines
    assert "Kopier, du selv har lagt andre steder" in lines


def test_a_copy_that_is_brought_back_has_neither_the_words_nor_the_history_of_them(told: Told) -> None:
    delete_text(told.archive, told.case, told.briefing, FIVE_O_CLOCK)
    oldest = copies(told.archive)[-1]
    told.archive.close(copy=False)
    restore(oldest.folder, told.folder, None, FIVE_O_CLOCK)
    assert _left(told.folder) == []
    with Archive.open(told.folder, None) as again:
        assert "Teksten til et oplæg er slettet for altid" in [one.label for one in again.history(told.case)]


def test_with_a_person_the_whole_history_goes_and_it_is_said_before_and_afterwards(told: Told) -> None:
    """A name may stand in any note. The mark of an earlier deletion stays, for it names nobody."""
    delete_text(told.archive, told.case, told.briefing, FIVE_O_CLOCK)
    with told.archive.writing("Person", told.case) as session:
        bo = add(session, Person, told.case, EVENING, name="Bo Lund")
    with told.archive.reading() as session:
        going = person_going_with(session, told.case, bo)
    receipt = delete_for_good(told.archive, told.case, bo, FIVE_O_CLOCK)
    assert going.changes == receipt.changes > 0
    assert told.labels() == ["En person er slettet for altid", "Teksten til et oplæg er slettet for altid"]
    assert told.archive.undo(told.case) is None
    assert not any(b"Bo Lund" in path.read_bytes() for path in told.folder.rglob("*") if path.is_file())
