"""Address books and genealogy files read: with photos beside without, and finding somebody again among many and few.

The argument is `photos` or `again`. The seconds are those of the processor: of the heavy one, then as many of the
light one, both in turn in one process.
"""

from __future__ import annotations

import base64
import sys
import time
from collections.abc import Callable

from samordner_tui.casework.under_way import UnderWay
from samordner_tui.exchange.graph.understanding import Gathering
from samordner_tui.exchange.incoming_file import read_content
from tests.benchmarks.probe import report

ROUNDS = 7
CARDS, MANY, FEW, AGAIN = 200, 8000, 100, 1000
PHOTO = base64.b64encode(b"\xff\xd8" * 1000).decode()


def address_book(*lines: str) -> bytes:
    """Many cards that are the same but for their lines."""
    card = "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", "FN:Inge", *lines, "TEL:20 30 40 50", "END:VCARD", ""))
    return (card * CARDS).encode()


def reading(content: bytes) -> Callable[[], object]:
    """Reads what an address book holds."""
    return lambda: read_content(content, UnderWay())


def finding_again(people: int) -> Callable[[], object]:
    """Sees, many times, that somebody is among so many already."""
    gathering = Gathering()
    for place in range(people):
        gathering.person(place, str(place), {"name": f"Person {place}"})

    def found() -> None:
        for place in range(AGAIN):
            gathering.person(place, "7", {"name": "Bo"})

    return found


def seconds(done: Callable[[], object]) -> float:
    """What it costs the processor."""
    began = time.process_time()
    done()
    return time.process_time() - began


def in_turn(heavy: Callable[[], object], light: Callable[[], object]) -> list[float]:
    """The seconds of both, the heavy one's first. The first round warms up."""
    taken = [(seconds(heavy), seconds(light)) for _round in range(ROUNDS + 1)][1:]
    return [*(one for one, _other in taken), *(other for _one, other in taken)]


def photos() -> list[float]:
    """An address book with a photo in each card beside the same without."""
    return in_turn(reading(address_book(f"PHOTO;ENCODING=b;TYPE=JPEG:{PHOTO}")), reading(address_book()))


def again() -> list[float]:
    """Somebody found among many beside among few."""
    return in_turn(finding_again(MANY), finding_again(FEW))


MEASURED = {"photos": photos, "again": again}

if __name__ == "__main__":
    report(MEASURED[sys.argv[1]]())
