"""What every case has, also where a file written by hand does not say it: an agreement, and a first conference."""

from __future__ import annotations

from samordner_tui.exchange.rows import CaseRows, FileRow


def completed(case: CaseRows) -> CaseRows:
    """The case with an empty agreement and a first conference where it has none, as a new case is opened with."""
    tables = dict(case.tables)
    if not case.rows("engagements"):
        tables["engagements"] = (FileRow("\0agreement", {}),)
    if not case.rows("conferences"):
        tables["conferences"] = (FileRow("\0conference", {"number": 1}),)
    return CaseRows(case.case, tables)
