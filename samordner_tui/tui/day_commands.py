"""The commands of the day."""

from __future__ import annotations

from samordner_tui.language import said
from samordner_tui.tui.commands import Command


class CalledIn(Command):
    """Noterer, at familien kaldte jer ind, hvem der gjorde det, og om hvad. Faste valg; der skrives ingen ord."""

    id = "called_in"
    key = "k"
    title = said("Kaldt ind af familien")
    footer = said("Kaldt ind")
    footer_place = 10


class OutAgain(Command):
    """Noterer, at I er ude igen. Minutterne regnes fra, da I blev kaldt ind."""

    id = "out_again"
    key = "k"
    title = said("Ude igen")
    footer = said("Ude igen")
    footer_place = 10


class NotePause(Command):
    """Noterer en pause."""

    id = "note_pause"
    key = "p"
    title = said("Pause")
    footer = said("Pause")
    footer_place = 11


class NoteMeal(Command):
    """Noterer, at der spises."""

    id = "note_meal"
    key = "m"
    title = said("Måltid")
    footer = said("Måltid")
    footer_place = 12


class FamilyReady(Command):
    """Familien er klar med planen. Familiens egen tid slutter, og trin 3 kan begynde."""

    id = "family_ready"
    key = "f"
    title = said("Familien er klar")
    footer = said("Familien er klar")
    footer_place = 13


class ChildMoves(Command):
    """Noterer, at barnet trækker sig tilbage med sin voksne, eller er med igen. Barnet er stadig med."""

    id = "child_moves"
    key = "b"
    title = said("Barnet går eller kommer")


class CameUncalled(Command):
    """Noterer, at en fagperson kom ind uden at være kaldt eller blev siddende.

    Det noteres straks, og uret går videre. Grunden er et fast valg; ord kan skrives, når familiens egen tid er slut.
    """

    id = "came_uncalled"
    key = "u"
    title = said("En fagperson er i rummet")


class LeadersNumber(Command):
    """Viser telefonnummeret på den leder, der kan godkende planen, og hvornår lederen kan nås."""

    id = "leaders_number"
    key = "l"
    title = said("Lederens nummer")
