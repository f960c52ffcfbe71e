"""The scenes of bringing people in: what a file would bring, row by row, and two who are one."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.pilot import Pilot

from samordner_tui.archive.records.network import Person
from samordner_tui.casework.change import add
from samordner_tui.method.terms import StageId
from samordner_tui.tui.app import SamordnerApp
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.incoming import Doing, IncomingScreen
from tests.snapshots.box_scenes import ALMA, Scene
from tests.snapshots.evening_scenes import stands_open
from tests.tui.world import TODAY, shown, until

TABLE = """Navn;Relation;Mobil;Side;Ring;Adresse
Gerda Lund;fars faster;20 11 22 33;far;2;Fyrvej 7, 6960 Hvide Sande
Karen;mormor;;mor;1;
Villads Bang;fodboldtræner;20 44 55 66;;3;
;nabo;20 77 88 99;;;
Bodil Kvist;klasselærer;=2+2;;;
Tove Brandt;mors veninde siden skolen, som hun boede sammen med i Esbjerg;20 12 13 14;mor;2;Havnegade 112, 6700 Esbjerg
"""


async def _at_network(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    app.open_case(cases[ALMA], StageId.NETWORK)
    await until(pilot, lambda: stands_open(app))


NETWORK = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="n" for="node" attr.name="name" attr.type="string"/>
<key id="r" for="node" attr.name="relation" attr.type="string"/>
<key id="e" for="node" attr.name="ego" attr.type="boolean"/>
<key id="q" for="edge" attr.name="quality" attr.type="string"/>
<graph><node id="1"><data key="e">true</data><data key="n">Alma</data></node>
<node id="2"><data key="e">true</data><data key="n">Karla</data></node>
<node id="3"><data key="n">Karen</data><data key="r">mormor</data></node>
<node id="4"><data key="n">Mette</data><data key="r">mor</data></node>
<node id="5"><data key="n">Gerda Lund</data><data key="r">fars faster</data></node>
<edge source="1" target="3"/>
<edge source="3" target="4"/>
<edge source="5" target="1"><data key="q">strong</data></edge>
<edge source="5" target="2"/></graph></graphml>
"""


def _a_table(folder: Path) -> Path:
    file = folder / "naboer.csv"
    file.write_text(TABLE, "utf-8")
    return file


async def asked(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """Which file it is."""
    await _at_network(app, pilot, cases)
    await pilot.press("e")
    await until(pilot, lambda: isinstance(app.screen, AskDialog))


async def preview(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """A table of six, of whom one resembles somebody and two cannot be taken."""
    file = _a_table(app.open_archive.folder.parent)
    await asked(app, pilot, cases)
    app.post_message(events.Paste(str(file)))
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, IncomingScreen) and app.screen.doing is Doing.SHOWING)


async def preview_of_network(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """A network with ties: some stand in the case, one goes to a child who is not in it."""
    file = app.open_archive.folder.parent / "kort.graphml"
    file.write_text(NETWORK, "utf-8")
    await asked(app, pilot, cases)
    app.post_message(events.Paste(str(file)))
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, IncomingScreen) and app.screen.doing is Doing.SHOWING)


async def which_two(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """Two who look alike, offered to be merged."""
    await app.write(
        "Dobbelt",
        lambda session: add(session, Person, cases[ALMA], TODAY, name="Karen", email="karen@brev.dk"),
        cases[ALMA],
    )
    await _at_network(app, pilot, cases)
    await app.run_action("merge_doubles", default_namespace=app.screen.query_one("Stage"))
    await until(pilot, lambda: "Hvem er den samme" in shown(app))


async def which_name(app: SamordnerApp, pilot: Pilot[None], cases: dict[str, str]) -> None:
    """Which of the two names stands."""
    await which_two(app, pilot, cases)
    await pilot.press("enter")
    await until(pilot, lambda: "Hvilken af dem skal blive stående" in shown(app))


INCOMING_SCENES: dict[str, Scene] = {
    "incoming-asked": asked,
    "incoming-preview": preview,
    "incoming-network": preview_of_network,
    "merge-which-two": which_two,
    "merge-which-name": which_name,
}
