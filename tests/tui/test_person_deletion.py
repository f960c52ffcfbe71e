"""One person deleted for good, by name; what goes is said first."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select

from samordner_tui.archive.backup import back_up
from samordner_tui.archive.records.network import Contact, ContactPerson, Person
from samordner_tui.archive.retention import delete_person
from samordner_tui.method.terms import ContactKind, StageId
from samordner_tui.tui.screens.case import CaseScreen
from samordner_tui.tui.screens.deletion import ConfirmDeletion
from tests.tui.conftest import Open, Seeded
from tests.tui.world import shown, until


def _visits(seeded: Seeded, today: date) -> None:
    """One visit to Inge alone, and one to Inge and Mette."""
    with seeded.archive.writing("Besøg", seeded.case_id) as session:
        for people in (("inge",), ("inge", "mette")):
            note = "Kun Inge" if len(people) == 1 else "Begge to"
            visit = Contact(case_id=seeded.case_id, kind=ContactKind.NETWORK_VISIT, note=note, noted_on=today)
            session.add(visit)
            session.flush()
            for one in people:
                session.add(ContactPerson(case_id=seeded.case_id, contact_id=visit.id, person_id=seeded.ids[one]))


async def test_a_person_is_deleted_for_good_by_name(seeded: Seeded, open_case: Open, today: date) -> None:
    """What goes is counted first; another name deletes nobody; the case stays, and nothing of it can be undone."""
    _visits(seeded, today)
    copy = back_up(seeded.archive, datetime.fromisoformat("2027-01-09T12:00:00+00:00"))
    async with open_case(StageId.NETWORK, (100, 40)) as walk:
        walk.stage.list.point_at(seeded.ids["inge"])
        walk.stage.list.focus()
        await walk.pilot.pause()
        await walk.press("x")
        await until(walk.pilot, lambda: isinstance(walk.app.screen, ConfirmDeletion))
        text = walk.text_on_screen()
        assert "Slet Inge for altid?" in text
        assert "2 besøg og samtaler" in text
        assert "Det kan ikke fortrydes" in text
        await walk.type("Mette")
        await walk.press("enter")
        await until(walk.pilot, lambda: "Intet er slettet" in walk.text_on_screen())
        assert seeded.inge("name") == "Inge"
        await walk.press(*["backspace"] * 5)
        await walk.type("inge")
        await walk.press("enter")
        await until(walk.pilot, lambda: "Kvittering for sletning" in walk.text_on_screen())
        receipt = walk.text_on_screen().partition("Kvittering")[2]
        assert "set igennem" in receipt
        await walk.press("escape")
        await walk.settle()
        assert isinstance(walk.app.screen, CaseScreen)
        with seeded.archive.reading() as session:
            assert sorted(session.scalars(select(Person.name))) == ["Alma", "Mette"]
            assert session.scalars(select(Contact.note).where(Contact.note.is_not(None))).all() == ["Begge to"]
        assert [(one.kind, one.changes) for one in seeded.archive.history(seeded.case_id)] == [("deleted", ())]
        assert b"Kun Inge" not in copy.database.read_bytes()


async def test_the_child_of_the_case_is_not_deleted_alone(seeded: Seeded, open_case: Open) -> None:
    """In »Barnet« and in »Netværket«: the sentence says what can be done."""
    async with open_case(StageId.CHILD, (100, 40)) as walk:
        walk.stage.list.point_at(seeded.ids["child"])
        walk.stage.list.focus()
        await walk.pilot.pause()
        await walk.press("x")
        await until(walk.pilot, lambda: "kan ikke slettes alene" in walk.said())
        assert isinstance(walk.app.screen, CaseScreen)


async def test_what_is_half_typed_about_a_person_does_not_come_back_when_the_form_is_left(
    seeded: Seeded, open_case: Open
) -> None:
    """The form stands open in another stage than the one from which the person is deleted."""
    async with open_case(StageId.NETWORK, (100, 40)) as walk:
        await walk.open("people", "inge", "age")
        await walk.type("400")
        walk.screen.go(StageId.CHILD)
        await walk.settle()
        assert seeded.drafts() == {"age": "400"}
        inge = seeded.ids["inge"]
        walk.app.run_worker(walk.app.delete_for_good(lambda archive, now: delete_person(archive, inge, now)))
        await until(walk.pilot, lambda: "Kvittering for sletning" in shown(walk.app))
        await walk.press("escape")
        await walk.app.leave_fields()
        await walk.settle()
        assert seeded.drafts() == {}
