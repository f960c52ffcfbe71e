"""The zone a clock stands in: moments are kept in UTC, and shown where the samordner is."""

from __future__ import annotations

from zoneinfo import ZoneInfo

HOME_ZONE = "Europe/Copenhagen"
"""Where nothing else is said. It stands here, where it can be read before an archive is open."""


def zone_named(name: str) -> ZoneInfo:
    """The time zone `name`; one that is not known on this computer gives the one at home."""
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return ZoneInfo(HOME_ZONE)
