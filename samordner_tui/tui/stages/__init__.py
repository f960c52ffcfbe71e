"""One module a stage, with the same names as in casework; imported when the stage is first shown."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from samordner_tui.casework.stages import PLACES
from samordner_tui.method.terms import StageId
from samordner_tui.tui.stages.stage import STAGES, Stage


@cache
def stage_class(stage: StageId) -> type[Stage]:
    """The class that shows `stage`: its own where it has commands of its own, else the plain one."""
    name = f"samordner_tui.tui.stages.{PLACES[stage].partition(':')[0]}"
    if find_spec(name) is not None:
        import_module(name)
    return STAGES.get(stage, Stage)
