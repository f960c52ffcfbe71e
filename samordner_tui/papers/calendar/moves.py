"""What an entry is called for good, and how often it was moved.

How often is counted in the journal: it is kept as long as the case is, every move stands in it with what was before,
also one that was undone, and it is gone only with the case or the person. A number in the record would have to be
kept right by every way a day can be changed, and the clock would call a file newer that says the same.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import uuid
from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.keeping import Change, Setting
from samordner_tui.archive.settings import ARCHIVE_ID


def lasting_id(session: Session, *parts: str) -> str:
    """An id made from ids of records and that of the archive. Nobody and no case can be read from it.

    Two people's files for the same evening have nothing in common, so that they are not put together by it.
    """
    salt = session.get(Setting, ARCHIVE_ID)
    digest = hmac.new((salt.value if salt is not None else "").encode(), "\n".join(parts).encode(), hashlib.sha256)
    return str(uuid.UUID(bytes=digest.digest()[:16], version=5))


def times_moved(session: Session, table: str, rows: Collection[str], fields: Collection[str]) -> int:
    """How often one of `fields` was changed in `rows` of a table after it was first known."""
    kept = select(Change.before, Change.after).where(Change.record == table, Change.row_id.in_(rows))
    return sum(
        _moved(json.loads(before), json.loads(after), fields)
        for before, after in session.execute(kept.order_by(Change.id))
        if before is not None and after is not None
    )


def _moved(before: Mapping[str, object], after: Mapping[str, object], fields: Collection[str]) -> bool:
    return any(before.get(name) is not None and before.get(name) != after.get(name) for name in fields)
