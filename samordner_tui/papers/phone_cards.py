"""Contact cards for the samordner's own phone: initials and a number, and nothing else.

A phone sends its contacts to a cloud. So there is no name, no relation, no address and no case on a card, and no mark
that would tell who belongs together. The UID is a card's alone and nothing can be read from it: address books ask for
one, and a card that is taken in again is known by it. Source: vCard 3.0, RFC 2426.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.views import Context
from samordner_tui.method.readings import invitees
from samordner_tui.papers.calendar.lasting_id import lasting_id

SIGNS: Final = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\r": " ", "\n": " "})


def phone_cards(context: Context) -> bytes:
    """One file with a card for everyone with a phone who is visited or invited; empty where there is nobody."""
    return "".join(_card(*one) for one in _called_there(context)).encode()


def cards_name(case_number: str) -> str:
    """`2027-03-phone-cards.vcf`."""
    return f"{case_number}-phone-cards.vcf"


def _called_there(context: Context) -> Iterator[tuple[str, str, str]]:
    """`KH`, the number and the UID; where two share their initials, `KH 2` for the second."""
    seen: Counter[str] = Counter()
    for person in _people(context):
        if person.phone:
            short = initials(person.name)
            seen[short] += 1
            uid = lasting_id(context.session, "card", person.id)
            yield short if seen[short] == 1 else f"{short} {seen[short]}", person.phone, uid


def _people(context: Context) -> Iterator[Person]:
    visited = {person for contact in context.facts.contacts for person in contact.people}
    invited = {one.id for one in invitees(context.facts)}
    return (one for one in Rows(context.session, context.case_id).all(Person) if one.id in visited | invited)


def initials(name: str) -> str:
    """The first letter of the first and of the last word of a name that begins with one: `Karen Holm` is `KH`."""
    first = [word[0].upper() for word in name.split() if word[0].isalpha()]
    return "".join(first[:1] + first[1:][-1:]) or "–"


def _card(name: str, phone: str, uid: str) -> str:
    shown = name.translate(SIGNS)
    number = f"TEL;TYPE=VOICE:{phone.translate(SIGNS)}"
    lines = ("BEGIN:VCARD", "VERSION:3.0", f"N:{shown};;;;", f"FN:{shown}", number, f"UID:{uid}", "END:VCARD", "")
    return "\r\n".join(lines)
