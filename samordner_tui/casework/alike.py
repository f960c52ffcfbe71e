"""Those of a case who look alike: told, and offered to be merged; never merged by themselves."""

from __future__ import annotations

from sqlalchemy.orm import Session

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.doubles import Somebody, look_alike
from samordner_tui.casework.facts import Rows
from samordner_tui.language import _, ngettext


def people_to_compare(session: Session, case_id: str) -> tuple[Somebody, ...]:
    """Everybody in the case, as they are compared."""
    people = Rows(session, case_id).all(Person)
    return tuple(Somebody(one.id, one.name, one.phone, one.email, one.relation) for one in people)


def notice_of_doubles(session: Session, case_id: str) -> str:
    """A sentence where two look alike; empty where nobody does."""
    pairs = look_alike(people_to_compare(session, case_id))
    if not pairs:
        return ""
    first, second = (one.name for one in pairs[0])
    said = _("{first} og {second} kan være den samme.").format(first=first, second=second)
    if len(pairs) > 1:
        more = len(pairs) - 1
        said += " " + ngettext("Det kan {count} par mere.", "Det kan {count} par mere.", more).format(count=more)
    return said + " " + _("»Saml dobbelte« gør to til én.")
