"""Tables for the papers that were made, for translations of them, and for templates of the samordner's own."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the empty tables."""
    _make(
        "papers_made",
        sa.Column("conference_id", sa.Text(), nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("format", sa.String(length=40), nullable=False),
        sa.Column("text_print", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("handed_to", sa.Text(), nullable=True),
        sa.Column("channel", sa.String(length=40), nullable=True),
        sa.Column("handed_on", sa.Date(), nullable=True),
        sa.Column("destroy_by", sa.Date(), nullable=True),
        sa.Column("destroyed_on", sa.Date(), nullable=True),
        points_to={"conference_id": "conferences", "person_id": "people"},
    )
    _make(
        "paper_translations",
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_print", sa.Text(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=True),
        points_to={"person_id": "people"},
    )
    op.create_table(
        "own_templates",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_templates"),
    )


def _make(table: str, *columns: sa.Column[Any], points_to: dict[str, str]) -> None:
    """Make a table of a case: its own columns, then what every row carries."""
    op.create_table(
        table,
        *columns,
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *(
            sa.ForeignKeyConstraint([name], [f"{other}.id"], name=f"fk_{table}_{name}_{other}", ondelete="CASCADE")
            for name, other in {**points_to, "case_id": "cases"}.items()
        ),
    )
    op.create_index(f"ix_{table}_case_id", table, ["case_id"])
