"""Noting that papers went: how, to whom, when, and when they are to be destroyed; one act for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from samordner_tui.archive.drafts import drafts_of
from samordner_tui.archive.records.papers import PaperMade
from samordner_tui.casework.fields import field_of
from samordner_tui.casework.papers import HandedOn, note_handed
from samordner_tui.casework.references import Reference
from samordner_tui.language import _, ngettext
from samordner_tui.method.terms import SendChannel
from samordner_tui.refusals import Refused
from samordner_tui.tui.dialogs.fields import Answers, Asked, FieldsDialog
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.drafting import named_after
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from samordner_tui.papers.handing import Handing
    from samordner_tui.tui.app import SamordnerApp
    from samordner_tui.tui.saving import Keeper


async def hand_over(app: SamordnerApp, keeper: Keeper, possible: Sequence[Handing]) -> bool:
    """Ask which of these, how, to whom and when, and note it in one step. Gives whether it was noted.

    Raises:
        Refused: the dates cannot be right; what was typed stands in the box when it is opened again.
    """
    if not possible:
        app.say(_("De mærkede papirer er ikke lavet endnu. Lav dem først."), severity="warning")
        return False
    handing = await _which(app, possible)
    if handing is None:
        return False
    ways = [Option(one, app.method.label(one)) for one in SendChannel]
    way = await app.push_screen_wait(NumberedDialog(_("Hvordan blev det givet videre?"), ways))
    if way is None:
        return False
    answers = await _ask(app, keeper, handing)
    if answers is None:
        return False
    to, day, destroy_by = answers["handed_to"], answers["handed_on"], answers["destroy_by"]
    today = app.today()
    handed = HandedOn(
        to=str(to or ""),
        channel=SendChannel(way),
        day=day if isinstance(day, date) else today,
        destroy_by=destroy_by if isinstance(destroy_by, date) else None,
    )
    label = ngettext("Papir givet videre", "Papirer givet videre", len(handing.ids))
    try:
        await app.write(label, lambda session: _note(session, handing, handed, today), keeper.case_id)
    except Refused:
        keeper.answers_refused()
        raise
    keeper.answers_written()
    return True


def _note(session: Session, handing: Handing, handed: HandedOn, today: date) -> None:
    """To one who got them all; where nobody is written, to each the paper is for."""
    if handed.to or not handing.each_own:
        note_handed(session, handing.ids, handed, today)
        return
    for row, to in handing.each_own.items():
        note_handed(session, (row,), replace(handed, to=to), today)


async def _which(app: SamordnerApp, possible: Sequence[Handing]) -> Handing | None:
    """The one there is, or the one that is chosen."""
    if len(possible) == 1:
        return possible[0]
    options = [Option(str(place), one.title, _count(one)) for place, one in enumerate(possible)]
    chosen = await app.push_screen_wait(NumberedDialog(_("Hvad er givet videre?"), options))
    return None if chosen is None else possible[int(chosen)]


def _count(handing: Handing) -> str:
    count = len(handing.papers)
    return "" if count == 1 else ngettext("{count} papir", "{count} papirer", count).format(count=count)


async def _ask(app: SamordnerApp, keeper: Keeper, handing: Handing) -> Answers | None:
    """Who got it, when, and when it is to be destroyed. What is typed is a draft until it is noted."""
    box = named_after("handed", *handing.ids)
    names = ("handed_to", "handed_on", "destroy_by")
    await keeper.settled()
    drafts = await app.read(lambda session: drafts_of(session, keeper.case_id))
    asked = Asked(
        specs=[field_of(PaperMade, name) for name in names],
        values={"handed_to": handing.to, "handed_on": app.today(), "destroy_by": handing.destroy_by},
        drafts={name: typed for (record, of, name), typed in drafts.items() if (record, of) == (_TABLE, box)},
        row_id=box,
        needed={
            **({} if handing.each_own else {"handed_to": _("Her skal stå noget.")}),
            "handed_on": _("Skriv den dag, papiret blev givet videre."),
            "destroy_by": _("Skriv den dag, papiret senest skal være destrueret."),
        },
    )
    hint = _("Lad »Givet til« stå tomt, hvis hver har fået sit eget.") if handing.each_own else ""
    text = "\n".join(part for part in (handing.told(), hint) if part)
    dialog = FieldsDialog(_("Hvem fik det?"), asked, keeper, app.method, make=_nothing, text=text)
    return await app.push_screen_wait(dialog)


async def _nothing(_table: str) -> Reference | None:
    """There is nothing to make on the way."""
    return None


_TABLE = PaperMade.__tablename__
