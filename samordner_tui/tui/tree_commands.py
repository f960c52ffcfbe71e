"""The commands of the family tree."""

from __future__ import annotations

from samordner_tui.tui.commands import Command


class ShowFamilyTree(Command):
    """Viser familietræet: hvem der er forældre til hvem, og hvem der er eller har været et par."""

    id = "family_tree"
    key = "t"
    title = "Familietræ"
    footer = "Familietræ"
    footer_place = 61


class AddKinship(Command):
    """Skriver, hvem den, du står på, er mor eller far til, barn af eller par med."""

    id = "add_kinship"
    key = "n"
    title = "Nyt slægtskab"
    footer = "Ny"
    footer_place = 10


class ChangeKinship(Command):
    """Åbner en af linjerne om den, du står på, så du kan rette, på hvilken måde det er, og hvornår."""

    id = "change_kinship"
    key = "r"
    title = "Ret et slægtskab"
    footer = "Ret"
    footer_place = 11


class RemoveKinship(Command):
    """Fjerner en af linjerne om den, du står på. Personen bliver i netværket, og du kan fortryde det."""

    id = "remove_kinship"
    key = "delete"
    title = "Fjern et slægtskab"
    footer = "Fjern"
    footer_place = 55


class ProposeKinship(Command):
    """Viser det slægtskab, som ordene i netværket fortæller. Intet skrives, før du siger ja."""

    id = "propose_kinship"
    key = "f"
    title = "Forslag fra netværket"
    footer = "Forslag"
    footer_place = 12
