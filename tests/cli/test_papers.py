"""The papers without a screen: which there are, what they wait for, and files that are there whole or not at all."""

from __future__ import annotations

import errno
import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.day import Plan
from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.records.network import Person
from samordner_tui.archive.records.papers import PaperMade
from samordner_tui.archive.records.practical import Wording
from samordner_tui.archive.settings import OWN_NAME, OWN_PHONE, put_setting
from samordner_tui.casework.facts import case_by_number
from samordner_tui.casework.papers import HandedOn, note_handed
from samordner_tui.method.definition import method
from samordner_tui.method.terms import InvitationChoice, PersonKind
from samordner_tui.papers.bundle import destroyed_by
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.own_templates import keep_template
from samordner_tui.papers.room import PaperState, context_of, read_room, source_print
from samordner_tui.papers.translations import Translated, keep_translation
from tests.cli.conftest import Said, Say, at_a_terminal
from tests.conftest import NOW, TODAY

CASE = "2027-03"
ALL = [one.id for one in paper_set().papers]
NOBODY = ("Alma", "Mette", "Sofie", "Karen")
"""Names in the case; none stands in a list or a file name."""


@pytest.fixture
def signed(demo: Path) -> Path:
    """The archive, in which the samordner has written its own name and number."""
    with Archive.open(demo, None, clock=lambda: NOW) as archive, archive.keeping() as session:
        put_setting(session, OWN_NAME, "Bente Ravn")
        put_setting(session, OWN_PHONE, "70 10 20 30")
    return demo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for the files."""
    made = tmp_path / "papirer"
    made.mkdir()
    return made


def registered(archive: Path) -> list[str]:
    """What stands in the register of what has left the archive."""
    with Archive.open(archive, None, read_only=True) as opened, opened.reading() as session:
        return [one.what for one in session.query(Export).all()]


def reasons(said: Said) -> dict[str, str]:
    """Why each paper was not made."""
    found: list[dict[str, object]] = said.json["not_made"]  # type: ignore[assignment]
    return {str(one["paper"]): " ".join(one["why"]) for one in found}  # type: ignore[arg-type]


def files(said: Said) -> list[Path]:
    """The files that were made."""
    found: list[dict[str, object]] = said.json["made"]  # type: ignore[assignment]
    return [Path(str(one["file"])) for one in found]


def test_the_list_names_every_paper_and_what_it_waits_for_and_nobody(demo: Path, say: Say) -> None:
    told = say("papers", CASE, "--list", "--json")
    assert told.code == 0
    papers: list[dict[str, object]] = told.json["papers"]  # type: ignore[assignment]
    assert [one["paper"] for one in papers] == ALL
    by_id = {one["paper"]: one for one in papers}
    assert by_id["leaflet_family"]["ready"] is True
    assert by_id["agreement"]["ready"] is True
    assert by_id["agreement"]["missing"] == []
    assert by_id["supporter_sheet"]["missing"] == ["Der er ingen at lave det til endnu."]
    assert not [name for name in NOBODY if name in told.out]
    spoken = say("papers", CASE, "--list")
    assert "Enkel invitation" in spoken.out
    assert not [name for name in NOBODY if name in spoken.out]


def test_the_list_counts_what_is_made_handed_and_changed_and_what_is_to_be_got_back(
    signed: Path, folder: Path, say: Say
) -> None:
    say("papers", CASE, "--to", folder, "--only", "invitation-plain", "--only", "door-sign", "--as", "md", "--yes")
    with Archive.open(signed, None, clock=lambda: NOW) as archive:
        with archive.reading() as session:
            case_id = case_by_number(session, CASE)
        with archive.writing("Givet videre", case_id) as session:
            papers = session.query(PaperMade).filter(PaperMade.person_id.is_not(None)).all()
            note_handed(session, [papers[0].id], HandedOn("Karen", None, TODAY), TODAY)
            papers[1].text_print = "0" * 16
    told = say("papers", CASE, "--list", "--json")
    by_id = {str(one["paper"]): one for one in told.json["papers"]}  # type: ignore[attr-defined]
    count = len(papers)
    assert [by_id["invitation_plain"][one] for one in ("made", "handed", "changed")] == [count, 1, 1]
    assert [by_id["door_sign"][one] for one in ("made", "handed", "changed")] == [1, 0, 0]
    assert [by_id["food_order"][one] for one in ("made", "handed", "changed")] == [0, 0, 0]
    assert told.json["to_get_back"] == []
    assert f"{count} stk., {count} lavet, 1 givet videre, 1 ændret siden" in say("papers", CASE, "--list").out
    with Archive.open(signed, None, clock=lambda: NOW) as archive, archive.writing("Ikke med", case_id) as session:
        guest = session.get_one(PaperMade, papers[0].id).person_id
        session.get_one(Person, str(guest)).invited = InvitationChoice.NOT_INVITED
    told = say("papers", CASE, "--list", "--json")
    assert told.json["to_get_back"] == [{"paper": "invitation_plain", "title": "Enkel invitation", "count": 1}]
    spoken = say("papers", CASE, "--list").out
    assert "Er ude hos nogen, der ikke skal have dem længere" in spoken
    assert not [name for name in NOBODY if name in spoken]


def test_files_are_to_be_destroyed_by_the_same_day_as_those_made_on_the_screen(
    signed: Path, folder: Path, say: Say
) -> None:
    told = say("papers", CASE, "--to", folder, "--only", "door_sign", "--yes", "--json")
    with Archive.open(signed, None, read_only=True) as opened, opened.reading() as session:
        case_id = session.query(Case).filter_by(number=CASE).one().id
        last = destroyed_by(context_of(session, case_id, None, method(), TODAY, opened.zone))
    assert told.json["destroy_by"] == last.isoformat()
    assert last > TODAY + timedelta(days=30)


def test_a_folder_that_is_a_file_is_called_a_file(signed: Path, folder: Path, say: Say) -> None:
    (folder / "x.txt").write_text("x")
    told = say("papers", CASE, "--to", folder / "x.txt", "--yes")
    assert "Det er en fil, ikke en mappe" in told.err


def test_the_list_is_told_while_the_program_is_open(demo: Path, say: Say) -> None:
    with Archive.open(demo, None, clock=lambda: NOW):
        assert say("papers", CASE, "--list", "--only", "plan").code == 0


def test_only_what_is_asked_for_is_made_in_each_form_and_language(signed: Path, folder: Path, say: Say) -> None:
    words = ("--only", "food_order", "--only", "door_sign", "--as", "pdf", "--as", "txt", "--yes", "--json")
    told = say("papers", CASE, "--to", folder, *words)
    assert told.code == 0, told.err
    assert sorted(one.name for one in folder.iterdir()) == [
        "2027-03-door-sign.pdf",
        "2027-03-door-sign.txt",
        "2027-03-food-order.pdf",
        "2027-03-food-order.txt",
    ]
    english = say("papers", CASE, "--to", folder, *words, "--language", "en")
    assert english.code == 0, english.err
    assert english.json["language"] == "en"
    assert (folder / "2027-03-food-order-en.txt").read_text("utf-8") != (folder / "2027-03-food-order.txt").read_text(
        "utf-8"
    )


def test_the_whole_set_is_made_and_what_is_not_says_why(signed: Path, folder: Path, say: Say) -> None:
    told = say("papers", CASE, "--to", folder, "--yes", "--json", "--as", "txt")
    assert told.code == 0, told.err
    assert {one.suffix for one in files(told)} == {".txt"}
    assert all(one.is_file() and one.stat().st_size for one in files(told))
    made = {one["paper"] for one in told.json["made"]}  # type: ignore[attr-defined]
    assert made | set(reasons(told)) == set(ALL)
    assert reasons(told)["plan"] == "Planen er ikke skrevet af endnu."
    assert not [name for name in NOBODY for one in files(told) if name.lower() in one.name.lower()]


def test_the_whole_set_holds_the_leaflet_for_the_childs_own_age_and_another_is_made_by_its_name(
    signed: Path, folder: Path, say: Say
) -> None:
    told = say("papers", CASE, "--to", folder, "--yes", "--json", "--as", "md")
    made = {str(one["paper"]) for one in told.json["made"]}  # type: ignore[attr-defined]
    assert {one for one in made if one.startswith("leaflet_child")} == {"leaflet_child_middle"}
    assert "til en anden alder. Skriv --only leaflet_child_teen" in reasons(told)["leaflet_child_teen"]
    asked = say("papers", CASE, "--to", folder, "--only", "leaflet_child_teen", "--as", "md", "--yes")
    assert asked.code == 0, asked.err
    assert (folder / "2027-03-leaflet-child-teen.md").is_file()


def test_the_list_says_which_leaflets_are_for_another_age(demo: Path, say: Say) -> None:
    told = say("papers", CASE, "--list", "--json")
    papers: list[dict[str, object]] = told.json["papers"]  # type: ignore[assignment]
    others = [one["paper"] for one in papers if one["for_other_age"]]
    assert others == ["leaflet_child_young", "leaflet_child_teen"]
    assert say("papers", CASE, "--list").out.count("Til en anden alder") == len(others)


def test_what_is_not_meant_to_be_changed_is_not_made_as_word(signed: Path, folder: Path, say: Say) -> None:
    told = say("papers", CASE, "--to", folder, "--only", "door_sign", "--as", "docx", "--yes", "--json")
    assert told.code == 2
    assert "Laves ikke som Word" in reasons(told)["door_sign"]


def test_files_are_the_owners_alone_and_entered_in_the_register_once_a_kind(
    signed: Path, folder: Path, say: Say
) -> None:
    told = say("papers", CASE, "--to", folder, "--only", "invitation_plain", "--as", "md", "--as", "txt", "--yes")
    assert told.code == 0, told.err
    assert len(list(folder.iterdir())) > 2
    assert registered(signed) == ["papers_md", "papers_txt"]
    with Archive.open(signed, None, read_only=True) as opened, opened.reading() as session:
        papers = session.query(PaperMade).all()
        assert len(papers) == len(list(folder.iterdir()))
        assert {one.about.split("/")[0] for one in papers} == {"paper:invitation_plain"}
        assert all(one.person_id and one.destroy_by for one in papers)
    if os.name == "posix":
        assert {one.stat().st_mode & 0o777 for one in folder.iterdir()} == {0o600}


def test_what_is_made_here_stands_as_made_in_the_room_of_the_papers(signed: Path, folder: Path, say: Say) -> None:
    say("papers", CASE, "--to", folder, "--only", "door_sign", "--yes")
    with Archive.open(signed, None, read_only=True) as opened, opened.reading() as session:
        case_id = session.query(Case).filter_by(number=CASE).one().id
        room = read_room(context_of(session, case_id, None, method(), TODAY, opened.zone))
    assert {one.sheet.kind.id for one in room.papers if one.state is PaperState.MADE} == {"door_sign"}


def test_nothing_is_entered_where_nothing_leaves(signed: Path, folder: Path, say: Say) -> None:
    assert say("papers", CASE, "--to", folder, "--only", "plan", "--yes").code == 2
    assert registered(signed) == []


def test_before_anything_leaves_whose_data_it_holds_is_said_and_no_leaves_nothing(
    signed: Path, folder: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_a_terminal(monkeypatch, "n\n")
    told = say("papers", CASE, "--to", folder, "--only", "invitation_plain")
    assert told.code == 2
    assert "På dem står: den inviteredes navn, barnets navn, sted og tid." in told.err
    assert list(folder.iterdir()) == []


PLAN = ("papers", "2026-19", "--only", "plan", "--conference", "1", "--as", "txt", "--to")


@pytest.fixture
def with_number(signed: Path) -> Path:
    """The archive, in which the family has written a phone number in its plan."""
    with Archive.open(signed, None, clock=lambda: NOW) as archive, archive.writing("Planen") as session:
        for plan in session.query(Plan).all():
            plan.contingency = "Bliver det svært, så ring på 55 51 20 02."
    return signed


def test_before_the_plan_leaves_what_others_need_not_read_is_pointed_out(
    with_number: Path, folder: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_a_terminal(monkeypatch, "n\n")
    told = say(*PLAN, folder)
    assert "Spørg familien: »55 51 20 02«: et telefonnummer" in told.err
    assert list(folder.iterdir()) == []


def test_a_script_that_says_yes_is_told_too_what_others_need_not_read(
    with_number: Path, folder: Path, say: Say
) -> None:
    told = say(*PLAN, folder, "--yes")
    assert told.code == 0, told.err
    assert "Spørg familien: »55 51 20 02«: et telefonnummer" in told.out
    as_json = say(*PLAN, folder, "--yes", "--overwrite", "--json").json
    assert as_json["need_not_be_read"] == [{"words": "55 51 20 02", "why": "phone", "in_words": "et telefonnummer"}]


def test_without_a_yes_nothing_is_made_of_the_plan(with_number: Path, folder: Path, say: Say) -> None:
    told = say(*PLAN, folder, "--json")
    assert told.code == 2
    assert "Tilføj --yes" in told.err
    assert list(folder.iterdir()) == []
    assert registered(with_number) == []


def test_nothing_is_pointed_out_where_the_plan_does_not_leave(with_number: Path, folder: Path, say: Say) -> None:
    words = ("--only", "door_sign", "--as", "txt", "--yes", "--json")
    assert say("papers", "2026-19", "--to", folder, *words).json["need_not_be_read"] == []
    assert say(*PLAN, folder, "--yes").code == 0
    again = say(*PLAN, folder, "--yes", "--json").json
    assert (again["made"], again["need_not_be_read"]) == ([], [])


def test_a_file_that_is_there_is_left_and_the_rest_is_made(signed: Path, folder: Path, say: Say) -> None:
    there = folder / "2027-03-door-sign.txt"
    there.write_text("min egen", encoding="utf-8")
    words = ("papers", CASE, "--to", folder, "--only", "door_sign", "--only", "plan_sheets", "--as", "txt", "--yes")
    told = say(*words, "--json")
    assert told.code == 2
    assert reasons(told) == {"door_sign": "Filen er der allerede, og den er ikke rørt."}
    assert there.read_text("utf-8") == "min egen"
    assert [one.name for one in files(told)] == ["2027-03-plan-sheets.txt"]
    assert say(*words, "--overwrite").code == 0
    assert there.read_text("utf-8") != "min egen"


@pytest.mark.parametrize(("answer", "text"), [("j\nj\n", False), ("j\nn\n", True)])
def test_whoever_sits_there_is_asked_before_a_file_is_written_over(
    signed: Path, folder: Path, say: Say, monkeypatch: pytest.MonkeyPatch, answer: str, text: bool
) -> None:
    there = folder / "2027-03-door-sign.txt"
    there.write_text("min egen", encoding="utf-8")
    at_a_terminal(monkeypatch, answer)
    told = say("papers", CASE, "--to", folder, "--only", "door_sign", "--as", "txt")
    assert "1 fil er der allerede. Skal den skrives over?" in told.err
    assert (there.read_text("utf-8") == "min egen") is text


def test_on_a_full_disk_the_rest_goes_on_and_no_half_file_is_left(
    signed: Path, folder: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, open_file = os.fsync, os.open
    ours: list[int] = []

    def opened(path: object, *more: object, **named: object) -> int:
        number = open_file(path, *more, **named)  # type: ignore[arg-type]
        if str(path).startswith(str(folder)):
            ours.append(number)
        return number

    def full_at_first(number: int) -> None:
        if ours == [number]:
            ours.append(0)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(number)

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "fsync", full_at_first)
    words = ("--only", "door_sign", "--only", "plan_sheets", "--as", "txt", "--yes", "--json")
    told = say("papers", CASE, "--to", folder, *words)
    assert told.code == 2
    (why,) = reasons(told).values()
    assert why == "Der er ikke plads på disken. Der ligger intet af filen."
    assert len(list(folder.iterdir())) == 1
    assert ".skrives" not in str(list(folder.iterdir()))


def test_a_file_that_is_open_in_another_program_is_said_and_stays_as_it_was(
    signed: Path, folder: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = folder / "2027-03-door-sign.txt"
    there.write_text("åben", encoding="utf-8")

    def held(_source: object, target: object) -> None:
        raise PermissionError(errno.EACCES, "sharing violation", str(target))

    monkeypatch.setattr(os, "replace", held)
    words = ("--only", "door_sign", "--as", "txt", "--yes", "--overwrite", "--json")
    told = say("papers", CASE, "--to", folder, *words)
    assert told.code == 2
    assert "Filen er åben i et andet program" in reasons(told)["door_sign"]
    assert there.read_text("utf-8") == "åben"
    assert list(folder.iterdir()) == [there]
    assert registered(signed) == []


def test_a_folder_that_cannot_be_written_is_said_of_each_paper(
    signed: Path, folder: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refused(path: object, *more: object, **named: object) -> int:
        if str(path).startswith(str(folder)):
            raise PermissionError(errno.EACCES, "not allowed", str(path))
        return real(path, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refused)
    told = say(
        "papers", CASE, "--to", folder, "--only", "door_sign", "--only", "plan_sheets", "--as", "txt", "--yes", "--json"
    )
    assert told.code == 2
    assert set(reasons(told).values()) == {"Der kan ikke skrives i mappen. Vælg en anden."}
    assert told.json["made"] == []
    assert registered(signed) == []


def test_a_letter_that_is_in_no_font_is_named_with_where_and_the_rest_is_made(
    signed: Path, folder: Path, say: Say
) -> None:
    with Archive.open(signed, None, clock=lambda: NOW) as archive, archive.writing("Navn") as session:
        case_id = session.query(Case).filter_by(number=CASE).one().id
        invited = {"case_id": case_id, "invited": InvitationChoice.INVITE}
        session.add(Person(id="00000000000000000000", name="Kir\u0378", **invited))
    told = say("papers", CASE, "--to", folder, "--only", "name_cards", "--only", "door_sign", "--yes", "--json")
    assert told.code == 2
    assert "U+0378" in reasons(told)["name_cards"]
    assert "»Kir\u0378«" in reasons(told)["name_cards"]
    assert [one.name for one in files(told)] == ["2027-03-door-sign.pdf"]
    assert sorted(one.name for one in folder.iterdir()) == ["2027-03-door-sign.pdf"]
    assert say("papers", CASE, "--to", folder, "--only", "name_cards", "--as", "txt", "--yes").code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("papers", CASE), "enten --list eller --to"),
        (("papers", CASE, "--list", "--to", "."), "enten --list eller --to"),
        (("papers", CASE, "--list", "--only", "brev"), "Papiret »brev« findes ikke"),
        (("papers", "findes-ikke", "--list"), "ingen sag med nummeret"),
        (("papers", CASE, "--list", "--conference", "7"), "ingen rådslagning nummer 7"),
        (("papers", CASE, "--to", "/findes/ikke", "--yes"), "Mappen findes ikke"),
    ],
)
def test_a_line_that_cannot_be_carried_out_says_why(
    demo: Path, say: Say, words: tuple[str, ...], sentence: str
) -> None:
    told = say(*words)
    assert told.code == 2
    assert sentence in told.err


def test_an_encrypted_archive_is_opened_by_its_passphrase_file(
    real: Path, passphrase_file: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMORDNER_ARCHIVE", str(real))
    told = say("papers", CASE, "--list", "--passphrase-file", passphrase_file)
    assert "ingen sag med nummeret" in told.err
    wrong = passphrase_file.with_name("forkert")
    wrong.write_text("noget andet\n", encoding="utf-8")
    assert say("papers", CASE, "--list", "--passphrase-file", wrong).code == 2


def test_the_answer_is_json_alone(signed: Path, folder: Path, say: Say) -> None:
    told = say("papers", CASE, "--to", folder, "--only", "door_sign", "--as", "md", "--yes", "--json")
    named = {
        "case",
        "conference",
        "language",
        "destroy_by",
        "made",
        "not_made",
        "borrowed_letters",
        "need_not_be_read",
        "may_be_said_easier",
    }
    assert set(json.loads(told.out)) == named


def test_a_letter_that_is_in_none_of_our_fonts_is_named_with_its_place(signed: Path, folder: Path, say: Say) -> None:
    with Archive.open(signed, None, clock=lambda: NOW) as archive, archive.writing("Et navn") as session:
        case_id = case_by_number(session, CASE)
        child = session.query(Person).filter_by(case_id=case_id, kind=PersonKind.CHILD).first()
        assert child is not None
        child.name = "Alma\u0378 Sørensen"
    line = ("papers", CASE, "--to", folder, "--only", "network_map", "--yes", "--json", "--as")
    as_pdf = say(*line, "pdf").json
    assert [(one["letter"], one["found"]) for one in as_pdf["borrowed_letters"]] == [("\u0378", False)]  # type: ignore[attr-defined]
    assert as_pdf["made"] == []
    as_text = say(*line, "txt").json
    assert as_text["borrowed_letters"] == []
    assert as_text["made"]


def test_what_may_be_said_easier_is_told_and_holds_nothing_back(demo: Path, say: Say, tmp_path: Path) -> None:
    with Archive.open(demo, None) as archive, archive.writing("Tekst") as session:
        for row in session.query(Wording):
            row.text = "Far nægter at komme."
    words = ("papers", "2027-03", "--to", tmp_path, "--only", "invitation_child", "--as", "txt", "--yes")
    told = say(*words, "--json")
    assert told.code == 0
    assert told.json["made"]
    assert told.json["may_be_said_easier"] == [
        "»nægter« kan høres, som om nogen får skylden. Måske: vil ikke, eller: siger nej til."
    ]
    assert "Noget kan måske siges lettere: »nægter«" in say(*words, "--overwrite").out
    assert (
        say("papers", "2027-03", "--to", tmp_path, "--only", "door_sign", "--yes", "--json").json["may_be_said_easier"]
        == []
    )


def test_a_template_that_cannot_be_filled_in_is_named_and_the_rest_is_made(
    signed: Path, folder: Path, say: Say
) -> None:
    """Of two bad ones each is named; the leaflet goes, in Danish as PDF and in English as text."""
    kinds = ("--only", "door_sign", "--only", "invitation_plain", "--only", "leaflet_family")
    with Archive.open(signed, None, clock=lambda: NOW) as archive, archive.keeping() as session:
        for language in ("da", "en"):
            keep_template(session, "door_sign", language, "# {{ nothing_here }}", TODAY)
            keep_template(session, "invitation_plain", language, "# {{ 1/0 }}", TODAY)
    with Archive.open(signed, None, clock=lambda: NOW) as archive, archive.reading() as session:
        case_id = case_by_number(session, CASE)
        assert case_id is not None
        with archive.writing("Ordene", case_id) as writing:
            writing.query(Wording).filter_by(case_id=case_id).update({"text": "Vi indkalder hermed til et møde"})
    for more in (("--as", "pdf"), ("--as", "txt", "--language", "en")):
        said = say("papers", CASE, "--to", str(folder), "--yes", "--json", *kinds, *more)
        assert said.code == 2
        assert [one.name.split(".")[0].removesuffix("-en") for one in files(said)] == [f"{CASE}-leaflet-family"]
        assert reasons(said)["door_sign"].startswith("Skabelonen bruger et felt »nothing_here«, der ikke er der.")
        assert reasons(said)["invitation_plain"].startswith("I linje 1 bruger skabelonen »/«")


def paste(archive: Path, kind: str, language: str, *, is_stale: bool = False) -> None:
    """A translation of the first paper of a kind."""
    with Archive.open(archive, None, clock=lambda: NOW) as opened:
        with opened.reading() as session:
            context = context_of(session, case_by_number(session, CASE), None, method(), TODAY, opened.zone)
            one = next(one for one in read_room(context).papers if one.sheet.kind.id == kind)
            text_print = "0" * 16 if is_stale else source_print(context, one.sheet)
            case_id = context.case_id
        with opened.writing("Oversat", case_id) as session:
            told = Translated(language, "# Merhaba", text_print)
            keep_translation(session, case_id, one.about, one.sheet.to.id, told, TODAY)


@pytest.fixture
def pasted(signed: Path) -> Path:
    """The archive with a translation that holds, one of a paper that changed since, and one in another language."""
    paste(signed, "leaflet_family", "tr")
    paste(signed, "invitation_plain", "tr", is_stale=True)
    paste(signed, "leaflet_family", "pl")
    return signed


def test_the_list_names_the_translations_and_what_they_wait_for(pasted: Path, say: Say) -> None:
    papers: list[dict[str, object]] = say("papers", CASE, "--list", "--json").json["papers"]  # type: ignore[assignment]
    found = {str(one["paper"]): one["translations"] for one in papers if one["translations"]}
    assert found["leaflet_family"] == [
        {"language": "pl", "number": 1, "ready": True, "missing": []},
        {"language": "tr", "number": 1, "ready": True, "missing": []},
    ]
    assert "få det oversat igen" in str(found["invitation_plain"])
    assert "oversættelse: tyrkisk, nr. 1" in say("papers", CASE, "--list").out
    only: list[dict[str, object]] = say("papers", CASE, "--list", "--language", "pl", "--json").json["papers"]  # type: ignore[assignment]
    assert [one["paper"] for one in only] == ["leaflet_family"]


def test_with_the_set_are_made_the_translations_that_hold(pasted: Path, folder: Path, say: Say) -> None:
    words = ("--only", "leaflet_family", "--only", "invitation_plain", "--as", "txt", "--yes", "--json")
    told = say("papers", CASE, "--to", folder, *words)
    names = {one.name for one in files(told)}
    assert {"2027-03-leaflet-family.txt", "2027-03-leaflet-family-tr.txt", "2027-03-leaflet-family-pl.txt"} <= names
    assert not any(name.startswith("2027-03-invitation") and "-tr" in name for name in names)
    assert "få det oversat igen" in str(told.json["not_made"])
    assert "MERHABA" in (folder / "2027-03-leaflet-family-tr.txt").read_text("utf-8")
    with Archive.open(pasted, None, read_only=True) as opened, opened.reading() as session:
        languages = {one.language for one in session.query(PaperMade).all() if one.about == "paper:leaflet_family"}
    assert languages == {"da", "tr", "pl"}


def test_a_language_the_case_has_no_translation_in_is_said(signed: Path, folder: Path, say: Say) -> None:
    for words in (("--list",), ("--to", folder, "--yes")):
        told = say("papers", CASE, *words, "--language", "so")
        assert told.code != 0
        assert "Der er ingen oversættelser på somali i sagen." in told.err


def test_a_language_of_translations_takes_them_alone_and_one_of_ours_takes_none(
    pasted: Path, folder: Path, say: Say
) -> None:
    told = say("papers", CASE, "--to", folder, "--language", "tr", "--as", "txt", "--yes", "--json")
    assert [one.name for one in files(told)] == ["2027-03-leaflet-family-tr.txt"]
    words = ("--only", "leaflet_family", "--as", "txt", "--yes", "--json")
    assert [one.name for one in files(say("papers", CASE, "--to", folder, "--language", "da", *words))] == [
        "2027-03-leaflet-family.txt"
    ]
    none = say("papers", CASE, "--to", folder, "--language", "tr", "--only", "door_sign", "--as", "txt", "--json")
    assert "ingen oversættelse" in reasons(none)["door_sign"]
