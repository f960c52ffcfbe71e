"""The commands of the questions that call names to mind."""

from __future__ import annotations

from samordner_tui.tui.commands import Command


class FindPeople(Command):
    """Stiller spørgsmålene, der kalder navne frem, ét ad gangen. Du skriver dem, der bliver nævnt."""

    id = "find_people"
    key = "f"
    title = "Find flere i netværket"
    footer = "Find flere"
    footer_place = 11


class NextPrompt(Command):
    """Går videre til det næste spørgsmål. Enter på en tom linje gør det samme."""

    id = "next_prompt"
    key = "ctrl+n,pagedown"
    title = "Næste spørgsmål"
    footer = "Næste spørgsmål"
    footer_place = 10


class PreviousPrompt(Command):
    """Går tilbage til spørgsmålet før."""

    id = "previous_prompt"
    key = "ctrl+b,pageup"
    title = "Forrige spørgsmål"
    footer = "Forrige"
    footer_place = 11
