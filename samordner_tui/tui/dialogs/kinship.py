"""Asking for kinship by a few keys, from the point of view of one person: what they are, to whom, and in which way."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from textual.app import App

from samordner_tui.casework.family import Family, Line, Pair, ParentOf
from samordner_tui.casework.kin_sentences import sentence
from samordner_tui.language import _
from samordner_tui.method.definition import Method
from samordner_tui.method.terms import CoupleState, ParentKind
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.dialogs.pick import PickDialog, PickSeveralDialog
from samordner_tui.tui.widgets.option_lines import Option


class Towards(StrEnum):
    """What somebody is to another."""

    PARENT = "parent"
    CHILD = "child"
    PARTNER = "partner"


async def ask_for_a_line(app: App[None], family: Family, method: Method, person_id: str) -> Line | None:
    """A new line from the point of view of somebody, not written yet; None where it was given up.

    Args:
        app: shows the boxes.
        family: whom there is to choose from.
        method: what the kinds are called.
        person_id: from whose point of view; who it is is asked first where it is empty.
    """
    here = person_id or await _ask_whom(app, family, _("Hvem begynder vi med?"), "")
    if not here:
        return None
    name = family.name(here)
    towards = await _ask_what(app, name)
    if towards is None:
        return None
    other = await _ask_whom(app, family, _title(towards, name), here)
    if not other:
        return None
    if towards is Towards.PARTNER:
        state = await _ask_way(app, method, _("Hvordan er det med de to?"), CoupleState)
        return Pair("", here, other, CoupleState(state)) if state else None
    kind = await _ask_way(app, method, _("På hvilken måde?"), ParentKind)
    if not kind:
        return None
    parent, child = (here, other) if towards is Towards.PARENT else (other, here)
    return ParentOf("", parent, child, ParentKind(kind))


async def ask_which(app: App[None], family: Family, title: str, lines: Iterable[Line]) -> Line | None:
    """One of the lines that are written."""
    known = {line.id: line for line in lines}
    options = [Option(line.id, sentence(family, line)) for line in known.values()]
    chosen = await app.push_screen_wait(PickDialog(title, options))
    return known.get(chosen) if chosen else None


async def ask_which_fit(app: App[None], family: Family, offered: Iterable[Line]) -> tuple[Line, ...]:
    """Those of the offered lines that are accepted: all of them to begin with."""
    by_number = {str(number): line for number, line in enumerate(offered)}
    options = [Option(number, sentence(family, line)) for number, line in by_number.items()]
    text = _("Passer det? Slå det fra, der ikke gør. Intet er skrevet endnu.")
    box = PickSeveralDialog(_("Det fortæller ordene i netværket"), options, by_number, text=text)
    return tuple(by_number[one] for one in await app.push_screen_wait(box) or ())


async def _ask_what(app: App[None], name: str) -> Towards | None:
    options = [
        Option(Towards.PARENT, _("mor eller far til …")),
        Option(Towards.CHILD, _("barn af …")),
        Option(Towards.PARTNER, _("par med …")),
    ]
    chosen = await app.push_screen_wait(NumberedDialog(_("{name} er").format(name=name), options))
    return Towards(chosen) if chosen else None


def _title(towards: Towards, name: str) -> str:
    match towards:
        case Towards.PARENT:
            return _("{name} er mor eller far til hvem?").format(name=name)
        case Towards.CHILD:
            return _("{name} er barn af hvem?").format(name=name)
        case Towards.PARTNER:
            return _("{name} er eller var par med hvem?").format(name=name)


async def _ask_whom(app: App[None], family: Family, title: str, but: str) -> str | None:
    options = [Option(one.id, one.name, one.relation) for one in family.people if one.id != but]
    return await app.push_screen_wait(PickDialog(title, options))


async def _ask_way(app: App[None], method: Method, title: str, ways: type[StrEnum]) -> str | None:
    options = [Option(one.value, method.label(one)) for one in ways]
    return await app.push_screen_wait(NumberedDialog(title, options))
