"""How alembic runs the revisions: on the connection the upgrade hands over, inside the transaction it has begun."""

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
