"""What a kept reason is about may name a row: `task:visit/<id>`. Its id in the file and in the archive differ."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAME_OF_A_ROW = re.compile(r"(?<=[:/])([0-9a-f]{20}|[a-z_]+-[0-9]+)(?=/|$)")


def renamed(about: str, names: Mapping[str, str]) -> str:
    """`about` with every part that is the name of a row given its other name: an id, or `people-3`."""
    return _NAME_OF_A_ROW.sub(lambda part: names.get(part[0], part[0]), about)
