"""The shape of the network map among the settings: how many rings, which sectors, and what each is called."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from samordner_tui.archive.settings import MAP_SHAPE
from samordner_tui.casework.entry import forbidden
from samordner_tui.casework.map_shape import (
    FEWEST_RINGS,
    FEWEST_SECTORS,
    LONGEST_NAME,
    MOST_RINGS,
    OWN,
    ROUND,
    MapShape,
    shape_from,
    shape_text,
    with_ring_name,
    with_rings,
    with_sector,
    without_sector,
)
from samordner_tui.language import _
from samordner_tui.method.definition import method
from samordner_tui.method.terms import Sector
from samordner_tui.method.wording import listed
from samordner_tui.tui.dialogs.pick import PickDialog
from samordner_tui.tui.screens.ask import AskDialog
from samordner_tui.tui.screens.setting_row import SettingRow
from samordner_tui.tui.widgets.option_lines import Option

if TYPE_CHECKING:
    from samordner_tui.tui.app import SamordnerApp

NAME: Final = "name:"
REMOVE: Final = "remove:"
"""Begin an answer about a ring or a sector; what follows says which."""


def map_rows(app: SamordnerApp) -> Iterator[SettingRow]:
    """The two settings of the map."""
    shape = _shape(app)
    rings = [shape.ring_name(ring) for ring in range(1, len(shape.rings) + 1)]
    yield SettingRow(
        _("Ringe på netværkskortet"),
        _("{count} ringe").format(count=len(rings)),
        _("Tre til fem. Du kan kalde dem det, I siger ved bordet.") + "\n" + listed(rings),
        lambda: _change_rings(app),
    )
    yield SettingRow(
        _("Pladser på netværkskortet"),
        _("{count} pladser").format(count=len(shape.round)),
        _("De dele, kortet er delt i. Du kan give dem andre navne, tage nogle væk og lægge tre af dine egne til.")
        + "\n"
        + listed([shape.sector_name(sector) for sector in shape.round]),
        lambda: _change_sectors(app),
    )


def _shape(app: SamordnerApp) -> MapShape:
    return shape_from(app.open_archive.setting(MAP_SHAPE))


async def _keep(app: SamordnerApp, shape: MapShape) -> None:
    archive = app.open_archive
    kept = archive.writer.submit(lambda: archive.set_setting(MAP_SHAPE, shape_text(shape)))
    await asyncio.shield(asyncio.wrap_future(kept))
    app.refresh_case()


async def _change_rings(app: SamordnerApp) -> None:
    shape = _shape(app)
    counts = [
        Option(str(count), _("{count} ringe").format(count=count)) for count in range(FEWEST_RINGS, MOST_RINGS + 1)
    ]
    names = [
        Option(f"{NAME}{ring}", _("Kald ring {ring} noget andet").format(ring=ring), shape.ring_name(ring))
        for ring in range(1, len(shape.rings) + 1)
    ]
    chosen = await app.push_screen_wait(
        PickDialog(_("Ringe på netværkskortet"), [*counts, *names], (str(len(shape.rings)),))
    )
    if chosen is None:
        return
    if chosen.startswith(NAME):
        ring = int(chosen.removeprefix(NAME))
        name = await _ask_name(app, _("Ring {ring}").format(ring=ring), shape.ring_name(ring))
        if name is not None:
            await _keep(app, with_ring_name(shape, ring, name))
    else:
        await _keep(app, with_rings(shape, int(chosen)))


async def _change_sectors(app: SamordnerApp) -> None:
    shape = _shape(app)
    chosen = await app.push_screen_wait(PickDialog(_("Pladser på netværkskortet"), list(_sector_options(shape))))
    if chosen is None:
        return
    if chosen.startswith(REMOVE):
        await _keep(app, without_sector(shape, Sector(chosen.removeprefix(REMOVE))))
        return
    sector = Sector(chosen.removeprefix(NAME))
    known = sector in shape.round or sector in ROUND
    name = await _ask_name(app, _("Plads på kortet"), shape.sector_name(sector) if known else "", needed=not known)
    if name is not None:
        await _keep(app, with_sector(shape, sector, "" if name == method().label(sector) else name))


def _sector_options(shape: MapShape) -> Iterator[Option]:
    for sector in shape.round:
        yield Option(f"{NAME}{sector}", shape.sector_name(sector), _("kald den noget andet"))
    free = next((one for one in OWN if one not in shape.round), None)
    if free is not None:
        yield Option(f"{NAME}{free}", _("Læg din egen plads til"))
    for sector in (one for one in ROUND if one not in shape.round):
        yield Option(f"{NAME}{sector}", _("Tag {name} med igen").format(name=method().label(sector)))
    if len(shape.sectors) > FEWEST_SECTORS:
        for sector in shape.round:
            yield Option(f"{REMOVE}{sector}", _("Tag {name} væk").format(name=shape.sector_name(sector)))


async def _ask_name(app: SamordnerApp, title: str, now: str, *, needed: bool = False) -> str | None:
    """What a ring or a sector is to be called; an empty line is the name to begin with."""
    question = (
        _("Hvad skal den hedde?") if needed else _("Hvad skal den hedde? En tom linje giver det første navn igen.")
    )
    return await app.push_screen_wait(
        AskDialog(title, question, now, problem_with=lambda typed: problem_with_name(typed, needed=needed))
    )


def problem_with_name(typed: str, *, needed: bool) -> str:
    """A sentence when a ring or a sector cannot be called that."""
    problem = forbidden(typed)
    if problem is not None:
        return problem.sentence
    if len(typed.strip()) > LONGEST_NAME:
        return _("Navnet er for langt. Der er plads til {limit} tegn.").format(limit=LONGEST_NAME)
    return _("Skriv et navn.") if needed and not typed.strip() else ""
