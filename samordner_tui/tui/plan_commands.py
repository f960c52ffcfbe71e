"""The commands of reading the plan and of comparing its versions."""

from __future__ import annotations

from samordner_tui.language import said
from samordner_tui.tui.commands import Command


class ReadPlanLarge(Command):
    """Viser planen med store bogstaver, en aftale ad gangen, så alle kan læse med.

    Der står intet, som kun er til dig.
    """

    id = "read_plan_large"
    key = "b"
    title = said("Læs planen med store bogstaver")
    footer = said("Store bogstaver")
    footer_place = 17


class CompareVersions(Command):
    """Viser, hvad der er nyt, ændret og væk i planen siden omgangen før, linje for linje."""

    id = "compare_versions"
    key = "m"
    title = said("Sammenlign planens versioner")
    footer = said("Versioner")
    footer_place = 18


class NextAgreement(Command):
    """Går til den næste aftale."""

    id = "next_agreement"
    key = "right"
    title = said("Den næste aftale")
    footer = said("Den næste")
    footer_place = 11
    in_palette = False


class PreviousAgreement(Command):
    """Går tilbage til aftalen før."""

    id = "previous_agreement"
    key = "left"
    title = said("Aftalen før")
    footer = said("Den før")
    footer_place = 10
    in_palette = False


class EarlierVersions(Command):
    """Viser de to versioner før."""

    id = "earlier_versions"
    key = "left"
    title = said("De to versioner før")
    footer = said("De to før")
    footer_place = 10
    in_palette = False


class LaterVersions(Command):
    """Viser de to næste versioner."""

    id = "later_versions"
    key = "right"
    title = said("De to næste versioner")
    footer = said("De to næste")
    footer_place = 11
    in_palette = False
