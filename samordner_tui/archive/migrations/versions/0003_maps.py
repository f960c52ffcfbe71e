"""Tables for maps of several views, family trees and offers; a person has a sign, a prompt and words of a decision."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the empty tables, and the empty columns of people."""
    _make(
        "maps",
        sa.Column("whose_id", sa.Text(), nullable=True),
        sa.Column("drawn_on", sa.Date(), nullable=True),
        sa.Column("drawn_with", sa.Text(), nullable=True),
        sa.Column("frozen_on", sa.Date(), nullable=True),
        points_to={"whose_id": "people"},
    )
    _make(
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
    _make(
        "map_ties",
        sa.Column("map_id", sa.Text(), nullable=False),
        *_pair(),
        sa.Column("quality", sa.String(length=40), nullable=False),
        sa.Column("support", sa.String(length=40), nullable=True),
        points_to={"map_id": "maps", "first_id": "people", "second_id": "people"},
    )
    for table in ("map_places", "map_ties"):
        op.create_index(f"ix_{table}_map_id", table, ["map_id"])
    _make(
        "parentages",
        sa.Column("parent_id", sa.Text(), nullable=False),
        sa.Column("child_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        *_from_and_to(),
        points_to={"parent_id": "people", "child_id": "people"},
    )
    _make(
        "couples",
        *_pair(),
        sa.Column("state", sa.String(length=40), nullable=False),
        *_from_and_to(),
        points_to={"first_id": "people", "second_id": "people"},
    )
    _make(
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
