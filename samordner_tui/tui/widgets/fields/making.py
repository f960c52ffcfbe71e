"""Which widget a field is typed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from samordner_tui.casework.fields import FieldKind, FieldSpec
from samordner_tui.casework.references import Reference
from samordner_tui.language import _
from samordner_tui.tui.widgets.fields.choice import ChoiceField, ChoicesField
from samordner_tui.tui.widgets.fields.control import Control
from samordner_tui.tui.widgets.fields.date import DateField
from samordner_tui.tui.widgets.fields.line import LineField
from samordner_tui.tui.widgets.fields.lines import LinesField
from samordner_tui.tui.widgets.fields.name import NameField
from samordner_tui.tui.widgets.fields.reference import ReferenceField
from samordner_tui.tui.widgets.fields.yes_no import YesNoField
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from samordner_tui.method.definition import Method

YES, NO = "1", "0"
TYPED: dict[FieldKind, type[LineField | LinesField]] = {FieldKind.LINES: LinesField, FieldKind.DATE: DateField}
"""The kinds that are typed and not in a plain line."""


def control_for(spec: FieldSpec, text: str, references: Sequence[Reference], method: Method) -> Control:
    """The widget for a field that shows `text`."""
    return cast(Control, _widget_for(spec, text, references, method))


def _widget_for(spec: FieldSpec, text: str, references: Sequence[Reference], method: Method) -> Widget:
    if spec.kind is FieldKind.REFERENCE:
        return ReferenceField(spec, references, text)
    if spec.names_somebody:
        return NameField(spec, references, text)
    if spec.kind is FieldKind.YES_NO:
        return YesNoField(spec, [Option(YES, _("ja")), Option(NO, _("nej"))], text)
    if spec.choices is not None:
        several = spec.kind is FieldKind.CHOICES
        return (ChoicesField if several else ChoiceField)(spec, choices_of(spec, method, text), text)
    return TYPED.get(spec.kind, LineField)(spec, text)


def choices_of(spec: FieldSpec, method: Method, text: str) -> list[Option]:
    """The fixed choices of a field, with what the method calls them, and the one that is chosen."""
    offered = (member for member in spec.choices or () if method.offers(member) or member.value == text)
    return [Option(member.value, method.label(member)) for member in offered]
