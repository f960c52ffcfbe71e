"""Which conference a command is about, read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samordner_tui.casework.facts import case_by_number, conference_numbered, facts_of
from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts, Conference
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive


def conference_of(archive: Archive, case: str, number: int | None) -> tuple[CaseFacts, Conference]:
    """The case and its conference `number`, or the current one when no number is given.

    Raises:
        Refused: there is no such case, no such conference, or none at all yet.
    """
    with archive.reading() as session:
        facts = facts_of(session, case_by_number(session, case))
    found = conference_numbered(facts, number)
    if found is None:
        raise Refused(_("Sagen har ingen rådslagning endnu."))
    return facts, found
