"""Tables for setting up, arrivals and tasks of those who were away; the log says who called, an agreement its past."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from samordner_tui.archive.migrations.case_table import make_case_table

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the empty tables, and the empty columns of conferences, presences, the log, agreements and answers."""
    make_case_table(
        "evening_marks",
        sa.Column("conference_id", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("done_at", sa.Text(), nullable=False),
        points_to={"conference_id": "conferences"},
    )
    make_case_table(
        "arrivals",
        sa.Column("conference_id", sa.Text(), nullable=False),
        sa.Column("present_as", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("comes_at", sa.Text(), nullable=True),
        sa.Column("door", sa.Text(), nullable=True),
        sa.Column("leaves_with", sa.Text(), nullable=True),
        sa.Column("arrived_at", sa.Text(), nullable=True),
        points_to={"conference_id": "conferences", "person_id": "people"},
    )
    make_case_table(
        "task_agreements",
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("agrees", sa.Boolean(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        points_to={"item_id": "plan_items", "person_id": "people"},
    )
    _widen("conferences", "meal_time", sa.Column("near_seats", sa.Text(), nullable=True))
    _widen("presences", "called_in", sa.Column("left_at", sa.Text(), nullable=True))
    _widen(
        "log_entries",
        "minutes",
        sa.Column("called_by", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.String(length=40), nullable=True),
    )
    _widen("decisions", "rests_on_id", sa.Column("rests_on_new", sa.Boolean(), nullable=True))
    _widen("plan_items", "unclear_reason", sa.Column("previous_id", sa.Text(), nullable=True))


def _widen(table: str, place: str, *columns: sa.Column[Any]) -> None:
    """Put empty columns into a table, after the column `place`."""
    op.drop_index(f"ix_{table}_case_id", table)
    with op.batch_alter_table(table, recreate="always") as batch:
        for before, column in zip((place, *(one.name for one in columns)), columns, strict=False):
            batch.add_column(column, insert_after=before)
        if table == "plan_items":
            batch.create_foreign_key(
                "fk_plan_items_previous_id_plan_items", table, ["previous_id"], ["id"], ondelete="SET NULL"
            )
    op.create_index(f"ix_{table}_case_id", table, ["case_id"])
