"""What is made for a calendar or a phone, beside the papers: for whom, and whose data it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samordner_tui.language import _, said


@dataclass(frozen=True, slots=True)
class DeviceKind:
    """One kind of file for a calendar or a phone.

    Attributes:
        suffix: what its name ends with.
        about: whose data stands in it, where no place is wanted.
    """

    suffix: str
    title: str
    to: str
    about: str


DEVICE_KINDS: Final[Mapping[str, DeviceKind]] = {
    "calendar_conference": DeviceKind(
        "ics",
        said("Rådslagningen til kalenderen"),
        said("hver, der kommer, initiativtageren og dig"),
        said("hvornår I mødes; i din egen også sagens nummer"),
    ),
    "calendar_visits": DeviceKind(
        "ics", said("Dine aftaler til kalenderen"), said("dig"), said("hvornår du har aftaler, og sagens nummer")
    ),
    "calendar_deadlines": DeviceKind(
        "ics", said("Dine frister til kalenderen"), said("dig"), said("dine frister og sagens nummer")
    ),
    "phone_cards": DeviceKind(
        "vcf",
        said("Numre til din egen telefon"),
        said("dig"),
        said("forbogstaver og telefonnumre på dem, du besøger eller inviterer"),
    ),
}
"""By the name they are asked for with."""


def held_by(kind: str, *, with_place: bool) -> str:
    """What stands in the files of a kind, as it is said before they leave."""
    about = _(DEVICE_KINDS[kind].about)
    return f"{about}; {_('hvor det er, undtagen i private hjem')}" if with_place else about
