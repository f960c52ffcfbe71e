"""How alembic runs the revisions: inside the transaction that the upgrade has begun, on the connection it hands over."""

from __future__ import annotations

from alembic import context

from samordner_tui.archive.records.base import Record

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Record.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
