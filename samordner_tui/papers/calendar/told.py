"""Days and moments as the journal keeps them, read again."""

from __future__ import annotations

from datetime import date, datetime


def moment_of(kept: object) -> datetime | None:
    """A moment; None for none."""
    return datetime.fromisoformat(kept) if isinstance(kept, str) else None


def day_of(kept: object) -> date | None:
    """A day; None for none."""
    return date.fromisoformat(kept) if isinstance(kept, str) else None
