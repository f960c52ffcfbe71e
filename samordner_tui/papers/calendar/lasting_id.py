"""What an entry is called for good."""

from __future__ import annotations

import hashlib
import hmac
import uuid

from sqlalchemy.orm import Session

from samordner_tui.archive.records.keeping import Setting
from samordner_tui.archive.settings import ARCHIVE_ID


def lasting_id(session: Session, *parts: str) -> str:
    """An id made from ids of records and that of the archive. Nobody and no case can be read from it.

    Two people's files for the same evening have nothing in common, so that they are not put together by it.
    """
    salt = session.get(Setting, ARCHIVE_ID)
    digest = hmac.new((salt.value if salt is not None else "").encode(), "\n".join(parts).encode(), hashlib.sha256)
    return str(uuid.UUID(bytes=digest.digest()[:16], version=5))
