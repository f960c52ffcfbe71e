"""Which copies of a paper are nowhere any longer: of one that was made anew perhaps the older ones alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samordner_tui.casework.cells import short_day
from samordner_tui.language import _
from samordner_tui.tui.dialogs.numbered import NumberedDialog
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from samordner_tui.papers.room import Standing
    from samordner_tui.tui.app import SamordnerApp

OLDER, ALL = "older", "all"


async def which_destroyed(app: SamordnerApp, paper: Standing) -> list[str]:
    """The rows of the register that are meant; none where it was given up."""
    copies, newest = list(paper.copies), paper.made
    older = [] if newest is None else [one for one in copies if one != newest.id]
    if newest is None or not older or not paper.is_of_the_set:
        return copies
    day = short_day(newest.made_at.astimezone(app.zone).date(), app.today())
    options = [
        Option(OLDER, _("De ældre"), _("den fra {day} er stadig god").format(day=day)),
        Option(ALL, _("Alle {count}").format(count=len(copies)), _("også den nyeste")),
    ]
    chosen = await app.push_screen_wait(NumberedDialog(_("Hvad er destrueret?"), options))
    return {OLDER: older, ALL: copies}.get(chosen or "", [])
