"""The two versions of the map on paper: all of it for the samordner, and names alone for the family's table.

Whoever is decided not to come stands on no paper that the family reads. Source: case_systems.md 4.5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from samordner_tui.casework.network_map import NetworkMap, OnMap
from samordner_tui.method.terms import TieQuality
from samordner_tui.method.wording import listed
from samordner_tui.papers.network_map.letters import first_names
from samordner_tui.papers.network_map.names_told import named_in


class Version(StrEnum):
    """For whom the map is printed."""

    WORKING = "working"
    MEETING = "meeting"


def seen_in(shown: NetworkMap, version: Version) -> NetworkMap:
    """What a version shows of a map. Everything that is drawn or said on paper comes through here."""
    return shown if version is Version.WORKING else _for_the_meeting(shown)


def _for_the_meeting(shown: NetworkMap) -> NetworkMap:
    """First names, and who knows whom: not how, not who supports whom, nobody marked."""
    kept = [one for one in shown.people if one.is_invited]
    names = first_names([*(name for _id, name in shown.hearts), *(one.name for one in kept)])
    hearts = tuple((one, name) for (one, _whole), name in zip(shown.hearts, names, strict=False))
    people = tuple(_as_anybody(one, name) for one, name in zip(kept, names[len(hearts) :], strict=True))
    called = {one.id: one.name for one in people}
    there = {*dict(hearts), *called}
    ties = tuple(
        replace(one, quality=TieQuality.ORDINARY, support=None)
        for one in shown.ties
        if {one.first, one.second} <= there
    )
    drawn = replace(
        shown.drawn, whose=first_names([shown.drawn.whose])[0], drawn_with=_company(shown, {**dict(hearts), **called})
    )
    return replace(shown, hearts=hearts, people=people, ties=ties, drawn=drawn)


def _company(shown: NetworkMap, called: Mapping[str, str]) -> str:
    """With whom the map was drawn, as far as they stand on it, each as they are called there."""
    everybody = {**dict(shown.hearts), **{one.id: one.name for one in shown.people}}
    return listed([called[one] for one in named_in(shown.drawn.drawn_with, everybody) if one in called])


def _as_anybody(person: OnMap, name: str) -> OnMap:
    return replace(person, name=name, relation="", contact=None, is_professional=False)
