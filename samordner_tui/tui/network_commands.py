"""The commands of the network: visits, decisions, what is said, distance."""

from __future__ import annotations

from samordner_tui.tui.commands import Command


class PlanVisit(Command):
    """Aftaler et besøg hos den, du står på, eller hos dem, du vælger. De, der er tættest på barnet, står først."""

    id = "plan_visit"
    key = "b"
    title = "Aftal et besøg"
    footer = "Besøg"
    footer_place = 12


class HowItWent(Command):
    """Noterer, hvordan besøget gik hos den, du står på, også når det ikke var aftalt. Ét tal og minutterne er nok."""

    id = "how_it_went"
    key = "k"
    title = "Hvordan gik besøget"
    footer = "Hvordan gik det"
    footer_place = 14


class DecideInvitation(Command):
    """Skriver, hvem der inviteres, og hvem der har besluttet det. Det er aldrig dig.

    Du går listen igennem med én tast for hver. En beslutning kan altid ændres.
    """

    id = "decide_invitation"
    key = "i"
    title = "Invitér eller ej"
    footer = "Invitér"
    footer_place = 13


class WhoWasThere(Command):
    """Retter, hvem der er med til besøget."""

    id = "who_was_there"
    key = "m"
    title = "Hvem er med til besøget"
    footer = "Hvem er med"


class WhatIsSaid(Command):
    """Noterer, hvad barnet eller en forælder siger til, at personen er med."""

    id = "what_is_said"
    key = "u"
    title = "Hvad barnet og forældrene siger"
    footer = "Siger"


class KeepDistance(Command):
    """Noterer, at personen har brug for afstand til en anden."""

    id = "keep_distance"
    key = "a"
    title = "To, der skal have afstand"


class WhatTheyNeed(Command):
    """Skriver, hvordan personen vil være med, og hvad der er brug for: tolk, at blive hentet, mad, en rolle.

    Det går videre til det, der skal bestilles, og til maden, når personen har svaret ja.
    """

    id = "what_they_need"
    key = "d"
    title = "Hvad de har brug for"
    footer = "Behov"
    footer_place = 16


class WriteOffer(Command):
    """Skriver ned, hvad personen gerne vil tilbyde, kun når personen selv ønsker det. Personen tager det selv med."""

    id = "write_offer"
    key = "g"
    title = "Skriv et tilbud ned"
    footer = "Tilbud"


class MayBeTold(Command):
    """Vælger, hvad de må få at vide ved besøget, blandt de tekster, familien kender."""

    id = "may_be_told"
    key = "t"
    title = "Hvad de må få at vide"
    footer = "Må få at vide"
