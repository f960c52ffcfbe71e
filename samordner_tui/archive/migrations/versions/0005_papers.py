"""Tables for the papers that were made, for translations of them, and for templates of the samordner's own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from samordner_tui.archive.migrations.case_table import make_case_table

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the empty tables."""
    make_case_table(
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
    make_case_table(
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
