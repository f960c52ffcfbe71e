"""A network as data for other programs: GraphML, and tables of ego, alters and ties. Read back it is equal."""

from __future__ import annotations

from enum import StrEnum

from samordner_tui.exchange.graph.ego_tables import read_ego_csv, write_ego_csv
from samordner_tui.exchange.graph.graphml import write_graphml
from samordner_tui.exchange.graph.graphml_reading import read_graphml
from samordner_tui.exchange.graph.plain import Described


class DataAs(StrEnum):
    """What kind of data."""

    GRAPHML = "graphml"
    CSV = "csv"


def as_data(described: Described, kind: DataAs) -> bytes:
    """A map as the content of a file."""
    return write_graphml(described) if kind is DataAs.GRAPHML else write_ego_csv(described)


__all__ = ["DataAs", "Described", "as_data", "read_ego_csv", "read_graphml", "write_ego_csv", "write_graphml"]
