"""Ties between two people on the network map have a table of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the empty table."""
    op.create_table(
        "ties",
        sa.Column("first_id", sa.Text(), nullable=False),
        sa.Column("second_id", sa.Text(), nullable=False),
        sa.Column("quality", sa.String(length=40), nullable=False),
        sa.Column("support", sa.String(length=40), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_ties"),
        sa.ForeignKeyConstraint(["first_id"], ["people.id"], name="fk_ties_first_id_people", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["second_id"], ["people.id"], name="fk_ties_second_id_people", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_ties_case_id_cases", ondelete="CASCADE"),
    )
    op.create_index("ix_ties_case_id", "ties", ["case_id"])
