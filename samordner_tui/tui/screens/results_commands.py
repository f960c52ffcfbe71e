"""What can be done in the results: which period, and which municipality."""

from __future__ import annotations

from samordner_tui.language import said
from samordner_tui.tui.commands import Command


class ChoosePeriod(Command):
    """Vælger perioden: hele tiden, et år, eller fra en dag til en anden."""

    id = "results_period"
    key = "p"
    title = said("Vælg periode")
    footer = said("Periode")
    footer_place = 20


class ChooseMunicipality(Command):
    """Vælger kommunen, eller alle kommuner. En kommune med færre end fem sager kan ikke stå alene."""

    id = "results_municipality"
    key = "k"
    title = said("Vælg kommune")
    footer = said("Kommune")
    footer_place = 30
