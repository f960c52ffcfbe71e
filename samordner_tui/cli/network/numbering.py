"""The maps of a case by number, as `network map CASE --list` shows them: 1 is the one its people stand on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from samordner_tui.casework.map_views import ViewOnList, views
from samordner_tui.language import _
from samordner_tui.refusals import Refused


def maps_of(session: Session, case_id: str, today: date) -> tuple[ViewOnList, ...]:
    """Every map of a case, in the order of their numbers."""
    return views(session, case_id, today)


def numbered(maps: Sequence[ViewOnList], number: int) -> ViewOnList:
    """The map of that number.

    Raises:
        Refused: there is none.
    """
    if not 1 <= number <= len(maps):
        raise Refused(
            _("Der er intet kort med nummer {number}. Sagen har {count}. Se dem med »network map … --list«.").format(
                number=number, count=len(maps)
            )
        )
    return maps[number - 1]


def latest_kept(maps: Sequence[ViewOnList]) -> ViewOnList:
    """The map that was kept last.

    Raises:
        Refused: none is kept yet.
    """
    for one in maps:
        if one.is_frozen:
            return one
    raise Refused(_("Ingen kort er gemt, som de var. Gem et på kortet i programmet, så kan det sammenlignes senere."))
