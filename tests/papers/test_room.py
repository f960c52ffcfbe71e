"""The room of the papers: for whom each is, what it waits for, when it was made, and whether its facts have changed."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.day import Conference, Plan
from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.records.network import NetworkTie, Person
from samordner_tui.archive.records.papers import PaperMade
from samordner_tui.archive.records.practical import Wording
from samordner_tui.archive.retention import delete_case, delete_person
from samordner_tui.casework import closing
from samordner_tui.casework.change import change_field
from samordner_tui.casework.closing import note_destroyed
from samordner_tui.casework.deletion_words import exports_outside
from samordner_tui.casework.papers import HandedOn, note_copies_destroyed, note_handed, overdue_exports, papers_made
from samordner_tui.casework.under_way import UnderWay
from samordner_tui.casework.views import StageView
from samordner_tui.exchange.case_file import export_case, import_case
from samordner_tui.exchange.paper_files import PaperFile, let_papers_out
from samordner_tui.method.definition import method
from samordner_tui.method.terms import InvitationChoice, PaperFormat, SendChannel, StageId
from samordner_tui.papers.bundle import bundle
from samordner_tui.papers.kinds import paper_set
from samordner_tui.papers.leaving import leaving, told
from samordner_tui.papers.making import sheets
from samordner_tui.papers.room import PaperState, Standing, context_of, read_room
from samordner_tui.papers.state_words import state_in_short, state_in_words
from samordner_tui.refusals import Refused
from tests.conftest import NOW, TODAY
from tests.papers.demo_cases import ALMA, LAST, SERIES, SIBLINGS, case_id_of, file_of, paper, papers_of, room_of


def made(archive: Archive, number: str, kind: str, folder: Path) -> Path:
    """A paper of a case, made into a folder."""
    room = room_of(archive, number)
    files = [file_of(archive, number, kind)]
    (out,) = let_papers_out(archive, case_id_of(archive, number), room.conference_id, folder, files, LAST)
    return out.path


def test_every_paper_stands_in_its_group_with_whom_it_is_for(cases: Archive) -> None:
    room = room_of(cases, SIBLINGS)
    titles = [title for title, _papers in room.groups()]
    assert titles[0] == "Opgaven"
    assert titles[-1] == "Til kommunen"
    assert {one.sheet.kind.id for one in room.papers} <= {one.id for one in paper_set().papers}
    assert [one.sheet.to.label for one in room.papers if one.sheet.kind.id == "child_timeline"] == ["Freja", "Noah"]


def test_a_paper_that_waits_says_for_what_and_where_it_is_mended(cases: Archive) -> None:
    cases.set_setting("samordner_name", None)
    one = paper(room_of(cases, ALMA), "plan")
    assert one.state is PaperState.LACKS
    assert [lack.stage for lack in one.sheet.missing] == [StageId.APPROVAL]
    asked = paper(room_of(cases, ALMA), "invitation_plain")
    assert "Dit navn mangler" in state_in_words(asked, cases.zone, TODAY)


def test_a_paper_is_ready_then_made_then_marked_when_its_facts_change(cases: Archive, tmp_path: Path) -> None:
    one = paper(room_of(cases, SIBLINGS), "running_order_sheet")
    assert (one.state, state_in_words(one, cases.zone, TODAY)) == (PaperState.READY, "klar")
    file = made(cases, SIBLINGS, "running_order_sheet", tmp_path)
    assert file.read_text("utf-8")
    one = paper(room_of(cases, SIBLINGS), "running_order_sheet")
    assert one.state is PaperState.MADE
    conference = room_of(cases, SIBLINGS).conference_id
    assert conference is not None
    with cases.writing("En time senere", case_id_of(cases, SIBLINGS)) as session:
        ends = session.scalars(select(Conference.starts_at).where(Conference.id == conference)).one()
        assert ends is not None
        change_field(session, Conference, conference, "ends_at", ends + timedelta(hours=6), TODAY)
    one = paper(room_of(cases, SIBLINGS), "running_order_sheet")
    assert one.state is PaperState.CHANGED
    assert state_in_words(one, cases.zone, TODAY) == "ændret, siden det blev lavet søn. 10. jan."


@pytest.mark.parametrize("days", [1, 30, 400])
def test_no_paper_is_called_changed_because_another_day_has_come(cases: Archive, tmp_path: Path, days: int) -> None:
    for one in room_of(cases, SIBLINGS).papers:
        if one.sheet.is_ready and one.sheet.number == 1:
            made(cases, SIBLINGS, one.sheet.kind.id, tmp_path)
    later = TODAY + timedelta(days=days)
    with cases.reading() as session:
        case_id = case_id_of(cases, SIBLINGS)
        room = read_room(context_of(session, case_id, None, method(), later, cases.zone))
    there = [one for one in room.papers if one.made is not None]
    assert "network_map" in {one.sheet.kind.id for one in there}
    assert [one.title for one in there if one.state is not PaperState.MADE] == []


def test_a_paper_that_went_out_and_changed_says_both_with_the_days_it_knows(cases: Archive, tmp_path: Path) -> None:
    made(cases, SIBLINGS, "running_order_sheet", tmp_path)
    conference = room_of(cases, SIBLINGS).conference_id
    assert conference is not None
    with cases.writing("Givet videre", case_id_of(cases, SIBLINGS)) as session:
        ids = session.scalars(select(PaperMade.id)).all()
        note_handed(session, ids, HandedOn("Tove", SendChannel.BY_HAND, TODAY, LAST), TODAY)
        ends = session.scalars(select(Conference.starts_at).where(Conference.id == conference)).one()
        assert ends is not None
        change_field(session, Conference, conference, "ends_at", ends + timedelta(hours=6), TODAY)
    words = state_in_words(paper(room_of(cases, SIBLINGS), "running_order_sheet"), cases.zone, TODAY)
    assert words == "ændret, siden det blev lavet søn. 10. jan. · givet videre søn. 10. jan."


def test_a_paper_made_anew_says_that_an_older_one_is_still_with_somebody(cases: Archive, tmp_path: Path) -> None:
    """Until that one is entered as destroyed; a second copy of the same words is not called older."""
    made(cases, SIBLINGS, "running_order_sheet", tmp_path)
    with cases.writing("Givet videre", case_id_of(cases, SIBLINGS)) as session:
        ids = session.scalars(select(PaperMade.id)).all()
        note_handed(session, ids, HandedOn("Tove", SendChannel.BY_HAND, TODAY, LAST), TODAY)

    def words() -> str:
        return state_in_words(paper(room_of(cases, SIBLINGS), "running_order_sheet"), cases.zone, TODAY)

    made(cases, SIBLINGS, "running_order_sheet", tmp_path)
    assert words() == "lavet søn. 10. jan. · givet videre søn. 10. jan."
    conference = room_of(cases, SIBLINGS).conference_id
    assert conference is not None
    with cases.writing("Senere", case_id_of(cases, SIBLINGS)) as session:
        ends = session.scalars(select(Conference.starts_at).where(Conference.id == conference)).one()
        assert ends is not None
        change_field(session, Conference, conference, "ends_at", ends + timedelta(hours=6), TODAY)
    made(cases, SIBLINGS, "running_order_sheet", tmp_path)
    assert words() == "lavet søn. 10. jan. · en ældre er ude hos nogen"
    with cases.writing("Destrueret", case_id_of(cases, SIBLINGS)) as session:
        change_field(session, PaperMade, ids[0], "destroyed_on", TODAY, TODAY)
    assert words() == "lavet søn. 10. jan."


def stray(cases: Archive, tmp_path: Path) -> Standing:
    """The invitation of somebody who got it and is not to come after all."""
    case_id = case_id_of(cases, SIBLINGS)
    for _again in range(2):
        made(cases, SIBLINGS, "invitation_plain", tmp_path)
    guest = paper(room_of(cases, SIBLINGS), "invitation_plain").sheet.to.id
    with cases.writing("Givet videre", case_id) as session:
        newest = papers_made(session, case_id)[-1].id
        note_handed(session, [newest], HandedOn("Tove", SendChannel.BY_HAND, TODAY, LAST), TODAY)
    with cases.writing("Ikke inviteret", case_id) as session:
        session.get_one(Person, guest).invited = InvitationChoice.NOT_INVITED
    (one,) = room_of(cases, SIBLINGS).astray
    return one


def test_a_paper_with_somebody_who_is_no_longer_invited_stands_first_under_a_heading_of_its_own(
    cases: Archive, tmp_path: Path
) -> None:
    assert room_of(cases, SIBLINGS).astray == ()
    one = stray(cases, tmp_path)
    title, (listed, *_more) = next(room_of(cases, SIBLINGS).groups())
    assert title == "Er ude hos nogen, der ikke skal have dem længere"
    assert listed == one
    assert (one.sheet.kind.id, one.sheet.to.label, one.state) == ("invitation_plain", "Tove", PaperState.ASTRAY)
    assert state_in_words(one, cases.zone, TODAY) == "givet videre søn. 10. jan. · få det tilbage eller destrueret"
    assert state_in_short(one, cases.zone, TODAY) == "givet videre 10. jan."


def test_when_every_copy_of_it_is_destroyed_it_is_out_no_longer_and_undo_brings_it_back(
    cases: Archive, tmp_path: Path
) -> None:
    one = stray(cases, tmp_path)
    case_id = case_id_of(cases, SIBLINGS)
    assert len(one.copies) == 2
    with cases.writing("Papir destrueret", case_id) as session:
        note_copies_destroyed(session, one.copies, TODAY)
    assert room_of(cases, SIBLINGS).astray == ()
    late = LAST + timedelta(days=1)
    with cases.reading() as session:
        assert overdue_exports(session, case_id, late) == 0
        assert exports_outside(session, case_id) == 0
    cases.undo(case_id)
    assert room_of(cases, SIBLINGS).astray == (one,)
    with cases.reading() as session:
        assert overdue_exports(session, case_id, late) == 2
        assert exports_outside(session, case_id) == 2


def test_an_entry_is_out_until_the_last_of_its_papers_is_destroyed(cases: Archive, tmp_path: Path) -> None:
    case_id, room = case_id_of(cases, SIBLINGS), room_of(cases, SIBLINGS)
    files = [file_of(cases, SIBLINGS, kind) for kind in ("food_order", "door_sign")]
    food, sign = let_papers_out(cases, case_id, room.conference_id, tmp_path, files, LAST)
    for out, left in ((food, 1), (sign, 0)):
        with cases.writing("Papir destrueret", case_id) as session:
            note_copies_destroyed(session, [out.paper_id], TODAY)
        with cases.reading() as session:
            assert overdue_exports(session, case_id, LAST + timedelta(days=1)) == left


def test_a_paper_past_the_day_it_was_to_be_destroyed_says_so(cases: Archive, tmp_path: Path) -> None:
    made(cases, SIBLINGS, "food_order", tmp_path)
    with cases.writing("Givet videre", case_id_of(cases, SIBLINGS)) as session:
        ids = session.scalars(select(PaperMade.id)).all()
        note_handed(session, ids, HandedOn("Madhuset", SendChannel.EMAIL, TODAY, LAST), TODAY)
    one = paper(room_of(cases, SIBLINGS), "food_order")
    assert state_in_words(one, cases.zone, TODAY) == "givet videre søn. 10. jan. · destrueres senest 9. feb."
    assert state_in_words(one, cases.zone, LAST + timedelta(days=1)).endswith("skulle være destrueret 9. feb.")


@pytest.mark.parametrize(
    ("day", "destroy_by", "sentence"),
    [(1, None, "Den dag er ikke kommet endnu"), (0, -1, "destrueret, før det blev givet videre")],
)
def test_a_day_that_cannot_be_right_is_refused_and_nothing_is_noted(
    cases: Archive, tmp_path: Path, day: int, destroy_by: int | None, sentence: str
) -> None:
    made(cases, SIBLINGS, "food_order", tmp_path)
    last = None if destroy_by is None else TODAY + timedelta(days=destroy_by)
    handed = HandedOn("Madhuset", SendChannel.EMAIL, TODAY + timedelta(days=day), last)
    with (
        pytest.raises(Refused, match=sentence),
        cases.writing("Givet videre", case_id_of(cases, SIBLINGS)) as session,
    ):
        note_handed(session, session.scalars(select(PaperMade.id)).all(), handed, TODAY)
    assert paper(room_of(cases, SIBLINGS), "food_order").state is PaperState.MADE


def test_where_a_paper_went_is_kept(cases: Archive, tmp_path: Path) -> None:
    made(cases, SIBLINGS, "food_order", tmp_path)
    case_id = case_id_of(cases, SIBLINGS)
    with cases.writing("Givet videre", case_id) as session:
        ids = session.scalars(select(PaperMade.id)).all()
        note_handed(session, ids, HandedOn("Madhuset", SendChannel.EMAIL, TODAY, LAST), TODAY)
    one = paper(room_of(cases, SIBLINGS), "food_order")
    assert one.state is PaperState.HANDED
    assert one.made is not None
    assert (one.made.handed_to, one.made.channel, one.made.destroy_by) == ("Madhuset", SendChannel.EMAIL, LAST)


def test_a_paper_past_its_date_is_asked_about_and_goes_with_its_entry(cases: Archive, tmp_path: Path) -> None:
    made(cases, SIBLINGS, "food_order", tmp_path)
    case_id = case_id_of(cases, SIBLINGS)
    with cases.writing("Destrueret", case_id) as session:
        assert overdue_exports(session, case_id, LAST) == 0
        assert overdue_exports(session, case_id, LAST.replace(year=2028)) == 1
        (entry,) = session.scalars(select(Export)).all()
        assert (entry.what, entry.destroy_by) == ("papers_txt", LAST)
        note_destroyed(session, entry.id, TODAY)
        assert [one.destroyed_on for one in papers_made(session, case_id)] == [TODAY]
    assert paper(room_of(cases, SIBLINGS), "food_order").state is PaperState.READY


def test_the_closing_list_says_by_when_and_asks_when_that_day_has_passed(cases: Archive, tmp_path: Path) -> None:
    made(cases, SIBLINGS, "food_order", tmp_path)
    with papers_of(cases, SIBLINGS) as context:
        before, after = closing.view(context), closing.view(replace(context, today=LAST + timedelta(days=1)))
    assert "senest 9. feb." in told_of_exports(before)
    assert "for gammel, 9. feb." in told_of_exports(after)
    late = "1 udtræk skulle være destrueret. Er det det?"
    assert late not in [one.text for one in before.questions]
    assert late in [one.text for one in after.questions]


def test_the_closing_list_says_which_papers_left_on_which_day_and_when_the_last_of_them_is_destroyed(
    cases: Archive, tmp_path: Path
) -> None:
    case_id, room = case_id_of(cases, SIBLINGS), room_of(cases, SIBLINGS)
    kinds = [("invitation_plain", 0), ("invitation_plain", 1), ("food_order", 0), ("door_sign", 0), ("name_cards", 0)]
    made_of = [file_of(cases, SIBLINGS, kind, place) for kind, place in kinds]
    files = [replace(one, name=f"{number}.txt") for number, one in enumerate(made_of)]
    out = let_papers_out(cases, case_id, room.conference_id, tmp_path, files, LAST)

    def row() -> tuple[str, ...]:
        with papers_of(cases, SIBLINGS) as context:
            (only,) = next(one.rows for one in closing.view(context).sections if one.id == closing.EXPORTS)
        return tuple(only.cells)

    told = "papirer som tekst: Enkel invitation × 2, Bestilling af mad, Skilt til døren og 1 til"
    assert row() == (told, "10. jan.", "○ senest 9. feb.")
    with cases.writing("Destrueret", case_id) as session:
        note_copies_destroyed(session, [one.paper_id for one in out], TODAY)
    assert row()[2].endswith("10. jan.")


def told_of_exports(view: StageView) -> str:
    """What the list says of what has left the archive."""
    rows = next(one.rows for one in view.sections if one.id == closing.EXPORTS)
    return " ".join(cell for row in rows for cell in row.cells)


def test_what_was_made_goes_with_the_case_file_and_comes_back_to_the_same_people(
    cases: Archive, tmp_path: Path
) -> None:
    made(cases, SIBLINGS, "invitation_plain", tmp_path)
    content = export_case(cases, SIBLINGS, TODAY)
    with Archive.create_training(tmp_path / "anden", clock=lambda: NOW) as other:
        import_case(other, content, TODAY)
        with other.reading() as session:
            (row,) = session.scalars(select(PaperMade)).all()
            assert row.about == f"paper:invitation_plain/{row.person_id}"
            assert session.get(Person, row.person_id) is not None
            assert row.format is PaperFormat.TEXT


def test_a_person_who_is_deleted_takes_their_papers_along(cases: Archive, tmp_path: Path) -> None:
    made(cases, SIBLINGS, "invitation_plain", tmp_path)
    made(cases, SIBLINGS, "food_order", tmp_path)
    with cases.reading() as session:
        person = session.scalars(select(PaperMade.person_id).where(PaperMade.person_id.is_not(None))).one()
    assert person is not None
    delete_person(cases, person, NOW)
    with cases.reading() as session:
        assert list(session.scalars(select(PaperMade.about))) == ["paper:food_order"]


def test_a_case_that_is_deleted_leaves_no_paper_behind(cases: Archive, tmp_path: Path) -> None:
    made(cases, SIBLINGS, "food_order", tmp_path)
    delete_case(cases, case_id_of(cases, SIBLINGS), NOW)
    with cases.reading() as session:
        assert session.scalars(select(PaperMade)).all() == []
        assert session.scalars(select(Export.case_number)).all() == [""]


def test_papers_that_cannot_be_written_leave_nothing(
    cases: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [file_of(cases, SIBLINGS, kind) for kind in ("food_order", "door_sign")]
    case_id = case_id_of(cases, SIBLINGS)
    with pytest.raises(Refused, match="Mappen findes ikke"):
        let_papers_out(cases, case_id, None, tmp_path / "findes-ikke", files, LAST)
    real, calls = os.fsync, []

    def full(number: int) -> None:
        calls.append(number)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "full")
        real(number)

    out = tmp_path / "ud"
    out.mkdir()
    monkeypatch.setattr("samordner_tui.exchange.whole_file.os.fsync", full)
    with pytest.raises(Refused, match="ikke plads på disken"):
        let_papers_out(cases, case_id, None, out, files, LAST)
    assert list(out.iterdir()) == []
    with cases.reading() as session:
        assert papers_made(session, case_id) == ()
        assert session.scalars(select(Export)).all() == []


def test_before_papers_leave_it_is_said_whose_data_they_hold_and_what_they_must_not(cases: Archive) -> None:
    with papers_of(cases, SERIES) as context:
        wanted = [one for name in ("supporter_sheet", "door_sign") for one in sheets(context, paper_set().kind(name))]
        said = "\n".join(told(leaving(context, wanted)))
    assert "ikke krypteret" in said
    assert "navnet på den, der har opgaven, og barnets navn" in said
    assert "Skilt til døren: ingen personers data" in said
    assert "Aldrig: " in said


def test_what_the_family_wrote_is_looked_at_before_its_plan_leaves(cases: Archive) -> None:
    case_id = case_id_of(cases, SERIES)
    with cases.reading() as session:
        plan_id = session.scalars(select(Plan.id).where(Plan.case_id == case_id)).first()
    assert plan_id is not None
    with cases.writing("Planen", case_id) as session:
        row = session.get(Plan, plan_id)
        assert row is not None
        row.contingency = "Bliver mor syg af sin medicin, så ring på 55 51 20 02."
    with papers_of(cases, SERIES, conference_of(cases, plan_id)) as context:
        said = "\n".join(told(leaving(context, sheets(context, paper_set().kind("plan")))))
        others = leaving(context, sheets(context, paper_set().kind("door_sign")))
    assert "Spørg familien" in said
    assert "»55 51 20 02«: et telefonnummer" in said
    assert "»medicin«: noget om helbred, rus eller vold" in said
    assert others.pointed == ()


def conference_of(archive: Archive, plan_id: str) -> str:
    with archive.reading() as session:
        return session.scalars(select(Plan.conference_id).where(Plan.id == plan_id)).one()


def test_an_older_print_names_nobody_in_its_file(cases: Archive, tmp_path: Path) -> None:
    file = made(cases, SIBLINGS, "invitation_plain", tmp_path)
    assert file.name == "2027-01-invitation-plain.txt"
    again = made(cases, SIBLINGS, "invitation_plain", tmp_path)
    assert again.name == "2027-01-invitation-plain_2.txt"


def test_without_a_name_a_paper_is_ready_with_a_line_to_write_it_on(cases: Archive) -> None:
    cases.set_setting("samordner_name", None)
    cases.set_setting("samordner_phone", None)
    asked = paper(room_of(cases, SIBLINGS), "invitation_plain")
    assert asked.state is PaperState.READY
    assert state_in_words(asked, cases.zone, TODAY).startswith("klar · Dit navn mangler")


def another_wish(archive: Archive, words: str) -> None:
    case_id = case_id_of(archive, SIBLINGS)
    with archive.writing("Ønsket", case_id) as session:
        for row in session.scalars(select(Wording).where(Wording.case_id == case_id)):
            row.style = words


def test_a_paper_whose_colour_or_motif_is_wished_otherwise_is_marked_and_others_are_not(
    cases: Archive, tmp_path: Path
) -> None:
    another_wish(cases, "Grønt med en bold")
    made(cases, SIBLINGS, "invitation_child", tmp_path)
    made(cases, SIBLINGS, "door_sign", tmp_path)
    assert paper(room_of(cases, SIBLINGS), "invitation_child").state is PaperState.MADE
    for words in ("Rødt med en bold", "Grønt med en kat"):
        another_wish(cases, words)
        assert paper(room_of(cases, SIBLINGS), "invitation_child").state is PaperState.CHANGED
    assert paper(room_of(cases, SIBLINGS), "door_sign").state is PaperState.MADE


def test_a_map_whose_drawing_is_another_is_marked(cases: Archive, tmp_path: Path) -> None:
    made(cases, ALMA, "network_map", tmp_path)
    assert paper(room_of(cases, ALMA), "network_map").state is PaperState.MADE
    case_id = case_id_of(cases, ALMA)
    with cases.writing("Kortet", case_id) as session:
        for row in session.scalars(select(NetworkTie).where(NetworkTie.case_id == case_id)):
            session.delete(row)
    assert paper(room_of(cases, ALMA), "network_map").state is PaperState.CHANGED


def test_what_was_made_is_told_of_the_language_that_is_shown_and_of_the_other_where_there_is_no_such(
    cases: Archive, tmp_path: Path
) -> None:
    case_id = case_id_of(cases, SIBLINGS)
    made(cases, SIBLINGS, "invitation_plain", tmp_path)
    with cases.writing("Rettet", case_id) as session:
        for row in session.scalars(select(Conference).where(Conference.case_id == case_id)):
            assert row.starts_at is not None
            row.starts_at += timedelta(hours=1)
    english_one_is_made(cases, tmp_path, "invitation_plain")
    english_one_is_made(cases, tmp_path, "door_sign")
    with papers_of(cases, SIBLINGS) as context:
        danish, english = read_room(context), read_room(context, "en")
    assert paper(danish, "invitation_plain").state is PaperState.CHANGED
    assert paper(english, "invitation_plain").state is PaperState.MADE
    assert state_in_words(paper(danish, "door_sign"), cases.zone, TODAY).endswith("på engelsk")
    assert "engelsk" not in state_in_words(paper(english, "door_sign"), cases.zone, TODAY)


def english_one_is_made(archive: Archive, folder: Path, kind: str) -> None:
    with papers_of(archive, SIBLINGS) as context:
        room = read_room(context)
        (file,) = bundle(context, [paper(room, kind).sheet], "en", "txt", UnderWay()).made
    files = [PaperFile(file.name, file.content, file.making)]
    let_papers_out(archive, case_id_of(archive, SIBLINGS), room.conference_id, folder, files, LAST)


def test_the_reminder_asks_by_the_day_that_was_said_when_a_paper_was_handed_over_and_undoing_holds(
    cases: Archive, tmp_path: Path
) -> None:
    case_id = case_id_of(cases, SIBLINGS)
    made(cases, SIBLINGS, "food_order", tmp_path)
    later, sooner = LAST + timedelta(days=20), TODAY + timedelta(days=3)
    for day in (later, sooner):
        with cases.writing("Givet videre", case_id) as session:
            ids = session.scalars(select(PaperMade.id)).all()
            note_handed(session, ids, HandedOn("Madhuset", SendChannel.EMAIL, TODAY, day), TODAY)
        with cases.reading() as session:
            assert overdue_exports(session, case_id, day) == 0
            assert overdue_exports(session, case_id, day + timedelta(days=1)) == 1
    with papers_of(cases, SIBLINGS) as context:
        cells = [str(cell) for one in closing.view(context).sections for row in one.rows for cell in row.cells]
    assert any("senest 13. jan." in cell for cell in cells)
    cases.undo(case_id)
    cases.undo(case_id)
    with cases.reading() as session:
        assert overdue_exports(session, case_id, LAST) == 0
        assert overdue_exports(session, case_id, LAST + timedelta(days=1)) == 1
