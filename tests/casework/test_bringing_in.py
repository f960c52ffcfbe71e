"""What a file holds is brought in by one write, and taken back by one undo; doubles only where they are ticked."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.network import NetworkTie, Person
from samordner_tui.casework.bringing_in import bring_in, resembles_words, resembling
from samordner_tui.casework.change import add
from samordner_tui.casework.incoming import MIDDLE, Incoming, IncomingPerson, IncomingTie
from samordner_tui.casework.quick_add import Understood, placed
from samordner_tui.casework.stages import load_stages
from samordner_tui.casework.under_way import GivenUp, UnderWay
from samordner_tui.method.terms import PersonKind, Sector, Side, Support, TieQuality
from tests.casework.prepared_case import TODAY, PreparedCase

LINES = (
    Understood("Inge", relation="farmor", ring=1, phone="20 30 40 50"),
    Understood("Bo", relation="ven"),
    Understood("Lone", PersonKind.PROFESSIONAL, relation="lærer", kind_is_said=True, is_informant=True),
)


def coming(*people: Understood, ties: tuple[IncomingTie, ...] = ()) -> Incoming:
    return Incoming(
        tuple(IncomingPerson(place, str(place), placed(one), "Skovvej 3") for place, one in enumerate(people, start=1)),
        ties,
    )


def everybody(incoming: Incoming) -> list[str]:
    return [one.key for one in incoming.people]


def names(case: PreparedCase) -> list[str]:
    return [one.name for one in case.facts.people]


def test_everybody_who_is_ticked_is_added_as_from_the_line_and_in_the_order_of_the_file(case: PreparedCase) -> None:
    incoming = coming(*LINES)
    assert bring_in(case.session, case.case_id, incoming, TODAY, taken=["1", "3"]) == 2
    assert names(case) == ["Inge", "Lone"]
    inge = case.session.scalars(select(Person).where(Person.name == "Inge")).one()
    assert (inge.side, inge.sector, inge.ring, inge.address) == (Side.FATHER, Sector.FATHERS_SIDE, 1, "Skovvej 3")
    assert (inge.noted_on, inge.household, inge.address_secret) == (TODAY, False, False)


def test_from_an_informant_of_the_file_a_briefing_is_expected(case: PreparedCase) -> None:
    bring_in(case.session, case.case_id, coming(*LINES), TODAY, taken=["1", "2", "3"])
    (lone,) = [one.id for one in case.facts.people if one.name == "Lone"]
    assert lone in case.session.scalars(select(Briefing.author_id)).all()


def test_a_double_is_told_in_a_sentence(case: PreparedCase) -> None:
    case.person("Farmor", phone="20304050")
    incoming = coming(*LINES, Understood("bo"))
    said = {key: resembles_words(one) for key, one in resembling(case.session, case.case_id, incoming).items()}
    assert said == {
        "1": "ligner Farmor, som er i sagen (samme telefon)",
        "4": "ligner Bo tidligere i filen (samme navn)",
    }


def test_ties_come_along_and_those_of_a_double_go_to_the_one_they_resemble(case: PreparedCase) -> None:
    alma = case.child("Alma")
    case.person("Inge")
    ties = (
        IncomingTie(1, "1", "2", TieQuality.STRONG, Support.GIVES),
        IncomingTie(2, MIDDLE, "2", TieQuality.WEAK),
        IncomingTie(3, "2", "3", TieQuality.TENSE),
    )
    bring_in(case.session, case.case_id, coming(*LINES, ties=ties), TODAY, taken=["2"])
    ids = {one.id: one.name for one in case.facts.people}
    found = [(ids[one.first_id], ids[one.second_id], one.quality) for one in case.session.scalars(select(NetworkTie))]
    assert found == [("Inge", "Bo", TieQuality.STRONG), ("Alma", "Bo", TieQuality.WEAK)]
    assert alma


def test_a_tie_that_stands_already_becomes_the_one_of_the_file(case: PreparedCase) -> None:
    inge, bo = case.person("Inge"), case.person("Bo")
    case.add(NetworkTie, first_id=bo, second_id=inge, quality=TieQuality.WEAK)
    ties = (IncomingTie(1, "1", "2", TieQuality.STRONG, Support.GIVES),)
    bring_in(case.session, case.case_id, coming(*LINES, ties=ties), TODAY, taken=[])
    (tie,) = case.session.scalars(select(NetworkTie)).all()
    assert (tie.first_id, tie.quality, tie.support) == (bo, TieQuality.STRONG, Support.GETS)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    load_stages()
    return Archive.create_training(tmp_path / "arkiv")


@pytest.fixture
def case_id(archive: Archive) -> str:
    with archive.writing("Ny sag") as session:
        return add(session, Case, None, TODAY, number="2027-03", alias="Alma", opened_on=TODAY)


def count(archive: Archive) -> int:
    with archive.reading() as session:
        return session.scalar(select(func.count()).select_from(Person)) or 0


def test_one_undo_takes_a_whole_file_back_and_redo_brings_it_in_again(archive: Archive, case_id: str) -> None:
    ties = tuple(IncomingTie(place, "1", str(place), TieQuality.ORDINARY) for place in range(2, 40))
    incoming = coming(*(Understood(f"Person {place}") for place in range(600)), ties=ties)
    with archive.writing("Hentet ind", case_id) as session:
        assert bring_in(session, case_id, incoming, TODAY, taken=everybody(incoming)) == 600
    assert archive.undo(case_id) == "Hentet ind"
    assert count(archive) == 0
    assert archive.redo(case_id) == "Hentet ind"
    assert count(archive) == 600
    archive.close()


def test_what_is_given_up_on_the_way_keeps_nobody(archive: Archive, case_id: str) -> None:
    class GivenUpHalfway(UnderWay):
        def reached(self, done: int, total: int) -> None:
            if done > 0:
                self.give_up()
            super().reached(done, total)

    incoming = coming(*(Understood(f"Person {place}") for place in range(600)))
    with pytest.raises(GivenUp), archive.writing("Hentet ind", case_id) as session:
        bring_in(session, case_id, incoming, TODAY, taken=everybody(incoming), under_way=GivenUpHalfway())
    assert count(archive) == 0
    assert [one.label for one in archive.history(case_id)] == []
    archive.close()
