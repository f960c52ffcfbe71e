"""What can be done in the results: which period, which municipality, and whether the method was followed."""

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


class ShowFidelity(Command):
    """Viser, hvor tit metoden er fulgt: F1 til F24, ved de holdte rådslagninger. En gang til skjuler det igen."""

    id = "results_fidelity"
    key = "m"
    title = said("Vis, hvor tit metoden blev fulgt")
    footer = said("Metoden")
    footer_place = 40
