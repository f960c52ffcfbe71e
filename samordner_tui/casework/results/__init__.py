"""Results across cases: what the method leads to, and nothing that points to a person or a case. Source: R39, R102.

A case is counted once, in the period of its last conference that was held; where none was held, when it was closed;
where it is still under way, when it was opened. Of a deleted case its anonymous line is counted, by its year.
"""

from samordner_tui.casework.results.counted import Period
from samordner_tui.casework.results.reading import read_results
from samordner_tui.casework.results.results import Results
from samordner_tui.casework.results.shown import Row, Table

__all__ = ["Period", "Results", "Row", "Table", "read_results"]
