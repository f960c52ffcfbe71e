"""The typed shape of the method file, loaded and checked.

Everything the method says stands in `data/method/familieraadslagning.toml`, in Danish and English, each entry with the
rows of the sources it comes from. Code reads it through `method()`.
"""

from __future__ import annotations

from samordner_tui.method.definition.grounds import Said
from samordner_tui.method.definition.loading import MethodFileWrong, load_method, method
from samordner_tui.method.definition.shapes import (
    Anchor,
    Check,
    CornerstoneDefinition,
    EvaluationForm,
    EvaluationScale,
    Figure,
    Figures,
    GateDefinition,
    GateLine,
    Group,
    MeasureDefinition,
    Milestone,
    Offset,
    Prompt,
    Role,
    RunningLine,
    ScheduleEntry,
    Stage,
    StepDefinition,
    Task,
)
from samordner_tui.method.definition.whole import Method

__all__ = [
    "Anchor",
    "Check",
    "CornerstoneDefinition",
    "EvaluationForm",
    "EvaluationScale",
    "Figure",
    "Figures",
    "GateDefinition",
    "GateLine",
    "Group",
    "MeasureDefinition",
    "Method",
    "MethodFileWrong",
    "Milestone",
    "Offset",
    "Prompt",
    "Role",
    "RunningLine",
    "Said",
    "ScheduleEntry",
    "Stage",
    "StepDefinition",
    "Task",
    "load_method",
    "method",
]
