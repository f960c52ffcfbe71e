"""The commands of bringing people in from a file, and of merging two who are one."""

from __future__ import annotations

from samordner_tui.tui.commands import Command


class BringInFile(Command):
    """Henter personer fra en fil: et vCard fra telefonen eller mailen, en tabel eller et netværk.

    Tabellen er gemt som CSV, netværket som GraphML eller som tabeller i en zip.

    Du ser først, hvad hver linje bliver til. Intet gemmes, før du siger ja.
    """

    id = "bring_in_file"
    key = "e"
    title = "Hent fra fil"
    footer = "Hent"
    footer_place = 16


class MergeDoubles(Command):
    """Gør to personer til én, når de er den samme.

    Besøg, roller, bånd og svar følger med. Siger de to ikke det samme, ser du det først. Det kan fortrydes.
    """

    id = "merge_doubles"
    title = "Saml dobbelte"


class TakeOrLeave(Command):
    """Tager personen med, eller lader den være."""

    id = "take_or_leave"
    key = "space"
    title = "Tag med eller lad være"
    footer = "Til og fra"
    footer_place = 11


class TakeAllOrNone(Command):
    """Tager alle med. Er alle taget med, tages ingen med."""

    id = "take_all_or_none"
    key = "ctrl+a"
    title = "Tag alle med eller ingen"
    footer = "Alle"
    footer_place = 12


class BringIn(Command):
    """Henter dem ind, der er slået til. Fortryd tager dem alle ud igen på én gang."""

    id = "bring_in"
    key = "enter"
    title = "Hent dem ind"
    footer = "Hent dem ind"
    footer_place = 10
