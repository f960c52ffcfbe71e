"""The revisions of the tables, run by alembic when an older file is opened. Never imported otherwise."""
