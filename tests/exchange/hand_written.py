"""Case files as somebody would write them by hand, and what is said of one that is wrong."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from typing import cast
from zoneinfo import ZoneInfo

from samordner_tui.exchange.calendar import Calendar
from samordner_tui.exchange.problems import CaseFileWrong, Problem
from samordner_tui.exchange.reading import read_case
from tests.conftest import TODAY

Json = dict[str, object]

ZONE = ZoneInfo("Europe/Copenhagen")

SMALL: Mapping[str, object] = {
    "format": "samordner-case",
    "version": 1,
    "case": {"number": "2027-07", "alias": "Viggo"},
    "people": [
        {"id": "viggo", "name": "Viggo", "age": 9, "invited": "invite"},
        {"id": "mor", "name": "Rikke", "relation": "mor", "phone": "55 51 20 02", "invited": "invite"},
        {"id": "farfar", "name": "Aage", "diets": ["halal", "no_fish"], "invited": "invite"},
    ],
    "children": [{"id": "barnet", "person_id": "viggo"}],
    "conferences": [
        {"id": "første", "number": 1, "starts_at": "2027-04-15T17:00+02:00"},
        {"id": "anden", "number": 2, "kind": "follow_up"},
    ],
    "wordings": [{"id": "tekst", "conference_id": "første", "text": "Kom og spis med."}],
    "invitations": [{"conference_id": "første", "person_id": "mor", "wording_id": "tekst"}],
}


def small() -> dict[str, list[Json]]:
    """A copy of the small case, to be made wrong in one place. Its tables are read as lists of rows."""
    return cast("dict[str, list[Json]]", copy.deepcopy(dict(SMALL)))


def as_file(case: Mapping[str, object]) -> bytes:
    """A case as the bytes of a file."""
    return json.dumps(case).encode()


def problems_of(content: bytes) -> tuple[Problem, ...]:
    """What is said of a file that is refused; nothing where it is taken."""
    try:
        read_case(content, Calendar(TODAY, ZONE))
    except CaseFileWrong as wrong:
        return wrong.problems
    return ()
