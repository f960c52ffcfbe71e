"""The commands of the network map."""

from __future__ import annotations

from samordner_tui.tui.commands import Command


class ShowNetworkMap(Command):
    """Viser netværkskortet: barnet i midten, ringe og pladser. Pilene går fra person til person."""

    id = "network_map"
    key = "o"
    title = "Netværkskort"
    footer = "Kort"
    footer_place = 15


class MoveNearer(Command):
    """Flytter den, du står på, en ring nærmere barnet."""

    id = "move_nearer"
    key = "shift+up"
    title = "Flyt nærmere barnet"
    footer = "Nærmere"
    footer_place = 20


class MoveOut(Command):
    """Flytter den, du står på, en ring længere ud."""

    id = "move_out"
    key = "shift+down"
    title = "Flyt længere ud"
    footer = "Længere ud"
    footer_place = 21


class MoveWithClock(Command):
    """Flytter den, du står på, til den næste plads med uret, for eksempel fra mors side til fars side."""

    id = "move_with_clock"
    key = "shift+right"
    title = "Flyt en plads med uret"
    footer = "Flyt rundt"
    footer_place = 22


class MoveAgainstClock(Command):
    """Flytter den, du står på, til den næste plads mod uret, for eksempel fra fars side til mors side."""

    id = "move_against_clock"
    key = "shift+left"
    title = "Flyt en plads mod uret"


class TieTwo(Command):
    """Noterer et bånd fra den, du står på, til en anden: hvordan det er, og hvem der støtter hvem."""

    id = "tie_two"
    key = "t"
    title = "Bånd til en anden"
    footer = "Bånd"
    footer_place = 19


class WriteOnMap(Command):
    """Skriver en ny person på kortet: navnet først, og så hvem det er."""

    id = "write_on_map"
    key = "f4"
    title = "Skriv en ny person"
    footer = "Skriv en ny"


class ChooseMap(Command):
    """Viser et andet kort over samme netværk: et, der er gemt, eller et andet barns. Her begynder du også et nyt."""

    id = "choose_map"
    key = "v"
    title = "Vælg kort"
    footer = "Kort"
    footer_place = 23


class KeepMap(Command):
    """Gemmer kortet, som det er i dag, med dato og hvem I har tegnet det sammen. I tegner videre på det næste."""

    id = "keep_map"
    key = "f"
    title = "Gem kortet, som det er"
    footer = "Gem kortet"
    footer_place = 24


class CompareMaps(Command):
    """Viser to kort ved siden af hinanden, og hvem der er kommet til, gået ud eller rykket."""

    id = "compare_maps"
    key = "s"
    title = "Sammenlign to kort"
    footer = "Sammenlign"
    footer_place = 25


class TieAtTable(Command):
    """Tegner et bånd fra den, du står på, til en anden: hvordan det er, og hvem der støtter hvem."""

    id = "tie_at_table"
    key = "f5"
    title = "Tegn et bånd"
    footer = "Bånd"


class SaveMapAsFile(Command):
    """Gemmer kortet som filer: til print, som billede eller til andre programmer. Filerne er ikke krypteret."""

    id = "save_map_as_file"
    key = "g"
    title = "Gem kortet som fil"
    footer = "Gem som fil"
    footer_place = 26


class RemoveMap(Command):
    """Fjerner det kort, du ser på: et, der er gemt, eller en andens.

    Menneskene bliver. Det kan fortrydes med ctrl+z.
    """

    id = "remove_map"
    key = "delete"
    title = "Fjern kortet"
    footer = "Fjern kortet"
    footer_place = 27


class UndoAtTable(Command):
    """Fortryder det sidste, I gjorde her, og intet fra før."""

    id = "undo_at_table"
    key = "ctrl+z"
    title = "Fortryd her"
    footer = "Fortryd"
