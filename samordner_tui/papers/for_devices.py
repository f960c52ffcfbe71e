"""What is made for a calendar or a phone, beside the papers: for whom, and whose data it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samordner_tui.language import said


@dataclass(frozen=True, slots=True)
class DeviceKind:
    """One kind of file for a calendar or a phone.

    Attributes:
        suffix: what its name ends with.
        about: whose data stands in it; empty where it holds none.
    """

    suffix: str
    title: str
    to: str
    about: str = ""


DEVICE_KINDS: Final[Mapping[str, DeviceKind]] = {
    "calendar_conference": DeviceKind(
        "ics", said("Rådslagningen til kalenderen"), said("hver, der kommer, initiativtageren og dig")
    ),
    "calendar_visits": DeviceKind("ics", said("Dine aftaler til kalenderen"), said("dig")),
    "calendar_deadlines": DeviceKind("ics", said("Dine frister til kalenderen"), said("dig")),
    "phone_cards": DeviceKind(
        "vcf",
        said("Numre til din egen telefon"),
        said("dig"),
        said("forbogstaver og telefonnumre på dem, du besøger eller inviterer"),
    ),
}
"""By the name they are asked for with."""
