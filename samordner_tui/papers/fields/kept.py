"""What several papers say is read once, for as long as the case stands as it was read."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final, TypeVar, cast

from samordner_tui.archive.records.base import OfCase
from samordner_tui.casework.facts import Rows
from samordner_tui.casework.views import Context

T = TypeVar("T")
R = TypeVar("R", bound=OfCase)

PLACE: Final = "papers_read"
"""Where a session carries what was read in it."""


def once(context: Context, name: Hashable, read: Callable[[], T]) -> T:
    """What `read` gives, the first time it is asked for by this name. A case that is read anew is asked anew."""
    carried = context.session.info.get(PLACE)
    if carried is None or carried[0] is not context.facts:
        carried = context.session.info[PLACE] = (context.facts, {})
    found: dict[Hashable, object] = carried[1]
    if name not in found:
        found[name] = read()
    return cast("T", found[name])


def rows(context: Context, record: type[R]) -> list[R]:
    """Every row of one table of the case."""
    return once(context, ("rows", record.__name__), lambda: Rows(context.session, context.case_id).all(record))
