"""The moment it is. Everything below the commands is handed it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from samordner_tui.language import _
from samordner_tui.refusals import Refused

if TYPE_CHECKING:
    from samordner_tui.archive.file import Archive


def now() -> datetime:
    """The moment it is, in UTC; `SAMORDNER_NOW` freezes it, for trying the program out."""
    frozen = os.environ.get("SAMORDNER_NOW")
    if not frozen:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(frozen)
    except ValueError:
        raise Refused(_("SAMORDNER_NOW er ikke et tidspunkt som 2027-01-10T12:00+01:00.")) from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def today(archive: Archive) -> date:
    """The day it is where the archive is at home."""
    return now().astimezone(archive.zone).date()
