"""Tables for maps of several views, family trees and offers; a person has a sign, a prompt and words of a decision."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from samordner_tui.archive.migrations.case_table import make_case_table

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the empty tables, and the empty columns of people."""
    make_case_table(
        "maps",
        sa.Column("whose_id", sa.Text(), nullable=True),
        sa.Column("drawn_on", sa.Date(), nullable=True),
        sa.Column("drawn_with", sa.Text(), nullable=True),
        sa.Column("frozen_on", sa.Date(), nullable=True),
        points_to={"whose_id": "people"},
    )
    make_case_table(
        "map_places",
        sa.Column("map_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("relation", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("contact", sa.String(length=40), nullable=True),
        sa.Column("ring", sa.Integer(), nullable=True),
        sa.Column("sector", sa.String(length=40), nullable=True),
        points_to={"map_id": "maps", "person_id": "people"},
    )
    make_case_table(
        "map_ties",
        sa.Column("map_id", sa.Text(), nullable=False),
        *_pair(),
        sa.Column("quality", sa.String(length=40), nullable=False),
        sa.Column("support", sa.String(length=40), nullable=True),
        points_to={"map_id": "maps", "first_id": "people", "second_id": "people"},
    )
    for table in ("map_places", "map_ties"):
        op.create_index(f"ix_{table}_map_id", table, ["map_id"])
    make_case_table(
        "parentages",
        sa.Column("parent_id", sa.Text(), nullable=False),
        sa.Column("child_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        *_from_and_to(),
        points_to={"parent_id": "people", "child_id": "people"},
    )
    make_case_table(
        "couples",
        *_pair(),
        sa.Column("state", sa.String(length=40), nullable=False),
        *_from_and_to(),
        points_to={"first_id": "people", "second_id": "people"},
    )
    make_case_table(
        "offers",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("wished_on", sa.Date(), nullable=True),
        points_to={"person_id": "people"},
    )
    op.drop_index("ix_people_case_id", "people")
    with op.batch_alter_table("people", recreate="always") as people:
        people.add_column(sa.Column("gender", sa.String(length=40), nullable=True), insert_after="email")
        people.add_column(sa.Column("prompt", sa.Text(), nullable=True), insert_after="gender")
        people.add_column(sa.Column("not_invited_words", sa.Text(), nullable=True), insert_after="not_invited_reason")
    op.create_index("ix_people_case_id", "people", ["case_id"])


def _pair() -> tuple[sa.Column[str], sa.Column[str]]:
    return sa.Column("first_id", sa.Text(), nullable=False), sa.Column("second_id", sa.Text(), nullable=False)


def _from_and_to() -> tuple[sa.Column[Any], sa.Column[Any]]:
    return sa.Column("since", sa.Date(), nullable=True), sa.Column("until", sa.Date(), nullable=True)
