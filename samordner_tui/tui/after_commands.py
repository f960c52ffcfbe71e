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


class TaskAnswered(Command):
    """Noterer, om den, der ikke var der, siger ja eller nej til sin opgave, eller kun er spurgt."""

    id = "task_answered"
    key = "j"
    title = said("Siger ja eller nej til sin opgave")
    footer = said("Ja eller nej")
    footer_place = 10


class TalkWithChild(Command):
    """Aftaler eller noterer samtalen med barnet om, hvordan det gik."""

    id = "talk_with_child"
    key = "b"
    title = said("Samtale med barnet bagefter")
    footer = said("Barnet")
    footer_place = 15


class DaysTime(Command):
    """Skriver dagens tid op. Minutterne er regnet ud fra, da trin 1 begyndte, til trin 3 sluttede. Ret dem frit."""

    id = "days_time"
    key = "t"
    title = said("Dagens tid")
    footer = said("Tid")
    footer_place = 16


class DaysExpense(Command):
    """Skriver et udlæg fra dagen op, med beløb og bilag."""

    id = "days_expense"
    key = "k"
    title = said("Udlæg på dagen")
    footer = said("Et udlæg")
    footer_place = 17


class AddNextConference(Command):
    """Opretter den næste rådslagning på den aftalte dag.

    Det, I havde sidst, bliver tilbudt igen. Du tager det med, som I vil have.
    """

    id = "add_next_conference"
    key = "o"
    title = said("Opret den næste rådslagning")
    footer = said("Opret den næste")
    footer_place = 18


class MoveTheDay(Command):
    """Flytter rådslagningen. Først ser du, hvilke bestillinger, svar, frister og mennesker det rører.

    Den gamle dag bliver stående i rækken med grunden til, at den blev flyttet.
    """

    id = "move_the_day"
    key = "m"
    title = said("Flyt dagen")
    footer = said("Flyt dagen")
    footer_place = 13


class WhatBecameOfIt(Command):
    """Noterer, hvad det blev til med aftalen: gjort, delvist, ikke gjort eller lavet om, og barnets ord om det."""

    id = "what_became_of_it"
    key = "u"
    title = said("Hvad blev det til?")
    footer = said("Hvad blev det til")
    footer_place = 12


class CarryOn(Command):
    """Fører aftalen videre til den nye plan, som en ny aftale med de samme ord eller som en, der står der.

    Familien lægger planen først. Den nye aftale husker den, den bygger på.
    """

    id = "carry_on"
    key = "k"
    title = said("Før aftalen videre i den nye plan")
    footer = said("Før videre")
    footer_place = 13


class AgreementCourse(Command):
    """Viser aftalens forløb: hvad den sagde ved hver rådslagning, hvad det blev til, og barnets ord."""

    id = "agreement_course"
    key = "f"
    title = said("Aftalens forløb")
    footer = said("Forløb")
    footer_place = 14


class TakeAgain(Command):
    """Tager det, du står på, med fra sidst. Ingen har sagt ja endnu: du spørger igen."""

    id = "take_again"
    key = "t"
    title = said("Tag det med igen")
    footer = said("Tag med")
    footer_place = 12


class TakeAllAgain(Command):
    """Tager alt det med fra sidst, som ikke er taget med endnu."""

    id = "take_all_again"
    key = "a"
    title = said("Tag alt med igen")
    footer = said("Tag alt med")
    footer_place = 13


class PlanWithoutMeeting(Command):
    """Noterer, at familien lavede en plan, og at der ikke blev brug for et møde. Programmet spørger om grunden.

    Det er en ærlig afslutning. Hjørnesten 2 står som fraveget, for familien havde ikke sin egen tid.
    Det kan ikke fortrydes.
    """

    id = "plan_without_meeting"
    key = "p"
    title = said("Planen blev til uden møde")
    footer = said("Uden møde")
    footer_place = 15


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


class FillInEvaluation(Command):
    """Viser kun evalueringen, så barnet, familien, netværket og fagpersonerne kan svare ved computeren, en ad gangen.

    Ingen skriver navn, og ingen ser, hvad den forrige svarede. Adgangskoden slutter visningen.
    """

    id = "fill_in_evaluation"
    key = "f"
    title = said("Udfyld evalueringen ved computeren")
    footer = said("Udfyld her")
    footer_place = 10


class MendAnswer(Command):
    """Åbner det svar, du sidst har skrevet ind fra papir, så du kan rette det.

    Det gælder, så længe du bliver her. Et svar, der ikke skulle have været der, fortryder du med ctrl+z.
    """

    id = "mend_answer"
    key = "k"
    title = said("Ret det svar, du lige har skrevet ind")
    footer = said("Ret svar")
    footer_place = 12


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
