"""The lines of a sheet that are agreements, and which line an agreement came from, also where it was made clear since.

An agreement that is cut from a line carries the line in its id, and one that comes over from the version before carries
the id of the one it came from. Both are digests: no words can be read from them. Source: R13, R14.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samordner_tui.archive.records.day import Plan, PlanItem
from samordner_tui.archive.records.kinds import ID_BYTES

BULLET: Final = re.compile(r"^\s*(?:[-–—*•·]|\d{1,2}[.)])\s+")
"""What stands before an agreement on a sheet: a dash, a dot or a number."""


def agreements_in(words: str) -> tuple[str, ...]:
    """The lines of a sheet that are agreements: those with a dash or a number before them, or else every line."""
    lines = [line for line in words.splitlines() if line.strip()]
    marked = [line for line in lines if BULLET.match(line)]
    return tuple(BULLET.sub("", line).strip() for line in marked or lines)


def sheet_of(plan: Plan | None) -> tuple[str, ...]:
    """The agreements that stand on the sheet of a version, each once."""
    return () if plan is None else tuple(dict.fromkeys(agreements_in(plan.words or "")))


def id_from(plan_id: str, origin: str) -> str:
    """The id of the agreement of a plan that comes from a line of its sheet, or from one of the version before."""
    return hmac.digest(plan_id.encode(), origin.encode(), "sha256")[:ID_BYTES].hex()


def items_of(session: Session, plan: Plan) -> list[PlanItem]:
    """The agreements of a version, as they stand."""
    return list(session.scalars(select(PlanItem).where(PlanItem.plan_id == plan.id).order_by(PlanItem.position)))


def version_before(session: Session, conference_id: str, version: int) -> Plan | None:
    """The version that a version of the plan began with."""
    earlier = select(Plan).where(Plan.conference_id == conference_id, Plan.version < version)
    return session.scalars(earlier.order_by(Plan.version.desc())).first()


def lines_of(session: Session, plan: Plan) -> dict[str, str]:
    """By the id of an agreement, the line it came from. Those written beside the sheet have none."""
    sheet, items = sheet_of(plan), items_of(session, plan)
    before = version_before(session, plan.conference_id, plan.version)
    origins = {id_from(plan.id, line): line for line in sheet}
    if before is not None:
        origins |= {id_from(plan.id, one): line for one, line in lines_of(session, before).items()}
    return {one.id: one.what for one in items if one.what in sheet} | _known(origins, items)


def _known(origins: dict[str, str], items: Iterable[PlanItem]) -> dict[str, str]:
    return {one.id: origins[one.id] for one in items if one.id in origins}
