"""The commands of the prompter."""

from __future__ import annotations

from samordner_tui.language import said
from samordner_tui.tui.commands import Command


class OpenPrompter(Command):
    """Fører dig gennem trin 1, et punkt ad gangen. Oplæggene står med store bogstaver og ruller, som de læses op."""

    id = "open_prompter"
    key = "k"
    title = said("Køreplanen punkt for punkt")
    footer = said("Køreplan")
    footer_place = 10


class NextPoint(Command):
    """Går videre til det næste punkt i køreplanen."""

    id = "next_point"
    key = "right,pagedown,enter"
    title = said("Næste punkt")
    footer = said("Næste punkt")
    footer_place = 10


class PreviousPoint(Command):
    """Går tilbage til punktet før."""

    id = "previous_point"
    key = "left,pageup"
    title = said("Forrige punkt")
    footer = said("Forrige")
    footer_place = 15


class Roll(Command):
    """Lader oplægget rulle, eller holder det stille."""

    id = "roll"
    key = "space"
    title = said("Rul eller hold stille")
    footer = said("Rul")
    footer_place = 11


class Faster(Command):
    """Lader oplægget rulle hurtigere."""

    id = "faster"
    key = "plus"
    title = said("Hurtigere")
    footer = said("Hurtigere")
    footer_place = 16


class Slower(Command):
    """Lader oplægget rulle langsommere."""

    id = "slower"
    key = "minus"
    title = said("Langsommere")
    footer = said("Langsommere")
    footer_place = 17


class LineOn(Command):
    """Ruller en linje frem."""

    id = "line_on"
    key = "down"
    title = said("Linje frem")
    in_palette = False


class LineBack(Command):
    """Ruller en linje tilbage."""

    id = "line_back"
    key = "up"
    title = said("Linje tilbage")
    in_palette = False


class LetterSize(Command):
    """Skifter mellem store og almindelige bogstaver."""

    id = "letter_size"
    key = "t"
    title = said("Store eller almindelige bogstaver")
    footer = said("Bogstaver")
    footer_place = 18
