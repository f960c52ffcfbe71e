"""What is said of a hjørnesten: how it stands, the reason in this case, and where it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from samordner_tui.method.terms import StageId, Standing


@dataclass(frozen=True, slots=True)
class Verdict:
    """How hjørnesten `number` stands. `reason` is one short sentence and names the first lack, never the rule."""

    number: int
    standing: Standing
    reason: str
    mend_at: StageId
