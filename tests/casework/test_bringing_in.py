"""What a file holds is brought in by one write, and taken back by one undo; doubles only where they are ticked."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.briefings import Briefing
from samordner_tui.archive.records.network import Child, NetworkTie, Person
from samordner_tui.casework.bringing_in import bring_in
from samordner_tui.casework.change import add
from samordner_tui.casework.incoming import Incoming, IncomingPerson, IncomingTie, InTheMiddle
from samordner_tui.casework.incoming_compared import compare, resembles_words, resembling, tie_words
from samordner_tui.casework.quick_add import Understood, placed
from samordner_tui.casework.stages import load_stages
from samordner_tui.casework.under_way import GivenUp, UnderWay
from samordner_tui.method.definition import method
from samordner_tui.method.terms import PersonKind, Sector, Side, Support, TieQuality
from tests.casework.prepared_case import TODAY, PreparedCase

LINES = (
    Understood("Inge", relation="farmor", ring=1, phone="20 30 40 50"),
    Understood("Bo", relation="ven"),
    Understood("Lone", PersonKind.PROFESSIONAL, relation="lærer", kind_is_said=True, is_informant=True),
)


def coming(*people: Understood, ties: tuple[IncomingTie, ...] = (), middle: tuple[InTheMiddle, ...] = ()) -> Incoming:
    return Incoming(
        tuple(IncomingPerson(place, str(place), placed(one), "Skovvej 3") for place, one in enumerate(people, start=1)),
        ties,
        middle=middle,
    )


def tied(case: PreparedCase) -> list[tuple[str, str, TieQuality]]:
    """The ties of the case by names."""
    called = {one.id: one.name for one in case.facts.people}
    found = case.session.scalars(select(NetworkTie))
    return [(called[one.first_id], called[one.second_id], one.quality) for one in found]


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
    case.child("Alma")
    case.person("Inge")
    ties = (
        IncomingTie(1, "1", "2", TieQuality.STRONG, Support.GIVES),
        IncomingTie(2, "ego", "2", TieQuality.WEAK),
        IncomingTie(3, "2", "3", TieQuality.TENSE),
    )
    incoming = coming(*LINES, ties=ties, middle=(InTheMiddle("ego"),))
    bring_in(case.session, case.case_id, incoming, TODAY, taken=["2"])
    assert tied(case) == [("Inge", "Bo", TieQuality.STRONG), ("Alma", "Bo", TieQuality.WEAK)]


def told_of_ties(case: PreparedCase, incoming: Incoming, taken: list[str]) -> list[str]:
    """What the preview says of each tie."""
    compared = compare(case.session, case.case_id, incoming)
    return [said for _place, said in tie_words(compared, taken, method())]


STAYS = " – de to har et bånd i sagen, og det bliver stående"


def test_a_tie_that_stands_in_the_case_stays_as_it_is_and_the_preview_says_so(case: PreparedCase) -> None:
    alma, inge, bo = case.person("Alma"), case.person("Inge"), case.person("Bo")
    case.add(Child, person_id=alma)
    case.add(NetworkTie, first_id=bo, second_id=inge, quality=TieQuality.BROKEN, support=Support.GIVES)
    case.add(NetworkTie, first_id=inge, second_id=alma, quality=TieQuality.WEAK)
    ties = (
        IncomingTie(1, "1", "2", TieQuality.ORDINARY),
        IncomingTie(2, "ego", "1", TieQuality.STRONG),
        IncomingTie(3, "1", "3", TieQuality.TENSE),
    )
    incoming = coming(*LINES, ties=ties, middle=(InTheMiddle("ego"),))
    assert told_of_ties(case, incoming, ["3"]) == [
        f"Inge og Bo: båndet er almindeligt{STAYS}",
        f"Alma og Inge: båndet er stærkt{STAYS}",
        "Inge og Lone: båndet er anspændt",
    ]
    bring_in(case.session, case.case_id, incoming, TODAY, taken=["3"])
    assert tied(case) == [
        ("Bo", "Inge", TieQuality.BROKEN),
        ("Inge", "Alma", TieQuality.WEAK),
        ("Inge", "Lone", TieQuality.TENSE),
    ]
    first = case.session.scalars(select(NetworkTie.support)).first()
    assert first is Support.GIVES


def test_whoever_is_taken_as_new_has_no_tie_that_could_stand(case: PreparedCase) -> None:
    inge, bo = case.person("Inge"), case.person("Bo")
    case.add(NetworkTie, first_id=inge, second_id=bo, quality=TieQuality.BROKEN)
    incoming = coming(*LINES, ties=(IncomingTie(1, "1", "2", TieQuality.STRONG),))
    assert told_of_ties(case, incoming, ["1"]) == ["Inge og Bo: båndet er stærkt"]
    bring_in(case.session, case.case_id, incoming, TODAY, taken=["1"])
    assert [quality for _first, _second, quality in tied(case)] == [TieQuality.BROKEN, TieQuality.STRONG]


def test_of_a_tie_that_two_in_the_file_have_with_one_in_the_case_the_first_stands(case: PreparedCase) -> None:
    case.person("Inge")
    case.person("Bo")
    ties = (IncomingTie(1, "1", "2", TieQuality.STRONG), IncomingTie(2, "4", "2", TieQuality.WEAK))
    bring_in(case.session, case.case_id, coming(*LINES, Understood("inge"), ties=ties), TODAY, taken=[])
    assert tied(case) == [("Inge", "Bo", TieQuality.STRONG)]


def child_called(case: PreparedCase, name: str) -> str:
    """A new child of the case, by the id that it has among the people."""
    case.child(name)
    return next(one.id for one in case.facts.people if one.name == name)


def middle_of(case: PreparedCase, *middle: InTheMiddle) -> dict[str, str]:
    """Who in the case each of them is, by name."""
    found = compare(case.session, case.case_id, coming(middle=middle)).middle
    return {key: name for key, (_id, name) in found.items()}


def test_the_map_of_the_second_of_two_siblings_brings_ties_to_the_second(case: PreparedCase) -> None:
    case.child("Freja")
    noah = child_called(case, "Noah")
    ties = (IncomingTie(1, noah, "1", TieQuality.STRONG),)
    incoming = coming(Understood("Mette", relation="mor"), Understood("Freja"), ties=ties, middle=(InTheMiddle(noah),))
    assert told_of_ties(case, incoming, ["1", "2"]) == ["Noah og Mette: båndet er stærkt"]
    bring_in(case.session, case.case_id, incoming, TODAY, taken=["1", "2"])
    assert tied(case) == [("Noah", "Mette", TieQuality.STRONG)]


def test_who_stands_in_the_middle_is_known_by_id_then_by_name_then_as_the_only_child(case: PreparedCase) -> None:
    alma = child_called(case, "Alma Åberg")
    assert middle_of(case, InTheMiddle("1")) == {"1": "Alma Åberg"}
    assert middle_of(case, InTheMiddle("1", "Almis")) == {"1": "Alma Åberg"}
    assert middle_of(case, InTheMiddle("1"), InTheMiddle("2")) == {}
    case.child("Noah")
    assert middle_of(case, InTheMiddle(alma, "Noah")) == {alma: "Alma Åberg"}
    assert middle_of(case, InTheMiddle("1", "noah"), InTheMiddle("2", "AABERG, Alma")) == {
        "1": "Noah",
        "2": "Alma Åberg",
    }
    assert middle_of(case, InTheMiddle("1", "Almis"), InTheMiddle("2")) == {}
    case.child("Noah")
    assert middle_of(case, InTheMiddle("1", "Noah")) == {}


def test_a_grown_up_with_a_map_of_their_own_is_not_the_child_of_another_case(case: PreparedCase) -> None:
    case.child("Alma")
    mette = case.parent("Mette")
    assert middle_of(case, InTheMiddle("1", "Mette")) == {}
    assert middle_of(case, InTheMiddle(mette, "Mette")) == {mette: "Mette"}


def test_somebody_who_comes_with_the_name_of_the_child_takes_no_ties_from_it(case: PreparedCase) -> None:
    case.child("Alma")
    ties = (IncomingTie(1, "1", "ego", TieQuality.STRONG),)
    incoming = coming(Understood("Alma", relation="oldemor"), ties=ties, middle=(InTheMiddle("ego", "Alma"),))
    bring_in(case.session, case.case_id, incoming, TODAY, taken=["1"])
    (tie,) = case.session.scalars(select(NetworkTie)).all()
    (child,) = case.facts.children
    assert tie.second_id == child.person_id != tie.first_id


def test_ties_to_a_middle_that_fits_no_child_are_refused_with_a_sentence(case: PreparedCase) -> None:
    case.child("Freja")
    case.child("Noah")
    ties = (
        IncomingTie(7, "a", "1", TieQuality.STRONG),
        IncomingTie(8, "1", "b", TieQuality.STRONG),
        IncomingTie(9, "1", "2", TieQuality.STRONG),
    )
    incoming = coming(*LINES, ties=ties, middle=(InTheMiddle("a", "Karla"), InTheMiddle("b")))
    compared = compare(case.session, case.case_id, incoming)
    assert [(one.place, one.reason) for one in compared.incoming.refused] == [
        (7, "Karla står i midten af kortet i filen og er ikke et barn i sagen. Tegn båndet bagefter."),
        (8, "Filen siger ikke, hvilket barn der står i midten af kortet. Tegn båndet bagefter."),
    ]
    bring_in(case.session, case.case_id, incoming, TODAY, taken=["1", "2"])
    assert tied(case) == [("Inge", "Bo", TieQuality.STRONG)]


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
