"""Undo and redo, by steps, across restarts, and only where the present is what the step left."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, rule
from sqlalchemy import delete, select, update

from samordner_tui.archive.file import Archive
from samordner_tui.archive.records.assignment import Case
from samordner_tui.archive.records.kinds import new_id
from samordner_tui.archive.records.network import Child, Contact, ContactPerson, Person
from samordner_tui.archive.records.practical import Supplier
from samordner_tui.archive.refusals import CannotUndo
from samordner_tui.method.terms import ContactForm
from tests.archive.conftest import GRANDMOTHER, Family, name_of, note_family, rename


def test_a_step_is_undone_and_done_again(training: Archive) -> None:
    """Its label is given; when there is nothing, None."""
    family = note_family(training)
    rename(training, family, "Gunhild")
    assert training.undo(family.case) == "Navn"
    assert name_of(training, family.grandmother) == GRANDMOTHER
    assert training.redo(family.case) == "Navn"
    assert name_of(training, family.grandmother) == "Gunhild"
    assert training.redo(family.case) is None


def test_every_write_and_every_undo_is_a_new_revision_and_reading_is_none(training: Archive) -> None:
    """What was read at one revision still stands while it is the same."""
    family = note_family(training)
    seen = [training.revision]
    assert name_of(training, family.grandmother) == GRANDMOTHER
    assert training.revision == seen[0]
    rename(training, family, "Gunhild")
    seen.append(training.revision)
    training.undo(family.case)
    seen.append(training.revision)
    assert seen == sorted(set(seen))


def test_undo_goes_on_after_a_restart(training: Archive, folder: Path) -> None:
    """The journal is in the archive."""
    family = note_family(training)
    rename(training, family, "Gunhild")
    rename(training, family, "Bedste")
    training.close()
    with Archive.open(folder, None) as again:
        assert again.undo(family.case) == "Navn"
    with Archive.open(folder, None) as again:
        assert again.undo(family.case) == "Navn"
        assert name_of(again, family.grandmother) == GRANDMOTHER
        assert again.redo(family.case) == "Navn"
        assert name_of(again, family.grandmother) == "Gunhild"


def test_a_new_step_ends_what_could_be_done_again(training: Archive) -> None:
    """Also when the new step is undone itself."""
    family = note_family(training)
    rename(training, family, "Gunhild")
    training.undo(family.case)
    rename(training, family, "Bedste")
    assert training.redo(family.case) is None
    training.undo(family.case)
    assert training.redo(family.case) == "Navn"
    assert name_of(training, family.grandmother) == "Bedste"


def test_a_person_comes_back_with_all_that_went_with_it(training: Archive) -> None:
    """What the database took away by its keys is in the journal too; so is a change of many rows at once."""
    family = note_family(training)
    with training.writing("Samtale", family.case) as session:
        contact = Contact(case_id=family.case, form=next(iter(ContactForm)))
        session.add(contact)
        session.flush()
        session.add(ContactPerson(case_id=family.case, contact_id=contact.id, person_id=family.child))
    with training.writing("Sprog", family.case) as session:
        session.execute(update(Person).values(language="dansk"))
    with training.writing("Slet", family.case) as session:
        session.execute(delete(Person))
    assert _counts(training) == (0, 0, 0)
    training.undo(family.case)
    assert _counts(training) == (2, 1, 1)
    training.undo(family.case)
    with training.reading() as session:
        assert set(session.scalars(select(Person.language))) == {None}


def _counts(archive: Archive) -> tuple[int, int, int]:
    with archive.reading() as session:
        people, children, links = (
            len(session.scalars(select(kind.id)).all()) for kind in (Person, Child, ContactPerson)
        )
    return people, children, links


def test_undo_acts_in_the_open_case_alone(training: Archive) -> None:
    """What was done later in another case stays."""
    first, second = note_family(training), note_family(training, "Sag-2")
    rename(training, first, "Gunhild")
    rename(training, second, "Bedste")
    assert training.undo(first.case) == "Navn"
    assert name_of(training, first.grandmother) == GRANDMOTHER
    assert name_of(training, second.grandmother) == "Bedste"


def test_undo_refuses_where_the_present_is_not_what_the_step_left(training: Archive) -> None:
    """A supplier that two cases share was changed in the other one since."""
    first, second = note_family(training), note_family(training, "Sag-2")
    for family, phone in ((first, "11 11 11 11"), (second, "22 22 22 22")):
        with training.writing("Telefon", family.case) as session:
            session.execute(update(Supplier).values(phone=phone))
    with pytest.raises(CannotUndo):
        training.undo(first.case)
    with training.reading() as session:
        assert set(session.scalars(select(Supplier.phone))) == {"22 22 22 22"}


def test_undo_refuses_to_take_along_what_was_noted_since(training: Archive) -> None:
    """A row of another step rests on the one that would go."""
    family = note_family(training)
    with training.writing("Ny person", family.case) as session:
        session.add(Person(id="p1", case_id=family.case, name="Bodil"))
    with training.writing("Barn", None) as session:
        session.add(Child(case_id=family.case, person_id="p1"))
    with pytest.raises(CannotUndo):
        training.undo(family.case)
    assert name_of(training, "p1") == "Bodil"


def test_a_fixed_step_is_not_undone_and_nothing_before_it(training: Archive) -> None:
    """A decision stands; the sentence names the step."""
    family = note_family(training)
    rename(training, family, "Gunhild")
    with training.writing("Svaret på planen", family.case, kind="fixed") as session:
        session.get_one(Case, family.case).alias = "En anden"
    with pytest.raises(CannotUndo, match="Svaret på planen"):
        training.undo(family.case)
    assert name_of(training, family.grandmother) == "Gunhild"
    rename(training, family, "Bedste")
    assert training.undo(family.case) == "Navn"


def test_the_history_tells_what_was_changed(training: Archive) -> None:
    """Field by field, the newest first, with what was undone."""
    family = note_family(training)
    rename(training, family, "Gunhild")
    training.undo(family.case)
    undo, renaming, _new = training.history(family.case)
    assert (undo.kind, undo.label, renaming.undone) == ("undo", "Navn", True)
    (change,) = renaming.changes
    assert (change.record, change.row_id, change.field) == ("people", family.grandmother, "name")
    assert (change.before, change.after) == (GRANDMOTHER, "Gunhild")


NAMES = st.sampled_from(["Bodil", "Åse", "»Ø«", "Jens\n[b]", 'en "anden"', "0"])


class UndoAgainstAModel(RuleBasedStateMachine):
    """The archive beside two lists: what it was like after each step, and what was undone."""

    people = Bundle("people")

    @initialize()
    def begin(self) -> None:
        """A case without people, and no step to undo."""
        import tempfile

        self.place = tempfile.TemporaryDirectory()
        self.archive = Archive.create_training(Path(self.place.name) / "arkiv")
        self.family = Family(new_id(), "", "")
        with self.archive.writing("Ny sag", self.family.case, kind="fixed") as session:
            session.add(Case(id=self.family.case, number="1", alias="En"))
        self.done = [self._state()]
        self.undone: list[frozenset[tuple[str, str, bool]]] = []

    @rule(target=people, name=NAMES)
    def note(self, name: str) -> str:
        """Note a person, who is also a child of the case."""
        person = Person(id=new_id(), case_id=self.family.case, name=name)
        with self.archive.writing("Ny person", self.family.case) as session:
            session.add(person)
            session.flush()
            session.add(Child(case_id=self.family.case, person_id=person.id))
        self._see_step()
        return str(person.id)

    @rule(person=people, name=NAMES)
    def rename(self, person: str, name: str) -> None:
        """Give a person another name, if there is such a person still."""
        with self.archive.writing("Navn", self.family.case) as session:
            session.execute(update(Person).where(Person.id == person).values(name=name))
        self._see_step()

    @rule(person=consumes(people))
    def remove(self, person: str) -> None:
        """Take a person away, and the child with it."""
        with self.archive.writing("Slet", self.family.case) as session:
            session.execute(delete(Person).where(Person.id == person))
        self._see_step()

    @rule(name=NAMES)
    def rename_everybody(self, name: str) -> None:
        """Change every row at once."""
        with self.archive.writing("Alle", self.family.case) as session:
            session.execute(update(Person).values(name=name))
        self._see_step()

    @rule()
    def undo(self) -> None:
        """One step back, unless there is none."""
        if len(self.done) == 1:
            with pytest.raises(CannotUndo):
                self.archive.undo(self.family.case)
        else:
            self.archive.undo(self.family.case)
            self.undone.append(self.done.pop())
        assert self._state() == self.done[-1]

    @rule()
    def redo(self) -> None:
        """One step forward, if one was undone and nothing done since."""
        label = self.archive.redo(self.family.case)
        assert (label is None) is (not self.undone)
        if self.undone:
            self.done.append(self.undone.pop())
        assert self._state() == self.done[-1]

    def teardown(self) -> None:
        """Close and remove it."""
        if hasattr(self, "archive"):
            self.archive.close()
            self.place.cleanup()

    def _see_step(self) -> None:
        state = self._state()
        if state != self.done[-1]:
            self.done.append(state)
            self.undone.clear()

    def _state(self) -> frozenset[tuple[str, str, bool]]:
        with self.archive.reading() as session:
            rows = session.execute(
                select(Person.id, Person.name, Child.id).outerjoin(Child, Child.person_id == Person.id)
            )
            return frozenset((person, name, child is not None) for person, name, child in rows)


TestUndoAgainstAModel = UndoAgainstAModel.TestCase
TestUndoAgainstAModel.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
