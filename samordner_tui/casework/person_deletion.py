"""One person deleted for good: who it can be, what goes along, and what is said before.

`remove` takes a row off the list: that can be undone, and the row still stands in the journal and in the copies. This
is the other: the person, the visits that were with nobody else, and what is answered, held and sent go here and in
every copy of the archive. Source: domain.md 5.4, F24.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.case_tree import PEOPLE
from samordner_tui.archive.file import Archive
from samordner_tui.archive.receipt import Receipt
from samordner_tui.archive.records.assignment import Consent
from samordner_tui.archive.records.base import Record
from samordner_tui.archive.records.network import Child, Custody, Person
from samordner_tui.archive.refusals import NothingThere
from samordner_tui.archive.retention import changes_going_with, delete_person, rows_of_person
from samordner_tui.casework.deletion_words import (
    counted,
    exports_outside,
    lies_in_calendars,
    out_of_reach,
    refuse_while_alone,
)
from samordner_tui.casework.views import Row
from samordner_tui.language import _, ngettext
from samordner_tui.refusals import Refused

ABOUT_ONE: Final[dict[str, type[Record]]] = {
    "people": Person,
    "children": Child,
    "custodies": Custody,
    "consents": Consent,
}
"""The tables whose rows stand for one person."""

ANSWERS = ("views", "consents", "briefing_approvals")


@dataclass(frozen=True)
class PersonGoing:
    """What goes with a person, counted by kind."""

    name: str
    visits: int
    answers: int
    roles: int
    invitations: int
    presences: int
    rows: int
    changes: int
    """Changes of the history: all of the case's, for a note may name the person anywhere."""
    exports: int
    """Exports of the case that are not entered as destroyed: the person stands in them."""
    in_calendars: bool = False
    """Whether a calendar file was made of the case."""


def stands_for_a_person(row: Row | None) -> bool:
    """Whether a row is a person, or is about one alone: a child, a custody, a consent."""
    return row is not None and not row.is_expected and row.record in ABOUT_ONE


def person_of(session: Session, record: str, row_id: str) -> str:
    """The person that a row is or is about.

    Raises:
        NothingThere: the row is gone.
    """
    row = session.get(ABOUT_ONE[record], row_id)
    match row:
        case Person():
            return row.id
        case Child() | Custody() | Consent():
            return row.person_id
    raise NothingThere


def going_with(session: Session, case_id: str, person_id: str) -> PersonGoing:
    """What deleting the person would take away.

    Raises:
        NothingThere: there is no such person in the case.
        Refused: the person cannot be deleted alone, or not now.
    """
    person = session.get(Person, person_id)
    if person is None or person.case_id != case_id:
        raise NothingThere
    _see_that_it_can_be(session, case_id, person_id)
    counts = Counter(record for record, _row_id in rows_of_person(session, person_id)[1])
    return PersonGoing(
        name=person.name,
        visits=counts["contact_people"],
        answers=sum(counts[table] for table in ANSWERS),
        roles=counts["role_holders"],
        invitations=counts["invitations"],
        presences=counts["presences"],
        rows=counts.total(),
        changes=changes_going_with(session, (PEOPLE, person_id), case_id),
        exports=exports_outside(session, case_id),
        in_calendars=lies_in_calendars(session, case_id),
    )


def delete_for_good(archive: Archive, case_id: str, person_id: str, now: datetime) -> Receipt:
    """Delete the person here and in every copy within reach. It cannot be undone.

    Raises:
        NothingThere, Refused: as `going_with`; nothing is deleted.
        DeletionUnproved: it is gone from the archive, and not proved for every copy yet.
    """
    with archive.reading() as session:
        going_with(session, case_id, person_id)
    return delete_person(archive, person_id, now)


def said_before(going: PersonGoing, *, copies_elsewhere: bool) -> Iterator[str]:
    """What goes and what stays, a line each."""
    yield _("Her og i arkivets sikkerhedskopier slettes personen med:")
    yield from counted(
        (
            (going.visits, ngettext("{count} besøg eller samtale", "{count} besøg og samtaler", going.visits)),
            (going.answers, ngettext("{count} svar eller samtykke", "{count} svar og samtykker", going.answers)),
            (going.roles, ngettext("{count} rolle", "{count} roller", going.roles)),
            (going.invitations, ngettext("{count} invitation", "{count} invitationer", going.invitations)),
            (going.presences, ngettext("til stede {count} gang", "til stede {count} gange", going.presences)),
            (going.rows, ngettext("i alt {count} linje", "i alt {count} linjer", going.rows)),
        )
    )
    yield ngettext(
        "Hele sagens historik slettes også ({count} ændring): navnet kan stå hvor som helst i den. "
        "Intet før nu kan fortrydes.",
        "Hele sagens historik slettes også ({count} ændringer): navnet kan stå hvor som helst i den. "
        "Intet før nu kan fortrydes.",
        going.changes,
    ).format(count=going.changes)
    yield _("Besøg, hvor andre var med, bliver stående. Står navnet i en note, skal du selv slette det dér.")
    yield from out_of_reach(going.exports, copies_elsewhere=copies_elsewhere, in_calendars=going.in_calendars)


def _see_that_it_can_be(session: Session, case_id: str, person_id: str) -> None:
    if session.scalar(select(Child.id).where(Child.person_id == person_id)) is not None:
        raise Refused(_("Sagen handler om barnet, så det kan ikke slettes alene. Slet hele sagen i »Afslut og slet«."))
    refuse_while_alone(session, case_id)
