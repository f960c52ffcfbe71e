"""The commands that are there on every screen."""

from __future__ import annotations

from samordner_tui.language import said
from samordner_tui.tui.commands import Command


class Help(Command):
    """Viser hjælp til det sted, du står, og de taster, der virker der."""

    id = "help"
    key = "f1"
    title = said("Hjælp")
    footer = said("Hjælp")
    footer_place = 0
    footer_stays = True
    priority = True


class Palette(Command):
    """Alt, hvad programmet kan lige nu, ved navn. Skriv et par bogstaver, og tryk enter."""

    id = "palette"
    key = "ctrl+p"
    title = said("Alt ved navn")
    footer = said("Alt")
    footer_place = 99
    footer_stays = True
    priority = True
    in_palette = False


class Undo(Command):
    """Fortryder den seneste ændring i sagen.

    Står du i et felt, fortrydes det, du har skrevet der. Svaret på planen, begyndelsen af et trin, udtræk og sletning
    kan ikke fortrydes.
    """

    id = "undo"
    key = "ctrl+z"
    title = said("Fortryd")
    footer = said("Fortryd")
    footer_place = 90


class Redo(Command):
    """Gør det igen, som du lige har fortrudt."""

    id = "redo"
    key = "ctrl+y"
    title = said("Gør om igen")


class SomethingSerious(Command):
    """Når nogen fortæller noget alvorligt, eller du ser det.

    Her står, hvad du gør nu, hvem du ringer til, og hvad du noterer.
    """

    id = "something_serious"
    key = "f9"
    title = said("Noget alvorligt")
    footer = said("Alvorligt")
    footer_place = 85
    footer_stays = True
    priority = True


class Lock(Command):
    """Gemmer det, du er i gang med, og lukker arkivet, til du skriver adgangskoden igen."""

    id = "lock"
    key = "ctrl+l"
    title = said("Lås")
    footer = said("Lås")
    footer_place = 92
    priority = True


class Quit(Command):
    """Gemmer det, du er i gang med, låser arkivet og lukker programmet."""

    id = "quit"
    key = "ctrl+q"
    title = said("Luk Samordner")
    footer = said("Luk")
    footer_place = 94
    priority = True


class Copy(Command):
    """Kopierer den tekst, du har markeret. Den lukker ikke programmet."""

    id = "copy_marked"
    key = "ctrl+c"
    title = said("Kopiér")
    in_palette = False


class Back(Command):
    """Et skridt tilbage. Escape lukker aldrig programmet."""

    id = "back"
    key = "escape"
    title = said("Tilbage")
    in_palette = False


class History(Command):
    """Viser, hvad der er ændret i sagen eller i arkivet, og hvornår."""

    id = "history"
    key = "h"
    title = said("Historik")
    footer = said("Historik")
    footer_place = 60


class Settings(Command):
    """Hvordan programmet skal være for dig: udseende, sprog, tidszone, lås, adgangskode og sikkerhedskopier."""

    id = "settings"
    key = "f2"
    title = said("Indstillinger")


class Guest(Command):
    """Viser kun barnets netværk med navne, ringe og barnets egne ord, så I kan se det sammen.

    Adgangskoden slutter visningen.
    """

    id = "guest"
    key = "f8"
    title = said("Vis barnets netværk (gæstevisning)")


APP_OFFERS: tuple[type[Command], ...] = (Help, Palette, Undo, Redo, SomethingSerious, Guest, Settings, Lock, Quit, Copy)
"""What the program itself offers. `Back` and `History` are offered by screens."""
