"""The commands of the stages of the evening and of the plan."""

from __future__ import annotations

from samordner_tui.language import said
from samordner_tui.tui.commands import Command


class BeginInformation(Command):
    """Begynder trin 1 nu, eller på det klokkeslæt, du skriver."""

    id = "begin_information"
    key = "b"
    title = said("Begynd trin 1")
    footer = said("Begynd")
    footer_place = 10


class EndInformation(Command):
    """Slutter trin 1 nu, eller på det klokkeslæt, du skriver.

    Trin 1 slutter også af sig selv, når familien er alene.
    """

    id = "end_information"
    title = said("Slut trin 1")


class FamilyAlone(Command):
    """Fagpersonerne går, og familiens egen tid begynder. Mangler der noget, siges det, og med en grund går I videre."""

    id = "family_alone"
    key = "f"
    title = said("Familiens egen tid begynder")
    footer = said("Familien er alene")
    footer_place = 12


class BackToDay(Command):
    """Går tilbage til uret, mens familien er alene."""

    id = "back_to_day"
    key = "d"
    title = said("Tilbage til dagen")
    footer = said("Dagen")
    footer_place = 10


class NotePresence(Command):
    """Noterer, at den, du står på, er i rummet."""

    id = "note_presence"
    key = "space"
    title = said("Er i rummet")
    footer = said("Er her")
    footer_place = 11


class NotHereAfterAll(Command):
    """Tager noten om, at den, du står på, er i rummet, væk igen."""

    id = "not_here_after_all"
    key = "space"
    title = said("Er ikke i rummet alligevel")
    footer = said("Ikke her alligevel")
    footer_place = 11


class PresenceForm(Command):
    """Vælger formen for den, du står på: på video, på telefon, en del af tiden, med et brev og så videre."""

    id = "presence_form"
    key = "t"
    title = said("Er med på en anden måde")
    footer = said("På anden måde")
    footer_place = 13


class HasCome(Command):
    """Noterer, at den, du står på, er kommet, eller tager noten væk igen."""

    id = "has_come"
    key = "space"
    title = said("Er kommet")
    footer = said("Er kommet")
    footer_place = 11


class InPlace(Command):
    """Noterer, at det, du står på, er på plads, eller tager noten væk igen."""

    id = "in_place"
    key = "space"
    title = said("Er på plads")
    footer = said("På plads")
    footer_place = 11


class WalksIn(Command):
    """Skriver en, der kommer uden at stå på listen, og noterer, at personen er her."""

    id = "walks_in"
    key = "i"
    title = said("Kommer uden at stå på listen")
    footer = said("Ikke på listen")
    footer_place = 14


class HasLeft(Command):
    """Noterer, at informatøren eller fagpersonen, du står på, er gået, eller tager noten væk igen."""

    id = "has_left"
    key = "g"
    title = said("Er gået")
    footer = said("Er gået")
    footer_place = 12


class ChildAway(Command):
    """Skriver, hvorfor barnet ikke var med, og hvis ord det er."""

    id = "child_away"
    key = "x"
    title = said("Barnet var ikke med")


class ReadBriefing(Command):
    """Noterer, at oplægget er læst op. Et oplæg, som ikke er godkendt af dem, det handler om, læses ikke op."""

    id = "read_briefing"
    key = "o"
    title = said("Oplægget er læst op")
    footer = said("Læst op")
    footer_place = 14


class LeaveOutBriefing(Command):
    """Udelader oplægget. Programmet spørger om grunden og gemmer den."""

    id = "leave_out_briefing"
    key = "u"
    title = said("Udelad oplægget")
    footer = said("Udelad")
    footer_place = 15


class QuestionsAnswered(Command):
    """Noterer, at alle spørgsmål til oplæggene er besvaret."""

    id = "questions_answered"
    key = "a"
    title = said("Spørgsmålene er besvaret")
    footer = said("Besvaret")
    footer_place = 16


class ExplainDeparture(Command):
    """Skriver, hvorfor en fagperson var i rummet uden at være kaldt ind."""

    id = "explain_departure"
    key = "g"
    title = said("Hvorfor var en fagperson i rummet?")
    footer = said("Grund")
    footer_place = 14


class StopConference(Command):
    """Stopper rådslagningen med en ærlig grund. Det kan ikke fortrydes."""

    id = "stop_conference"
    title = said("Stop rådslagningen")


class PlanRead(Command):
    """Noterer, at referenten har læst planen op. Trin 3 begynder med det."""

    id = "plan_read"
    key = "o"
    title = said("Planen er læst op")
    footer = said("Læst op")
    footer_place = 10


class AnswerPlan(Command):
    """Skriver initiativtagerens svar ind fra papiret: godkendt, foreløbig godkendt, sendt tilbage eller afvist.

    Svaret kan ikke fortrydes.
    """

    id = "answer_plan"
    key = "a"
    title = said("Svaret på planen")
    footer = said("Svar")
    footer_place = 11


class TypePlan(Command):
    """Skriver arket af, som det står. Ordene er familiens og laves ikke om."""

    id = "type_plan"
    key = "p"
    title = said("Skriv planen af")
    footer = said("Planen")
    footer_place = 13


class CutPlan(Command):
    """Deler familiens ord i aftaler, en for hver linje, uden at lave om på dem."""

    id = "cut_plan"
    key = "d"
    title = said("Del planen i aftaler")
    footer = said("Del i aftaler")
    footer_place = 14


class ApproveUnclear(Command):
    """Lader aftalen stå, som den er, selv om noget er uklart. Programmet spørger om grunden og gemmer den."""

    id = "approve_unclear"
    key = "u"
    title = said("Lad aftalen stå uklar")
    footer = said("Står uklar")
    footer_place = 15


class CloseDay(Command):
    """Slutter trin 3. Mangler der noget, siges det, og med en grund går I hjem. Det kan ikke fortrydes."""

    id = "close_day"
    key = "z"
    title = said("Slut for i dag")
    footer = said("Slut for i dag")
    footer_place = 16
