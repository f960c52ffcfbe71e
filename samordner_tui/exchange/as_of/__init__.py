"""A case as it stood on an earlier day: what came later is left out.

Most is read from the marks on the columns: a date marked `Happened` that lies later is forgotten, and with it every
fact that is known `Since` it. What no mark can say stands in `rules.py`.
"""

from __future__ import annotations

from samordner_tui.exchange.as_of.case import case_as_of

__all__ = ["case_as_of"]
