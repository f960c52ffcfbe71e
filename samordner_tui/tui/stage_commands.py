"""The commands that every stage and the frame of a case offer."""

from __future__ import annotations

from samordner_tui.tui.commands import Command


class AddRow(Command):
    """Tilføjer en linje til den liste, du står i. Programmet spørger først om det, der ikke kan undværes."""

    id = "add_row"
    key = "n"
    title = "Ny linje i listen"
    footer = "Ny"
    footer_place = 10


class RemoveRow(Command):
    """Fjerner den linje, du står på, og det, der hører til den. Det kan fortrydes med ctrl+z."""

    id = "remove_row"
    key = "delete"
    title = "Fjern linjen"
    footer = "Fjern"
    footer_place = 55


class NextSteps(Command):
    """Viser de næste skridt. Enter går til det sted, hvor skridtet tages."""

    id = "next_steps"
    key = "s"
    title = "Næste skridt"
    footer = "Næste skridt"
    footer_place = 58


class Way(Command):
    """Viser vejen gennem sagen: forberedelse, dagen og efter. Enter går til et sted på vejen."""

    id = "way"
    key = "v"
    title = "Vejen gennem sagen"
    footer = "Vejen"
    footer_place = 57


class NextStage(Command):
    """Går et sted frem på vejen gennem sagen."""

    id = "next_stage"
    key = "ctrl+pagedown"
    title = "Næste sted på vejen"


class PreviousStage(Command):
    """Går et sted tilbage på vejen gennem sagen."""

    id = "previous_stage"
    key = "ctrl+pageup"
    title = "Forrige sted på vejen"


class ChooseConference(Command):
    """Vælger, hvilken af sagens rådslagninger du ser på."""

    id = "choose_conference"
    key = "r"
    title = "Vælg rådslagning"
    footer = "Rådslagning"
    footer_place = 59


class SetAside(Command):
    """Lægger det næste skridt til side. Programmet spørger om en grund og gemmer den."""

    id = "set_aside"
    key = "l"
    title = "Læg skridtet til side"
    footer = "Læg til side"
    footer_place = 20


class ShowHidden(Command):
    """Viser det skjulte felt, du står i, til du forlader det."""

    id = "show_hidden"
    key = "f4"
    title = "Vis det skjulte felt"
    footer = "Vis"
    footer_place = 12


class NotACprNumber(Command):
    """Siger, at tallet i feltet ikke er et CPR-nummer. Så kan det gemmes."""

    id = "not_a_cpr_number"
    key = "f6"
    title = "Det er ikke et CPR-nummer"
    footer = "Ikke et CPR-nummer"
    footer_place = 11


class ShowCalendar(Command):
    """Viser en kalender, hvor du kan vælge datoen."""

    id = "show_calendar"
    key = "f4"
    title = "Vælg dato i kalenderen"
    footer = "Kalender"
    footer_place = 12
