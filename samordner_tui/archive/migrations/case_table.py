"""A table of a case as an upgrade makes it: its own columns, then what every row of a case carries.

Every version is held against the statements it made when it was new, so this is changed only by adding beside it.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op


def make_case_table(table: str, *columns: sa.Column[Any], points_to: dict[str, str]) -> None:
    """Make the table and its index.

    Args:
        table: its name.
        columns: its own columns, in their order.
        points_to: the table each column that names another row points to; such a row goes with the one it names.
    """
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
