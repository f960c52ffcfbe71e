"""A network as data for other programs: GraphML, and tables of ego, alters and ties. Read back it is equal."""

from __future__ import annotations

from enum import StrEnum

from samordner_tui.exchange.graph.ego_tables import read_ego_csv, write_ego_tables
from samordner_tui.exchange.graph.graphml import write_graphml
from samordner_tui.exchange.graph.graphml_reading import read_graphml
from samordner_tui.exchange.graph.plain import Described


class DataAs(StrEnum):
    """What kind of data."""

    GRAPHML = "graphml"
    CSV = "csv"


def as_data(described: Described, kind: DataAs) -> dict[str, bytes]:
    """A map as the contents of one file or several, by what their names end with."""
    return {".graphml": write_graphml(described)} if kind is DataAs.GRAPHML else write_ego_tables(described)


__all__ = ["DataAs", "Described", "as_data", "read_ego_csv", "read_graphml", "write_ego_tables", "write_graphml"]
