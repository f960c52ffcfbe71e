"""The tables as they were first shipped.

A new archive is made from the records themselves and carries the newest version at once, so there is nothing to run
here: this is where the revisions that follow begin.
"""

from __future__ import annotations

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing: no file is older than this."""
