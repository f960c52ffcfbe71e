"""A file that is wrong anywhere is refused whole, with the place in the file and a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.practical import Venue
from samordner_tui.exchange.case_file import import_case
from samordner_tui.exchange.problems import CaseFileWrong
from samordner_tui.exchange.shape import VERSION
from samordner_tui.refusals import Refused
from tests.conftest import TODAY
from tests.exchange.hand_written import Json, as_file, problems_of, small

Wrong = Callable[[dict[str, list[Json]]], object]

CPR = "0112" + "17-1234"
"""Not written in one piece, so that nobody takes it for a number in the code."""


def set_at(table: str, row: int, **values: object) -> Wrong:
    """A change to one row of the small case."""
    return lambda case: case[table][row].update(values)


def add_to(table: str, **values: object) -> Wrong:
    """One row more in the small case."""
    return lambda case: case.setdefault(table, []).append(values)


def in_case(**values: object) -> Wrong:
    """A change to the case itself."""
    return lambda case: case["case"].update(values)  # type: ignore[attr-defined]


def at_top(**values: object) -> Wrong:
    """A change to the outermost object."""
    return lambda case: case.update(values)  # type: ignore[arg-type]


PLACES: dict[str, tuple[Wrong, str, str]] = {
    "a letter in a phone number": (set_at("people", 1, phone="mor"), "people[1].phone", "tegn"),
    "a name that is blank": (set_at("people", 1, name="  "), "people[1].name", "stå noget"),
    "a name that is too long": (set_at("people", 2, name="x" * 121), "people[2].name", "120"),
    "a number that is too great": (set_at("people", 0, age=200), "people[0].age", "120"),
    "a number written as text": (set_at("people", 0, age="9"), "people[0].age", "helt tal"),
    "a yes written as text": (set_at("people", 0, household="ja"), "people[0].household", "true"),
    "a choice that is none": (set_at("people", 1, kind="mother"), "people[1].kind", "private"),
    "one choice of several that is none": (set_at("people", 2, diets=["halal", "kød"]), "people[2].diets", "halal"),
    "choices that are no list": (set_at("people", 2, diets="halal"), "people[2].diets", "liste"),
    "a sum with too many digits": (
        add_to("expenses", spent_on="2027-01-02", what="mad", amount=1.234),
        "expenses[0].amount",
        "komma",
    ),
    "a sum that is a word": (
        add_to("expenses", spent_on="2027-01-02", what="mad", amount="meget"),
        "expenses[0].amount",
        "et tal",
    ),
    "a day that is not there": (set_at("people", 0, decided_on="2027-02-30"), "people[0].decided_on", "dato"),
    "a day of another age": (set_at("people", 0, decided_on="0001-01-01"), "people[0].decided_on", "1000"),
    "a day with a clock": (set_at("people", 0, decided_on="2027-01-02T10:00"), "people[0].decided_on", "dato"),
    "a moment without a clock": (
        set_at("conferences", 0, starts_at="2027-04-15"),
        "conferences[0].starts_at",
        "klokkeslæt",
    ),
    "a clock that is none": (
        add_to("authorities", kind="leader", name="Søs", reachable_from="25:00"),
        "authorities[0].reachable_from",
        "klokkeslæt",
    ),
    "a day from today in an absolute file": (
        set_at("people", 0, decided_on="today-3"),
        "people[0].decided_on",
        "from_today",
    ),
    "a required column left out": (add_to("conferences", kind="first"), "conferences[2].number", "mangler"),
    "nothing where something is required": (set_at("people", 1, name=None), "people[1].name", "tekst"),
    "an unknown key in a row": (set_at("people", 1, telefon="55"), "people[1].telefon", "kendes ikke"),
    "a key that is no word": (at_top(**{f"\x1b[31m{CPR}": 1}), "…", "kendes ikke"),
    "a key that is nearly right": (set_at("people", 1, phon="55"), "people[1].phon", "»phone«"),
    "an unknown table": (at_top(persons=[]), "persons", "kendes ikke"),
    "a log with words": (
        add_to("log_entries", conference_id="første", at="2027-04-15T18:00", kind="pause", text="de skændtes"),
        "log_entries[0].text",
        "kendes ikke",
    ),
    "a table that is an object": (at_top(views={}), "views", "liste"),
    "a row that is a text": (at_top(views=["nej"]), "views[0]", "objekt"),
    "a case number with a space": (in_case(number="sag 7"), "case.number", "tegn"),
    "no alias": (in_case(alias=None), "case.alias", "tekst"),
    "a reference to nobody": (set_at("invitations", 0, person_id="moster"), "invitations[0].person_id", "people"),
    "a reference into another table": (
        set_at("invitations", 0, person_id="tekst"),
        "invitations[0].person_id",
        "wordings",
    ),
    "a reference into another conference": (
        set_at("invitations", 0, conference_id="anden"),
        "invitations[0].wording_id",
        "anden rådslagning",
    ),
    "two rows with one id": (set_at("people", 2, id="mor"), "people[2].id", "samme id"),
    "two conferences with one number": (set_at("conferences", 1, number=1), "conferences[1].number", "conferences[0]"),
    "one child twice": (add_to("children", person_id="viggo"), "children[1].person_id", "children[0]"),
    "one custody twice": (
        lambda case: case.update(custodies=[{"person_id": "mor", "child_id": "barnet"}] * 2),
        "custodies[1].person_id",
        "custodies[0]",
    ),
    "one invitation twice": (
        add_to("invitations", conference_id="første", person_id="mor"),
        "invitations[1].person_id",
        "invitations[0]",
    ),
    "one role twice": (
        lambda case: case.update(
            role_holders=[
                {"conference_id": "første", "role": "chair", "person_id": "farfar"},
                {"conference_id": "anden", "role": "chair", "person_id": "farfar"},
                {"conference_id": "første", "role": "chair", "person_id": "farfar", "understudy": True},
            ]
        ),
        "role_holders[2].person_id",
        "role_holders[0]",
    ),
    "two agreements": (lambda case: case.update(engagements=[{}, {}]), "engagements[1]", "kun én"),
    "a text that replaces itself": (
        add_to("statements", id="a", kind="question", text="Hvem?", replaces_id="a"),
        "statements[0].replaces_id",
        "sig selv",
    ),
    "a child that is a professional": (set_at("people", 0, kind="professional"), "children[0].person_id", "som barn"),
    "a CPR number in a text": (in_case(purpose=f"Barnet er {CPR} her"), "case.purpose", "CPR"),
    "a CPR number as a phone number": (set_at("people", 1, phone=CPR), "people[1].phone", "CPR"),
    "a control character": (set_at("people", 1, relation="mor\x07"), "people[1].relation", "usynligt tegn"),
    "a sign that turns the direction": (set_at("people", 1, name="Noor \u202eila"), "people[1].name", "læseretningen"),
    "a sign that is not seen": (in_case(purpose="et\u200bto"), "case.purpose", "usynligt tegn"),
    "a line break in a name": (set_at("people", 1, name="Noor\nAli"), "people[1].name", "én linje"),
    "a tab in a name": (set_at("people", 1, name="Noor\tAli"), "people[1].name", "én linje"),
    "a line separator in a text": (in_case(purpose="et\u2028to"), "case.purpose", "usynligt tegn"),
    "a CPR number as the name of a row": (add_to("people", id=CPR, name="Søs"), "people[3].id", "CPR"),
    "a CPR number as the name of another row": (
        set_at("invitations", 0, person_id=CPR),
        "invitations[0].person_id",
        "CPR",
    ),
    "half a letter": (set_at("people", 1, relation="mor\ud800"), "people[1].relation", "usynligt tegn"),
    "a reason about nothing known": (
        add_to("notices", kind="departure", about="bare fordi", reason="x", given_on="2027-01-01"),
        "notices[0].about",
        "tegn",
    ),
    "somebody present who is nobody": (
        add_to("presences", conference_id="første", step=1),
        "presences[0].person_id",
        "mangler",
    ),
    "a trin that ends before it begins": (
        add_to("steps", conference_id="første", number=1, started_at="2027-04-15T18:00", ended_at="2027-04-15T17:00"),
        "steps[0].ended_at",
        "slutte",
    ),
    "a newer version": (at_top(version=VERSION + 1), "version", "nyere"),
    "another kind of file": (at_top(format="noget"), "format", "samordner-case"),
}


@pytest.mark.parametrize("name", PLACES)
def test_what_is_wrong_is_told_with_its_place(name: str) -> None:
    change, place, words = PLACES[name]
    case = small()
    change(case)
    problems = problems_of(as_file(case))
    assert [problem.place for problem in problems] == [place]
    assert words in problems[0].sentence


def test_every_problem_is_told_at_once_and_only_so_many(archive: Archive) -> None:
    case = small()
    case["people"] += [{"name": ""} for _ in range(30)]
    with pytest.raises(CaseFileWrong) as refused:
        import_case(archive, as_file(case), TODAY)
    assert len(refused.value.problems) == 30
    assert "og 10 fejl mere" in str(refused.value)


def test_the_sentence_never_repeats_a_cpr_number(archive: Archive) -> None:
    case = small()
    case["people"][1]["relation"] = CPR
    with pytest.raises(CaseFileWrong) as refused:
        import_case(archive, as_file(case), TODAY)
    assert CPR not in str(refused.value)
    assert CPR[:6] not in str(refused.value)


def test_a_number_that_is_said_not_to_be_a_cpr_number_may_stand(archive: Archive) -> None:
    case = small()
    case["people"][1]["relation"] = f"ordrenr. {CPR}"
    case["cleared_numbers"] = [{"number": CPR.replace("-", "")}]
    assert import_case(archive, as_file(case), TODAY) == "2027-07"


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b'{"format": "samordner-case",\n "case": {"num', "linje 2, tegn 11", "klippet over"),
        (b'{"format": "samordner-case",\n "people": [', "linje 2, tegn 13", "klippet over"),
        (b'{"format": "samordner-case" "case": {}}', "linje 1, tegn 29", "gyldig JSON"),
        (b'{"a": "x\ny"}', "linje 1, tegn 9", "usynligt tegn"),
        (b'{"a": "\xe6"}', "linje 1, tegn 8", "UTF-8"),
        (b"", "", "tom"),
        (b"  \n", "", "tom"),
        (b"[]", "", "ikke en sagsfil"),
        (b'"hej"', "", "ikke en sagsfil"),
        (b'{"format": "samordner-case", "case": {"number": NaN}}', "linje 1, tegn 49", "NaN"),
        (b'{"a": "NaN \\" Infinity",\n "b": -Infinity}', "linje 2, tegn 7", "-Infinity"),
        (b'{"format": 1, "format": 2}', "", "to gange"),
        (b"[" * 100_000, "", "lag"),
        (b'{"format": "samordner-case"}', "case", "mangler"),
    ],
)
def test_what_is_no_case_file_is_refused(content: bytes, place: str, words: str) -> None:
    problems = problems_of(content)
    assert [problem.place for problem in problems] == [place]
    assert words in problems[0].sentence


def test_a_file_that_is_too_large_is_refused() -> None:
    assert "større" in problems_of(b" " * 20_000_001)[0].sentence


def test_a_number_of_many_digits_is_refused_like_any_other() -> None:
    case = as_file(small()).replace(b'"age": 9', b'"age": ' + b"9" * 5000)
    assert [problem.place for problem in problems_of(case)] == ["people[0].age"]


def test_nothing_is_left_of_a_file_that_is_refused(archive: Archive) -> None:
    case = small()
    case["venues"] = [{"id": "hus", "name": "Forsamlingshuset"}]
    import_case(archive, as_file(case), TODAY)
    case["venues"][0]["name"] = "Hallen"
    with pytest.raises(Refused, match="allerede en sag med nummeret 2027-07"):
        import_case(archive, as_file(case), TODAY)
    with archive.reading() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 1
        assert list(session.scalars(select(Venue.name))) == ["Forsamlingshuset"]


def test_another_number_is_held_to_the_same_limits(archive: Archive) -> None:
    for number in ("", "sag 7", "x" * 25, CPR):
        with pytest.raises(Refused):
            import_case(archive, as_file(small()), TODAY, number=number)
    assert import_case(archive, as_file(small()), TODAY, number="2027-08") == "2027-08"


@pytest.mark.parametrize("day", ["i går", "2027-13-01", "today+", "today+99999", "2027-01-02T10:00"])
def test_a_day_that_is_none_is_refused(archive: Archive, day: str) -> None:
    with pytest.raises(Refused, match="er ikke en dag"):
        import_case(archive, as_file(small()), TODAY, as_of=day)
