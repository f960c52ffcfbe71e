"""The archive's own settings, as text."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from samordner_tui.archive.records.keeping import Setting

ARCHIVE_ID = "archive_id"
ZONE = "zone"
MAP_SHAPE = "map_shape"
SECOND_PLACE = "second_place"
OWN_NAME = "samordner_name"
OWN_PHONE = "samordner_phone"
"""Whoever signs the papers."""
ADDS_VAT = "samordner_adds_vat"
"""Set where VAT comes on top of the fee; else the invoice ground is without."""
COPIES_ELSEWHERE = "copies_elsewhere"
"""Set once a copy lies where the archive no longer looks: a deletion does not reach it, and says so. When it is said
that those copies are gone, it is the day on which that was said."""
LYING = "1"
"""The copies elsewhere lie there still."""
DELETION_UNPROVED = "deletion_unproved"


def all_settings(session: Session) -> dict[str, str]:
    """Every setting there is."""
    return {setting.name: setting.value for setting in session.execute(select(Setting)).scalars()}


def put_setting(session: Session, name: str, value: str | None) -> None:
    """Set `name`, or forget it when `value` is None."""
    if value is None:
        session.execute(delete(Setting).where(Setting.name == name))
        return
    statement = insert(Setting).values(name=name, value=value)
    session.execute(statement.on_conflict_do_update(index_elements=[Setting.name], set_={"value": value}))
