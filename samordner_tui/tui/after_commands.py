"""The commands of the stages after the day."""

from __future__ import annotations

from samordner_tui.language import said
from samordner_tui.tui.commands import Command


class ListReceivers(Command):
    """Skriver alle dem op, der skal have planen: de, der var med, rollerne og initiativtageren."""

    id = "list_receivers"
    key = "u"
    title = said("Skriv op, hvem der skal have planen")
    footer = said("Skriv alle op")
    footer_place = 11


class PlanSent(Command):
    """Noterer, hvem der har fået planen, hvordan og hvornår. Du kan vælge flere på én gang."""

    id = "plan_sent"
    key = "e"
    title = said("Har fået planen")
    footer = said("Har fået den")
    footer_place = 12


class BriefingDeleted(Command):
    """Sletter oplæggets tekst, når papirerne er makuleret."""

    id = "briefing_deleted"
    key = "o"
    title = said("Slet oplæggets tekst")
    footer = said("Slet oplæg")
    footer_place = 13


class GuardianCall(Command):
    """Noterer et opkald til planvogteren."""

    id = "guardian_call"
    key = "g"
    title = said("Opkald til planvogteren")
    footer = said("Planvogter")
    footer_place = 14


class AddNextConference(Command):
    """Opretter den næste rådslagning på den aftalte dag. Personerne følger med; spørg til roller og lokale igen."""

    id = "add_next_conference"
    key = "o"
    title = said("Opret den næste rådslagning")
    footer = said("Opret den næste")
    footer_place = 11


class WhatBecameOfIt(Command):
    """Noterer, hvad det blev til med aftalen: gjort, delvist gjort, ikke gjort eller lavet om."""

    id = "what_became_of_it"
    key = "u"
    title = said("Hvad blev det til?")
    footer = said("Hvad blev det til")
    footer_place = 12


class ExportDestroyed(Command):
    """Noterer, at det, der forlod arkivet, er destrueret."""

    id = "export_destroyed"
    key = "d"
    title = said("Er destrueret")
    footer = said("Destrueret")
    footer_place = 12


class DeleteCase(Command):
    """Sletter sagen for altid, her og i arkivets sikkerhedskopier.

    Programmet viser først, hvad der forsvinder, og beder dig skrive sagens nummer. Bagefter får du en kvittering,
    der ikke nævner nogen.
    """

    id = "delete_case"
    key = "x"
    title = said("Slet sagen for altid")
    footer = said("Slet sagen")
    footer_place = 54


class ShowFidelity(Command):
    """Viser, om metoden blev fulgt ved rådslagningen: hvert mål, hvordan det står, og hvorfor."""

    id = "show_fidelity"
    key = "m"
    title = said("Blev metoden fulgt?")
    footer = said("Metoden")
    footer_place = 11


class WriteRemark(Command):
    """Skriver en bemærkning til målet. Den står ved siden af og ændrer ikke, hvordan målet står."""

    id = "write_remark"
    key = "enter"
    title = said("Skriv en bemærkning")
    footer = said("Skriv en bemærkning")
    footer_place = 11


class RemoveRemark(Command):
    """Fjerner bemærkningen til målet. ctrl+z tager den tilbage."""

    id = "remove_remark"
    key = "delete"
    title = said("Fjern bemærkningen")
    footer = said("Fjern den")
    footer_place = 12
