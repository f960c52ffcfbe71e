"""What has left the archive and is not destroyed yet.

Papers that leave together are one entry in the register. Each of them may come back by itself; when the last of them is
destroyed, nothing is left of the entry.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, String, and_, cast, exists, literal, or_

from samordner_tui.archive.records.keeping import Export
from samordner_tui.archive.records.papers import PaperMade
from samordner_tui.archive.register_names import PAPERS


def still_out(case_id: str | None) -> ColumnElement[bool]:
    """The entries of a case of which something may lie somewhere."""
    of_the_entry = and_(
        PaperMade.case_id == Export.case_id,
        PaperMade.made_at == Export.at,
        Export.what == literal(PAPERS).concat(cast(PaperMade.format, String)),
    )
    are_known = exists().where(of_the_entry)
    one_is_out = exists().where(of_the_entry, PaperMade.destroyed_on.is_(None))
    return and_(Export.case_id == case_id, Export.destroyed_on.is_(None), or_(~are_known, one_is_out))
