"""What can be done in the overview of cases."""

from __future__ import annotations

from samordner_tui.language import said
from samordner_tui.tui.commands import Command


class OpenCase(Command):
    """Åbner den sag, markøren står på."""

    id = "open_pointed_case"
    key = "o"
    title = said("Åbn sagen")
    footer_place = 20


class NewCase(Command):
    """Begynder en ny sag. Du giver den et nummer og et navn, som ikke røber, hvem den handler om."""

    id = "new_case"
    key = "n"
    title = said("Ny sag")
    footer = said("Ny sag")
    footer_place = 30


class ShowResults(Command):
    """Viser resultater på tværs af sager: rådslagninger, deltagere, timer, planer, aftaler og evalueringer."""

    id = "results"
    key = "r"
    title = said("Resultater")
    footer = said("Resultater")
    footer_place = 55


class SeekCase(Command):
    """Finder sager ved et navn eller et ord i noterne."""

    id = "seek_case"
    key = "s"
    title = said("Søg i navne og noter")
    footer = said("Søg")
    footer_place = 40
