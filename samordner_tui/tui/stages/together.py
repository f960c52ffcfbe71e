"""Asking whom something is about, where it may be several: a list with ticks, and the shared questions once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from samordner_tui.language import ngettext
from samordner_tui.tui.stages.asking import Asking
from samordner_tui.tui.widgets.option_lines import Option


async def whom(
    stage: Asking, title: str, options: Sequence[Option], chosen: Collection[str] = ()
) -> tuple[Option, ...]:
    """Whom it is about. Where there is only one, nothing is asked; nobody when it is given up."""
    if len(options) <= 1:
        return tuple(options)
    picked = await stage.ask_several(title, options, chosen) or ()
    return tuple(one for one in options if one.value in picked)


def named(people: Sequence[Option]) -> str:
    """The one it is about by name, several by their number: for the heading of what is asked next."""
    if len(people) == 1:
        return people[0].text
    return ngettext("{count} person", "{count} personer", len(people)).format(count=len(people))
