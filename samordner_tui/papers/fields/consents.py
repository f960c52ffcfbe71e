"""The consent forms: to what, about whom, and how it is taken back. Source: R89."""

from __future__ import annotations

from samordner_tui.casework.views import Context
from samordner_tui.papers.fields.shared import Fields, children, signed
from samordner_tui.papers.recipients import Recipient


def consent(context: Context, _to: Recipient) -> Fields:
    """A form for one kind of consent."""
    return {"child": children(context), **signed(context)}
