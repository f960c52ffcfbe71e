"""What is drawn on a paper beside its text: the child's colour and motif, and the map of the network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from samordner_tui.casework.views import Context
from samordner_tui.papers.fields import invitations, network
from samordner_tui.papers.look import Look
from samordner_tui.papers.look_told import look_told
from samordner_tui.papers.recipients import Recipient

LOOKS: Final[Mapping[str, Callable[[Context, Recipient], Look]]] = {"invitation_child": invitations.look}
PICTURES: Final[Mapping[str, Callable[[Context], Mapping[str, str]]]] = {"network_map": network.pictures}


def look(context: Context, paper: str, to: Recipient) -> Look:
    """How a paper looks; most look as they come."""
    return LOOKS[paper](context, to) if paper in LOOKS else Look()


def wishes_told(context: Context, paper: str, to: Recipient) -> tuple[str, ...]:
    """What is drawn of a wish on a paper, and what not, in a sentence; none where nothing is wished for."""
    return look_told(invitations.wished(context, to)) if paper in LOOKS else ()


def pictures(context: Context, paper: str) -> Mapping[str, str]:
    """The drawings on a paper as SVG, by the names its template uses.

    Raises:
        Refused: there are too many people for the map.
    """
    return PICTURES[paper](context) if paper in PICTURES else {}
