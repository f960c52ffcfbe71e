"""What stands in the cells of a list: marks with words, short dates, names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from samordner_tui.language import _
from samordner_tui.method.facts import CaseFacts
from samordner_tui.method.readings import person
from samordner_tui.method.terms import Standing
from samordner_tui.method.wording import listed, show_date, show_number

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

SIGNS: Final[dict[Standing, str]] = {
    Standing.MET: "●",
    Standing.PARTLY: "◐",
    Standing.OPEN: "○",
    Standing.BROKEN: "✕",
}
"""The mark that stands before words. It never stands alone. Source: design 4."""

DOT: Final = " · "


def marked(standing: Standing, words: str) -> str:
    """A mark before words: `● 3. jan.`."""
    return f"{SIGNS[standing]} {words}"


def done(day: date | None, today: date, otherwise: str) -> str:
    """`● 3. jan.` for what is done; `○ aftal tid` for what is not."""
    return marked(Standing.OPEN, otherwise) if day is None else marked(Standing.MET, short_day(day, today))


def headed(words: str) -> str:
    """Words as they begin a heading: `Ordstyrer`."""
    return words[:1].upper() + words[1:]


def beginning(text: str, most: int = 90) -> str:
    """The beginning of a longer text on one line, cut between words."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0]} …"


def kroner(amount: Decimal | int) -> str:
    """`1.250,50 kr.`."""
    return _("{amount} kr.").format(amount=show_number(amount))


def short_day(day: date | None, today: date) -> str:
    """`3. jan.`: a date without its weekday, where a list is narrow."""
    return "" if day is None else show_date(day, today).partition(" ")[2]


def yes_no(value: bool | None, unknown: str = "") -> str:
    """`ja` or `nej`; `unknown` where it is not known."""
    if value is None:
        return unknown
    return _("ja") if value else _("nej")


def chosen(method: Method, member: StrEnum | None) -> str:
    """What a choice is called; nothing for none."""
    return "" if member is None else method.label(member)


def joined(*parts: str | None) -> str:
    """`Fjordby Kommune · 25 timer`: what there is, with dots between."""
    return DOT.join(part for part in parts if part)


def name_of(facts: CaseFacts, person_id: str | None) -> str:
    """The name of a person; nothing where there is none."""
    somebody = person(facts, person_id)
    return somebody.name if somebody is not None else ""


def names_of(facts: CaseFacts, person_ids: Iterable[str | None]) -> str:
    """`Mette, Jonas og Karen`, each once, in the order given."""
    return listed([name for name in dict.fromkeys(name_of(facts, one) for one in person_ids) if name])


def child_name(facts: CaseFacts, child_id: str | None) -> str:
    """The name of a child of the case by the id of its record; the case's alias where it is left open."""
    found = next((one for one in facts.children if one.id == child_id), None)
    return facts.alias if found is None else name_of(facts, found.person_id)


def the_child(facts: CaseFacts) -> str:
    """What a sentence calls the child: by its name, `børnene` where there are several."""
    return _("børnene") if len(facts.children) > 1 else children_names(facts)


def children_names(facts: CaseFacts) -> str:
    """`Alma`, `Noor og Sami`; the case's alias while no child is on the list."""
    return names_of(facts, (one.person_id for one in facts.children)) or facts.alias
