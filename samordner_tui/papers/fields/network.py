"""The map of the network as the family's table is given it: first names, and who knows whom. Source: R153, R155."""

from __future__ import annotations

from collections.abc import Mapping

from samordner_tui.casework.network_map import read_network_map
from samordner_tui.casework.views import Context
from samordner_tui.language import SPEECH
from samordner_tui.papers.fields.kept import once
from samordner_tui.papers.fields.shared import Fields
from samordner_tui.papers.network_map.paper import Paper
from samordner_tui.papers.network_map.side_column import Sheet
from samordner_tui.papers.network_map.svg import map_svg, sheet_in_sentences
from samordner_tui.papers.network_map.versions import Version, seen_in
from samordner_tui.papers.recipients import Recipient


def the_map(context: Context, _to: Recipient) -> Fields:
    """The same as the drawing, in sentences."""
    return {"sentences": sheet_in_sentences(_sheet(context), context.method)}


def pictures(context: Context) -> Mapping[str, str]:
    """The drawing.

    Raises:
        Refused: there are too many people for the sheet.
    """
    return {"map": map_svg(_sheet(context), context.method)}


def _sheet(context: Context) -> Sheet:
    whole = once(context, ("map", SPEECH.language), lambda: read_network_map(context.session, context.case_id))
    shown = seen_in(whole, Version.MEETING)
    return Sheet(shown, context.facts.number, context.today, Version.MEETING, Paper.A4, is_titled=False)
